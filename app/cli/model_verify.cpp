// hearth model verify: whether a model file is whole.
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/model_commands.h"
#include "cli/terminal.h"
#include "engine/verify.h"
#include "privacy/sha256.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;

struct VerifyArguments {
    std::string file;
    std::string sha256;
    bool json = false;
};

const char* name(engine::Check::State state) {
    return state == engine::Check::State::Passed   ? "passed"
           : state == engine::Check::State::Failed ? "FAILED"
                                                   : "skipped";
}

engine::Check compareSum(const std::string& sum, const std::string& wanted) {
    if (wanted.empty()) return {"sha-256", engine::Check::State::Passed, sum};
    if (sum == wanted) return {"sha-256", engine::Check::State::Passed, sum + ", as it should be"};
    return {"sha-256", engine::Check::State::Failed, sum + " and not " + wanted + ": this is another file"};
}

ExitCode verify(const VerifyArguments& arguments, const Global& global) {
    std::string wanted = arguments.sha256;
    std::transform(wanted.begin(), wanted.end(), wanted.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    if (!wanted.empty() && !privacy::isSha256(wanted))
        return report({base::ErrorCode::InvalidInput, "A SHA-256 sum has 64 hexadecimal digits", "--sha256"});
    engine::VerifyOptions options;
    options.threads = global.threads;
    options.cancel = interruption();
    auto checks = engine::verifyFile(arguments.file, options);
    if (!checks) return report(checks.error());
    privacy::Sha256 hash;
    if (auto added = hash.addFile(arguments.file, interruption()); !added) return report(added.error());
    const std::string sum = hash.hex();
    checks->push_back(compareSum(sum, wanted));
    const bool whole = std::none_of(checks->begin(), checks->end(), [](const engine::Check& check) {
        return check.state == engine::Check::State::Failed;
    });
    if (arguments.json) {
        Json out = {{"path", arguments.file}, {"ok", whole}, {"sha256", sum}, {"checks", Json::array()}};
        for (const engine::Check& check : *checks)
            out["checks"].push_back(
                {{"name", check.name}, {"state", name(check.state)}, {"detail", check.detail}});
        std::cout << out.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    } else {
        for (const engine::Check& check : *checks)
            std::cout << name(check.state)
                      << std::string(9 - std::char_traits<char>::length(name(check.state)), ' ') << check.name
                      << ": " << check.detail << '\n';
    }
    if (whole) return ExitCode::Ok;
    std::cout.flush();
    std::cerr << "hearth: the file is damaged or cannot be used here: " << arguments.file << '\n';
    return ExitCode::Failed;
}

}  // namespace

void addModelVerify(Commands& commands, CLI::App& model) {
    auto arguments = std::make_shared<VerifyArguments>();
    CLI::App* command = Commands::addTo(
        model, "verify",
        "Check that a model file is whole: structure, shapes, numbers, tokenizer, template, sum",
        "  hearth model verify model.gguf\n"
        "  hearth model verify model.gguf --sha256 "
        "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae");
    command->add_option("FILE", arguments->file, "GGUF file")->required();
    command->add_option("--sha256", arguments->sha256, "The sum that its publisher names")->type_name("SUM");
    command->add_flag("--json", arguments->json, "The checks as JSON");
    commands.run(command, [arguments, &commands] { return verify(*arguments, commands.global); });
}

}  // namespace hearth::app::cli
