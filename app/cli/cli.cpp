#include "cli/cli.h"

#include <cstdlib>
#include <exception>
#include <iostream>

#include "cli/command.h"
#include "cli/data_access.h"
#include "cli/library_commands.h"
#include "cli/terminal.h"

namespace hearth::app {

namespace cli {

namespace {

constexpr const char* description = "Hearth: a personal assistant that runs wholly on this computer.\n";

constexpr const char* footer = R"(Examples
  hearth do "lunch with my sister tomorrow at noon for 90 minutes"
  hearth ask "what is on my calendar on friday?"
  hearth chat
  hearth undo
  hearth model info model.gguf

Exit codes
  0    done
  1    it could not be done
  2    wrong arguments or input
  3    nothing was done: it waits for approval or for an answer
  130  interrupted by Ctrl+C

Without a subcommand Hearth opens its window, or a chat where there is no display.
`hearth SUBCOMMAND --help` shows examples of each.)";

}  // namespace

ExitCode report(const base::Error& error) {
    std::cout.flush();
    std::cerr << "hearth: " << error.text() << '\n';
    switch (error.code) {
        case base::ErrorCode::InvalidInput:
        case base::ErrorCode::NotFound:
        case base::ErrorCode::Unsupported:
            return ExitCode::Usage;
        case base::ErrorCode::Refused:
            return ExitCode::Refused;
        case base::ErrorCode::Cancelled:
            return ExitCode::Interrupted;
        default:
            return ExitCode::Failed;
    }
}

CLI::App* Commands::addTo(CLI::App& parent, const std::string& name, const std::string& help,
                          const std::string& examples) {
    CLI::App* command = parent.add_subcommand(name, help);
    if (!examples.empty()) command->footer("\nExamples\n" + examples);
    return command;
}

namespace {

void addGlobal(CLI::App& app, Global& global) {
    app.set_version_flag("--version", "hearth " HEARTH_VERSION, "Print the version and leave");
    app.add_option_function<std::string>(
           "--data-dir", [](const std::string& folder) { setenv("HEARTH_DATA_DIR", folder.c_str(), 1); },
           "Folder of the calendar, notes and everything else that Hearth keeps "
           "(default: $HEARTH_DATA_DIR, else ~/.local/share/hearth)")
        ->type_name("DIR")
        ->trigger_on_parse();
    app.add_option("--model", global.model,
                   "Model file: a larger one for conversation and tools, or one that calls "
                   "functions in place of the built-in one")
        ->type_name("FILE");
    app.add_option("--chat-model", global.chatModel, "A larger model for conversation")->type_name("FILE");
    app.add_option("--threads", global.threads, "Threads to compute with (default: one per physical core)")
        ->check(CLI::Range(0, 1024))
        ->type_name("N");
}

int parse(CLI::App& app, int argc, char** argv) {
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help, --version
        return app.exit(success);
    } catch (const CLI::ParseError& error) {
        std::cerr << "hearth: " << error.what() << "\nSee hearth --help, or hearth SUBCOMMAND --help.\n";
        return static_cast<int>(ExitCode::Usage);
    }
    return -1;
}

}  // namespace
}  // namespace cli

int runCli(int argc, char** argv, KeyringDoor keyring) {
    using namespace cli;
    CLI::App app(description, "hearth");
    app.footer(footer);
    app.fallthrough();  // global options may stand behind the subcommand too
    app.require_subcommand(0, 1);
    Global global;
    global.keyring = std::move(keyring);
    addGlobal(app, global);
    Commands commands{app, global, {}};
    addAsk(commands);
    addChat(commands);
    addActions(commands);
    addModel(commands);
    addBench(commands);
    addEval(commands);
    addQuantize(commands);
    addRedact(commands);
    addServe(commands);
    addMcp(commands);
    addRemote(commands);
    addDates(commands);
    addIndex(commands);
    addSearch(commands);
    addConversations(commands);
    addSettings(commands);
    addSystem(commands);
    addVault(commands);
    addWipe(commands);
    if (const int code = parse(app, argc, argv); code >= 0) return code;
    if (!commands.chosen) commands.chosen = withData([&global] { return runChat(global, ""); });
    handleInterrupts();
    try {
        const ExitCode code = commands.chosen();
        std::cout.flush();
        if (!std::cout && code == ExitCode::Ok) {
            std::cerr << "hearth: the output could not be written\n";
            return static_cast<int>(ExitCode::Failed);
        }
        return static_cast<int>(code);
    } catch (const std::exception& error) {
        std::cerr << "hearth: something broke inside the program: " << error.what() << '\n';
        return static_cast<int>(ExitCode::Failed);
    }
}

}  // namespace hearth::app
