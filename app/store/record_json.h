// The parts of a message that have no column of their own, as JSON text. Unknown keys are ignored, missing
// ones keep their defaults, so that either program version reads the other's.
#pragma once

#include <string>

#include "store/records.h"

namespace hearth::app {

std::string bodyToJson(const MessageRecord& message);
// What a conversation searches; nothing where it has no choice of its own. Malformed text is none.
std::string scopeText(const std::optional<agent::DocumentScope>& scope);
std::optional<agent::DocumentScope> scopeOf(const std::string& json);
// Malformed text leaves `message` without calls and action: a damaged card must not hide a conversation.
void bodyFromJson(const std::string& json, MessageRecord& message);

}  // namespace hearth::app
