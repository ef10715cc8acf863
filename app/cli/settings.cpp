// hearth settings list | get | set | reset | export | import.
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "settings/settings_file.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;
using Use = std::function<ExitCode(SettingsFile&)>;

ExitCode withSettings(const Use& use) {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    SettingsFile settings = SettingsFile::in(*folder);
    return use(settings);
}

ExitCode done(const base::Result<void>& result) {
    return result ? ExitCode::Ok : report(result.error());
}

Json specJson(const SettingSpec& spec, const SettingsFile::Value& value) {
    return {{"name", spec.name},        {"value", value.text},    {"chosen", value.chosen},
            {"default", spec.standard}, {"range", rangeOf(spec)}, {"explanation", spec.explanation}};
}

ExitCode list(const SettingsFile& settings, bool json, bool all) {
    Json out = Json::array();
    for (const SettingSpec& spec : settingSpecs()) {
        if (spec.remembered && !all) continue;
        const auto value = settings.get(spec.name);
        if (!value) return report(value.error());
        if (json) {
            out.push_back(specJson(spec, *value));
            continue;
        }
        std::cout << spec.name << " = " << value->text << (value->chosen ? "" : "  (default)") << "\n  "
                  << spec.explanation << " [" << rangeOf(spec) << "]\n";
    }
    if (json) std::cout << out.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return ExitCode::Ok;
}

ExitCode get(const SettingsFile& settings, const std::string& name) {
    const auto value = settings.get(name);
    if (!value) return report(value.error());
    std::cout << value->text << '\n';
    return ExitCode::Ok;
}

ExitCode exportTo(const SettingsFile& settings, const std::string& file) {
    if (file.empty() || file == "-") {
        std::cout << settings.exported();
        return ExitCode::Ok;
    }
    std::ofstream out(file);
    out << settings.exported();
    out.close();
    if (!out) return report({base::ErrorCode::Io, "The file cannot be written", file});
    return ExitCode::Ok;
}

ExitCode importFrom(SettingsFile& settings, const std::string& file) {
    std::string text;
    if (file == "-") {
        text.assign(std::istreambuf_iterator<char>(std::cin), {});
    } else {
        std::ifstream in(file, std::ios::binary);
        if (!in) return report({base::ErrorCode::NotFound, "The file cannot be read", file});
        text.assign(std::istreambuf_iterator<char>(in), {});
    }
    const auto count = settings.import(text);
    if (!count) return report(count.error());
    std::cout << *count << " settings taken over.\n";
    return ExitCode::Ok;
}

struct Arguments {
    std::string name, value, file;
    bool json = false;
    bool all = false;
};

}  // namespace

void addSettings(Commands& commands) {
    CLI::App* settings = commands.add("settings", "See and change settings",
                                      "  hearth settings list\n"
                                      "  hearth settings set network.offline on\n"
                                      "  hearth settings export settings.json");
    settings->require_subcommand(1);
    auto given = std::make_shared<Arguments>();
    const auto sub = [&](const char* name, const char* help) {
        return Commands::addTo(*settings, name, help, "");
    };
    const auto run = [&commands](CLI::App* command, Use use) {
        commands.run(command, [use = std::move(use)] { return withSettings(use); });
    };
    CLI::App* listCommand = sub("list", "List them all, with what each does");
    listCommand->add_flag("--json", given->json, "As JSON");
    listCommand->add_flag("--all", given->all, "Also what the window remembers of itself");
    run(listCommand, [given](SettingsFile& file) { return list(file, given->json, given->all); });

    CLI::App* getCommand = sub("get", "Print one value");
    getCommand->add_option("NAME", given->name)->required();
    run(getCommand, [given](SettingsFile& file) { return get(file, given->name); });

    CLI::App* setCommand = sub("set", "Change one");
    setCommand->add_option("NAME", given->name)->required();
    setCommand->add_option("VALUE", given->value)->required();
    run(setCommand, [given](SettingsFile& file) { return done(file.set(given->name, given->value)); });

    CLI::App* resetCommand = sub("reset", "Put one back to its default");
    resetCommand->add_option("NAME", given->name)->required();
    run(resetCommand, [given](SettingsFile& file) { return done(file.reset(given->name)); });

    CLI::App* exportCommand = sub("export", "Write those you changed as JSON");
    exportCommand->add_option("FILE", given->file, "Default: the standard output");
    run(exportCommand, [given](SettingsFile& file) { return exportTo(file, given->file); });

    CLI::App* importCommand = sub("import", "Take over what `export` wrote: all of it or nothing");
    importCommand->add_option("FILE", given->file, "- reads the standard input")->required();
    run(importCommand, [given](SettingsFile& file) { return importFrom(file, given->file); });
}

}  // namespace hearth::app::cli
