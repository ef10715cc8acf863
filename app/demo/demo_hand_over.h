// A made-up larger model elsewhere, for `hearth --demo` and the pictures: what it would be sent, its answer,
// and the stand-ins that are kept. Nothing is sent anywhere. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>

#include "agent/agent.h"
#include "privacy/masking.h"

namespace hearth::app {

agent::HandOverOffer demoOffer(const agent::Request& request);
agent::AnswerDone demoAnswerFromElsewhere();

// What stands for what in that conversation.
privacy::Mapping demoStandIns();

}  // namespace hearth::app
