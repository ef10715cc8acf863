// One request at the command line: what the agent answered and did, its cards, and approval by typing.
// Main thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "cli/command.h"

namespace hearth::app::cli {

struct Step {
    enum class State { Waiting, Done, Failed, Declined };
    agent::ProposedAction action;
    State state = State::Waiting;
    std::optional<agent::ActionDone> done;
};

struct Turn {
    std::string text;
    std::string reasoning;
    std::vector<agent::Call> calls;
    std::vector<Step> steps;
    bool stopped = false;
    bool offerLargerModel = false;
    bool cutShort = false;
    agent::ContextUse context;
    std::optional<agent::HandOverOffer> offer;  // to be agreed to before there is an answer
    std::string note;                           // why the answer is not by whom one might expect
    std::string host;                           // where a larger model elsewhere answered
    std::string remoteModel;
    std::optional<agent::DocumentAnswer> documents;

    bool waits() const;  // for approval or an answer
    ExitCode exitCode() const;
};

// Asks; `echo`: prints the answer while it comes, and what was done.
base::Result<Turn> runTurn(agent::Agent& agent, const agent::Request& request, bool echo);

// Runs the waiting action of the step. `echo`: prints what it did.
base::Result<void> confirmStep(agent::Agent& agent, Step& step, bool echo);

// The card in lines of text, to the standard output.
void printCard(const agent::ProposedAction& action);

// Changes a field of the card as typed: "time=13:00", by name or label. False: it is no such change.
bool editField(agent::Agent& agent, Step& step, const std::string& typed);

// What the answer did not say by itself: that it was cut, and what the model was not given.
void printNotes(const Turn& turn);

nlohmann::ordered_json toJson(const Turn& turn);

// A line of the standard input after `prompt`; nothing at its end or at Ctrl+C.
std::optional<std::string> readLine(const std::string& prompt);

}  // namespace hearth::app::cli
