#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "detectors/checks.h"
#include "masking/stand_ins.h"
#include "masking/word_lists.h"
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

// Sentences with made-up personal data, where they lie beside the checkout, and the tables of the detectors.
std::vector<std::string> manyTexts() {
    std::vector<std::string> out;
    std::ifstream sentences(HEARTH_SHARED "/conformance/pii/presidio_tests.jsonl");
    for (std::string line; std::getline(sentences, line);)
        out.push_back(nlohmann::json::parse(line)["text"].get<std::string>());
    for (const auto& entry :
         std::filesystem::directory_iterator(HEARTH_SOURCE "/tests/privacy/detectors/cases")) {
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);)
            if (line.size() > 2) out.push_back(line.substr(2));
    }
    return out;
}

TEST(Masker, GivesBackWhatItWasGivenAndLeavesNothingFound) {
    const std::vector<std::string> texts = manyTexts();
    ASSERT_GT(texts.size(), 300U);
    std::mt19937 random(21);
    for (int conversation = 0; conversation < 150; ++conversation) {
        Masker masker(namesFinder(), random());
        for (int turn = 0; turn < 4; ++turn) {
            const std::string text = texts[random() % texts.size()] + '\n' + texts[random() % texts.size()];
            const std::string masked = masker.mask(text);
            ASSERT_EQ(masker.restore(masked), text) << masked;
            ASSERT_EQ(fed(masker.matcher(), masked, 1 + random() % 9), text) << masked;
            for (const Finding& finding : namesFinder().find(text)) {
                const std::string value = text.substr(finding.start, finding.end - finding.start);
                if (value.size() > 3) {
                    EXPECT_EQ(masked.find(value), std::string::npos) << value << " of " << text << "\n"
                                                                     << masked;
                }
            }
        }
    }
}

// Where digits and where letters stand.
std::string formOf(const std::string& value) {
    std::string out = value;
    for (char& c : out) c = isDigit(c) ? '0' : isLetter(c) ? (c >= 'a' ? 'a' : 'A') : c;
    return out;
}

TEST(Masker, NumbersOfAllKindsKeepTheirFormAndFailTheirCheck) {
    std::size_t checked = 0;
    std::mt19937 random(22);
    for (const std::string& text : manyTexts()) {
        FindOptions any;
        any.minScore = 0;
        any.names = false;
        for (const Finding& finding : finder().find(text, any)) {
            if (!finding.checked) continue;
            ++checked;
            const bool hasCheckDigits = finding.kind != "PHONE_NUMBER";
            FindOptions same = any;
            same.kinds = {finding.kind};
            Masker masker(finder(), random(), same);
            const std::string masked = masker.mask(text);
            for (const Replacement& replacement : masker.replacements())
                EXPECT_EQ(formOf(replacement.standIn), formOf(replacement.original))
                    << finding.kind << ' ' << text;
            if (!hasCheckDigits) continue;
            for (const Finding& again : finder().find(masked, same)) {
                const std::string value = masked.substr(again.start, again.end - again.start);
                EXPECT_FALSE(again.checked && value == masker.replacements().front().standIn) << masked;
            }
        }
    }
    EXPECT_GT(checked, 100U);
}

TEST(Masker, GivesAPersonOneStandInOfTheSameGenderWhoeverIsNamed) {
    const struct {
        const char* name;
        const std::string_view* first;
        const std::string_view* last;
    } people[] = {{"Sarah Miller", std::begin(womensNames), std::end(womensNames)},
                  {"Anna Keller", std::begin(womensNames), std::end(womensNames)},
                  {"Robert Brown", std::begin(mensNames), std::end(mensNames)},
                  {"David Johnson", std::begin(mensNames), std::end(mensNames)}};
    for (unsigned seed = 0; seed < 20; ++seed)
        for (const auto& person : people) {
            const std::string whole = person.name;
            const std::string first = whole.substr(0, whole.find(' '));
            Masker masker(namesFinder(), seed);
            const std::string a = masker.mask("Please call " + whole + " today.");
            const std::string b = masker.mask("Yes, " + first + " said so; " + first + "s car is here.");
            ASSERT_FALSE(masker.replacements().empty()) << whole;
            const std::string standIn = masker.replacements().front().standIn;
            const std::string given = standIn.substr(0, standIn.find(' '));
            EXPECT_NE(std::find(person.first, person.last, given), person.last) << standIn;
            EXPECT_EQ(b, "Yes, " + given + " said so; " + given + "s car is here.") << a;
            EXPECT_EQ(masker.restore(given + "s answer"), first + "s answer");
        }
}

TEST(Masker, KnowsValuesAgainInTextWithoutBlanks) {
    Masker masker(finder(), 12);
    const std::string text = "我的卡号是4111111111111111，邮箱是ana@example.com。请用4111111111111111付款";
    const std::string masked = masker.mask(text);
    EXPECT_EQ(masked.find("4111111111111111"), std::string::npos) << masked;
    EXPECT_EQ(masked.find("ana@"), std::string::npos) << masked;
    EXPECT_NE(masked.find("我的卡号是"), std::string::npos) << masked;
    EXPECT_EQ(masker.restore(masked), text);
    for (std::size_t piece = 1; piece < 8; ++piece) EXPECT_EQ(fed(masker.matcher(), masked, piece), text);
}

TEST(Masker, KeepsStandInsApartFromTheWordsAroundThem) {
    for (const std::string text : {"fe8\xB0::1, AB", "x\xC3\xA9::1", "a ::1 b", "Köln::1é"}) {
        Masker masker(finder(), 13);
        const std::string masked = masker.mask(text);
        EXPECT_EQ(masker.restore(masked), text) << masked;
        for (std::size_t piece = 1; piece < 8; ++piece) EXPECT_EQ(fed(masker.matcher(), masked, piece), text);
    }
}

TEST(Masker, RestoresPartsThatComeBackAlone) {
    Masker masker(namesFinder(), 8);
    const std::string masked = masker.mask("Ship it to 12 Maple Street, Springfield 62704 please.");
    const std::size_t start = masked.find("to ") + 3;
    const std::string street = masked.substr(start, masked.find(',') - start);
    EXPECT_EQ(masker.restore("Is " + street + " right?"), "Is 12 Maple Street right?") << masked;
}

TEST(ShiftedDate, MovesAllDatesOfAConversationByTheSameDays) {
    using namespace std::chrono;
    const auto dayOf = [](const std::string& iso) {
        return sys_days(year(std::stoi(iso.substr(0, 4))) / std::stoi(iso.substr(5, 2)) /
                        std::stoi(iso.substr(8)));
    };
    std::mt19937 random(23);
    for (int round = 0; round < 300; ++round) {
        const std::uint64_t seed = random();
        std::vector<sys_days> from, to;
        for (int i = 0; i < 3; ++i) {
            const sys_days day(days(random() % 25000));
            const year_month_day date(day);
            char iso[16], german[16];
            (void)std::snprintf(iso, sizeof iso, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()),
                                unsigned(date.day()));
            (void)std::snprintf(german, sizeof german, "%02u.%02u.%04d", unsigned(date.day()),
                                unsigned(date.month()), int(date.year()));
            const std::string moved = shiftedDate(iso, seed);
            ASSERT_EQ(formOf(moved), formOf(iso));
            EXPECT_EQ(shiftedDate(german, seed),
                      moved.substr(8) + "." + moved.substr(5, 2) + "." + moved.substr(0, 4));
            from.push_back(day);
            to.push_back(dayOf(moved));
        }
        EXPECT_EQ(from[1] - from[0], to[1] - to[0]);
        EXPECT_EQ(from[2] - from[0], to[2] - to[0]);
    }
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
                 {"Clara’s dog", "Anna’s dog"},
                 {"我叫Clara。", "我叫Anna。"},
                 {"Clara는", "Anna는"},
                 {"éClara", "éClara"},
                 {"declara", "declara"}};
    for (const auto& [masked, restored] : cases) {
        EXPECT_EQ(matcher.restore(masked), restored);
        for (std::size_t piece = 1; piece < 8; ++piece)
            EXPECT_EQ(fed(matcher, masked, piece), restored) << piece;
    }
}

}  // namespace
}  // namespace hearth::privacy
