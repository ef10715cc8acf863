// The vocabulary of RWKV on a small scale: bytes, and a few longer tokens.
#include "text/tokenizers/longest_match.h"

#include <gtest/gtest.h>

#include "gguf/reader.h"
#include "gguf/writer.h"
#include "text/tokenizers/load.h"

namespace hearth::engine {
namespace {

// <s>, the bytes as Python writes them, then `words`.
std::unique_ptr<Tokenizer> tokenizer(const std::vector<std::string>& words) {
    std::vector<std::string> names{"<s>"};
    for (int byte = 0; byte < 256; ++byte) {
        char name[8];
        const bool plain = byte > ' ' && byte < 127 && byte != '\\';
        std::snprintf(name, sizeof name, plain ? "%c" : "\\x%02x", byte);
        names.emplace_back(byte == '\n' ? "\\n" : byte == '\\' ? "\\\\" : name);
    }
    names.insert(names.end(), words.begin(), words.end());
    std::vector<std::int32_t> kinds(names.size(), 1);
    kinds[0] = 3;
    gguf::Writer writer;
    writer.set("tokenizer.ggml.model", "rwkv");
    writer.set("tokenizer.ggml.tokens", names);
    writer.set("tokenizer.ggml.token_type", kinds);
    writer.set("tokenizer.ggml.eos_token_id", std::uint32_t{0});
    const auto bytes = writer.toBytes({});
    const auto file = gguf::File::parse(bytes, "m.gguf");
    EXPECT_TRUE(file);
    auto made = loadTokenizer(*file);
    EXPECT_TRUE(made) << made.error().text();
    return std::move(*made);
}

constexpr TokenId kFirstWord = 257;

TEST(LongestMatch, TakesTheLongestTokenAtEachPlace) {
    const auto rwkv = tokenizer({"th", "the", " the", "\\n\\n", "\\xe4\\xb8\\xad", "then "});
    const struct {
        std::string text;
        std::vector<TokenId> ids;
    } cases[] = {{"the", {kFirstWord + 1}},
                 {"then the", {kFirstWord + 5, kFirstWord + 1}},
                 {"tho", {kFirstWord, 'o' + 1}},
                 {"a the\n\n\n", {'a' + 1, kFirstWord + 2, kFirstWord + 3, '\n' + 1}},
                 {"\xE4\xB8\xAD\xE4", {kFirstWord + 4, 0xE4 + 1}},
                 {"\\x41", {'\\' + 1, 'x' + 1, '4' + 1, '1' + 1}},
                 {"", {}}};
    for (const auto& [text, ids] : cases) {
        EXPECT_EQ(rwkv->encode(text), ids) << text;
        EXPECT_EQ(rwkv->decode(ids), text);
    }
}

TEST(LongestMatch, EveryByteComesBack) {
    const auto rwkv = tokenizer({"ab"});
    std::string all;
    for (int byte = 255; byte >= 0; --byte) all += static_cast<char>(byte);
    EXPECT_EQ(rwkv->decode(rwkv->encode(all)), all);
    EXPECT_TRUE(rwkv->isEnd(0));
    EXPECT_EQ(rwkv->encode("a<s>", {.addSpecial = true, .parseSpecial = true}).back(), 0);
}

}  // namespace
}  // namespace hearth::engine
