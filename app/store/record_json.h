// The parts of a message that have no column of their own, as JSON text. Unknown keys are ignored, missing
// ones keep their defaults, so that either program version reads the other's.
#pragma once

#include <string>

#include "store/records.h"

namespace hearth::app {

std::string bodyToJson(const MessageRecord& message);
// Malformed text leaves `message` without calls and action: a damaged card must not hide a conversation.
void bodyFromJson(const std::string& json, MessageRecord& message);

}  // namespace hearth::app
