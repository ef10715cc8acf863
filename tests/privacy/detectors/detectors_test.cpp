// One table for each identifier: cases/NAME.txt names the kind in its first line; then "+ text" with what is
// to be found in [[ ]], at any score, and "- text" where nothing is.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "detectors/registry.h"
#include "privacy/finder.h"

namespace hearth::privacy {
namespace {

namespace fs = std::filesystem;

const Finder& finder() {
    static const Finder finder;
    return finder;
}

fs::path folder() {
    return fs::path(HEARTH_SOURCE) / "tests/privacy/detectors/cases";
}

std::vector<std::string> tables() {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(folder())) out.push_back(entry.path().stem().string());
    std::sort(out.begin(), out.end());
    return out;
}

// The text with what is found of the kind in [[ ]].
std::string marked(const std::string& text, const std::string& kind) {
    FindOptions options;
    options.kinds = {kind};
    options.minScore = 0;
    std::string out;
    std::size_t at = 0;
    for (const Finding& finding : finder().find(text, options)) {
        out += text.substr(at, finding.start - at) + "[[" +
               text.substr(finding.start, finding.end - finding.start) + "]]";
        at = finding.end;
    }
    return out + text.substr(at);
}

std::string withoutMarks(std::string text) {
    for (const char* mark : {"[[", "]]"})
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.erase(at, 2);
    return text;
}

class DetectorTable : public testing::TestWithParam<std::string> {};

TEST_P(DetectorTable, FindsWhatItSays) {
    std::ifstream in(folder() / (GetParam() + ".txt"));
    std::string kind;
    ASSERT_TRUE(std::getline(in, kind));
    int cases = 0;
    for (std::string line; std::getline(in, line); ++cases) {
        ASSERT_GT(line.size(), 2U);
        const std::string expected = line.substr(2);
        EXPECT_EQ(line[0] == '+', expected.find("[[") != std::string::npos) << line;
        EXPECT_EQ(marked(withoutMarks(expected), kind), expected);
    }
    EXPECT_GE(cases, 2);
}

INSTANTIATE_TEST_SUITE_P(Identifiers, DetectorTable, testing::ValuesIn(tables()),
                         [](const auto& table) { return table.param; });

TEST(Detectors, EachHasATable) {
    std::set<std::string> covered;
    for (const std::string& table : tables()) {
        std::ifstream in(folder() / (table + ".txt"));
        std::string kind;
        std::getline(in, kind);
        covered.insert(kind);
    }
    for (const Detector& detector : allDetectors())
        EXPECT_EQ(covered.count(detector.kind), 1U) << detector.kind;
}

TEST(Finder, PrefersTheLikelierAndSaysWhy) {
    const std::vector<Finding> found = finder().find("my card is 4111111111111111, my SSN 536-90-4399");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].kind, "CREDIT_CARD");
    EXPECT_TRUE(found[0].checked);
    EXPECT_NE(found[0].why.find("card"), std::string::npos);
    EXPECT_EQ(found[1].kind, "US_SSN");
    EXPECT_TRUE(finder().find("4111111111111112 is no card").empty());
}

TEST(Finder, StandsHostileInput) {
    for (const std::string& piece : {std::string("1"), std::string("1-"), std::string("a@"), std::string(":"),
                                     std::string("-----BEGIN PRIVATE KEY-----"), std::string("\xFF\x80"),
                                     std::string("555-123-4567 "), std::string("eyJ")}) {
        std::string text;
        while (text.size() < 50000) text += piece;
        FindOptions options;
        options.minScore = 0;
        for (const Finding& finding : finder().find(text, options)) {
            EXPECT_LT(finding.start, finding.end);
            EXPECT_LE(finding.end, text.size());
        }
    }
}

}  // namespace
}  // namespace hearth::privacy
