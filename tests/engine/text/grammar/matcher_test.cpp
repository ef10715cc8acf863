#include "text/grammar/matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "engine/text/grammar/grammar_probe.h"

namespace hearth::engine::grammar {
namespace {

struct Case {
    const char* grammar;
    std::vector<std::string> yes;
    std::vector<std::string> no;
};

TEST(Matcher, TakesWhatTheGrammarDescribes) {
    const Case cases[] = {
        {"root ::= \"ab\" | \"a\" \"c\"?", {"ab", "a", "ac"}, {"", "b", "abc", "abb"}},
        {"root ::= \"ab\"*", {"", "ab", "abab"}, {"a", "aba", "abb"}},
        {"root ::= [a-cx]+ # comment\n\n [^0-9]?", {"a", "xcb", "a!", "aé"}, {"", "d", "a1", "a!!"}},
        {"root ::= .{2,3}", {"ab", "äöü", "日本", "\n\n"}, {"a", "abcd", "日本語です"}},
        {"root ::= \"x\"{3}", {"xxx"}, {"xx", "xxxx"}},
        {"root ::= \"x\"{2,}", {"xx", "xxxxx"}, {"x", ""}},
        {"root ::= \"x\"{,2}", {"", "x", "xx"}, {"xxx"}},
        {"root ::= \"x\"{0}", {""}, {"x"}},
        {"root ::= (\"a\" | \"b\" (\"c\" | \"d\"))+", {"a", "bc", "abda"}, {"b", "c"}},
        {"root ::= \"(\" root \")\" | \"x\"", {"x", "((x))"}, {"(x", "x)", "()"}},
        {"root ::= \"\\u00e9\\x41\\U0001F600\\n\\\"\"", {"éA😀\n\""}, {"éA😀"}},
        {"root ::= [\\u4e00-\\u9fff\\-\\]\\^]+", {"漢字", "-]^"}, {"a", "é"}},
        {"root ::= [^a]", {"b", "€", "𝄞"}, {"a", ""}},
        {"root ::= \"\" \"a\" \"\"", {"a"}, {""}},
        {"root ::= (\"a\"*)* \"b\"", {"b", "aaab"}, {"a", "ba"}},
        {"root ::= (\"a\"?){3} \"b\"", {"b", "ab", "aaab"}, {"aaaab"}},
        {"root ::= a b\na ::= \"x\"\n  | \"y\"\nb ::=\n \"1\"", {"x1", "y1"}, {"x", "xy"}},
        {"root ::= expr\nexpr ::= term (\"+\" term)*\nterm ::= [0-9]+ | \"(\" expr \")\"",
         {"1+2", "(1+22)+3", "((1))"},
         {"1+", "(1", "+1"}},
    };
    for (const Case& c : cases) {
        for (const auto& text : c.yes) EXPECT_TRUE(matches(c.grammar, text)) << c.grammar << "\n" << text;
        for (const auto& text : c.no) EXPECT_FALSE(matches(c.grammar, text)) << c.grammar << "\n" << text;
    }
}

// Masks are put together from tables of runs; they must be what a walk over the whole vocabulary gives.
TEST(Matcher, MasksAreThoseOfAWalkOverTheVocabulary) {
    std::vector<std::string> pieces = {"\", ",  "\":",  "\"}",      "\\n", "\\u00", "é",    "\xC3",
                                       "\xA9x", "日本", "\xE6\x97", "1.5", "\n  ",  "    ", "--"};
    std::mt19937 random(3);
    for (int i = 0; i < 4000; ++i) {
        std::string piece;
        for (unsigned n = 1 + random() % 9; n > 0; --n)
            piece += "ab c1\"\\,"[random() % (i % 3 == 0 ? 9 : 5)];
        pieces.push_back(piece);
    }
    std::sort(pieces.begin(), pieces.end());
    pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
    const tests::FakeTokenizer tokenizer(pieces);
    const std::string json = jsonSchemaToGrammar(R"({"properties": {"a": {"type": "string", "maxLength": 7},
        "b": {"type": "string", "minLength": 3}, "c": {"type": "array"}}, "required": ["a", "b"]})")
                                 .value();
    for (const std::string& grammar :
         {json, std::string("root ::= \"\\\"\" [^\"\\\\]{2,20} \"\\\"\" | [a-c]{1,5} [b-z1]*"),
          std::string("root ::= ([a-z ]+ \"\\\"\" | [^a])* | .{3,9}"),
          std::string("root ::= [^\\x80-\\U0010FFFF]* \"é\"? .*")}) {
        auto program = parseGrammar(grammar);
        ASSERT_TRUE(program) << grammar << program.error().text();
        Matcher matcher(std::move(*program), TokenTrie::of(tokenizer));
        for (int run = 0; run < 40; ++run) {
            MatchState state = matcher.start();
            for (int n = 0; n < 25; ++n) {
                const auto mask = matcher.allowed(state);
                ASSERT_EQ(mask->words(), matcher.walked(state).words()) << grammar;
                std::vector<TokenId> choices;
                for (TokenId id = 0; id < tokenizer.size(); ++id)
                    if (mask->test(id) && !tokenizer.isEnd(id)) choices.push_back(id);
                if (choices.empty()) break;
                ASSERT_TRUE(matcher.advance(state, tokenizer.bytes(choices[random() % choices.size()])));
            }
        }
    }
}

TEST(Matcher, FollowsRegularExpressions) {
    const Case cases[] = {
        {"^[a-z]+@[a-z]+\\.(com|org)$", {"ana@mail.org"}, {"ana@mail", "@a.com", "x ana@mail.org"}},
        {"\\d{3}-\\d{2,4}", {"123-45", "123-4567"}, {"12-345", "123-4"}},
        {"(?:ja|nein)?[^\\n\"]*?", {"", "ja", "nein, é"}, {"a\n", "\""}},
        {"a\\u00e9\\t\\[|b+", {"aé\t[", "bb"}, {"a", ""}},
    };
    for (const Case& c : cases) {
        const auto grammar = regexToGrammar(c.grammar);
        ASSERT_TRUE(grammar) << c.grammar << grammar.error().text();
        for (const auto& text : c.yes) EXPECT_TRUE(matches(*grammar, text)) << c.grammar << "\n" << text;
        for (const auto& text : c.no) EXPECT_FALSE(matches(*grammar, text)) << c.grammar << "\n" << text;
    }
    for (const char* bad : {"(a", "a{", "[z-a]", "(?=a)", "\\bword", "\xFF"})
        EXPECT_FALSE(regexToGrammar(bad)) << bad;
}

TEST(Matcher, RefusesMalformedUtf8ByteByByte) {
    const tests::FakeTokenizer bytes;
    const struct {
        std::string text;
        std::size_t taken;
    } cases[] = {
        {"\xC3\xA9", 2},     {"\xC0\x80", 0},         {"\xE0\x80\x80", 1},
        {"\xED\xA0\x80", 1}, {"\xF4\x90\x80\x80", 1}, {"\xF5\x80\x80\x80", 0},
        {"\x80", 0},         {"\xE2\x82\x41", 2},     {"\xF0\x9F\x98\x80", 4},
    };
    for (const auto& c : cases) {
        auto constraint = makeGrammar("root ::= .", bytes);
        ASSERT_TRUE(constraint.has_value());
        EXPECT_EQ(feed(**constraint, c.text).taken, c.taken);
    }
}

TEST(Matcher, PartialCharactersFollowTheClass) {
    const tests::FakeTokenizer bytes;
    auto constraint = makeGrammar("root ::= [\\u20ac]", bytes);  // E2 82 AC
    ASSERT_TRUE(constraint.has_value());
    TokenMask mask(bytes.size());
    for (int byte : {0xE2, 0x82, 0xAC}) {
        (*constraint)->allowed(mask);
        for (int id = 0; id < 256; ++id) EXPECT_EQ(mask.test(id), id == byte) << id;
        EXPECT_FALSE((*constraint)->complete());
        ASSERT_TRUE((*constraint)->accept(byte));
    }
    EXPECT_TRUE((*constraint)->complete());
}

// The mask must say the same as trying every token.
TEST(Matcher, MaskAgreesWithAccept) {
    const tests::FakeTokenizer vocabulary({"tr", "true", "fal", "se", "\"a", "\":", "{\"", ", \"", "]}", "[[",
                                           "12", "1.5", "\xE2\x82", "\xAC\"", "é"},
                                          {"<fn:x>"});
    const auto grammar = jsonSchemaToGrammar("true");
    ASSERT_TRUE(grammar.has_value());
    for (unsigned seed = 1; seed <= 30; ++seed) {
        auto constraint = makeGrammar(*grammar, vocabulary);
        ASSERT_TRUE(constraint.has_value());
        std::mt19937 random(seed);
        TokenMask mask(vocabulary.size());
        for (int n = 0; n < 40; ++n) {
            (*constraint)->allowed(mask);
            std::vector<TokenId> choices;
            for (TokenId id = 0; id < vocabulary.size(); ++id) {
                auto tried = (*constraint)->clone();
                ASSERT_EQ(mask.test(id), tried->accept(id)) << "seed " << seed << " token " << id;
                if (mask.test(id) && !vocabulary.isEnd(id)) choices.push_back(id);
            }
            if (choices.empty()) break;
            ASSERT_TRUE((*constraint)->accept(choices[random() % choices.size()]));
        }
    }
}

TEST(Matcher, EndTokensComeWhereTheTextIsComplete) {
    const tests::FakeTokenizer bytes;
    auto constraint = makeGrammar("root ::= \"a\" \"b\"?", bytes);
    ASSERT_TRUE(constraint.has_value());
    const TokenId end = *bytes.eos();
    TokenMask mask(bytes.size());
    (*constraint)->allowed(mask);
    EXPECT_FALSE(mask.test(end));
    EXPECT_FALSE((*constraint)->accept(end));
    ASSERT_TRUE((*constraint)->accept('a'));
    (*constraint)->allowed(mask);
    EXPECT_TRUE(mask.test(end) && mask.test('b'));
    ASSERT_TRUE((*constraint)->accept(end));
    EXPECT_FALSE((*constraint)->accept('b'));
    (*constraint)->allowed(mask);
    EXPECT_TRUE(mask.test(end));
    EXPECT_FALSE(mask.test('b'));
}

TEST(Matcher, ClonesGoTheirOwnWay) {
    const tests::FakeTokenizer bytes;
    auto constraint = makeGrammar("root ::= \"ab\" | \"ac\"", bytes);
    ASSERT_TRUE(constraint.has_value());
    ASSERT_TRUE((*constraint)->accept('a'));
    auto other = (*constraint)->clone();
    EXPECT_TRUE(other->accept('b'));
    EXPECT_FALSE((*constraint)->complete());
    EXPECT_TRUE((*constraint)->accept('c'));
}

TEST(Matcher, DepthIsBoundedAndTheAnswerStillEnds) {
    const tests::FakeTokenizer bytes;
    auto constraint = makeGrammar("root ::= \"(\" root \")\" | \"x\"", bytes);
    ASSERT_TRUE(constraint.has_value());
    const Fed fed = feed(**constraint, std::string(3000, '('));
    EXPECT_EQ(fed.taken, Matcher::maxDepth - 1);
    EXPECT_TRUE((*constraint)->accept('x'));
    EXPECT_EQ(feed(**constraint, std::string(fed.taken, ')')).taken, fed.taken);
    EXPECT_TRUE((*constraint)->complete());
}

TEST(Matcher, AmbiguousGrammarsStayBounded) {
    EXPECT_TRUE(matches("root ::= ((\"a\"?){100}){100}", std::string(50, 'a')));
    EXPECT_TRUE(matches("root ::= (\"a\" | \"a\" \"a\")*", std::string(300, 'a')));
    EXPECT_TRUE(matches("root ::= s*\ns ::= \"a\" s \"a\" | \"b\"", "aabaab"));
}

}  // namespace
}  // namespace hearth::engine::grammar
