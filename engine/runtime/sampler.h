// Chooses the next token from logits. Steps, in this order: penalties for what was said lately, the mask of a
// constraint, then top-k, top-p, min-p, temperature, and one draw; temperature 0 takes the most likely.
// Deterministic for a seed. Owned by one session, used by one thread.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/constraint.h"
#include "engine/session.h"
#include "kernels/kernels.h"

namespace hearth::engine {

struct Choice {
    TokenId id = -1;    // -1: no token is allowed, or no logit is a finite number
    float logprob = 0;  // natural logarithm, after penalties and constraint, before temperature
    std::vector<std::pair<TokenId, float>> top;  // most likely first
};

class Sampler {
  public:
    Sampler(const SamplingOptions& options, const Kernels& kernels);

    // logits [vocabulary] are changed. `recent` are the tokens so far, `mask` may be null. `top` most likely
    // tokens are listed with logprobs.
    Choice choose(std::span<float> logits, std::span<const TokenId> recent, const TokenMask* mask, int top);

  private:
    struct Candidate {
        TokenId id;
        float logit;
    };
    void penalize(std::span<float> logits, std::span<const TokenId> recent) const;
    void collect(std::span<const float> logits, const TokenMask* mask);
    float logSum(float largest);
    void keepTopK();
    void keepLikely(float largest);
    TokenId draw(float largest);
    double uniform();

    SamplingOptions options_;
    const Kernels& kernels_;
    std::uint64_t state_;  // of the random numbers
    std::vector<Candidate> candidates_;
    std::vector<float> weights_;
};

}  // namespace hearth::engine
