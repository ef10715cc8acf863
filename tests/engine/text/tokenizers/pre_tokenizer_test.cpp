#include "text/tokenizers/pre_tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearth::engine {
namespace {

std::vector<std::string> words(const std::string& name, const std::string& text) {
    const auto tokenizer = PreTokenizer::make(name);
    EXPECT_TRUE(tokenizer) << name;
    std::vector<std::uint32_t> ends;
    tokenizer->split(text, ends);
    std::vector<std::string> out;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ends) {
        out.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    EXPECT_EQ(begin, text.size());
    return out;
}

struct Case {
    std::string name;
    std::string text;
    std::vector<std::string> words;
};

class PreTokenizerTable : public testing::TestWithParam<Case> {};

TEST_P(PreTokenizerTable, CutsIntoWords) {
    EXPECT_EQ(words(GetParam().name, GetParam().text), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Table, PreTokenizerTable,
    testing::Values(
        Case{"gpt-2", "", {}},
        Case{"gpt-2", "I'm  here, 2024!", {"I", "'m", " ", " here", ",", " 2024", "!"}},
        Case{"gpt-2", "I'M", {"I", "'", "M"}}, Case{"gpt-2", "a\n\n b", {"a", "\n\n", " b"}},
        Case{"gpt-2", "end  ", {"end", "  "}},
        Case{"llama-bpe",
             "I'M (ok) 12345\n\n x",
             {"I", "'M", " (", "ok", ")", " ", "123", "45", "\n\n", " x"}},
        Case{"llama-bpe", "a.\n\nb", {"a", ".\n\n", "b"}}, Case{"qwen2", "x 123", {"x", " ", "1", "2", "3"}},
        Case{"starcoder", "ab12 c", {"ab", "1", "2", " c"}},
        Case{"falcon", "a 12345, b!", {"a", " ", "123", "45", ",", " b", "!"}},
        Case{"deepseek-coder", "a 漢字\nb12", {"a", " ", "漢字", "\n", "b", "1", "2"}},
        Case{"gpt-4o", "HelloWorld's /x", {"Hello", "World's", " /", "x"}},
        Case{"tekken", "ABc 12", {"ABc", " ", "1", "2"}},
        Case{"default", "a. 12345", {"a", ".", " ", "123", "45"}},
        Case{"deepseek-llm", "Hi 漢字!  \n12 ", {"Hi", " ", "漢字", "!", "  ", "\n", "12", " "}},
        Case{"deepseek-v3", "x=12345 漢字.foo", {"x", "=", "123", "45", " ", "漢字", ".foo"}},
        Case{"kimi-k2", "漢字ABc's 1234", {"漢字", "ABc's", " ", "123", "4"}},
        Case{"bloom", "Hi, (you) x", {"Hi", ", (", "you", ")", " x"}},
        Case{"viking", "ab12 c", {"ab", "1", "2", " c"}},
        Case{"superbpe", "a 1234567 b", {"a ", "1", "234", "567", " b"}},
        Case{"seed-coder", "a!!\nb", {"a", "!!", "\n", "b"}},
        Case{"bailingmoe", "It's 12\n\n", {"It", "'s", " ", "1", "2", "\n\n"}},
        Case{"grok-2", "x 12", {"x", " ", "1", "2"}}, Case{"jais-2", "a     b", {"a", "    ", " b"}},
        Case{"jais-2", "a    b", {"a", "  ", " ", " b"}},
        Case{"exaone-moe", "It's a test 12", {"It", "'s", " a test", " ", "1", "2"}},
        Case{"afmoe", "a 1234567,漢字.foo b", {"a", " ", "1", "234", "567", ",", "漢字", ".foo", " b"}},
        Case{"tiny_aya", "x 1234 HelloWorld", {"x", " ", "1", "234", " Hello", "World"}},
        Case{"gemma4", "a b\n\nc", {"a b", "\n\n", "c"}}));

TEST(PreTokenizer, EveryKnownNameCompilesAndLosesNothing) {
    const auto unknown = PreTokenizer::make("quux");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, base::ErrorCode::Unsupported);
    std::string known = unknown.error().message;
    known = known.substr(known.find("Known: ") + 7);
    known.pop_back();
    std::size_t count = 0;
    for (std::size_t at = 0; at < known.size(); ++count) {
        const std::size_t end = std::min(known.find(' ', at), known.size());
        words(known.substr(at, end - at), "It's \xFF 12345 a\r\n\t  漢é \xF0\x9F\x98\x80!! ");
        at = end + 1;
    }
    EXPECT_GE(count, 20u);
}

}  // namespace
}  // namespace hearth::engine
