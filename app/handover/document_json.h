// What an answer from documents rests on, as JSON: for the store, for other programs, and for `--json`
// (docs/JSON.md). Unknown keys are ignored, missing ones keep their defaults. Reading throws
// nlohmann::json::exception where a value has the wrong type.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "agent/documents.h"

namespace hearth::app {

nlohmann::ordered_json documentsToJson(const agent::DocumentAnswer& documents);
agent::DocumentAnswer documentsFromJson(const nlohmann::json& json);

nlohmann::json scopeToJson(const agent::DocumentScope& scope);
agent::DocumentScope scopeFromJson(const nlohmann::json& json);

}  // namespace hearth::app
