#include "engine/functional_grammar.h"

#include <gtest/gtest.h>

#include "engine/text/grammar/grammar_probe.h"

namespace hearth::engine {
namespace {

using grammar::randomAnswer;

const std::vector<std::string> controls = {
    "<fn:create_event>", "<fn:control_playback>", "<fn:irrelevant>", "<arg:title>",
    "<arg:date>",        "<arg:attendees>",       "<arg:action>"};

const tests::FakeTokenizer& tokenizer() {
    static const tests::FakeTokenizer fake({" lunch", " with", " my", " sister", " tomorrow", " noon", "at",
                                            " at", " an", "a", " pl", "ay", " pause"},
                                           controls);
    return fake;
}

std::shared_ptr<const FunctionalGrammar> functions(const FunctionalOptions& options = {}) {
    auto made = FunctionalGrammar::create(tokenizer(),
                                          {{"create_event", {{"title", {}}, {"date", {}}, {"attendees", {}}}},
                                           {"control_playback", {{"action", {"play", "pause", "play next"}}}},
                                           {"irrelevant", {}}},
                                          options);
    if (!made) throw std::runtime_error(made.error().text());
    return *made;
}

// How much of the answer (written with token names) is taken.
bool takes(FunctionalConstraint& constraint, const std::string& answer) {
    for (TokenId id : tokenizer().encode(answer)) {
        TokenMask mask;
        constraint.allowed(mask);
        const bool allowed = mask.test(id);
        const bool accepted = constraint.accept(id);
        EXPECT_EQ(allowed, accepted) << answer << " at " << tokenizer().bytes(id, true);
        if (!accepted) return false;
    }
    return true;
}

TEST(FunctionalGrammar, FollowsAnAnswerAndSaysWhereValuesStand) {
    const std::string request = "set up lunch with my sister tomorrow, please";
    auto constraint = functions()->start(request);
    ASSERT_TRUE(
        takes(*constraint, "<fn:create_event><arg:title> lunch with my sister<arg:date> tomorrow<end>"));
    EXPECT_TRUE(constraint->complete());
    const auto calls = constraint->calls();
    ASSERT_EQ(calls.size(), 1u);
    EXPECT_EQ(calls[0].name, "create_event");
    ASSERT_EQ(calls[0].arguments.size(), 2u);
    const FunctionalValue& title = calls[0].arguments[0];
    EXPECT_EQ(title.name, "title");
    EXPECT_EQ(title.text, "lunch with my sister");
    EXPECT_EQ(request.substr(title.begin, title.end - title.begin), title.text);
    EXPECT_TRUE(title.copied);
    EXPECT_EQ(calls[0].arguments[1].text, "tomorrow");
}

TEST(FunctionalGrammar, AllowsOnlyWhatTheProtocolSays) {
    const struct {
        const char* answer;
        bool ok;
    } cases[] = {
        {"<fn:irrelevant><end>", true},
        {"<fn:control_playback><arg:action> pause<end>", true},
        {"<fn:control_playback><arg:action> play next<end>", true},
        {"<fn:control_playback><arg:action> play<end>", true},
        {"<fn:create_event><arg:title> ana<arg:attendees> ana<end>", true},
        {"<fn:create_event><arg:attendees> ana<arg:attendees> bo<end>", true},
        {"<fn:create_event><arg:title> 7-day trip<end>", true},
        {"<fn:create_event><arg:title>day trip<end>", true},    // a word begins behind the hyphen
        {"<fn:create_event><arg:title> day trip<end>", false},  // but there is no space before it
        {"<fn:create_event><arg:title> $20<fn:irrelevant><end>", true},
        {"<fn:create_event><arg:title>école<end>", true},
        {"<end>", false},                                  // nothing was called
        {" lunch", false},                                 // text before a function
        {"<arg:title>", false},                            // an argument before a function
        {"<fn:irrelevant><arg:title>", false},             // not an argument of it
        {"<fn:create_event><arg:title><end>", false},      // no value
        {"<fn:create_event><arg:title> <end>", false},     // only the space
        {"<fn:create_event><arg:title>lunch", false},      // no space before it
        {"<fn:create_event><arg:title> dinner", false},    // not in the request
        {"<fn:create_event><arg:title> lun<end>", false},  // inside a word
        {"<fn:create_event><arg:title> unch", false},
        {"<fn:create_event><arg:title> lunch ana", false},                    // not together in the request
        {"<fn:create_event><arg:title> lunch<arg:title> lunch<end>", false},  // the same again
        {"<fn:control_playback><arg:action> stop", false},
        {"<fn:control_playback><arg:action> pau<end>", false},
        {"<fn:irrelevant><fn:irrelevant><fn:irrelevant>", false},  // only repeats
    };
    for (const auto& c : cases) {
        auto constraint = functions()->start("lunch with ana and bo: 7-day trip for $20, \"école\"");
        EXPECT_EQ(takes(*constraint, c.answer), c.ok) << c.answer;
    }
}

TEST(FunctionalGrammar, ARepeatedCallIsDropped) {
    auto constraint = functions()->start("pause");
    ASSERT_TRUE(takes(*constraint,
                      "<fn:control_playback><arg:action> pause<fn:control_playback><arg:action> pause<end>"));
    EXPECT_EQ(constraint->calls().size(), 1u);
}

TEST(FunctionalGrammar, KeepsItsLimits) {
    FunctionalOptions options;
    options.maxCalls = 2;
    options.maxArguments = 1;
    options.maxValueBytes = 5;
    const auto grammar = functions(options);
    auto calls = grammar->start("ana lunch");
    EXPECT_FALSE(takes(*calls, "<fn:irrelevant><fn:create_event><fn:control_playback>"));
    auto arguments = grammar->start("ana lunch");
    EXPECT_FALSE(takes(*arguments, "<fn:create_event><arg:title> ana<arg:date>"));
    auto bytes = grammar->start("ana lunch");
    EXPECT_TRUE(takes(*bytes, "<fn:create_event><arg:title> lunch<end>"));
    auto longer = grammar->start("ana lunch");
    EXPECT_FALSE(takes(*longer, "<fn:create_event><arg:title> ana lunch"));
}

TEST(FunctionalGrammar, OverlappingPlacesAreFollowedTogether) {
    const std::string request = "a b a c";
    auto constraint = functions()->start(request);
    ASSERT_TRUE(takes(*constraint, "<fn:create_event><arg:title> a c<end>"));
    EXPECT_EQ(constraint->calls()[0].arguments[0].begin, 4u);
}

TEST(FunctionalGrammar, AnEmptyRequestLeavesNoCopiedArguments) {
    auto constraint = functions()->start("");
    EXPECT_FALSE(takes(*constraint, "<fn:create_event><arg:title>"));
    auto other = functions()->start("   ");
    EXPECT_TRUE(takes(*other, "<fn:create_event><end>"));
}

TEST(FunctionalGrammar, WhatTheVocabularyLacksIsNamed) {
    const auto unknown = FunctionalGrammar::create(tokenizer(), {{"fly", {}}});
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(unknown.error().code, base::ErrorCode::NotFound);
    EXPECT_NE(unknown.error().message.find("<fn:fly>"), std::string::npos);
    EXPECT_FALSE(FunctionalGrammar::knows(tokenizer(), "fly"));
    EXPECT_TRUE(FunctionalGrammar::knows(tokenizer(), "irrelevant"));
    EXPECT_FALSE(FunctionalGrammar::create(tokenizer(), {}).has_value());
    EXPECT_FALSE(
        FunctionalGrammar::create(tokenizer(), {{"irrelevant", {}}, {"irrelevant", {}}}).has_value());
    EXPECT_FALSE(
        FunctionalGrammar::create(tokenizer(), {{"control_playback", {{"action", {"a", "a"}}}}}).has_value());
}

// Whatever is drawn from the masks parses: known functions, their arguments, values of the list or whole
// words of the request.
TEST(FunctionalGrammar, EveryRandomWalkParses) {
    const std::string requests[] = {"set up lunch with my sister tomorrow at noon for 90 minutes",
                                    "pause",
                                    "",
                                    "«école» 日本語 at 5pm, ok?",
                                    "a a a a a a",
                                    "!!! ???",
                                    "my my sister's sister (at noon)",
                                    "bad \xFF\xC3 bytes"};
    const auto grammar = functions();
    for (const std::string& request : requests) {
        for (unsigned seed = 1; seed <= 200; ++seed) {
            auto constraint = grammar->start(request);
            const std::string answer = randomAnswer(*constraint, tokenizer(), seed, 40);
            SCOPED_TRACE("request " + request + " seed " + std::to_string(seed) + " answer " + answer);
            ASSERT_NE(answer, "?");
            ASSERT_TRUE(constraint->complete());
            const auto calls = constraint->calls();
            ASSERT_GE(calls.size(), 1u);
            ASSERT_LE(calls.size(), 4u);
            for (const FunctionalCall& call : calls) {
                for (const FunctionalValue& value : call.arguments) {
                    ASSERT_FALSE(value.text.empty());
                    if (!value.copied) continue;
                    ASSERT_EQ(request.substr(value.begin, value.end - value.begin), value.text);
                    ASSERT_FALSE(value.begin > 0 &&
                                 std::isalnum(static_cast<unsigned char>(request[value.begin - 1])) &&
                                 std::isalnum(static_cast<unsigned char>(request[value.begin])));
                    ASSERT_FALSE(value.end < request.size() &&
                                 std::isalnum(static_cast<unsigned char>(request[value.end - 1])) &&
                                 std::isalnum(static_cast<unsigned char>(request[value.end])));
                }
            }
        }
    }
}

}  // namespace
}  // namespace hearth::engine
