// hearth ask and hearth do: one request. `ask` only reads; `do` may act, after approval.
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/agent_host.h"
#include "cli/command.h"
#include "cli/data_access.h"
#include "cli/library.h"
#include "cli/offers.h"
#include "cli/terminal.h"
#include "cli/turn.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::vector<std::string> words;
    bool json = false;
    bool yes = false;
    bool acts = false;  // do, not ask
    bool documents = false;
    std::vector<std::string> folders;
    std::string store;
    ChatOptions chat;

    std::string text() const {
        std::string out;
        for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
        return out;
    }
};

bool isYes(const std::string& typed) {
    return typed == "y" || typed == "Y" || typed == "yes" || typed == "Yes";
}
bool isNo(const std::string& typed) {
    return typed.empty() || typed == "n" || typed == "N" || typed == "no" || typed == "No";
}

// Asks in the terminal until the card is confirmed or dropped.
base::Result<void> approve(agent::Agent& agent, Step& step) {
    printCard(step.action);
    for (;;) {
        const std::string field = step.action.prepared.questionField;
        const bool asks = !step.action.prepared.question.empty() && !field.empty();
        auto typed = readLine(asks ? "> " : "Do it? [y/N, or FIELD=VALUE to change] ");
        if (takeInterruption()) {
            agent.decline(step.action.id);
            step.state = Step::State::Declined;
            return base::fail(base::ErrorCode::Cancelled, "Nothing was done");
        }
        if (!typed) typed = "";
        if (asks && !typed->empty()) {
            editField(agent, step, field + "=" + *typed);
            continue;
        }
        if (!asks && isYes(*typed)) return confirmStep(agent, step, true);
        if (asks || isNo(*typed)) {
            agent.decline(step.action.id);
            step.state = Step::State::Declined;
            std::cout << "Nothing was done.\n";
            return {};
        }
        if (!editField(agent, step, *typed)) std::cout << "Type y, n, or for example time=13:00\n";
    }
}

// What becomes of the cards that wait.
base::Result<void> settle(agent::Agent& agent, Turn& turn, const Arguments& arguments) {
    for (Step& step : turn.steps) {
        if (step.state != Step::State::Waiting) continue;
        const bool asks = !step.action.prepared.question.empty();
        if (arguments.acts && arguments.yes && !asks) {
            auto done = confirmStep(agent, step, !arguments.json);
            if (!done) return done;
        } else if (arguments.acts && !arguments.json && !arguments.yes && inputIsTerminal()) {
            auto done = approve(agent, step);
            if (!done) return done;
        } else {
            if (!arguments.json) printCard(step.action);
            agent.decline(step.action.id);  // nothing waits when the program ends
        }
    }
    return {};
}

void explainWaiting(const Turn& turn, const Arguments& arguments) {
    if (!turn.waits()) return;
    for (const Step& step : turn.steps)
        if (step.state == Step::State::Waiting && !step.action.prepared.question.empty()) {
            std::cerr << "hearth: nothing was done; say it again with the answer to the question\n";
            return;
        }
    std::cerr << "hearth: nothing was done; it needs your approval: hearth do \"" << arguments.text()
              << "\" --yes\n";
}

ExitCode run(const Arguments& arguments, const Global& global) {
    if (arguments.text().find_first_not_of(" \t\n") == std::string::npos)
        return report({base::ErrorCode::InvalidInput,
                       "Say what you want, for example: hearth do \"set a timer for 5 minutes\"", ""});
    const auto remote = remoteUse(arguments.chat.remote);
    if (!remote) return report(remote.error());
    auto host = AgentHost::open(global, true, arguments.chat);
    if (!host) return report(host.error());
    agent::Request request;
    request.id = 1;
    request.text = arguments.text();
    request.reasoning = arguments.chat.reasoning;
    request.remote = *remote;
    if (arguments.documents || !arguments.folders.empty() || !arguments.store.empty()) {
        request.documents.use = agent::DocumentScope::Use::Only;
        for (const std::string& folder : arguments.folders)
            request.documents.folders.push_back(
                std::filesystem::absolute(folder).lexically_normal().string());
        if (auto opened = (*host)->openDocuments(global.threads, arguments.store); !opened)
            return report(opened.error());
    }
    auto turn = runTurnWithOffers((*host)->agent(), request, !arguments.json, arguments.chat.send);
    if (!turn) return report(turn.error());
    if (auto settled = settle((*host)->agent(), *turn, arguments); !settled) return report(settled.error());
    if (arguments.json)
        std::cout << toJson(*turn).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    std::cout.flush();
    explainWaiting(*turn, arguments);
    if (!arguments.json) printNotes(*turn);
    if (turn->offerLargerModel && global.chatModel.empty() && !arguments.json)
        std::cerr << "hearth: a larger model could answer this: --model FILE.gguf\n";
    return turn->exitCode();
}

void add(Commands& commands, const std::string& name, const std::string& help, const std::string& examples,
         bool acts) {
    auto arguments = std::make_shared<Arguments>();
    arguments->acts = acts;
    CLI::App* command = commands.add(name, help, examples);
    command->add_option("REQUEST", arguments->words, "What you want, in your own words")->required();
    command->add_flag("--json", arguments->json, "The answer, the calls and the actions as JSON");
    addChatOptions(*command, arguments->chat);
    if (!acts) {
        command->add_flag("--docs", arguments->documents,
                          "Answer from the documents that were indexed, with the passages it rests on");
        command
            ->add_option("--in", arguments->folders, "Only from documents in this folder; may be given again")
            ->type_name("DIR");
        addStoreOption(*command, arguments->store);
    }
    if (acts)
        command->add_flag("--yes", arguments->yes, "Approve what is asked for; without it you are asked");
    commands.run(command, withData([arguments, &commands] { return run(*arguments, commands.global); }));
}

}  // namespace

void addAsk(Commands& commands) {
    add(commands, "do", "Do one thing: shows what will be done, and asks before it changes anything",
        "  hearth do \"lunch with my sister tomorrow at noon for 90 minutes\"\n"
        "  hearth do \"add milk to the shopping list\" --yes\n"
        "  hearth do \"set a timer for 10 minutes\" --yes --json",
        true);
    add(commands, "ask", "Answer one question; changes nothing",
        "  hearth ask \"what is on my calendar on friday?\"\n"
        "  hearth ask \"how many cups are in a litre\" --json\n"
        "  hearth ask --docs \"how long is the notice period?\" --in ~/Documents/contracts",
        false);
}

}  // namespace hearth::app::cli
