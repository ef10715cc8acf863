// hearth chat: a conversation in the terminal.
#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/agent_host.h"
#include "cli/command.h"
#include "cli/data_access.h"
#include "cli/offers.h"
#include "cli/terminal.h"
#include "cli/turn.h"

namespace hearth::app::cli {

namespace {

constexpr const char* welcome =
    "Hearth. Say what you want, for example: lunch with Ana tomorrow at noon\n"
    "Type undo to take the last action back, and exit or Ctrl+D to leave.\n";

class Chat {
  public:
    Chat(AgentHost& host, const ChatOptions& options, agent::RemoteUse remote)
        : host_(host), options_(options), remote_(remote) {}

    ExitCode run(const std::string& first) {
        if (!first.empty()) return say(first);
        if (inputIsTerminal()) std::cout << welcome;
        ExitCode last = ExitCode::Ok;
        for (;;) {
            showDue();
            const auto typed = readLine("\n> ");
            if (takeInterruption()) {
                std::cin.clear();
                std::cout << '\n';
                if (!typed) continue;
            }
            if (!typed || *typed == "exit" || *typed == "quit") break;
            if (typed->find_first_not_of(" \t") == std::string::npos) continue;
            last = say(*typed);
        }
        if (inputIsTerminal()) std::cout << '\n';
        return inputIsTerminal() ? ExitCode::Ok : last;
    }

  private:
    // Reminders and timers that came due while somebody typed.
    void showDue() {
        if (host_.scheduler() == nullptr) return;
        const auto due = host_.scheduler()->fireDue();
        if (!due) return;
        for (const agent::DueItem& item : *due)
            std::cout << (item.missed ? "Missed: " : "Now: ") << item.title
                      << (item.body.empty() ? "" : " – ") << item.body << '\n';
    }

    // Whether `typed` is about the card that waits; else it is the next thing said.
    bool answersCard(const std::string& typed) {
        const auto step = std::find_if(waiting_.begin(), waiting_.end(), [](const Step& candidate) {
            return candidate.state == Step::State::Waiting && candidate.action.prepared.question.empty();
        });
        if (step == waiting_.end()) return false;
        if (typed == "y" || typed == "yes") {
            if (const auto done = confirmStep(host_.agent(), *step, true); !done) report(done.error());
            if (step->done && !history_.empty()) history_.back().text += step->done->text;
        } else if (typed == "n" || typed == "no") {
            host_.agent().decline(step->action.id);
            step->state = Step::State::Declined;
            std::cout << "Nothing was done.\n";
        } else if (!editField(host_.agent(), *step, typed)) {
            return false;
        }
        if (step->state != Step::State::Waiting) waiting_.erase(step);
        promptForCards();
        return true;
    }

    void promptForCards() {
        for (const Step& step : waiting_)
            if (step.state == Step::State::Waiting && step.action.prepared.question.empty()) {
                std::cout << "Do it? y, n, or FIELD=VALUE to change\n";
                return;
            }
    }

    ExitCode say(const std::string& text) {
        if (answersCard(text)) return ExitCode::Ok;
        agent::Request request;
        request.id = ++requests_;
        request.text = text;
        request.history = history_;
        request.reasoning = options_.reasoning;
        request.remote = remote_;
        request.remoteAgreed = remote_ == agent::RemoteUse::Automatic && agreed_;
        auto turn = runTurnWithOffers(host_.agent(), request, true, options_.send);
        agreed_ = request.remoteAgreed;
        if (!turn) return report(turn.error());
        if (turn->stopped) std::cout << "(stopped)\n";
        printNotes(*turn);
        if (turn->offerLargerModel)
            std::cout << "(A larger model could answer this: hearth chat --model FILE.gguf)\n";
        history_.push_back({agent::Message::Role::User, text, {}});
        history_.push_back({agent::Message::Role::Assistant, turn->text, turn->calls});
        waiting_.clear();
        for (Step& step : turn->steps) {
            if (step.state != Step::State::Waiting) continue;
            printCard(step.action);
            waiting_.push_back(std::move(step));
        }
        promptForCards();
        return turn->exitCode();
    }

    AgentHost& host_;
    const ChatOptions options_;
    const agent::RemoteUse remote_;
    bool agreed_ = false;  // the user has seen once what goes elsewhere
    std::vector<agent::Message> history_;
    std::vector<Step> waiting_;
    std::uint64_t requests_ = 0;
};

}  // namespace

namespace {

ExitCode runWith(const Global& global, const ChatOptions& options, const std::string& first) {
    const auto remote = remoteUse(options.remote);
    if (!remote) return report(remote.error());
    auto host = AgentHost::open(global, true, options);
    if (!host) return report(host.error());
    return Chat(**host, options, *remote).run(first);
}

}  // namespace

ExitCode runChat(const Global& global, const std::string& first) {
    return runWith(global, {}, first);
}

void addChat(Commands& commands) {
    auto words = std::make_shared<std::vector<std::string>>();
    CLI::App* command = commands.add("chat", "Talk in the terminal; with a message: one turn of it",
                                     "  hearth chat\n"
                                     "  hearth chat \"lunch with Ana tomorrow at noon\"\n"
                                     "  hearth chat --model Qwen3-4B-Q4_K_M.gguf --adapter letters.gguf=0.8");
    auto options = std::make_shared<ChatOptions>();
    addChatOptions(*command, *options);
    command->add_option("MESSAGE", *words, "What you want, in your own words");
    commands.run(command, withData([words, options, &commands] {
                     std::string text;
                     for (const std::string& word : *words) text += (text.empty() ? "" : " ") + word;
                     return runWith(commands.global, *options, text);
                 }));
}

}  // namespace hearth::app::cli
