// makeGrammar: a parsed grammar and a vocabulary as a TokenConstraint.
#include "text/grammar/grammar_constraint.h"

namespace hearth::engine {

namespace grammar {

base::Result<std::unique_ptr<GrammarConstraint>> GrammarConstraint::create(const std::string& gbnf,
                                                                           const Tokenizer& tokenizer) {
    auto program = parseGrammar(gbnf);
    if (!program) return tl::unexpected(program.error());
    auto trie = TokenTrie::of(tokenizer);
    if (trie->endTokens().empty())
        return base::fail(base::ErrorCode::Unsupported,
                          "The model's vocabulary has no token that ends an answer, so a grammar could not "
                          "stop it");
    auto matcher = std::make_shared<Matcher>(std::move(*program), std::move(trie));
    return std::make_unique<GrammarConstraint>(std::move(matcher), tokenizer);
}

void GrammarConstraint::allowed(TokenMask& mask) {
    if (!ended_) {
        mask = *matcher_->allowed(state_);
        return;
    }
    mask = TokenMask(tokenizer_.size());
    for (TokenId id = 0; id < tokenizer_.size(); ++id)
        if (tokenizer_.isEnd(id)) mask.set(id);
}

bool GrammarConstraint::accept(TokenId token) {
    if (token < 0 || token >= tokenizer_.size()) return false;
    if (!ended_ && matcher_->advanceToken(state_, token)) return true;
    if (tokenizer_.isEnd(token)) {
        ended_ = ended_ || matcher_->allowed(state_)->test(token);
        return ended_;
    }
    const TokenKind kind = tokenizer_.kind(token);
    if (ended_ || kind == TokenKind::Control || kind == TokenKind::Unknown || kind == TokenKind::Unused)
        return false;
    const std::string bytes = tokenizer_.bytes(token);
    return !bytes.empty() && bytes.size() <= TokenTrie::maxTokenBytes && acceptText(bytes);
}

}  // namespace grammar

base::Result<std::unique_ptr<TokenConstraint>> makeGrammar(const std::string& gbnf,
                                                           const Tokenizer& tokenizer) {
    return grammar::GrammarConstraint::create(gbnf, tokenizer);
}

}  // namespace hearth::engine
