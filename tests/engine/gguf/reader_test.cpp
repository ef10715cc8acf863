#include "gguf/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>

#include "gguf/writer.h"

namespace hearth::engine::gguf {
namespace {

using testing::HasSubstr;

// Bytes of a GGUF file written field by field, so that any field can be wrong.
class Bytes {
  public:
    template <typename T>
    Bytes& put(T value) {
        text_.append(reinterpret_cast<const char*>(&value), sizeof value);
        return *this;
    }
    Bytes& u32(std::uint32_t value) { return put(value); }
    Bytes& u64(std::uint64_t value) { return put(value); }
    Bytes& string(const std::string& value) {
        u64(value.size());
        text_ += value;
        return *this;
    }
    Bytes& header(std::uint64_t tensors, std::uint64_t entries, std::uint32_t version = 3) {
        text_ += "GGUF";
        return u32(version).u64(tensors).u64(entries);
    }
    Bytes& zeros(std::size_t count) {
        text_.append(count, '\0');
        return *this;
    }
    Bytes& tensor(const std::string& name, std::vector<std::uint64_t> shape, std::uint32_t type,
                  std::uint64_t offset) {
        string(name).u32(static_cast<std::uint32_t>(shape.size()));
        for (auto n : shape) u64(n);
        return u32(type).u64(offset);
    }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

base::Result<File> parse(const std::string& text) {
    return File::parse(std::as_bytes(std::span(text.data(), text.size())), "m.gguf");
}

std::string goodFile() {
    Writer writer;
    writer.set("general.architecture", "llama");
    writer.set("llama.block_count", std::uint32_t{2});
    writer.set("llama.rope.freq_base", 10000.0f);
    writer.set("tokenizer.ggml.add_bos_token", true);
    const std::vector<std::string> tokens = {"<unk>", "a", ""};
    writer.set("tokenizer.ggml.tokens", tokens);
    const std::vector<float> scores = {0, -1, 2.5f};
    writer.set("tokenizer.ggml.scores", scores);
    const std::vector<std::int32_t> types = {2, 1, 1};
    writer.set("tokenizer.ggml.token_type", types);
    writer.addTensor("a.weight", DType::F32, {4, 2});
    writer.addTensor("b.weight", DType::Q4_0, {32, 3});
    const std::vector<std::byte> a(32, std::byte{1});
    const std::vector<std::byte> b(54, std::byte{2});
    const auto bytes = writer.toBytes({a, b});
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST(GgufReader, ReadsWhatIsThere) {
    const std::string text = goodFile();
    const auto file = parse(text);
    ASSERT_TRUE(file) << file.error().text();
    EXPECT_EQ(file->version(), 3);
    EXPECT_EQ(file->alignment(), 32u);
    EXPECT_EQ(file->string("general.architecture")->value(), "llama");
    EXPECT_EQ(file->integer("llama.block_count")->value(), 2);
    EXPECT_EQ(file->number("llama.rope.freq_base")->value(), 10000.0);
    EXPECT_EQ(file->boolean("tokenizer.ggml.add_bos_token")->value(), true);
    EXPECT_FALSE(file->integer("absent")->has_value());
    EXPECT_EQ(file->find("tokenizer.ggml.tokens")->asStrings(),
              (std::vector<std::string_view>{"<unk>", "a", ""}));
    EXPECT_EQ(file->find("tokenizer.ggml.scores")->asFloats(), (std::vector<float>{0, -1, 2.5f}));
    EXPECT_EQ(file->find("tokenizer.ggml.token_type")->asIntegers(), (std::vector<std::int64_t>{2, 1, 1}));
    EXPECT_EQ(file->find("tokenizer.ggml.tokens")->print(), "[string × 3]");
    const TensorView* b = file->findTensor("b.weight");
    ASSERT_NE(b, nullptr);
    EXPECT_EQ(b->type, DType::Q4_0);
    EXPECT_EQ(b->shape, (std::vector<std::int64_t>{32, 3}));
    EXPECT_EQ(b->elements(), 96);
    EXPECT_EQ(b->data.size(), 54u);
    EXPECT_EQ(b->data[53], std::byte{2});
    EXPECT_EQ(b->offset % 32, 0u);
    EXPECT_EQ(file->findTensor("c.weight"), nullptr);
}

TEST(GgufReader, AWrongTypeIsAnErrorThatNamesTheKey) {
    const std::string text = goodFile();
    const auto file = parse(text);
    const auto wrong = file->integer("general.architecture");
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.error().text(), HasSubstr("general.architecture"));
    EXPECT_THAT(wrong.error().where, HasSubstr("m.gguf, byte "));
    EXPECT_FALSE(file->string("llama.block_count"));
    EXPECT_FALSE(file->boolean("llama.block_count"));
    EXPECT_FALSE(file->number("tokenizer.ggml.tokens"));
}

struct Broken {
    std::string name;
    std::string text;
    base::ErrorCode code;
    std::string says;
    std::string where;
};

class GgufBroken : public testing::TestWithParam<Broken> {};

TEST_P(GgufBroken, IsRefusedByNameAndOffset) {
    const auto file = parse(GetParam().text);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, GetParam().code) << file.error().text();
    EXPECT_THAT(file.error().message, HasSubstr(GetParam().says));
    EXPECT_EQ(file.error().where, "m.gguf, byte " + GetParam().where);
}

constexpr auto kBad = base::ErrorCode::InvalidInput;
constexpr auto kNo = base::ErrorCode::Unsupported;
constexpr std::uint64_t kHuge = std::uint64_t{1} << 62;

std::vector<Broken> brokenFiles() {
    const auto entry = [](const std::string& key, std::uint32_t type) {
        return Bytes().header(0, 1).string(key).u32(type);
    };
    const auto array = [&](std::uint32_t element, std::uint64_t count) {
        return entry("k", 9).u32(element).u64(count);
    };
    return {
        {"Text", "<html>Not found</html>", kBad, "not a GGUF file", "0"},
        {"Short", "GG", kBad, "not a GGUF file", "0"},
        {"BigEndian", Bytes().header(0, 0, 0x03000000).text(), kNo, "big-endian", "4"},
        {"Version1", Bytes().header(0, 0, 1).text(), kNo, "version 1", "4"},
        {"Version9", Bytes().header(0, 0, 9).text(), kNo, "version 9", "4"},
        {"Version0", Bytes().header(0, 0, 0).text(), kNo, "version 0", "4"},
        {"ManyTensors", Bytes().header(kHuge, 0).text(), kBad, "promises", "8"},
        {"ManyEntries", Bytes().header(0, kHuge).text(), kBad, "promises", "16"},
        {"LongKey", Bytes().header(0, 1).u64(kHuge).zeros(40).text(), kBad, "key of metadata entry 0", "24"},
        {"EmptyKey", Bytes().header(0, 1).string("").zeros(40).text(), kBad, "has 0 bytes", "24"},
        {"ValueType", entry("k", 13).zeros(20).text(), kBad, "type of metadata \"k\" is 13", "33"},
        {"Truth", entry("k", 7).put<std::uint8_t>(2).text(), kBad, "neither 0 nor 1", "37"},
        {"LongString", entry("k", 8).u64(kHuge).zeros(20).text(), kBad, "inside metadata \"k\"", "37"},
        {"LongArray", array(4, kHuge).zeros(20).text(), kBad, "promises", "41"},
        {"LongStrings", array(8, 2).string("ab").u64(kHuge).text(), kBad, "element 1", "59"},
        {"Nested", array(9, 1).zeros(20).text(), kNo, "array of arrays", "37"},
        {"ElementType", array(77, 1).zeros(20).text(), kBad, "elements of metadata \"k\" have type 77", "37"},
        {"Alignment", entry("general.alignment", 4).u32(24).text(), kBad, "power of two", "53"},
        {"AlignmentZero", entry("general.alignment", 4).u32(0).text(), kBad, "power of two", "53"},
        {"Twice", Bytes().header(0, 2).string("k").u32(4).u32(1).string("k").u32(4).u32(1).text(), kBad,
         "is there twice", "41"},
        {"Dimensions", Bytes().header(1, 0).tensor("w", {}, 0, 0).zeros(64).text(), kBad, "0 dimensions",
         "33"},
        {"ZeroDimension", Bytes().header(1, 0).tensor("w", {4, 0}, 0, 0).zeros(64).text(), kBad,
         "Dimension 1 of tensor \"w\" is 0", "45"},
        {"Overflow", Bytes().header(1, 0).tensor("w", {kHuge, kHuge}, 0, 0).zeros(64).text(), kBad,
         "Dimension 0", "37"},
        {"Product", Bytes().header(1, 0).tensor("w", {1u << 30, 1u << 30}, 0, 0).zeros(64).text(), kBad,
         "Dimension 1", "45"},
        {"WeightType", Bytes().header(1, 0).tensor("w", {4}, 200, 0).zeros(64).text(), kNo, "type 200", "45"},
        {"Removed", Bytes().header(1, 0).tensor("w", {32}, 4, 0).zeros(64).text(), kNo, "type 4,", "45"},
        {"Block", Bytes().header(1, 0).tensor("w", {33}, 2, 0).zeros(64).text(), kBad, "no multiple of the",
         "33"},
        {"Misaligned", Bytes().header(1, 0).tensor("w", {4}, 0, 8).zeros(99).text(), kBad, "begins at 8",
         "49"},
        {"PastEnd", Bytes().header(1, 0).tensor("w", {4}, 0, 32).zeros(39).text(), kBad, "past the end",
         "96"},
        {"FarPastEnd", Bytes().header(1, 0).tensor("w", {4}, 0, ~std::uint64_t{31}).zeros(39).text(), kBad,
         "past the end", "96"},
        {"TensorTwice", Bytes().header(2, 0).tensor("w", {4}, 0, 0).tensor("w", {4}, 0, 32).zeros(99).text(),
         kBad, "There are two", "57"},
        {"Overlap", Bytes().header(2, 0).tensor("v", {16}, 0, 0).tensor("w", {4}, 0, 32).zeros(99).text(),
         kBad, "overlaps", "128"},
    };
}

INSTANTIATE_TEST_SUITE_P(Table, GgufBroken, testing::ValuesIn(brokenFiles()),
                         [](const auto& test) { return test.param.name; });

TEST(GgufReader, EveryTruncationIsRefused) {
    const std::string text = goodFile();
    ASSERT_TRUE(parse(text));
    const std::size_t data = 54 + 10;  // padding behind the last tensor may be missing
    for (std::size_t length = 0; length < text.size(); ++length) {
        const std::string cut = text.substr(0, length);
        const auto file = parse(cut);
        if (length < text.size() - data) {
            EXPECT_FALSE(file) << length;
        } else if (file) {
            EXPECT_EQ(file->findTensor("b.weight")->data.size(), 54u);
        }
        if (!file) {
            EXPECT_THAT(file.error().where, HasSubstr("m.gguf, byte "));
        }
    }
}

// What a flipped bit leaves readable must still lie inside the file.
void checkInside(const std::string& text) {
    const auto file = parse(text);
    if (!file) return;
    for (const Entry& entry : file->entries()) {
        EXPECT_LE(entry.value.offset + entry.value.payload.size(), text.size());
        (void)entry.value.print();
        (void)entry.value.asStrings();
        (void)entry.value.asIntegers();
        (void)entry.value.asFloats();
    }
    for (const TensorView& tensor : file->tensors()) {
        ASSERT_LE(tensor.offset + tensor.data.size(), text.size());
        EXPECT_EQ(tensor.data.size(), bytesOf(tensor.type, static_cast<std::uint64_t>(tensor.elements())));
    }
}

TEST(GgufReader, EveryFlippedBitIsSurvived) {
    const std::string text = goodFile();
    for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
        std::string flipped = text;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        checkInside(flipped);
    }
}

TEST(GgufReader, RandomDamageIsSurvived) {
    const std::string text = goodFile();
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string damaged = text;
        for (int i = 0; i < 8; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
        checkInside(damaged);
    }
}

}  // namespace
}  // namespace hearth::engine::gguf
