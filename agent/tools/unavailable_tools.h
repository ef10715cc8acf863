// What people ask of an assistant and this one cannot do on this computer: understood, so that the answer is
// an honest sentence with what is missing and what to do instead, and never a pretended success.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "agent/tool.h"
#include "agent/tool_context.h"

namespace hearth::agent::tools {

struct UnavailableTool {
    ToolSpec spec;
    std::string sentence;  // "I can't switch devices here: … Instead, …"
};

// The table, in the order of assets/training/functions.json.
const std::vector<UnavailableTool>& unavailableTools();

// A tool for each row, whose prepare() fails with Unsupported and the sentence.
std::vector<std::unique_ptr<Tool>> makeUnavailableTools(const ToolContext& context);

}  // namespace hearth::agent::tools
