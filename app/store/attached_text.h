// What files that go with a message say, as the agent gets it: beside the user's words, never among them.
// Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "store/records.h"

namespace hearth::app {

// What is asked where files are sent without a word; in English, as the assistant's own prompts are.
inline constexpr const char* kAboutAttached = "What is this about?";

// Each file under its name, between fences that its text does not hold. Empty without files.
std::string othersText(const std::vector<AttachedFile>& files);

}  // namespace hearth::app
