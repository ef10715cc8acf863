// What the assistant can do, in words: made from the ToolSpecs, so that help never says more than there is.
// Pure functions.
#pragma once

#include <string>
#include <vector>

#include "agent/phrases.h"
#include "agent/tool.h"

namespace hearth::agent::tools {

// A short overview: for each area what can be asked, with an example; then what cannot be done here.
std::string helpText(const std::vector<const ToolSpec*>& specs, const Phrases& phrases = {});

// One tool: what it does, what it needs, whether it waits for approval, and its examples.
std::string helpFor(const ToolSpec& spec);

// The tools whose name, verb, description or examples fit `words`, best first; at most 5. Tools that only say
// what cannot be done come last.
std::vector<const ToolSpec*> findHelp(const std::vector<const ToolSpec*>& specs, const std::string& words);

}  // namespace hearth::agent::tools
