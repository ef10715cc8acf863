// makeGrammar: a parsed grammar and a vocabulary as a TokenConstraint.
#include "engine/constraint.h"
#include "text/grammar/matcher.h"

namespace hearth::engine {

namespace {

class GrammarConstraint final : public TokenConstraint {
  public:
    GrammarConstraint(std::shared_ptr<grammar::Matcher> matcher, const Tokenizer& tokenizer)
        : matcher_(std::move(matcher)), tokenizer_(tokenizer), state_(matcher_->start()) {}

    void allowed(TokenMask& mask) override {
        if (!ended_) {
            mask = *matcher_->allowed(state_);
            return;
        }
        mask = TokenMask(tokenizer_.size());
        for (TokenId id = 0; id < tokenizer_.size(); ++id)
            if (tokenizer_.isEnd(id)) mask.set(id);
    }

    bool accept(TokenId token) override {
        if (token < 0 || token >= tokenizer_.size()) return false;
        if (tokenizer_.isEnd(token)) {
            ended_ = ended_ || matcher_->allowed(state_)->test(token);
            return ended_;
        }
        const TokenKind kind = tokenizer_.kind(token);
        if (ended_ || kind == TokenKind::Control || kind == TokenKind::Unknown || kind == TokenKind::Unused)
            return false;
        const std::string bytes = tokenizer_.bytes(token);
        return !bytes.empty() && bytes.size() <= grammar::TokenTrie::maxTokenBytes &&
               matcher_->advance(state_, bytes);
    }

    bool complete() const override { return state_.complete(); }

    std::unique_ptr<TokenConstraint> clone() const override {
        return std::make_unique<GrammarConstraint>(*this);
    }

  private:
    std::shared_ptr<grammar::Matcher> matcher_;
    const Tokenizer& tokenizer_;
    grammar::MatchState state_;
    bool ended_ = false;
};

}  // namespace

base::Result<std::unique_ptr<TokenConstraint>> makeGrammar(const std::string& gbnf,
                                                           const Tokenizer& tokenizer) {
    auto program = grammar::parseGrammar(gbnf);
    if (!program) return tl::unexpected(program.error());
    auto trie = grammar::TokenTrie::of(tokenizer);
    if (trie->endTokens().empty())
        return base::fail(base::ErrorCode::Unsupported,
                          "The model's vocabulary has no token that ends an answer, so a grammar could not "
                          "stop it");
    auto matcher = std::make_shared<grammar::Matcher>(std::move(*program), std::move(trie));
    return std::make_unique<GrammarConstraint>(std::move(matcher), tokenizer);
}

}  // namespace hearth::engine
