#include "text/grammar/token_trie.h"

#include <gtest/gtest.h>

#include "fakes/fake_tokenizer.h"

namespace hearth::engine::grammar {
namespace {

TEST(TokenTrie, WalksToEveryTokenThatStandsForText) {
    const tests::FakeTokenizer tokenizer({"a b", "ab", "abc", "abd", "b", "é"}, {"<fn:x>"});
    const auto trie = TokenTrie::of(tokenizer);
    TokenMask mask(tokenizer.size());
    trie->walk(0, mask, [](std::int32_t, std::uint8_t) { return 0; });
    for (TokenId id = 0; id < tokenizer.size(); ++id)
        EXPECT_EQ(mask.test(id), tokenizer.kind(id) != TokenKind::Control) << id;
    EXPECT_EQ(trie->endTokens(), std::vector<TokenId>{*tokenizer.eos()});
    EXPECT_TRUE(trie->spellsByte(0) && trie->spellsByte(255));
}

TEST(TokenTrie, StepsSeeTheStateBeforeThem) {
    const tests::FakeTokenizer tokenizer({"ab", "abc", "abd", "ac", "xyz"});
    TokenMask mask(tokenizer.size());
    const std::string text = "abdx";
    TokenTrie::of(tokenizer)->walk(0, mask, [&](std::int32_t at, std::uint8_t byte) {
        return static_cast<std::uint8_t>(text[static_cast<std::size_t>(at)]) == byte ? at + 1 : -1;
    });
    for (const char* name : {"a", "ab", "abd"}) EXPECT_TRUE(mask.test(*tokenizer.find(name))) << name;
    for (const char* name : {"b", "abc", "ac", "xyz"}) EXPECT_FALSE(mask.test(*tokenizer.find(name))) << name;
}

TEST(TokenTrie, IsSharedPerTokenizer) {
    const tests::FakeTokenizer one({"ab"});
    const tests::FakeTokenizer other({"cd"});
    EXPECT_EQ(TokenTrie::of(one), TokenTrie::of(one));
    EXPECT_NE(TokenTrie::of(one), TokenTrie::of(other));
}

}  // namespace
}  // namespace hearth::engine::grammar
