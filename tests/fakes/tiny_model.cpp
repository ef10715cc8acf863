#include "fakes/tiny_model.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "base/utf8.h"
#include "tensor/rows.h"

namespace hearth::tests {

namespace {

using engine::DType;
using engine::gguf::Writer;

std::vector<std::string> tokenNames() {
    std::vector<std::string> names = {"<bos>", "<end>", "<fn:wave>"};
    char32_t next = 0x100;
    for (int byte = 0; byte < 256; ++byte) {
        const bool printable = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) ||
                               (byte >= 0xAE && byte <= 0xFF);
        std::string name;
        base::appendUtf8(name, printable ? static_cast<char32_t>(byte) : next++);
        names.push_back(name);
    }
    names.emplace_back("he");
    names.emplace_back("\xC4\xA0he");  // " he"
    return names;
}

struct Tensor {
    std::string name;
    DType type;
    std::vector<std::int64_t> shape;
};

std::vector<Tensor> tensorsOf(const TinyModel& m, std::int64_t vocabulary) {
    const std::int64_t width = m.embedding;
    const std::int64_t keys = width / m.heads * m.kvHeads;
    std::vector<Tensor> out = {{"token_embd.weight", m.type, {width, vocabulary}},
                               {"output_norm.weight", DType::F32, {width}}};
    for (int layer = 0; layer < m.layers; ++layer) {
        const std::string prefix = "blk." + std::to_string(layer) + ".";
        out.push_back({prefix + "attn_norm.weight", DType::F32, {width}});
        out.push_back({prefix + "attn_q.weight", m.type, {width, width}});
        out.push_back({prefix + "attn_k.weight", m.type, {width, keys}});
        out.push_back({prefix + "attn_v.weight", m.type, {width, keys}});
        out.push_back({prefix + "attn_output.weight", m.type, {width, width}});
        out.push_back({prefix + "ffn_norm.weight", DType::F32, {width}});
        const std::string kind = m.experts > 0 ? "_exps.weight" : ".weight";
        const std::vector<std::int64_t> wide = {width, m.hidden};
        const std::vector<std::int64_t> narrow = {m.hidden, width};
        out.push_back({prefix + "ffn_gate" + kind, m.type, wide});
        out.push_back({prefix + "ffn_up" + kind, m.type, wide});
        out.push_back({prefix + "ffn_down" + kind, m.type, narrow});
    }
    return out;
}

void describe(const TinyModel& m, Writer& writer, const std::vector<std::string>& names) {
    const auto set = [&](const std::string& key, auto value) {
        if (!m.leaveOut.count(key)) writer.set(key, value);
    };
    const auto number = [&](const std::string& key, int value) {
        set(m.architecture + "." + key, static_cast<std::uint32_t>(value));
    };
    set("general.architecture", std::string_view(m.architecture));
    set("general.name", std::string_view("tiny"));
    number("embedding_length", m.embedding);
    number("block_count", m.layers);
    number("attention.head_count", m.heads);
    number("attention.head_count_kv", m.kvHeads);
    number("feed_forward_length", m.hidden);
    number("context_length", m.context);
    if (m.experts > 0) {
        number("expert_count", m.experts);
        number("expert_used_count", 2);
    }
    set(m.architecture + ".attention.layer_norm_rms_epsilon", 1e-5f);
    set("tokenizer.ggml.model", std::string_view("gpt2"));
    set("tokenizer.ggml.pre", std::string_view("gpt-2"));
    set("tokenizer.ggml.tokens", std::span<const std::string>(names));
    std::vector<std::int32_t> kinds(names.size(), 1);
    kinds[0] = kinds[1] = kinds[2] = 3;
    std::fill(kinds.end() - static_cast<std::ptrdiff_t>(m.tokens.size()), kinds.end(), 3);
    set("tokenizer.ggml.token_type", std::span<const std::int32_t>(kinds));
    const std::vector<std::string> merges = {"h e", "\xC4\xA0 he"};
    set("tokenizer.ggml.merges", std::span<const std::string>(merges));
    set("tokenizer.ggml.bos_token_id", std::uint32_t{0});
    set("tokenizer.ggml.eos_token_id", std::uint32_t{1});
    set("tokenizer.ggml.add_bos_token", true);
    if (m.adjust) m.adjust(writer);
}

// Small random numbers, larger where fewer are added up; norms are about 1.
std::vector<float> randomWeights(const TinyModel& m, const Tensor& tensor, std::uint64_t& state) {
    std::int64_t count = 1;
    for (const std::int64_t n : tensor.shape) count *= n;
    std::vector<float> out(static_cast<std::size_t>(count));
    const float scale = 3.0f / std::sqrt(static_cast<float>(tensor.shape[0]));
    for (float& value : out) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const float random = static_cast<float>(state >> 40) / 16777216.0f - 0.5f;
        value = tensor.shape.size() == 1 ? 1.0f + random * 0.1f : random * scale;
        if (m.weight != 0) value = m.weight;
    }
    return out;
}

}  // namespace

std::vector<std::byte> TinyModel::bytes() const {
    auto names = tokenNames();
    names.insert(names.end(), tokens.begin(), tokens.end());
    Writer writer;
    describe(*this, writer, names);
    std::vector<std::vector<std::byte>> data;
    std::uint64_t state = seed;
    for (Tensor tensor : tensorsOf(*this, static_cast<std::int64_t>(names.size()))) {
        if (leaveOut.count(tensor.name)) continue;
        if (const auto other = shapes.find(tensor.name); other != shapes.end()) tensor.shape = other->second;
        auto values = randomWeights(*this, tensor, state);
        if (tensor.name.find("_exps") != std::string::npos) {  // the same weights again and again
            tensor.shape.push_back(experts);
            const std::vector<float> one = values;
            for (int e = 1; e < experts; ++e) values.insert(values.end(), one.begin(), one.end());
        }
        writer.addTensor(tensor.name, tensor.type, tensor.shape);
        std::vector<std::byte> raw(engine::bytesOf(tensor.type, values.size()));
        engine::quantizeRow(tensor.type, values.data(), raw.data(), static_cast<std::int64_t>(values.size()));
        data.push_back(std::move(raw));
    }
    for (int layer = 0; experts > 0 && layer < layers; ++layer) {
        const Tensor router{
            "blk." + std::to_string(layer) + ".ffn_gate_inp.weight", DType::F32, {embedding, experts}};
        const auto values = randomWeights(*this, router, state);
        writer.addTensor(router.name, router.type, router.shape);
        const auto raw = std::as_bytes(std::span(values));
        data.emplace_back(raw.begin(), raw.end());
    }
    return writer.toBytes({data.begin(), data.end()});
}

void TinyModel::write(const std::string& path) const {
    const auto all = bytes();
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(all.data()), static_cast<std::streamsize>(all.size()));
}

}  // namespace hearth::tests
