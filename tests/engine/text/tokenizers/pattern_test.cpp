#include "text/tokenizers/pattern.h"

#include <gtest/gtest.h>

namespace hearth::engine {
namespace {

struct Case {
    std::string expression;
    std::string text;
    std::size_t matched;  // characters from the start
};

class PatternTable : public testing::TestWithParam<Case> {};

TEST_P(PatternTable, Matches) {
    const auto pattern = Pattern::compile(GetParam().expression);
    ASSERT_TRUE(pattern) << GetParam().expression;
    const CodePoints text(GetParam().text);
    EXPECT_EQ(pattern->match(text.codes, 0), GetParam().matched)
        << GetParam().expression << " on \"" << GetParam().text << "\"";
}

INSTANTIATE_TEST_SUITE_P(
    Table, PatternTable,
    testing::Values(Case{"abc", "abcd", 3}, Case{"abc", "ab", 0}, Case{"a|ab", "ab", 1},
                    Case{"ab|a", "ac", 1}, Case{"x|y|zz", "zz", 2}, Case{"a?b", "b", 1},
                    Case{"a*ab", "aaab", 4}, Case{"a*+ab", "aaab", 0}, Case{"a{2}", "aaa", 2},
                    Case{"a{2,}", "aaaa", 4}, Case{"a{1,3}", "aaaa", 3}, Case{"a{2}", "ab", 0},
                    Case{".+", "ab\nc", 2}, Case{"[a-c]+", "abcd", 3}, Case{"[^a-c]+", "xyzb", 3},
                    Case{"[a\\-]+", "a-b", 2}, Case{"[\\r\\n]+", "\r\n ", 2}, Case{"\\p{L}+", "aé漢!", 3},
                    Case{"\\P{L}+", "1!a", 2}, Case{"\\p{N}{1,3}", "12345", 3}, Case{"\\p{N}+", "1²Ⅷ", 3},
                    Case{"\\p{Lu}\\p{Ll}+", "Éa", 2}, Case{"\\s+", " \t\xC2\xA0\xE3\x80\x80x", 4},
                    Case{"\\s+(?!\\S)", "   x", 2}, Case{"\\s+(?!\\S)", "   ", 3},
                    Case{"\\s+(?!\\S)", " x", 0}, Case{"a(?=b)", "ab", 1}, Case{"a(?=b)", "ac", 0},
                    Case{"(?i:'s|'LL)", "'S", 2}, Case{"(?i:'s|'LL)", "'ll", 3}, Case{"'s", "'S", 0},
                    Case{"(?i:s)", "\xC5\xBF", 1}, Case{"a(?:bc)?d", "abcd", 4}, Case{"a(?:bc)?d", "ad", 2},
                    Case{"a(?:b|c|d)e", "ade", 3}, Case{"(?:a|b)?(?:c|d)", "d", 1},
                    Case{"[^\\s]+", "\xFF\x80z", 3}, Case{"\\p{L}", "\xFF", 0}, Case{"一", "一", 1},
                    Case{"[一-龥]+", "漢字a", 2}, Case{"a", "", 0}));

TEST(Pattern, MalformedExpressionsAreErrors) {
    for (const char* expression : {"(", "a)", "[a", "a{", "a{x}", "\\p{Quux}", "(?:a)+", "(?!a"})
        EXPECT_FALSE(Pattern::compile(expression)) << expression;
}

TEST(CodePoints, KnowWhereEachCharacterBegins) {
    const CodePoints text("a\xC3\xA9\xFF");
    EXPECT_EQ(text.codes, (std::vector<char32_t>{'a', 0xE9, 0x1100FF}));
    EXPECT_EQ(text.offsets, (std::vector<std::uint32_t>{0, 1, 3, 4}));
}

}  // namespace
}  // namespace hearth::engine
