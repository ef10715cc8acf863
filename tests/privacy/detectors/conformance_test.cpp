// The cases that other detectors of personal data are tested with: most must be found with their exact
// spans, and few of the negative ones flagged.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "privacy/finder.h"

namespace hearth::privacy {
namespace {

using Json = nlohmann::json;
using Spans = std::set<std::pair<std::size_t, std::size_t>>;

// The data's spans count characters, the finder's bytes.
std::size_t characters(const std::string& text, std::size_t bytes) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes; at += base::decodeUtf8(text, at).length) ++count;
    return count;
}

// Whether the named kinds, and nothing but them, are found where the case says.
bool holds(const Finder& finder, const Json& test) {
    FindOptions options;
    options.minScore = 0;
    options.kinds = test["entities"].get<std::vector<std::string>>();
    const std::string text = test["text"];
    const std::vector<Finding> findings = finder.find(text, options);
    if (findings.size() != test["expected_count"].get<std::size_t>()) return false;
    if (test["spans"].is_null() || test["spans"].empty()) return true;
    Spans expected;
    for (const Json& span : test["spans"]) {
        if (span.is_null() || span["start"].is_null()) return true;
        expected.emplace(span["start"], span["end"]);
    }
    Spans found;
    for (const Finding& finding : findings)
        found.emplace(characters(text, finding.start), characters(text, finding.end));
    return found == expected;
}

TEST(DetectorConformance, FindsWhatIsThereAndLittleElse) {
    const std::filesystem::path file =
        std::filesystem::path(HEARTH_SHARED) / "conformance/pii/presidio_tests.jsonl";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "no cases at " << file;
    const base::Result<Finder> finder = Finder::withNames(HEARTH_SOURCE "/assets/models/names.tagger");
    ASSERT_TRUE(finder) << finder.error().text();
    std::map<bool, std::pair<int, int>> counts;  // positive or not: those that hold, all
    std::ifstream in(file);
    std::string failures;
    for (std::string line; std::getline(in, line);) {
        const Json test = Json::parse(line);
        auto& [held, all] = counts[test["expected_count"] > 0];
        const bool ok = holds(*finder, test);
        ++all;
        held += ok ? 1 : 0;
        if (!ok)
            failures +=
                test["entities"][0].get<std::string>() + ": " + test["text"].get<std::string>() + "\n";
    }
    RecordProperty("positive", counts[true].first);
    EXPECT_GE(counts[true].first, counts[true].second * 0.95) << failures;
    EXPECT_GE(counts[false].first, counts[false].second * 0.97) << failures;
    std::printf("positive %d of %d, negative %d of %d\n%s", counts[true].first, counts[true].second,
                counts[false].first, counts[false].second, failures.c_str());
}

// Numbers by themselves, whose check digits are right or wrong.
TEST(DetectorConformance, TellsRightCheckDigitsFromWrongOnes) {
    const std::filesystem::path file =
        std::filesystem::path(HEARTH_SHARED) / "conformance/pii/presidio_validators.jsonl";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "no cases at " << file;
    const Finder finder;
    int held = 0;
    int all = 0;
    std::ifstream in(file);
    std::string failures;
    for (std::string line; std::getline(in, line);) {
        const Json test = Json::parse(line);
        if (test["expected"].is_null()) continue;
        FindOptions options;
        options.minScore = 0;
        options.kinds = {test["entity"].get<std::string>()};
        const std::string number = test["number"];
        const std::vector<Finding> findings = finder.find(number, options);
        const bool whole = findings.size() == 1 && findings[0].end - findings[0].start == number.size();
        const bool ok = whole == test["expected"].get<bool>();
        ++all;
        held += ok ? 1 : 0;
        if (!ok) failures += options.kinds[0] + ": " + number + "\n";
    }
    EXPECT_GT(all, 50);
    EXPECT_GE(held, all * 0.97) << failures;
}

}  // namespace
}  // namespace hearth::privacy
