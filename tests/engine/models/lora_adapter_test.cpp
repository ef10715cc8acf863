#include "models/lora_adapter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>

#include "engine/logits.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_adapter.h"
#include "fakes/tiny_model.h"
#include "gguf/writer.h"

namespace hearth::engine {
namespace {

using testing::HasSubstr;
using tests::TinyAdapter;
using tests::TinyModel;

std::vector<TokenId> someTokens(int count) {
    std::vector<TokenId> out;
    for (TokenId id = 0; id < count; ++id) out.push_back(id * 11 % 261);
    return out;
}

// The model with an output of its own, and with what the adapters add put into its weights.
std::vector<std::byte> merged(const TinyModel& tiny,
                              const std::vector<std::pair<TinyAdapter, float>>& adapters) {
    const auto raw = tiny.bytes();
    const auto file = gguf::File::parse(raw, "tiny").value();
    std::map<std::string, std::vector<float>> weights;
    gguf::Writer writer;
    for (const gguf::Entry& entry : file.entries()) writer.set(entry.key, entry.value);
    const auto take = [&](const std::string& name, const gguf::TensorView& tensor) {
        std::vector<float>& values = weights[name];
        values.resize(static_cast<std::size_t>(tensor.elements()));
        std::memcpy(values.data(), tensor.data.data(), tensor.data.size());
    };
    for (const gguf::TensorView& tensor : file.tensors()) take(std::string(tensor.name), tensor);
    take("output.weight", *file.findTensor("token_embd.weight"));
    for (const auto& [adapter, scale] : adapters) {
        for (const std::string& target : adapter.targets) {
            const auto pair = adapter.pair(target);
            const auto rank = static_cast<std::size_t>(adapter.rank);
            const bool lookup = target == "token_embd.weight";
            const auto in = static_cast<std::size_t>(lookup ? pair.shapeB[1] : pair.shapeA[0]);
            const auto out = static_cast<std::size_t>(lookup ? pair.shapeA[1] : pair.shapeB[1]);
            std::vector<float>& w = weights[target];
            for (std::size_t i = 0; i < w.size(); ++i) {
                const std::size_t expert = i / (in * out), row = i / in % out, column = i % in;
                double sum = 0;
                for (std::size_t r = 0; r < rank; ++r)
                    sum += lookup ? pair.a[row * rank + r] * pair.b[column * rank + r]
                                  : pair.a[(expert * rank + r) * in + column] *
                                        pair.b[(expert * out + row) * rank + r];
                w[i] += static_cast<float>(scale * adapter.alpha / static_cast<float>(adapter.rank) * sum);
            }
        }
    }
    std::vector<std::span<const std::byte>> data;
    for (const auto& [name, values] : weights) {
        const auto* tensor = file.findTensor(name == "output.weight" ? "token_embd.weight" : name);
        writer.addTensor(name, DType::F32, tensor->shape);
        data.push_back(std::as_bytes(std::span(values)));
    }
    return writer.toBytes(data);
}

class LoraAdapterTest : public testing::Test {
  protected:
    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    std::vector<float> logits(const std::string& model, std::vector<AdapterFile> adapters, int tokens = 40) {
        LogitsOptions options;
        options.adapters = std::move(adapters);
        const auto out = modelLogits(path(model), someTokens(tokens), options);
        EXPECT_TRUE(out) << out.error().text();
        return out.value_or(std::vector<float>());
    }
    void expectMerged(const TinyModel& tiny, const std::vector<std::pair<TinyAdapter, float>>& adapters) {
        tiny.write(path("base.gguf"));
        const auto bytes = merged(tiny, adapters);
        std::ofstream(path("merged.gguf"), std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        std::vector<AdapterFile> files;
        for (const auto& [adapter, scale] : adapters) {
            files.push_back({path("a" + std::to_string(files.size()) + ".gguf"), scale});
            adapter.write(files.back().path);
        }
        const auto expected = logits("merged.gguf", {});
        const auto got = logits("base.gguf", files);
        ASSERT_EQ(got.size(), expected.size());
        for (std::size_t i = 0; i < got.size(); ++i) ASSERT_NEAR(got[i], expected[i], 2e-4) << i;
        EXPECT_NE(got, logits("base.gguf", {}));
    }
    tests::TemporaryFolder folder_;
};

TEST_F(LoraAdapterTest, SeveralAtOnceAreAsMergedWeights) {
    TinyAdapter first;
    TinyAdapter second;
    second.seed = 99;
    second.rank = 3;
    second.targets = {"blk.0.attn_q.weight", "blk.1.attn_k.weight", "blk.0.ffn_gate.weight"};
    expectMerged({}, {{first, 1.0f}, {second, -0.5f}});
}

TEST_F(LoraAdapterTest, EmbeddingAndOutputAreChangedEachByItsOwn) {
    TinyAdapter adapter;
    adapter.targets = {"token_embd.weight", "output.weight"};
    expectMerged({}, {{adapter, 0.7f}});
}

TEST_F(LoraAdapterTest, EachExpertHasItsOwn) {
    TinyModel tiny;
    tiny.experts = 5;
    TinyAdapter adapter;
    adapter.targets = {"blk.0.ffn_gate_exps.weight", "blk.1.ffn_down_exps.weight",
                       "blk.1.ffn_gate_inp.weight"};
    adapter.shapes = {
        {adapter.targets[0], {32, 64, 5}}, {adapter.targets[1], {64, 32, 5}}, {adapter.targets[2], {32, 5}}};
    expectMerged(tiny, {{adapter, 1.0f}});
}

TEST_F(LoraAdapterTest, EveryTypeOfNumberIsRead) {
    TinyModel().write(path("base.gguf"));
    TinyAdapter adapter;
    adapter.rank = 32;
    adapter.write(path("f32.gguf"));
    const auto expected = logits("base.gguf", {{path("f32.gguf"), 1}});
    for (const DType type : {DType::F16, DType::BF16, DType::Q8_0}) {
        adapter.type = type;
        adapter.write(path("other.gguf"));
        const auto got = logits("base.gguf", {{path("other.gguf"), 1}});
        double difference = 0, size = 0;
        for (std::size_t i = 0; i < got.size(); ++i) {
            difference += (got[i] - expected[i]) * (got[i] - expected[i]);
            size += expected[i] * expected[i];
        }
        EXPECT_LT(difference / size, 1e-3) << name(type);
    }
}

class LoraSession : public LoraAdapterTest {
  protected:
    void SetUp() override {
        TinyModel().write(path("base.gguf"));
        TinyAdapter().write(path("a.gguf"));
        model_ = Model::open(path("base.gguf")).value();
        adapter_ = Adapter::open(path("a.gguf"), model_).value();
        session_ = Session::create(model_, {0, CacheType::F32, true}).value();
    }
    GenerateResult ask() {
        GenerateRequest request;
        request.prompt = someTokens(30);
        request.maxTokens = 1;
        request.sampling.temperature = 0;
        return session_->generate(request).value();
    }
    std::shared_ptr<const Model> model_;
    std::shared_ptr<const Adapter> adapter_;
    std::unique_ptr<Session> session_;
};

TEST_F(LoraSession, SaysWhatItIs) {
    EXPECT_EQ(adapter_->info().name, "a");
    EXPECT_EQ(adapter_->info().rank, 4);
    EXPECT_EQ(adapter_->info().tensors, 2);
    EXPECT_EQ(adapter_->info().alpha, 8);
    EXPECT_EQ(adapter_->info().bytes, (32 * 4 + 4 * 32 + 64 * 4 + 4 * 32) * sizeof(float));
}

TEST_F(LoraSession, AnotherSetOfAdaptersForgetsWhatWasComputed) {
    const AdapterUse whole[] = {{adapter_, 1}};
    const AdapterUse half[] = {{adapter_, 0.5f}};
    const float plain = ask().logprobs[0];
    EXPECT_EQ(ask().reusedTokens, 29);
    ASSERT_TRUE(session_->setAdapters(whole));
    const auto with = ask();
    EXPECT_EQ(with.reusedTokens, 0);
    EXPECT_NE(with.logprobs[0], plain);
    ASSERT_TRUE(session_->setAdapters(whole));
    EXPECT_EQ(ask().reusedTokens, 29) << "the same set again changes nothing";
    ASSERT_TRUE(session_->setAdapters(half));
    EXPECT_EQ(ask().reusedTokens, 0);
    ASSERT_TRUE(session_->setAdapters({}));
    const auto without = ask();
    EXPECT_EQ(without.reusedTokens, 0);
    EXPECT_EQ(without.logprobs[0], plain);
}

TEST_F(LoraSession, RefusesAdaptersOfOtherModelsAndScalesThatAreNone) {
    const auto again = Model::open(path("base.gguf")).value();
    const AdapterUse other[] = {{Adapter::open(path("a.gguf"), again).value(), 1}};
    EXPECT_THAT(session_->setAdapters(other).error().text(), HasSubstr("another model"));
    const AdapterUse none[] = {{adapter_, std::numeric_limits<float>::infinity()}};
    EXPECT_THAT(session_->setAdapters(none).error().text(), HasSubstr("scale"));
}

struct Wrong {
    const char* name;
    std::function<void(TinyAdapter&)> change;
    const char* says;
};

class WrongAdapter : public LoraSession, public testing::WithParamInterface<Wrong> {};

TEST_P(WrongAdapter, SaysWhyItDoesNotFit) {
    TinyAdapter adapter;
    GetParam().change(adapter);
    adapter.write(path("wrong.gguf"));
    const auto opened = Adapter::open(path("wrong.gguf"), model_);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().text(), HasSubstr(GetParam().says));
    EXPECT_THAT(opened.error().where, HasSubstr("wrong.gguf"));
}

INSTANTIATE_TEST_SUITE_P(
    Table, WrongAdapter,
    testing::Values(
        Wrong{"Architecture", [](auto& a) { a.architecture = "qwen3"; },
              "architecture \"qwen3\"; this one is \"llama\""},
        Wrong{"Tensor", [](auto& a) { a.targets = {"blk.7.attn_q.weight"}; },
              "\"blk.7.attn_q.weight\", which this model does not have"},
        Wrong{"Shape",
              [](auto& a) {
                  a.shapes["blk.0.attn_q.weight"] = {48, 32};
              },
              "do not fit the model's 32 × 32"},
        Wrong{"Norm", [](auto& a) { a.targets = {"output_norm.weight"}; },
              "no matrix that inputs are multiplied by"},
        Wrong{"Half", [](auto& a) { a.leaveOut = "blk.0.attn_q.weight.lora_b"; }, "only one half"},
        Wrong{"Nothing", [](auto& a) { a.targets.clear(); }, "has no tensors"},
        Wrong{"Kind", [](auto& a) { a.adjust = [](auto& w) { w.set("adapter.type", "ia3"); }; }, "\"ia3\""},
        Wrong{"Model", [](auto& a) { a.adjust = [](auto& w) { w.set("general.type", "model"); }; },
              "whole model"},
        Wrong{"Alpha", [](auto& a) { a.adjust = [](auto& w) { w.set("adapter.lora.alpha", -1.0f); }; },
              "adapter.lora.alpha"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace hearth::engine
