#include "markup/cited_text.h"

#include <gtest/gtest.h>

namespace hearth::app {
namespace {

agent::DocumentAnswer withSources(int count) {
    agent::DocumentAnswer out;
    for (int i = 1; i <= count; ++i) {
        agent::Source source;
        source.number = i;
        out.sources.push_back(source);
    }
    return out;
}

TEST(CitedTextTest, NumbersOfSourcesBecomeLinks) {
    const auto documents = withSources(2);
    const std::pair<const char*, const char*> kCases[] = {
        {"It is 800 [1].", "It is 800 [\u20091\u2009](hearth-source:1)."},
        {"Both [1][2]", "Both [\u20091\u2009](hearth-source:1)[\u20092\u2009](hearth-source:2)"},
        {"No [3], [0], [x], \\[1\\], [12345]", "No [3], [0], [x], \\[1\\], [12345]"},
        {"[1", "[1"},
        {"", ""}};
    for (const auto& [text, expected] : kCases) EXPECT_EQ(citedText(text, documents), expected) << text;
}

TEST(CitedTextTest, WhatNoPassageSupportsIsALinkToo) {
    auto documents = withSources(1);
    const std::string text = "It is 800 [1]. Pets [sic] are allowed. It ends [1]";
    const auto statement = [&](const std::string& words, std::vector<int> sources) {
        const std::size_t begin = text.find(words);
        documents.statements.push_back({begin, begin + words.size(), std::move(sources), false});
    };
    statement("Pets [sic] are allowed.", {});
    statement("It ends [1]", {1});
    EXPECT_EQ(
        citedText(text, documents),
        "It is 800 [\u20091\u2009](hearth-source:1). [Pets \\[sic\\] are allowed.](hearth-unsupported:0) "
        "[It ends](hearth-unsupported:1) [\u20091\u2009](hearth-source:1)");
}

TEST(CitedTextTest, StatementsThatDoNotFitTheTextAreLeftAlone) {
    auto documents = withSources(1);
    documents.statements.push_back({5, 500, {}, false});
    EXPECT_EQ(citedText("short", documents), "short");
}

}  // namespace
}  // namespace hearth::app
