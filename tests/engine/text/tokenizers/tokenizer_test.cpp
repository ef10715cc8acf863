// Both kinds of tokenizers on small vocabularies made here: special tokens, malformed text, damaged files.
#include "engine/tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "fakes/tiny_model.h"
#include "gguf/reader.h"
#include "gguf/writer.h"
#include "text/tokenizers/load.h"

namespace hearth::engine {
namespace {

using Ids = std::vector<TokenId>;

std::unique_ptr<Tokenizer> load(const std::vector<std::byte>& bytes) {
    const auto file = gguf::File::parse(bytes, "m.gguf");
    EXPECT_TRUE(file);
    auto tokenizer = loadTokenizer(*file);
    EXPECT_TRUE(tokenizer) << tokenizer.error().text();
    return std::move(*tokenizer);
}

struct Piece {
    std::string name;
    float score;
    int kind;
};

// <unk> <s> </s> <0x00>…<0xFF>, then pieces.
std::vector<std::byte> sentencePieces(const std::vector<Piece>& pieces, bool spaceInFront = true) {
    std::vector<std::string> names = {"<unk>", "<s>", "</s>"};
    std::vector<float> scores(3, 0);
    std::vector<std::int32_t> kinds = {2, 3, 3};
    for (int byte = 0; byte < 256; ++byte) {
        char name[8];
        std::snprintf(name, sizeof name, "<0x%02X>", byte);
        names.emplace_back(name);
        scores.push_back(0);
        kinds.push_back(6);
    }
    for (const Piece& piece : pieces) {
        names.push_back(piece.name);
        scores.push_back(piece.score);
        kinds.push_back(piece.kind);
    }
    gguf::Writer writer;
    writer.set("tokenizer.ggml.model", "llama");
    writer.set("tokenizer.ggml.tokens", names);
    writer.set("tokenizer.ggml.scores", scores);
    writer.set("tokenizer.ggml.token_type", kinds);
    writer.set("tokenizer.ggml.bos_token_id", std::uint32_t{1});
    writer.set("tokenizer.ggml.eos_token_id", std::uint32_t{2});
    if (!spaceInFront) writer.set("tokenizer.ggml.add_space_prefix", false);
    return writer.toBytes({});
}

const std::string kSpace = "\xE2\x96\x81";
const std::vector<Piece> kPieces = {{kSpace, -9, 1},    {"a", -8, 1},           {"b", -7, 1},
                                    {"ab", -3, 1},      {kSpace + "ab", -1, 1}, {"ba", -2, 1},
                                    {"<|mine|>", 0, 4}, {"<|end|>", 0, 3}};
constexpr TokenId kFirst = 259;  // of the pieces

// <unk> </s>, then pieces.
std::vector<std::byte> unigramPieces(const std::vector<Piece>& pieces,
                                     const std::function<void(gguf::Writer&)>& more = {}) {
    std::vector<std::string> names = {"<unk>", "</s>"};
    std::vector<float> scores = {0, 0};
    std::vector<std::int32_t> kinds = {2, 3};
    for (const Piece& piece : pieces) {
        names.push_back(piece.name);
        scores.push_back(piece.score);
        kinds.push_back(piece.kind);
    }
    gguf::Writer writer;
    writer.set("tokenizer.ggml.model", "t5");
    writer.set("tokenizer.ggml.tokens", names);
    writer.set("tokenizer.ggml.scores", scores);
    writer.set("tokenizer.ggml.token_type", kinds);
    writer.set("tokenizer.ggml.unknown_token_id", std::uint32_t{0});
    writer.set("tokenizer.ggml.eos_token_id", std::uint32_t{1});
    if (more) more(writer);
    return writer.toBytes({});
}

TEST(Unigram, TakesTheLikeliestPieces) {
    const auto tokenizer = load(unigramPieces({{kSpace, -4, 1},
                                               {"a", -3, 1},
                                               {"b", -3.5f, 1},
                                               {"ab", -5, 1},
                                               {kSpace + "ab", -6, 1},
                                               {"bab", -6.5f, 1}}));
    EXPECT_EQ(tokenizer->encode("ab"), (Ids{6, 1}));
    EXPECT_EQ(tokenizer->encode("  abbab ", {false, false}), (Ids{6, 7}));    // spaces are joined
    EXPECT_EQ(tokenizer->encode("aéüb", {false, false}), (Ids{2, 3, 0, 4}));  // unknown ones in a row are one
    EXPECT_EQ(tokenizer->decode(tokenizer->encode("ab bab")), " ab bab");
    EXPECT_EQ(tokenizer->encode("", {false, false}), Ids{});
}

// Against all ways to cut a text there are.
TEST(Unigram, FindsTheBestOfAllCuts) {
    std::mt19937 random(5);
    std::vector<Piece> pieces;
    for (const char* name : {"a", "b", "c", "ab", "bc", "abc", "ca", "cab", "bb", "abab"})
        pieces.push_back({name, -1.0f - static_cast<float>(random() % 1000) / 100, 1});
    const auto tokenizer = load(unigramPieces(
        pieces, [](gguf::Writer& writer) { writer.set("tokenizer.ggml.add_space_prefix", false); }));
    const std::function<double(const std::string&)> best = [&](const std::string& text) -> double {
        if (text.empty()) return 0;
        double most = -1e9;
        for (const Piece& piece : pieces)
            if (text.starts_with(piece.name))
                most =
                    std::max(most, static_cast<double>(piece.score) + best(text.substr(piece.name.size())));
        return most;
    };
    for (int round = 0; round < 50; ++round) {
        std::string text;
        for (int i = 0; i < 9; ++i) text += "abc"[random() % 3];
        double sum = 0;
        for (const TokenId id : tokenizer->encode(text, {false, false})) {
            ASSERT_GE(id, 2);
            sum += static_cast<double>(pieces[static_cast<std::size_t>(id) - 2].score);
        }
        EXPECT_NEAR(sum, best(text), 1e-4) << text;
        EXPECT_EQ(tokenizer->decode(tokenizer->encode(text)), text);
    }
}

// A map of "é" to "e" and of "ﬁ" to "fi", as a double array.
TEST(Unigram, ChangesTextByTheMapOfTheFile) {
    std::vector<std::uint32_t> units(1024, 0);
    // Every node takes its children from a block of its own: offset + byte.
    const auto link = [&](std::size_t node, std::size_t offset, unsigned label, bool leaf) {
        units[node] = static_cast<std::uint32_t>(offset << 10 | (leaf ? 1u << 8 : 0) | label);
    };
    link(0, 256, 0, false);
    link(256 ^ 0xC3, (256 ^ 0xC3) ^ 512, 0xC3, false);
    link(512 ^ 0xA9, (512 ^ 0xA9) ^ 768, 0xA9, true);
    units[768] = 0x80000000u | 0;
    std::string bytes;
    const auto add = [&](std::uint32_t value) {
        for (int i = 0; i < 4; ++i) bytes += static_cast<char>(value >> (8 * i));
    };
    add(static_cast<std::uint32_t>(units.size() * 4));
    for (const std::uint32_t unit : units) add(unit);
    bytes += std::string("e\0", 2);
    const auto withMap = [&] {
        return unigramPieces({{kSpace, -4, 1}, {"e", -3, 1}, {"x", -3, 1}}, [&](gguf::Writer& writer) {
            std::vector<std::int32_t> numbers;
            for (const char c : bytes) numbers.push_back(static_cast<unsigned char>(c));
            writer.set("tokenizer.ggml.precompiled_charsmap", numbers);
        });
    };
    EXPECT_EQ(load(withMap())->encode("éx", {false, false}), (Ids{2, 3, 4}));
    bytes[0] = 1;
    const auto damaged = withMap();
    EXPECT_FALSE(loadTokenizer(*gguf::File::parse(damaged, "m.gguf")));
}

// Gemma 4: merges over characters.
TEST(BytePair, MergesCharactersWhereTheFileSaysSo) {
    std::vector<std::string> names = {"<unk>", "<bos>",       "a", "b",    kSpace,
                                      "ab",    kSpace + "ab", "é", "\n\n", "\n"};
    std::vector<std::int32_t> kinds = {2, 3, 1, 1, 1, 1, 1, 1, 1, 1};
    for (int byte = 0; byte < 256; ++byte) {
        char name[8];
        std::snprintf(name, sizeof name, "<0x%02X>", byte);
        names.emplace_back(name);
        kinds.push_back(6);
    }
    gguf::Writer writer;
    writer.set("tokenizer.ggml.model", "gemma4");
    writer.set("tokenizer.ggml.tokens", names);
    writer.set("tokenizer.ggml.token_type", kinds);
    writer.set("tokenizer.ggml.merges", std::vector<std::string>{"a b", kSpace + " ab", "\n \n"});
    const auto tokenizer = load(writer.toBytes({}));
    EXPECT_EQ(tokenizer->encode("ab ab\n\né", {false, false}), (Ids{5, 6, 8, 7}));
    EXPECT_EQ(tokenizer->encode("ü", {false, false}), (Ids{10 + 0xC3, 10 + 0xBC}));
    EXPECT_EQ(tokenizer->decode(tokenizer->encode("ab  bü\n")), "ab  bü\n");
}

TEST(BytePair, MergesAndKeepsEveryByte) {
    const auto tokenizer = load(tests::TinyModel().bytes());
    EXPECT_EQ(tokenizer->size(), 261);
    EXPECT_EQ(tokenizer->encode("he he"), (Ids{0, 259, 260}));
    EXPECT_EQ(tokenizer->encode("he", {false, false}), (Ids{259}));
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    EXPECT_EQ(tokenizer->decode(tokenizer->encode(all)), all);
    EXPECT_EQ(tokenizer->encode(""), (Ids{0}));
}

TEST(BytePair, ControlTokensAreReadOnlyWhereAsked) {
    const auto tokenizer = load(tests::TinyModel().bytes());
    EXPECT_EQ(tokenizer->encode("he<fn:wave>he<end>", {false, true}), (Ids{259, 2, 259, 1}));
    const Ids spelled = tokenizer->encode("<fn:wave>", {false, false});
    EXPECT_EQ(spelled.size(), 9u);
    EXPECT_EQ(tokenizer->decode(spelled), "<fn:wave>");
    EXPECT_EQ(tokenizer->bytes(2), "");
    EXPECT_EQ(tokenizer->bytes(2, true), "<fn:wave>");
    EXPECT_EQ(tokenizer->find("<fn:wave>"), 2);
    EXPECT_FALSE(tokenizer->find("<fn:absent>"));
    EXPECT_TRUE(tokenizer->isEnd(1));
    EXPECT_FALSE(tokenizer->isEnd(2));
    EXPECT_EQ(tokenizer->kind(2), TokenKind::Control);
}

TEST(Tokenizers, IdsThatDoNotExistAreHarmless) {
    const auto pair = load(tests::TinyModel().bytes());
    const auto piece = load(sentencePieces(kPieces));
    for (const Tokenizer* tokenizer : {pair.get(), piece.get()})
        for (const TokenId id : {-1, tokenizer->size(), 1 << 30}) {
            EXPECT_EQ(tokenizer->bytes(id, true), "");
            EXPECT_EQ(tokenizer->kind(id), TokenKind::Unknown);
            EXPECT_FALSE(tokenizer->isEnd(id));
        }
}

TEST(BytePair, RandomBytesSurviveTheRoundTrip) {
    const auto tokenizer = load(tests::TinyModel().bytes());
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        std::string text(random() % 200, ' ');
        for (char& c : text) c = static_cast<char>(random() % 3 ? random() % 128 : random());
        EXPECT_EQ(tokenizer->decode(tokenizer->encode(text, {false, false})), text);
    }
}

TEST(BytePair, OneVeryLongWordIsNoTrouble) {
    const auto tokenizer = load(tests::TinyModel().bytes());
    std::string word;
    while (word.size() < 200'000) word += "he";
    EXPECT_EQ(tokenizer->encode(word, {false, false}).size(), word.size() / 2);
}

TEST(SentencePiece, MergesByScore) {
    const auto tokenizer = load(sentencePieces(kPieces));
    EXPECT_EQ(tokenizer->encode("ab"), (Ids{1, kFirst + 4}));
    // "▁aba": "ba" scores better than "ab", and then "▁" and "a" have nothing to merge into.
    EXPECT_EQ(tokenizer->encode("aba", {false, false}), (Ids{kFirst, kFirst + 1, kFirst + 5}));
    EXPECT_EQ(tokenizer->encode("", {false, false}), Ids{});
    EXPECT_EQ(tokenizer->decode(tokenizer->encode("ab ba")), " ab ba");
}

TEST(SentencePiece, WhatIsNoPieceBecomesBytes) {
    const auto tokenizer = load(sentencePieces(kPieces, false));
    EXPECT_EQ(tokenizer->encode("a\xC3\xA9", {false, false}), (Ids{kFirst + 1, 3 + 0xC3, 3 + 0xA9}));
    EXPECT_EQ(tokenizer->encode("\xFF", {false, false}), (Ids{3 + 0xFF}));
    EXPECT_EQ(tokenizer->bytes(3 + 0xC3), "\xC3");
    EXPECT_EQ(tokenizer->kind(3), TokenKind::Byte);
}

TEST(SentencePiece, SpecialTokensAndTheSpaceInFront) {
    const auto tokenizer = load(sentencePieces(kPieces));
    EXPECT_EQ(tokenizer->encode("ab<|end|>ab", {false, true}), (Ids{kFirst + 4, kFirst + 7, kFirst + 4}));
    EXPECT_EQ(tokenizer->encode("<|mine|>", {false, false}), (Ids{kFirst + 6}));  // user-defined: always
    EXPECT_TRUE(tokenizer->isEnd(kFirst + 7));                                    // by its name
    EXPECT_EQ(tokenizer->bytes(kFirst + 6), "<|mine|>");
    EXPECT_EQ(tokenizer->bytes(1), "");
    EXPECT_EQ(tokenizer->bytes(kFirst + 4), " ab");
}

TEST(SentencePiece, TypedControlPiecesAreNotMergedInto) {
    // "<s>" spelled out merges to a piece only if its parts do; "</s>" exists as a control token.
    const auto tokenizer =
        load(sentencePieces({{"<s", -1, 1}, {"<", -2, 1}, {"s", -2, 1}, {">", -2, 1}}, false));
    EXPECT_EQ(tokenizer->encode("<s>", {false, false}), (Ids{kFirst, kFirst + 3}));
}

std::vector<std::byte> wordPieces() {
    const std::vector<std::string> names = {
        "[PAD]",       "[UNK]", "[CLS]", "[SEP]",      kSpace + "hello",
        kSpace + "un", "able",  "s",     kSpace + "!", kSpace + "\xE6\xBC\xA2",
        kSpace};
    const std::vector<std::int32_t> kinds = {3, 2, 3, 3, 1, 1, 1, 1, 1, 1, 1};
    gguf::Writer writer;
    writer.set("tokenizer.ggml.model", "bert");
    writer.set("tokenizer.ggml.tokens", names);
    writer.set("tokenizer.ggml.token_type", kinds);
    writer.set("tokenizer.ggml.unknown_token_id", std::uint32_t{1});
    writer.set("tokenizer.ggml.cls_token_id", std::uint32_t{2});
    writer.set("tokenizer.ggml.seperator_token_id", std::uint32_t{3});
    return writer.toBytes({});
}

TEST(WordPiece, CoversWordsFromTheLeft) {
    const auto tokenizer = load(wordPieces());
    EXPECT_EQ(tokenizer->encode("Hello unables!"), (Ids{2, 4, 5, 6, 7, 8, 3}));
    EXPECT_EQ(tokenizer->encode("  H\xC3\xA9llo\t\xE6\xBC\xA2s", {false, false}), (Ids{4, 9, 1}));
    EXPECT_EQ(tokenizer->encode("helloq", {false, false}), Ids{1});  // all or nothing
    EXPECT_EQ(tokenizer->encode("[SEP]", {false, true}), Ids{3});
    EXPECT_EQ(tokenizer->encode(std::string(200, 's'), {false, false}), Ids{1});
    EXPECT_EQ(tokenizer->decode({2, 5, 6, 8, 3}), " unable !");
}

TEST(StreamDecoder, NeverGivesHalfACharacter) {
    const auto tokenizer = load(tests::TinyModel().bytes());
    const std::string text = "h\xC3\xA9 \xF0\x9F\x98\x80!";
    StreamDecoder decoder(*tokenizer);
    std::string joined;
    for (const TokenId id : tokenizer->encode(text)) {
        const std::string part = decoder.push(id);
        EXPECT_TRUE(part.empty() || (part[0] & 0xC0) != 0x80);
        joined += part;
    }
    EXPECT_EQ(joined, text);
    EXPECT_FALSE(decoder.pending());
    EXPECT_EQ(decoder.flush(), "");
}

TEST(StreamDecoder, MalformedBytesBecomeReplacements) {
    const auto tokenizer = load(tests::TinyModel().bytes());
    StreamDecoder decoder(*tokenizer);
    std::string joined;
    for (const TokenId id : tokenizer->encode("a\xFF\xE2\x82z\xF0\x9F", {false, false}))
        joined += decoder.push(id);
    EXPECT_TRUE(decoder.pending());
    joined += decoder.flush();
    const std::string bad = "\xEF\xBF\xBD";
    EXPECT_EQ(joined, "a" + bad + bad + bad + "z" + bad + bad);
}

struct Damaged {
    std::string name;
    std::function<void(gguf::Writer&)> change;
    std::string says;
};

class DamagedVocabulary : public testing::TestWithParam<Damaged> {};

TEST_P(DamagedVocabulary, IsRefusedByKey) {
    tests::TinyModel tiny;
    tiny.adjust = GetParam().change;
    const auto bytes = tiny.bytes();
    const auto file = gguf::File::parse(bytes, "m.gguf");
    ASSERT_TRUE(file);
    const auto tokenizer = loadTokenizer(*file);
    ASSERT_FALSE(tokenizer);
    EXPECT_THAT(tokenizer.error().message, testing::HasSubstr(GetParam().says));
}

const std::vector<std::string> kNoStrings;
const std::vector<std::string> kOneWord = {"he"};
const std::vector<float> kTwoNumbers = {1, 2};

INSTANTIATE_TEST_SUITE_P(
    Table, DamagedVocabulary,
    testing::Values(
        Damaged{"NoTokens", [](gguf::Writer& w) { w.set("tokenizer.ggml.tokens", kNoStrings); }, "0 tokens"},
        Damaged{"TokensOfText", [](gguf::Writer& w) { w.set("tokenizer.ggml.tokens", "a"); },
                "array of strings"},
        Damaged{"Scores", [](gguf::Writer& w) { w.set("tokenizer.ggml.scores", kTwoNumbers); },
                "array of 261"},
        Damaged{"Kinds", [](gguf::Writer& w) { w.set("tokenizer.ggml.token_type", kTwoNumbers); },
                "array of 261"},
        Damaged{"Bos", [](gguf::Writer& w) { w.set("tokenizer.ggml.bos_token_id", std::uint32_t{999}); },
                "bos_token_id"},
        Damaged{"AddBos", [](gguf::Writer& w) { w.set("tokenizer.ggml.add_bos_token", "yes"); },
                "true or false"},
        Damaged{"Merges", [](gguf::Writer& w) { w.set("tokenizer.ggml.merges", kOneWord); }, "number 0"},
        Damaged{"MergesOfText", [](gguf::Writer& w) { w.set("tokenizer.ggml.merges", "a b"); },
                "array of strings"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace hearth::engine
