#include <gtest/gtest.h>

#include <random>

#include "masking/stand_ins.h"
#include "privacy/masking.h"

namespace hearth::privacy {
namespace {

// Identifiers alone need no model.
const Finder& finder() {
    static const Finder finder;
    return finder;
}

// With names, from the model in assets.
const Finder& namesFinder() {
    static const base::Result<Finder> finder = Finder::withNames(HEARTH_SOURCE "/assets/models/names.tagger");
    return *finder;
}

std::string fed(const StandInMatcher& matcher, const std::string& text, std::size_t piece) {
    StreamRestorer restorer(matcher);
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += piece) out += restorer.feed(text.substr(at, piece));
    return out + restorer.finish();
}

const std::vector<std::string> pieces = {"Anna Smith",
                                         "Call Bob at +44 20 7123 4567.",
                                         "my SSN is 536-90-4399",
                                         "card 4111111111111111",
                                         "\n",
                                         "IBAN GB29NWBK60161331926819",
                                         "ana@example.com",
                                         "born on 12/03/1984",
                                         "I live in Paris",
                                         "the cat sat",
                                         "x",
                                         "7",
                                         "é",
                                         "Clarinda",
                                         "site1234.example.org",
                                         "3 May 2021",
                                         "10.1.2.3",
                                         "I am 45 years old",
                                         "Anna's dog"};

TEST(Masker, RestoresWhatItMaskedInAnyCombination) {
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        Masker masker(namesFinder(), random());
        std::vector<std::pair<std::string, std::string>> turns;
        for (int turn = 0; turn < 4; ++turn) {
            std::string text;
            for (int i = 0; i < 5; ++i) text += pieces[random() % pieces.size()] + (i % 2 == 0 ? " " : ", ");
            turns.emplace_back(text, masker.mask(text));
            for (const Finding& finding : namesFinder().find(text)) {
                const std::string value = text.substr(finding.start, finding.end - finding.start);
                if (value.size() > 3) {
                    EXPECT_EQ(turns.back().second.find(value), std::string::npos) << text;
                }
            }
        }
        for (const auto& [text, masked] : turns) {
            EXPECT_EQ(masker.restore(masked), text) << masked;
            EXPECT_EQ(fed(masker.matcher(), masked, 1 + random() % 9), text) << masked;
        }
    }
}

TEST(Masker, KeepsStandInsWithinAConversation) {
    Masker masker(namesFinder(), 5);
    const std::string first = masker.mask("My name is Anna Smith.");
    const std::string again = masker.mask("Hello, I am Anna Smith again.");
    ASSERT_FALSE(masker.replacements().empty());
    const std::string standIn = masker.replacements().front().standIn;
    EXPECT_NE(first.find(standIn), std::string::npos);
    EXPECT_NE(again.find(standIn), std::string::npos);
}

TEST(Masker, NumbersKeepTheirFormAndFailTheirCheck) {
    for (const std::string text :
         {"card 4111111111111111", "IBAN GB29NWBK60161331926819", "CPF 529.982.247-25"}) {
        Masker masker(finder(), 3);
        const std::string masked = masker.mask(text);
        ASSERT_EQ(masked.size(), text.size());
        EXPECT_NE(masked, text);
        FindOptions options;
        options.kinds = {masker.replacements().front().kind};
        options.minScore = 0;
        for (const Finding& finding : finder().find(masked, options)) EXPECT_FALSE(finding.checked) << masked;
    }
}

TEST(Masker, MovesDatesTogetherInTheirForm) {
    const std::string iso = shiftedDate("2021-05-03", 9);
    EXPECT_EQ(iso.size(), 10U);
    EXPECT_LT(iso, "2020-01-01");
    EXPECT_EQ(shiftedDate("03.05.2021", 9),
              iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4));
    EXPECT_EQ(shiftedDate("no date", 9), "");
    EXPECT_NE(shiftedDate("3 May 2021", 9).find(iso.substr(0, 4)), std::string::npos);
}

TEST(StreamRestorer, RestoresAcrossChunksAndEndings) {
    StandInMatcher matcher;
    matcher.add("Clara", "Anna");
    matcher.add("Clara Weston", "Anna Smith");
    const struct {
        const char* masked;
        const char* restored;
    } cases[] = {{"Clara said so.", "Anna said so."},
                 {"Claras Hund", "Annas Hund"},
                 {"Clara Weston!", "Anna Smith!"},
                 {"Clara Westfall", "Anna Westfall"},
                 {"Clarabella", "Clarabella"},
                 {"and so did Clara", "and so did Anna"},
                 {"(Clara), \"Clara\"", "(Anna), \"Anna\""},
                 {"declara", "declara"}};
    for (const auto& [masked, restored] : cases) {
        EXPECT_EQ(matcher.restore(masked), restored);
        for (std::size_t piece = 1; piece < 8; ++piece)
            EXPECT_EQ(fed(matcher, masked, piece), restored) << piece;
    }
}

}  // namespace
}  // namespace hearth::privacy
