// The functions that steer a conversation (amend, dialog_control, irrelevant); they are no tools. A pure
// function.
#pragma once

#include <vector>

#include "agent/tool.h"

namespace hearth::agent {

std::vector<ToolSpec> conversationFunctions();

}  // namespace hearth::agent
