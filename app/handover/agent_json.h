// The agent's values as JSON: for what is kept on disk and for what one program of the user hands to another.
// Unknown keys are ignored, missing ones keep their defaults. Reading throws nlohmann::json::exception where
// a value has the wrong type: callers catch it where the text comes from outside.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "agent/agent.h"

namespace hearth::app {

nlohmann::json fieldsToJson(const std::vector<agent::Field>& fields);
std::vector<agent::Field> fieldsFromJson(const nlohmann::json& json);

nlohmann::json contextToJson(const agent::ContextUse& use);
agent::ContextUse contextFromJson(const nlohmann::json& json);

nlohmann::json callsToJson(const std::vector<agent::Call>& calls);
std::vector<agent::Call> callsFromJson(const nlohmann::json& json);

nlohmann::json toJson(const agent::ProposedAction& action);
agent::ProposedAction proposedFromJson(const nlohmann::json& json);

nlohmann::json toJson(const agent::ActionDone& done);
agent::ActionDone doneFromJson(const nlohmann::json& json);

// {"text":…}, {"thought":…}, {"prefill":[done, total]}, {"proposed":…}, {"done":…}, {"dropped":id},
// {"note":…}, {"offer":…} or {"answer":…}.
nlohmann::json toJson(const agent::Event& event);
std::optional<agent::Event> eventFromJson(const nlohmann::json& json);  // nothing: of a newer program

nlohmann::json toJson(const base::Error& error);
base::Error errorFromJson(const nlohmann::json& json);

// On one line; bytes that are not UTF-8 become U+FFFD.
std::string lineOf(const nlohmann::json& json);

}  // namespace hearth::app
