#include "loop/normalized_text.h"

#include <gtest/gtest.h>

namespace hearth::agent {
namespace {

TEST(NormalizedText, LowersAndCollapses) {
    const std::pair<const char*, const char*> cases[] = {{"Lunch with ANA", "lunch with ana"},
                                                         {"  a \t\n b  ", "a b"},
                                                         {"", ""},
                                                         {"   ", ""},
                                                         {"ÉCOLE Straße", "école straße"},
                                                         {"a\u00A0b\u3000c", "a b c"},
                                                         {"bad \xFF\xC3 bytes", "bad \xFF\xC3 bytes"}};
    for (const auto& [from, to] : cases) EXPECT_EQ(NormalizedText(from).text(), to) << from;
}

TEST(NormalizedText, LeadsBackToTheUsersSpelling) {
    const std::string original = "  Lunch  with\tMy ÉTUDE Sister ";
    const NormalizedText normalized(original);
    const std::pair<const char*, const char*> cases[] = {{"lunch", "Lunch"},
                                                         {"with my étude", "with\tMy ÉTUDE"},
                                                         {"sister", "Sister"},
                                                         {"lunch with", "Lunch  with"}};
    for (const auto& [value, spelled] : cases) {
        const std::size_t at = normalized.text().find(value);
        ASSERT_NE(at, std::string::npos);
        const auto [begin, end] = normalized.origin(at, at + std::string(value).size());
        EXPECT_EQ(original.substr(begin, end - begin), spelled);
    }
    EXPECT_EQ(normalized.origin(3, 3), (std::pair<std::size_t, std::size_t>(0, 0)));
    EXPECT_EQ(normalized.origin(0, 999), (std::pair<std::size_t, std::size_t>(0, 0)));
}

// A character whose lower case has another length in bytes.
TEST(NormalizedText, KeepsPlacesWhereLengthsChange) {
    const std::string original = "\u2126 Ⱥ x";  // OHM SIGN: three bytes, its lower case two; Ⱥ: two, three
    const NormalizedText normalized(original);
    const std::size_t at = normalized.text().find('x');
    const auto [begin, end] = normalized.origin(at, at + 1);
    EXPECT_EQ(original.substr(begin, end - begin), "x");
}

}  // namespace
}  // namespace hearth::agent
