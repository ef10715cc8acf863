// An agent without a model: answers a few well-known requests with fixed cards and sentences, so that the
// window can be shown and tested without an engine (`hearth --demo`). Nothing outside is changed.
#pragma once

#include <map>
#include <memory>

#include "agent/agent.h"

namespace hearth::app {

// `delayMs`: pause between the words of an answer, so that streaming can be seen; 0 in tests.
std::unique_ptr<agent::Agent> makeFakeAgent(int delayMs);

}  // namespace hearth::app
