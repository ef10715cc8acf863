#include "text/tokenizers/unicode.h"

#include <gtest/gtest.h>

#include <vector>

namespace hearth::engine::unicode {
namespace {

TEST(Unicode, Categories) {
    const std::pair<char32_t, Category> cases[] = {
        {'a', Ll},      {'A', Lu},        {'1', Nd},     {' ', Zs},    {'_', Pc},     {'$', Sc},
        {'\n', Cc},     {0xE9, Ll},       {0x1C5, Lt},   {0x2B0, Lm},  {0x6F22, Lo},  {0x301, Mn},
        {0x2160, Nl},   {0xB2, No},       {0x2028, Zl},  {0x200D, Cf}, {0xE000, Co},  {0xD800, Cs},
        {0x378, Cn},    {0x1F600, So},    {0x10400, Lu}, {0xAC, Sm},   {0x2F800, Lo}, {0x10FFFF, Cn},
        {0x110000, Cn}, {0xFFFFFFFF, Cn}, {0x20000, Lo}, {0x3000, Zs}};
    for (const auto& [code, expected] : cases)
        EXPECT_EQ(category(code), expected) << std::hex << unsigned{code};
}

TEST(Unicode, WhiteSpaceIsTheListOfTheStandard) {
    std::vector<unsigned> found;
    for (char32_t code = 0; code <= 0x10FFFF; ++code)
        if (isWhiteSpace(code)) found.push_back(code);
    EXPECT_EQ(found,
              (std::vector<unsigned>{0x9,    0xA,    0xB,    0xC,    0xD,    0x20,   0x85,   0xA0,   0x1680,
                                     0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008,
                                     0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}));
}

TEST(Unicode, FoldingTakesAccentsAndCapitals) {
    const std::pair<std::u32string, std::u32string> cases[] = {
        {U"aZ9", U"az9"},       {U"\u00C9\u00E5", U"ea"},           {U"e\u0301", U"e"},
        {U"\u1EC6", U"e"},      {U"\uAC01", U"\u1100\u1161\u11A8"}, {U"\u0130", U"i"},
        {U"\u00DF", U"\u00DF"}, {U"\u0410\u0419", U"\u0430\u0438"}, {U"\U00010400", U"\U00010428"}};
    for (const auto& [text, expected] : cases) {
        std::u32string folded;
        for (const char32_t code : text) appendFolded(folded, code);
        EXPECT_EQ(folded, expected);
    }
}

}  // namespace
}  // namespace hearth::engine::unicode
