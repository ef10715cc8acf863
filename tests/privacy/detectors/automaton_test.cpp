#include "detectors/automaton.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <random>

#include "detectors/registry.h"

namespace hearth::privacy {
namespace {

namespace fs = std::filesystem;

re2::RE2::Options bytes() {
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    return options;
}

// Patterns in one automaton, and each by itself as RE2 reads it.
class Both {
  public:
    void add(const char* text) {
        const auto expression = parseExpression(text);
        if (!expression || longestMatch(*expression) == unbounded) return;
        automaton_.add(*expression);
        single_.push_back(std::make_unique<re2::RE2>(text, bytes()));
    }
    void finish() {
        automaton_.finish();
        walker_ = std::make_unique<Walker>(automaton_);
    }
    std::size_t size() const { return single_.size(); }

    void compare(const std::string& text) {
        for (std::size_t start = 0; start < text.size(); ++start) {
            std::map<std::size_t, std::size_t> expected;
            for (std::size_t i = 0; i < single_.size(); ++i) {
                re2::StringPiece found;
                if (single_[i]->Match(text, start, text.size(), re2::RE2::ANCHOR_START, &found, 1))
                    expected[i] = start + found.size();
            }
            std::map<std::size_t, std::size_t> walked;
            for (const Walker::Hit& hit : walker_->walk(text, start, text.size()))
                walked[hit.pattern] = hit.end;
            ASSERT_EQ(walked, expected) << "at " << start << " of " << text;
        }
    }

  private:
    Automaton automaton_;
    std::vector<std::unique_ptr<re2::RE2>> single_;
    std::unique_ptr<Walker> walker_;
};

TEST(Automaton, MatchesAsRe2Does) {
    Both both;
    for (const char* pattern :
         {"a|ab", "ab|a", "(?:a|ab)(?:c|bcd)?", "\\b\\d{2,4}\\b", "a{0,3}b?", "(?i)St[r-t]x{2}", "[^a-c]d",
          "\\W\\b\\w", "x?$", "(?:a?b?){3}c", "[-+]?\\d", "a(?:b|)c", "\xC2\xB0[EW\\d]"})
        both.add(pattern);
    ASSERT_EQ(both.size(), 13U);
    both.finish();
    std::mt19937 random(2);
    const std::string letters =
        "abcdxsSTt12 -+_\xC2\xB0"
        "E.";
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (unsigned i = 0; i < random() % 12; ++i) text += letters[random() % letters.size()];
        both.compare(text);
    }
}

TEST(Automaton, MatchesAsRe2DoesOnAllPatternsOfTheDetectors) {
    Both both;
    std::size_t all = 0;
    for (const Detector& detector : allDetectors())
        for (const Pattern& pattern : detector.patterns) {
            both.add(pattern.expression);
            ++all;
        }
    both.finish();
    EXPECT_GT(both.size(), all * 3 / 4);
    std::mt19937 random(3);
    for (const auto& entry : fs::directory_iterator(HEARTH_SOURCE "/tests/privacy/detectors/cases")) {
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);)
            if (line.size() > 2) {
                line = line.substr(2);
                both.compare(line);
                line[random() % line.size()] = "0 -aZ."[random() % 6];
                both.compare(line);
            }
    }
}

TEST(Expression, LeavesToRe2WhatItDoesNotKnow) {
    for (const char* text : {"a.b", "^a", "a*?", "[[:alpha:]]", "(?P<x>a)", "\\pL", "a{", "(a", "a)", "[a"})
        EXPECT_FALSE(parseExpression(text)) << text;
    EXPECT_EQ(longestMatch(*parseExpression("a{2,5}(?:bc|d)?")), 7U);
    EXPECT_EQ(longestMatch(*parseExpression("(?:ab+)?")), unbounded);
    EXPECT_TRUE(hasGroup(*parseExpression("(?:a(b))?")));
    EXPECT_FALSE(hasGroup(*parseExpression("(?:a)?")));
}

}  // namespace
}  // namespace hearth::privacy
