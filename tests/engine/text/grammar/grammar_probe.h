// What tests ask of a grammar: does it take a text, byte by byte and by random tokens?
#pragma once

#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/constraint.h"
#include "fakes/fake_tokenizer.h"

namespace hearth::engine::grammar {

// Feeds `text` byte by byte: how many bytes were taken, and is it complete then?
struct Fed {
    std::size_t taken = 0;
    bool complete = false;
};

inline Fed feed(TokenConstraint& constraint, std::string_view text) {
    Fed out;
    for (char c : text) {
        if (!constraint.accept(static_cast<TokenId>(static_cast<unsigned char>(c)))) break;
        ++out.taken;
    }
    out.complete = constraint.complete();
    return out;
}

inline bool matches(const std::string& grammar, std::string_view text) {
    static const tests::FakeTokenizer bytes;
    auto constraint = makeGrammar(grammar, bytes);
    if (!constraint) throw std::runtime_error(constraint.error().text() + "\n" + grammar);
    const Fed fed = feed(**constraint, text);
    return fed.taken == text.size() && fed.complete;
}

// Draws allowed tokens until an end token; ends as soon as it may after `patience` tokens. Every mask must
// hold a token, and every token of it must be accepted. The text, or "?" where that failed.
inline std::string randomAnswer(TokenConstraint& constraint, const Tokenizer& tokenizer, unsigned seed,
                                int patience) {
    std::mt19937 random(seed);
    std::string out;
    TokenMask mask(tokenizer.size());
    for (int n = 0; n < patience * 20; ++n) {
        constraint.allowed(mask);
        std::vector<TokenId> choices;
        TokenId end = -1;
        for (TokenId id = 0; id < tokenizer.size(); ++id) {
            if (!mask.test(id)) continue;
            choices.push_back(id);
            if (tokenizer.isEnd(id)) end = id;
        }
        if (choices.empty()) return "?";
        TokenId next = choices[random() % choices.size()];
        if (n >= patience && end >= 0) next = end;
        if (!constraint.accept(next)) return "?";
        if (tokenizer.isEnd(next)) return constraint.complete() ? out : "?";
        out += tokenizer.bytes(next, true);
    }
    return "?";
}

}  // namespace hearth::engine::grammar
