// Whether the model on this device is at a loss: from how spread its choices are over the first tokens of an
// answer, from what it says itself, from a form that it did not fill, and from how long it would take. One
// answer, one thread.
#pragma once

#include <string>
#include <string_view>

#include "engine/session.h"

namespace hearth::agent::routing {

// Likely tokens that must be listed with each token that is heard.
inline constexpr int kTopLogprobs = 10;
// Mean entropy in nats from which a model counts as unsure.
inline constexpr double kUnsureEntropy = 2.5;
// Tokens that are looked at before the answer is shown or given away.
inline constexpr int kWatchedTokens = 16;

// Entropy of one choice in nats: what the listed tokens say, and the rest of the probability taken as one
// further choice (a lower bound). 0 where none are listed.
double entropyOf(const engine::TokenEvent& event);

// Whether the beginning of an answer says that its author does not know or cannot do it.
bool declaresInability(std::string_view text);

class Uncertainty {
  public:
    // `limit`: mean entropy in nats from which the model counts as unsure. `patience`: seconds that an answer
    // may take; 0: any.
    explicit Uncertainty(double limit = kUnsureEntropy, double patience = 0)
        : limit_(limit), patience_(patience) {}

    // Before the answer: how long it will take. True where that is too long.
    bool expect(double seconds);
    // The answer ended before its grammar was fulfilled, or could not be read.
    void failForm() { lost_ = true; }

    void hear(const engine::TokenEvent& event);
    bool decided() const { return tokens_ >= kWatchedTokens; }
    // Of what was heard so far; true for an answer of which nothing was heard only where it failed.
    bool unsure() const;
    // Whatever was heard: too long, or without the form it had to have.
    bool lost() const { return lost_; }
    double meanEntropy() const { return tokens_ == 0 ? 0 : sum_ / tokens_; }

  private:
    double limit_;
    double patience_;
    bool lost_ = false;
    double sum_ = 0;
    int tokens_ = 0;
    std::string text_;
};

}  // namespace hearth::agent::routing
