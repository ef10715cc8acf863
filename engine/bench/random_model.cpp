#include "bench/random_model.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <random>
#include <span>
#include <vector>

#include "gguf/writer.h"
#include "tensor/rows.h"

namespace hearth::engine {
namespace {

using base::Result;

// Random weights that are quantized once; every matrix is cut from them at another place. Quantizing billions
// of numbers would take minutes and make no matrix harder to multiply.
constexpr std::int64_t kPool = std::int64_t{1} << 20;

constexpr int kControl = 3;
constexpr int kByte = 6;

std::vector<std::byte> makePool(DType type, double spread) {
    std::mt19937 random(20240229);
    std::vector<float> values(kPool);
    // Sums of uniform numbers are near enough to normal ones, and the same with every standard library.
    for (float& value : values) {
        double sum = 0;
        for (int i = 0; i < 4; ++i) sum += static_cast<double>(random()) / 4294967296.0 - 0.5;
        value = static_cast<float>(sum * std::sqrt(3.0) * spread);
    }
    std::vector<std::byte> bytes(bytesOf(type, kPool));
    quantizeRow(type, values.data(), bytes.data(), kPool);
    return bytes;
}

struct Tensor {
    std::string name;
    std::int64_t cols;
    std::int64_t rows;  // 0: a norm
};

std::vector<Tensor> tensorsOf(const BenchShape& s) {
    const std::int64_t keys = std::int64_t{s.embedding} / s.heads * s.kvHeads;
    std::vector<Tensor> all{{"token_embd.weight", s.embedding, s.vocabulary}};
    for (int i = 0; i < s.layers; ++i) {
        const std::string layer = "blk." + std::to_string(i) + ".";
        all.push_back({layer + "attn_norm.weight", s.embedding, 0});
        all.push_back({layer + "attn_q.weight", s.embedding, s.embedding});
        all.push_back({layer + "attn_k.weight", s.embedding, keys});
        all.push_back({layer + "attn_v.weight", s.embedding, keys});
        all.push_back({layer + "attn_output.weight", s.embedding, s.embedding});
        all.push_back({layer + "ffn_norm.weight", s.embedding, 0});
        all.push_back({layer + "ffn_gate.weight", s.embedding, s.feedForward});
        all.push_back({layer + "ffn_up.weight", s.embedding, s.feedForward});
        all.push_back({layer + "ffn_down.weight", s.feedForward, s.embedding});
    }
    all.push_back({"output_norm.weight", s.embedding, 0});
    all.push_back({"output.weight", s.embedding, s.vocabulary});
    return all;
}

void setArchitecture(gguf::Writer& writer, const BenchShape& s) {
    const auto number = [](int value) { return static_cast<std::uint32_t>(value); };
    writer.set("general.architecture", "llama");
    writer.set("general.name", "random " + std::string(s.name));
    writer.set("llama.context_length", std::uint32_t{4096});
    writer.set("llama.embedding_length", number(s.embedding));
    writer.set("llama.block_count", number(s.layers));
    writer.set("llama.feed_forward_length", number(s.feedForward));
    writer.set("llama.attention.head_count", number(s.heads));
    writer.set("llama.attention.head_count_kv", number(s.kvHeads));
    writer.set("llama.attention.layer_norm_rms_epsilon", 1e-5f);
    writer.set("llama.rope.dimension_count", number(s.embedding / s.heads));
    writer.set("llama.vocab_size", number(s.vocabulary));
}

void setVocabulary(gguf::Writer& writer, int size) {
    std::vector<std::string> tokens{"<unk>", "<s>", "</s>"};
    std::vector<std::int32_t> kinds{2, kControl, kControl};
    for (int byte = 0; byte < 256; ++byte) {
        char text[8];
        std::snprintf(text, sizeof text, "<0x%02X>", static_cast<unsigned>(byte));
        tokens.emplace_back(text);
        kinds.push_back(kByte);
    }
    for (int id = static_cast<int>(tokens.size()); id < size; ++id) {
        tokens.push_back("\u2581w" + std::to_string(id));
        kinds.push_back(1);
    }
    std::vector<float> scores;
    for (int id = 0; id < size; ++id) scores.push_back(static_cast<float>(-id));
    writer.set("tokenizer.ggml.model", "llama");
    writer.set("tokenizer.ggml.tokens", std::span<const std::string>(tokens));
    writer.set("tokenizer.ggml.scores", std::span<const float>(scores));
    writer.set("tokenizer.ggml.token_type", std::span<const std::int32_t>(kinds));
    writer.set("tokenizer.ggml.bos_token_id", std::uint32_t{1});
    writer.set("tokenizer.ggml.eos_token_id", std::uint32_t{2});
}

// `rows` rows of `cols` weights from the pool, starting at its block `start` and going round.
Result<void> writeMatrix(gguf::Writer& writer, DType type, const Tensor& tensor,
                         const std::vector<std::byte>& pool, std::uint64_t start) {
    std::uint64_t left = bytesOf(type, static_cast<std::uint64_t>(tensor.cols * tensor.rows));
    std::uint64_t at = start * static_cast<std::uint64_t>(info(type).blockBytes) % pool.size();
    while (left > 0) {
        const std::uint64_t count = std::min<std::uint64_t>(left, pool.size() - at);
        if (auto done = writer.write(std::span(pool).subspan(at, count)); !done) return done;
        left -= count;
        at = 0;
    }
    return {};
}

}  // namespace

Recipe uniformRecipe(DType type) {
    return {name(type), type, type, 0, {}};
}

Result<void> writeRandomModel(const BenchShape& shape, const Recipe& recipe, const std::string& path,
                              const base::CancelToken& cancel) {
    if (auto writable = requireQuantize(recipe.most); !writable) return writable;
    gguf::Writer writer;
    setArchitecture(writer, shape);
    setVocabulary(writer, shape.vocabulary);
    const std::vector<Tensor> tensors = tensorsOf(shape);
    std::vector<DType> types;
    std::map<DType, std::vector<std::byte>> pools;
    for (const Tensor& tensor : tensors) {
        gguf::TensorView view;
        view.name = tensor.name;
        view.shape = {tensor.cols};
        if (tensor.rows > 0) view.shape.push_back(tensor.rows);
        const RecipeShape whole{shape.layers, shape.heads / shape.kvHeads, false};
        const DType type = types.emplace_back(chooseType(recipe, view, whole).type);
        writer.addTensor(tensor.name, type, view.shape);
        if (tensor.rows > 0 && pools.find(type) == pools.end())
            pools[type] = makePool(type, 1 / std::sqrt(static_cast<double>(shape.embedding)));
    }
    const std::vector<float> ones(static_cast<std::size_t>(shape.embedding), 1.0f);
    if (auto begun = writer.begin(path); !begun) return begun;
    std::uint64_t start = 0;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const Tensor& tensor = tensors[i];
        if (cancel.cancelled()) return base::fail(base::ErrorCode::Cancelled, "The benchmark was stopped.");
        const auto done = tensor.rows == 0
                              ? writer.write(std::as_bytes(std::span(ones)))
                              : writeMatrix(writer, types[i], tensor, pools[types[i]], start += 7919);
        if (!done) return done;
    }
    return writer.finish();
}

}  // namespace hearth::engine
