// Tools as a larger model sees them, and its calls as the loop takes them. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "agent/tool.h"
#include "engine/answer_parser.h"

namespace hearth::agent {

// JSON list of {"type": "function", "function": {"name", "description", "parameters"}}. No argument is
// required: what is missing is asked for on the card, while a model that has to give a day makes one up.
std::string toolsJson(const std::vector<const ToolSpec*>& specs);

// A list is given as several arguments of one name; numbers and truth values in words. Arguments that the
// tool does not have are left out.
Call callFrom(const engine::ToolCall& call, const ToolSpec& spec);
// The other way round, for the history of a conversation.
engine::ToolCall toolCallFrom(const Call& call, std::size_t number);

}  // namespace hearth::agent
