#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "engine/model.h"
#include "engine/session.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::engine {
namespace {

using TestFolder = tests::TemporaryFolder;
using testing::HasSubstr;
using tests::TinyModel;

TEST(ModelOpen, SaysWhatTheModelIs) {
    const TestFolder folder;
    TinyModel().write((folder / "m.gguf").string());
    double progress = 0;
    LoadOptions options;
    options.onProgress = [&](double share) { progress = share; };
    const auto model = Model::open((folder / "m.gguf").string(), options);
    ASSERT_TRUE(model) << model.error().text();
    const ModelInfo& info = (*model)->info();
    EXPECT_EQ(info.architecture, "llama");
    EXPECT_EQ(info.name, "tiny");
    EXPECT_EQ(info.weightType, "F32");
    EXPECT_EQ(info.layers, 2);
    EXPECT_EQ(info.headDim, 8);
    EXPECT_EQ(info.kvHeads, 2);
    EXPECT_EQ(info.vocabulary, 261);
    EXPECT_EQ(info.trainedContext, 128);
    EXPECT_EQ((*model)->metadata("llama.block_count"), "2");
    EXPECT_EQ((*model)->metadata("tokenizer.ggml.tokens"), "[string × 261]");
    EXPECT_FALSE((*model)->metadata("absent"));
    EXPECT_EQ((*model)->tensors().size(), 20u);
    EXPECT_GT(progress, 0.99);
}

TEST(ModelOpen, StopsWhenAsked) {
    const TestFolder folder;
    TinyModel().write((folder / "m.gguf").string());
    base::CancelSource source;
    source.cancel();
    LoadOptions options;
    options.cancel = source.token();
    EXPECT_EQ(Model::open((folder / "m.gguf").string(), options).error().code, base::ErrorCode::Cancelled);
}

TEST(DescribeFile, WorksForArchitecturesThatAreNotKnown) {
    const TestFolder folder;
    TinyModel tiny;
    tiny.architecture = "quux";
    tiny.write((folder / "m.gguf").string());
    const auto summary = describeFile((folder / "m.gguf").string());
    ASSERT_TRUE(summary) << summary.error().text();
    EXPECT_EQ(summary->info.architecture, "quux");
    EXPECT_EQ(summary->info.layers, 2);
    EXPECT_EQ(summary->version, 3);
    EXPECT_EQ(summary->tensors.size(), 20u);
    EXPECT_THAT(summary->metadata, testing::Contains(testing::Pair("quux.block_count", "2")));
}

struct Wrong {
    std::string name;
    std::function<void(TinyModel&)> change;
    base::ErrorCode code;
    std::string says;
};

class WrongModel : public testing::TestWithParam<Wrong> {};

TEST_P(WrongModel, IsRefusedByName) {
    const TestFolder folder;
    TinyModel tiny;
    GetParam().change(tiny);
    tiny.write((folder / "m.gguf").string());
    const auto model = Model::open((folder / "m.gguf").string());
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, GetParam().code) << model.error().text();
    EXPECT_THAT(model.error().text(), HasSubstr(GetParam().says));
    EXPECT_THAT(model.error().where, HasSubstr("m.gguf"));
}

constexpr auto kBad = base::ErrorCode::InvalidInput;
constexpr auto kNo = base::ErrorCode::Unsupported;

std::function<void(TinyModel&)> without(const std::string& what) {
    return [what](TinyModel& m) { m.leaveOut.insert(what); };
}
std::function<void(TinyModel&)> shaped(const std::string& what, std::vector<std::int64_t> shape) {
    return [what, shape](TinyModel& m) { m.shapes[what] = shape; };
}
template <typename T>
std::function<void(TinyModel&)> with(const std::string& key, T value) {
    return [key, value](TinyModel& m) { m.adjust = [key, value](gguf::Writer& w) { w.set(key, value); }; };
}

const std::vector<std::int32_t> kOneHead = {4};

std::function<void(TinyModel&)> grouped(std::uint32_t groups) {
    return [groups](TinyModel& m) {
        m.experts = 5;
        m.adjust = [groups](gguf::Writer& w) { w.set("llama.expert_group_count", groups); };
    };
}

std::vector<Wrong> wrongModels() {
    return {
        {"Architecture", [](TinyModel& m) { m.architecture = "quux"; }, kNo, "architecture \"quux\""},
        {"Projector", [](TinyModel& m) { m.architecture = "clip"; }, kNo, "the part of a model that sees"},
        {"NoArchitecture", without("general.architecture"), kBad, "general.architecture\" is missing"},
        {"NoLayers", without("llama.block_count"), kBad, "llama.block_count\" is missing"},
        {"TooManyLayers", with("llama.block_count", std::uint32_t{3}), kBad, "blk.2.attn_q.weight"},
        {"AbsurdLayers", with("llama.block_count", std::uint32_t{4'000'000}), kBad, "1 to 4096"},
        {"NoHeads", with("llama.attention.head_count", std::uint32_t{0}), kBad, "attention.head_count"},
        {"HeadsOfText", with("llama.attention.head_count", "four"), kBad, "a whole number is needed"},
        {"HeadsDoNotDivide", with("llama.attention.head_count_kv", std::uint32_t{3}), kBad,
         "does not divide"},
        {"OtherHeads", with("llama.attention.head_count", std::uint32_t{8}), kBad, "ask for [32, 8]"},
        {"HeadsOfLayers", with("llama.attention.head_count", std::span<const std::int32_t>(kOneHead)), kBad,
         "a number for each of the 2 layers"},
        {"Epsilon", with("llama.attention.layer_norm_rms_epsilon", NAN), kBad, "0 to 1"},
        {"NoEpsilon", without("llama.attention.layer_norm_rms_epsilon"), kBad, "is missing"},
        {"RopeScaling", with("llama.rope.scaling.type", "su"), kNo, "\"su\""},
        {"RopeTooWide", with("llama.rope.dimension_count", std::uint32_t{64}), kBad, "2 to 8"},
        {"NoExperts", with("llama.expert_count", std::uint32_t{4}), kBad, "expert_used_count\" is missing"},
        {"UnknownTensor",
         [](TinyModel& m) {
             m.architecture = "starcoder2";
             m.adjust = [](gguf::Writer& w) { w.set("starcoder2.attention.layer_norm_epsilon", 1e-5f); };
         },
         kNo, "\"blk.0.ffn_gate.weight\", which the architecture \"starcoder2\" does not have"},
        {"ExpertsInUnevenGroups", grouped(3), kBad, "5 experts cannot be divided"},
        {"MissingTensor", without("blk.1.ffn_down.weight"), kBad, "\"blk.1.ffn_down.weight\" is missing"},
        {"MissingEmbedding", without("token_embd.weight"), kBad, "\"token_embd.weight\" is missing"},
        {"MissingNorm", without("output_norm.weight"), kBad, "\"output_norm.weight\" is missing"},
        {"Shape", shaped("blk.0.attn_k.weight", {32, 32}), kBad,
         "shape [32, 32]; the metadata ask for [32, 16]"},
        {"Transposed", shaped("blk.0.ffn_up.weight", {64, 32}), kBad, "blk.0.ffn_up.weight"},
        {"Vocabulary", shaped("token_embd.weight", {32, 200}), kBad,
         "200 tokens, but the vocabulary has 261"},
        {"NoVocabulary", without("tokenizer.ggml.tokens"), kBad, "has no vocabulary"},
        {"NoMerges", without("tokenizer.ggml.merges"), kBad, "tokenizer.ggml.merges"},
        {"PreTokenizer", with("tokenizer.ggml.pre", "quux"), kNo, "\"quux\""},
        {"Tokenizer", with("tokenizer.ggml.model", "quux"), kNo, "\"quux\""},
        {"EndToken", with("tokenizer.ggml.eos_token_id", std::uint32_t{261}), kBad, "only 261 tokens"},
        {"Split", with("split.count", std::uint32_t{3}), kBad, "part 1 of 3"},
        {"Adapter", with("general.type", "adapter"), kNo, "\"adapter\""},
    };
}

INSTANTIATE_TEST_SUITE_P(Table, WrongModel, testing::ValuesIn(wrongModels()),
                         [](const auto& test) { return test.param.name; });

TEST(ModelOpen, EveryTruncationIsAnError) {
    const TestFolder folder;
    const auto whole = TinyModel().bytes();
    for (int i = 0; i < 200; ++i) {
        std::ofstream out((folder / "m.gguf").string(), std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(whole.data()),
                  static_cast<std::streamsize>(whole.size() * static_cast<std::size_t>(i) / 200));
        out.close();
        EXPECT_FALSE(Model::open((folder / "m.gguf").string())) << i;
    }
}

TEST(ModelOpen, FlippedBitsInTheHeaderAreSurvived) {
    const TestFolder folder;
    const auto whole = TinyModel().bytes();
    for (std::size_t i = 0; i < 200; ++i) {
        auto flipped = whole;
        flipped[i * 37 % 7000] ^= static_cast<std::byte>(1 << (i % 8));
        std::ofstream out((folder / "m.gguf").string(), std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(flipped.data()),
                  static_cast<std::streamsize>(flipped.size()));
        out.close();
        const auto model = Model::open((folder / "m.gguf").string());
        if (!model) {
            EXPECT_FALSE(model.error().message.empty());
            continue;
        }
        SessionOptions options;
        options.context = 16;
        auto session = Session::create(*model, options);
        ASSERT_TRUE(session) << session.error().text();
        GenerateRequest request;
        request.prompt = {0, 5, 6};
        request.maxTokens = 2;
        (void)(*session)->generate(request);
    }
}

TEST(ModelOpen, WeightsThatAreNoNumbersAreReported) {
    const TestFolder folder;
    TinyModel tiny;
    tiny.weight = NAN;
    tiny.write((folder / "m.gguf").string());
    const auto model = Model::open((folder / "m.gguf").string());
    ASSERT_TRUE(model) << model.error().text();
    auto session = Session::create(*model);
    ASSERT_TRUE(session);
    GenerateRequest request;
    request.prompt = {0};
    const auto answer = (*session)->generate(request);
    ASSERT_FALSE(answer);
    EXPECT_THAT(answer.error().message, HasSubstr("finite"));
}

}  // namespace
}  // namespace hearth::engine
