// "Make it 3 instead", "and invite the team": the call before with other values. Pure functions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agent/tool.h"

namespace hearth::agent::loop {

struct Amendment {
    Call call;              // the whole call, with the new values in it
    bool addition = false;  // one thing more beside what was done: nothing is to be taken back
};

// `before`: the call as it was prepared; `amend`: the call of the function amend. Nothing where no value of
// it fits the tool.
std::optional<Amendment> amended(const ToolSpec& tool, const Call& before, const Call& amend);

}  // namespace hearth::agent::loop
