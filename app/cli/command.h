// What subcommands share: options that stand before the subcommand, exit codes, and how errors are said.
// Values; main thread.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "base/result.h"
#include "remote/secret_keeper.h"

namespace hearth::app::cli {

enum class ExitCode {
    Ok = 0,
    Failed = 1,         // it could not be done
    Usage = 2,          // wrong arguments or input
    Refused = 3,        // somebody must approve, or answer a question, first
    Interrupted = 130,  // Ctrl+C
};

struct Global {
    std::string model;      // --model: in place of the built-in one
    std::string chatModel;  // --chat-model: for conversation; may be empty
    int threads = 0;        // --threads: 0: one per physical core
    KeyringDoor keyring = {};
};

// Says the error on the error output ("hearth: …") and gives the exit code for it.
ExitCode report(const base::Error& error);

using Action = std::function<ExitCode()>;

// What the parser calls for the subcommand that was named; `chosen` is run after parsing.
struct Commands {
    CLI::App& app;
    Global& global;
    Action chosen;

    // Adds a subcommand: one line of help, and examples shown below its options.
    CLI::App* add(const std::string& name, const std::string& help, const std::string& examples) {
        return addTo(app, name, help, examples);
    }
    static CLI::App* addTo(CLI::App& parent, const std::string& name, const std::string& help,
                           const std::string& examples);
    void run(CLI::App* command, Action action) {
        command->callback([this, action = std::move(action)] { chosen = action; });
    }
};

void addAsk(Commands& commands);  // ask, do
void addChat(Commands& commands);
void addActions(Commands& commands);  // tools, log, undo
void addModel(Commands& commands);
void addBench(Commands& commands);
void addEval(Commands& commands);
void addEvalPii(Commands& commands, CLI::App& eval);
void addServe(Commands& commands);
void addMcp(Commands& commands);
void addRemote(Commands& commands);
void addRedact(Commands& commands);
void addQuantize(Commands& commands);
void addDates(Commands& commands);
void addConversations(Commands& commands);
void addSettings(Commands& commands);
void addSystem(Commands& commands);  // system, audit
void addVault(Commands& commands);
void addWipe(Commands& commands);  // stored, wipe

// What runs without a subcommand: a chat, or one turn of it.
ExitCode runChat(const Global& global, const std::string& first);

}  // namespace hearth::app::cli
