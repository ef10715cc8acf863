// How long an answer takes on this device, from how long the latest ones took. One thread.
#pragma once

#include <optional>
#include <vector>

#include "engine/session.h"

namespace hearth::agent::routing {

class LocalCost {
  public:
    // After each answer: its prompt, and what came of it.
    void learn(const std::vector<engine::TokenId>& prompt, const engine::GenerateResult& result);

    // Seconds for the part of `prompt` that the cache does not hold, and an answer of the usual length, of
    // which there will be no more than `mostTokens`. Nothing before there was an answer to learn from.
    std::optional<double> secondsFor(const std::vector<engine::TokenId>& prompt, int mostTokens) const;

  private:
    std::vector<engine::TokenId> cached_;  // the latest prompt and its answer
    // Running means, 0 before the first answer.
    double prefillMs_ = 0;  // of a token
    double decodeMs_ = 0;   // of a token
    double length_ = 0;     // of answers, in tokens
};

}  // namespace hearth::agent::routing
