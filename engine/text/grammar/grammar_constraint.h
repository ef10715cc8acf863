// A grammar over one tokenizer as a TokenConstraint. Follows one answer on one thread; the tokenizer must
// outlive it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/constraint.h"
#include "text/grammar/matcher.h"

namespace hearth::engine::grammar {

class GrammarConstraint final : public TokenConstraint {
  public:
    // Errors: those of makeGrammar.
    static base::Result<std::unique_ptr<GrammarConstraint>> create(const std::string& gbnf,
                                                                   const Tokenizer& tokenizer);
    GrammarConstraint(std::shared_ptr<Matcher> matcher, const Tokenizer& tokenizer)
        : matcher_(std::move(matcher)), tokenizer_(tokenizer), state_(matcher_->start()) {}

    void allowed(TokenMask& mask) override;
    bool accept(TokenId token) override;
    // Moves on by text that came in whatever tokens; false, and nothing changed, where it cannot come.
    bool acceptText(std::string_view text) { return matcher_->advance(state_, text); }
    bool complete() const override { return state_.complete(); }
    std::unique_ptr<TokenConstraint> clone() const override {
        return std::make_unique<GrammarConstraint>(*this);
    }

  private:
    std::shared_ptr<Matcher> matcher_;
    const Tokenizer& tokenizer_;
    MatchState state_;
    bool ended_ = false;
};

}  // namespace hearth::engine::grammar
