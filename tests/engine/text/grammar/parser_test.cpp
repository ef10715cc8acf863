#include <gtest/gtest.h>

#include "text/grammar/program.h"

namespace hearth::engine::grammar {
namespace {

struct Bad {
    const char* name;
    const char* text;
    const char* message;  // part of it
    const char* where;
};

class BadGrammar : public testing::TestWithParam<Bad> {};

TEST_P(BadGrammar, SaysWhatAndWhere) {
    const auto program = parseGrammar(GetParam().text);
    ASSERT_FALSE(program.has_value());
    EXPECT_EQ(program.error().code, base::ErrorCode::InvalidInput);
    EXPECT_NE(program.error().message.find(GetParam().message), std::string::npos) << program.error().text();
    EXPECT_EQ(program.error().where, GetParam().where) << program.error().text();
}

INSTANTIATE_TEST_SUITE_P(
    All, BadGrammar,
    testing::Values(
        Bad{"empty", "", "no rule named root", "line 1, column 1"},
        Bad{"noRoot", "a ::= \"x\"", "no rule named root", "line 1, column 10"},
        Bad{"undefined", "root ::= \"a\" \n  | item", "rule item is used but never defined",
            "line 2, column 5"},
        Bad{"twice", "root ::= \"a\"\nroot ::= \"b\"", "root is defined twice", "line 2, column 1"},
        Bad{"noArrow", "root = \"a\"", "expected ::=", "line 1, column 6"},
        Bad{"notAName", "!root ::= \"a\"", "expected a rule", "line 1, column 1"},
        Bad{"openLiteral", "root ::= \"abc", "missing closing \"", "line 1, column 14"},
        Bad{"literalAcrossLines", "root ::= \"ab\nc\"", "before the end of the line", "line 1, column 13"},
        Bad{"openClass", "root ::= [ab", "missing closing ]", "line 1, column 13"},
        Bad{"emptyClass", "root ::= []", "no character", "line 1, column 10"},
        Bad{"backwards", "root ::= [z-a]", "runs backwards", "line 1, column 11"},
        Bad{"openGroup", "root ::= (\"a\" | \"b\"", "never closed", "line 1, column 10"},
        Bad{"strayClose", "root ::= \"a\")", "never opened", "line 1, column 13"},
        Bad{"strayStar", "root ::= * \"a\"", "'*' cannot stand here", "line 1, column 10"},
        Bad{"badEscape", "root ::= \"\\q\"", "unknown escape", "line 1, column 12"},
        Bad{"badHex", "root ::= \"\\u12G4\"", "4 hexadecimal digits", "line 1, column 13"},
        Bad{"surrogate", "root ::= \"\\uD800\"", "no Unicode character", "line 1, column 13"},
        Bad{"count", "root ::= \"a\"{3,2}", "least count is above", "line 1, column 13"},
        Bad{"hugeCount", "root ::= \"a\"{99999}", "up to 65536", "line 1, column 14"},
        Bad{"openCount", "root ::= \"a\"{2", "expected }", "line 1, column 15"},
        Bad{"emptyCount", "root ::= \"a\"{}", "expected a count", "line 1, column 13"},
        Bad{"malformed", "root ::= \"\xFF\"", "malformed UTF-8", "line 1, column 11"},
        Bad{"columnsAreCharacters", "root ::= \"äöü\" %", "cannot stand here", "line 1, column 16"},
        Bad{"leftRecursion", "root ::= expr\nexpr ::= expr \"+\" \"1\" | \"1\"",
            "rule expr begins with itself", "line 2, column 1"},
        Bad{"circle", "root ::= \"x\" a\na ::= b \"1\" | \"0\"\nb ::= c\nc ::= a", "begins with itself",
            "line 2, column 1"},
        Bad{"behindEmpty", "root ::= ws root \"x\" | \"y\"\nws ::= \" \"*", "rule root begins with itself",
            "line 1, column 1"},
        Bad{"inGroup", "root ::= (\"a\"? root)* \"b\"", "rule root begins with itself", "line 1, column 1"},
        Bad{"neverEnds", "root ::= \"a\" | more\nmore ::= \"b\" more", "rule more can never end",
            "line 2, column 1"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(ParseGrammar, TooManySymbolsAreAnError) {
    std::string text = "root ::= a\n";
    for (char c = 'a'; c < 't'; ++c)
        text += std::string(1, c) + " ::= " + static_cast<char>(c + 1) + "{65536}\n";
    text += "t ::= \"x\"\n";
    const auto program = parseGrammar(text);
    ASSERT_FALSE(program.has_value());
    EXPECT_NE(program.error().message.find("too large"), std::string::npos) << program.error().text();
}

TEST(ParseGrammar, DeepParenthesesAreAnError) {
    const auto program =
        parseGrammar("root ::= " + std::string(5000, '(') + "\"a\"" + std::string(5000, ')'));
    ASSERT_FALSE(program.has_value());
    EXPECT_NE(program.error().message.find("parentheses"), std::string::npos);
}

TEST(CharSet, NormalizesAndNegates) {
    CharSet set;
    set.add('c', 'f');
    set.add('a', 'b');
    set.add('x', 'x');
    set.normalize(false);
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> expected = {{'a', 'f'}, {'x', 'x'}};
    EXPECT_EQ(set.ranges(), expected);
    CharSet all;
    all.normalize(true);
    EXPECT_TRUE(all.contains(0) && all.contains(0x10FFFF));
    EXPECT_FALSE(all.contains(0xD800) || all.contains(0xDFFF) || all.intersects(0xD900, 0xDA00));
    EXPECT_TRUE(all.intersects(0xD700, 0xDA00));
    all.normalize(true);
    EXPECT_TRUE(all.empty());
}

}  // namespace
}  // namespace hearth::engine::grammar
