#include "routing/local_cost.h"

#include <algorithm>

namespace hearth::agent::routing {

namespace {

// The latest value counts a third; the first one whole.
void follow(double& mean, double value) {
    constexpr double kShare = 1.0 / 3;
    mean = mean == 0 ? value : mean + kShare * (value - mean);
}

}  // namespace

void LocalCost::learn(const std::vector<engine::TokenId>& prompt, const engine::GenerateResult& result) {
    constexpr int kFewest = 8;  // tokens; the time of fewer says little
    const int computed = result.promptTokens - result.reusedTokens;
    const int answered = static_cast<int>(result.tokens.size());
    if (computed >= kFewest && result.prefillMs > 0) follow(prefillMs_, result.prefillMs / computed);
    if (answered >= kFewest && result.decodeMs > 0) follow(decodeMs_, result.decodeMs / answered);
    if (result.stop != engine::StopReason::Cancelled && answered > 0) follow(length_, answered);
    cached_ = prompt;
    cached_.insert(cached_.end(), result.tokens.begin(), result.tokens.end());
}

std::optional<double> LocalCost::secondsFor(const std::vector<engine::TokenId>& prompt,
                                            int mostTokens) const {
    if (prefillMs_ == 0 || decodeMs_ == 0 || length_ == 0) return std::nullopt;
    const auto [known, end] = std::mismatch(prompt.begin(), prompt.end(), cached_.begin(), cached_.end());
    const auto fresh = static_cast<double>(prompt.end() - known);
    return (fresh * prefillMs_ + std::min(length_, static_cast<double>(mostTokens)) * decodeMs_) / 1000;
}

}  // namespace hearth::agent::routing
