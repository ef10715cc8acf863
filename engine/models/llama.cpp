#include "models/llama.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "kernels/ops.h"
#include "kernels/weights.h"
#include "models/llama_weights.h"
#include "runtime/kv_cache.h"

namespace hearth::engine {

using base::ErrorCode;
using base::Result;

namespace {

// Working memory for n tokens.
struct Buffers {
    std::vector<float> x;         // [n, embedding]: the residual stream
    std::vector<float> normed;    // [n, embedding]
    std::vector<float> q;         // [n, heads, headDim]
    std::vector<float> k, v;      // [n, kvHeads, headDim]
    std::vector<float> attended;  // [n, heads, headDim]
    std::vector<float> added;     // [n, embedding]: what a block adds to the stream
    std::vector<float> gate, up;  // [n, hidden]
    std::vector<float> cos, sin;  // [n, ropePairs]
    ExpertBuffers experts;

    void reserve(const LlamaShape& shape, int n) {
        const auto rows = static_cast<std::size_t>(n);
        const auto grow = [rows](std::vector<float>& buffer, int width) {
            const std::size_t size = rows * static_cast<std::size_t>(width);
            if (buffer.size() < size) buffer.resize(size);
        };
        grow(x, shape.embedding);
        grow(normed, shape.embedding);
        grow(added, shape.embedding);
        grow(q, shape.heads * shape.headDim);
        grow(attended, shape.heads * shape.headDim);
        grow(k, shape.kvHeads * shape.headDim);
        grow(v, shape.kvHeads * shape.headDim);
        grow(gate, shape.experts ? 0 : shape.hidden);
        grow(up, shape.experts ? 0 : shape.hidden);
        grow(cos, shape.ropePairs);
        grow(sin, shape.ropePairs);
    }
};

struct LlamaState : NetworkState {
    LlamaState(KvCache made, const std::vector<double>& frequencies)
        : cache(std::move(made)), ropeFrequencies(frequencies) {}
    int rewind(int position) override { return position; }  // later positions are simply overwritten
    std::uint64_t bytes() const override { return cache.bytes(); }
    KvCache cache;
    const std::vector<double>& ropeFrequencies;  // of the Network, for this length of context
    Buffers buffers;
};

// The tokens that are on their way through the layers.
struct Pass {
    LlamaState& state;
    const base::CancelToken& cancel;
    int n;      // rows of x
    int start;  // position of the first
};

class Llama : public Network {
  public:
    Llama(const LlamaShape& shape, LlamaWeights weights) : shape_(shape), weights_(std::move(weights)) {}
    int vocabulary() const override { return shape_.vocabulary; }
    int promptChunk() const override;
    Result<std::unique_ptr<NetworkState>> newState(int context, CacheType cache) const override;
    bool forward(Compute& compute, NetworkState& state, const ForwardInput& input,
                 float* logits) const override;

  private:
    void embed(Compute& compute, std::span<const TokenId> tokens, float* x) const;
    bool attend(Compute& compute, Pass& pass, int index, LogitRows needed) const;
    void position(Compute& compute, Pass& pass, int index) const;
    void addBlock(Compute& compute, Pass& pass) const;
    void keepLastRow(Pass& pass) const;
    bool feedForward(Compute& compute, Pass& pass, int index) const;
    void predict(Compute& compute, Pass& pass, float* logits) const;

    LlamaShape shape_;
    LlamaWeights weights_;
};

Result<std::unique_ptr<NetworkState>> Llama::newState(int context, CacheType cache) const {
    auto made = KvCache::create({shape_.layers, shape_.kvHeads, shape_.headDim}, context, cache);
    if (!made) return tl::unexpected(made.error());
    const bool isLong = shape_.originalContext > 0 && context > shape_.originalContext;
    return std::make_unique<LlamaState>(std::move(*made),
                                        isLong ? weights_.ropeFrequenciesLong : weights_.ropeFrequencies);
}

// The largest product of a layer should stay below a few billion multiplications.
int Llama::promptChunk() const {
    constexpr std::int64_t kMultiplications = 4'000'000'000;
    const std::int64_t perToken = std::int64_t{2} * shape_.hidden * shape_.embedding;
    return static_cast<int>(std::clamp<std::int64_t>(kMultiplications / perToken / 16 * 16, 32, 512));
}

// x = embedding of tokens; for each layer x += attention(norm(x)), x += feedForward(norm(x)); logits of
// norm(x).
bool Llama::forward(Compute& compute, NetworkState& state, const ForwardInput& input, float* logits) const {
    auto& own = static_cast<LlamaState&>(state);
    Buffers& buffers = own.buffers;
    const int n = static_cast<int>(input.tokens.size());
    buffers.reserve(shape_, n);
    embed(compute, input.tokens, buffers.x.data());
    ropeTable(own.ropeFrequencies.data(), shape_.ropePairs, input.start, n, shape_.ropeMagnitude,
              buffers.cos.data(), buffers.sin.data());
    Pass pass{own, input.cancel, n, input.start};
    for (int layer = 0; layer < shape_.layers; ++layer) {
        const bool last = layer + 1 == shape_.layers;
        if (!attend(compute, pass, layer, last ? input.rows : LogitRows::All)) return false;
        if (last && input.rows == LogitRows::None) return true;
        if (!feedForward(compute, pass, layer)) return false;
    }
    predict(compute, pass, logits);
    return !input.cancel.cancelled();
}

void scale(float* x, std::int64_t count, float factor) {
    for (std::int64_t i = 0; factor != 1 && i < count; ++i) x[i] *= factor;
}

void Llama::embed(Compute& compute, std::span<const TokenId> tokens, float* x) const {
    lookUp(compute, weights_.embedding, tokens, x);
    scale(x, static_cast<std::int64_t>(tokens.size()) * shape_.embedding, shape_.embeddingScale);
}

// Adds `bias` [width] to each row of y [n, width]; nothing if there is none.
void addBias(Compute& compute, std::vector<float>& y, const std::vector<float>& bias, int n) {
    for (std::size_t t = 0; !bias.empty() && t < static_cast<std::size_t>(n); ++t)
        compute.kernels().add(&y[t * bias.size()], bias.data(), static_cast<std::int64_t>(bias.size()));
}

// x += Wo attention(rope(Wq norm(x)), rope(Wk norm(x)), Wv norm(x)); of the rows that the logits need, once
// all keys and values are in the cache.
bool Llama::attend(Compute& compute, Pass& pass, int index, LogitRows needed) const {
    const LlamaLayer& layer = weights_.layers[static_cast<std::size_t>(index)];
    Buffers& b = pass.state.buffers;
    int n = pass.n;
    rmsNorm(compute, b.x.data(), layer.attentionNorm.data(), b.normed.data(), n, shape_.embedding,
            shape_.epsilon);
    const Product products[] = {{&layer.q, b.q.data()}, {&layer.k, b.k.data()}, {&layer.v, b.v.data()}};
    matmulGroup(compute, products, b.normed.data(), n);
    if (pass.cancel.cancelled()) return false;
    addBias(compute, b.q, layer.qBias, n);
    addBias(compute, b.k, layer.kBias, n);
    addBias(compute, b.v, layer.vBias, n);
    position(compute, pass, index);
    pass.state.cache.write(compute, index, b.k.data(), b.v.data(), pass.start, n);
    if (needed == LogitRows::None) return !pass.cancel.cancelled();
    if (needed == LogitRows::Last) keepLastRow(pass);
    n = pass.n;

    AttentionArgs args;
    pass.state.cache.describe(index, args);
    args.q = b.q.data();
    args.out = b.attended.data();
    args.n = n;
    args.heads = shape_.heads;
    args.start = pass.start;
    args.window = shape_.window;
    args.scale = 1.0f / std::sqrt(static_cast<float>(shape_.headDim));
    attention(compute, args);
    if (pass.cancel.cancelled()) return false;
    matmul(compute, layer.o, b.attended.data(), b.added.data(), n);
    addBias(compute, b.added, layer.oBias, n);
    addBlock(compute, pass);
    return !pass.cancel.cancelled();
}

// Norms of the heads and rotation, in the layers that have them.
void Llama::position(Compute& compute, Pass& pass, int index) const {
    const LlamaLayer& layer = weights_.layers[static_cast<std::size_t>(index)];
    const LlamaVariant& variant = shape_.variant;
    Buffers& b = pass.state.buffers;
    if (variant.headNorms) {
        rmsNorm(compute, b.q.data(), layer.qNorm.data(), b.q.data(), pass.n * shape_.heads, shape_.headDim,
                shape_.epsilon);
        rmsNorm(compute, b.k.data(), layer.kNorm.data(), b.k.data(), pass.n * shape_.kvHeads, shape_.headDim,
                shape_.epsilon);
    }
    if (variant.noRopeEvery > 0 && (index + 1) % variant.noRopeEvery == 0) return;
    rope(compute, b.q.data(), b.cos.data(), b.sin.data(), pass.n, shape_.heads, shape_.headDim,
         shape_.ropePairs, variant.rope);
    rope(compute, b.k.data(), b.cos.data(), b.sin.data(), pass.n, shape_.kvHeads, shape_.headDim,
         shape_.ropePairs, variant.rope);
}

// Only the last token goes on: its rows of x and q move to the front.
void Llama::keepLastRow(Pass& pass) const {
    const auto move = [&](std::vector<float>& rows, int width) {
        std::copy_n(rows.begin() + std::int64_t{pass.n - 1} * width, width, rows.begin());
    };
    move(pass.state.buffers.x, shape_.embedding);
    move(pass.state.buffers.q, shape_.heads * shape_.headDim);
    pass.start += pass.n - 1;
    pass.n = 1;
}

// x += what a block computed
void Llama::addBlock(Compute& compute, Pass& pass) const {
    Buffers& b = pass.state.buffers;
    const std::int64_t count = std::int64_t{pass.n} * shape_.embedding;
    scale(b.added.data(), count, shape_.residualScale);
    addTo(compute, b.x.data(), b.added.data(), count);
}

// x += down(silu(gate norm(x)) * up norm(x)), or the same by the experts that each token chooses
bool Llama::feedForward(Compute& compute, Pass& pass, int index) const {
    const LlamaLayer& layer = weights_.layers[static_cast<std::size_t>(index)];
    Buffers& b = pass.state.buffers;
    const int n = pass.n;
    rmsNorm(compute, b.x.data(), layer.feedForwardNorm.data(), b.normed.data(), n, shape_.embedding,
            shape_.epsilon);
    if (shape_.experts > 0) {
        std::fill_n(b.added.begin(), std::int64_t{n} * shape_.embedding, 0.0f);
        layer.experts.addTo(compute, b.experts, b.normed.data(), b.added.data(), n);
        addBlock(compute, pass);
        return !pass.cancel.cancelled();
    }
    const Product products[] = {{&layer.gate, b.gate.data()}, {&layer.up, b.up.data()}};
    matmulGroup(compute, products, b.normed.data(), n);
    if (pass.cancel.cancelled()) return false;
    siluMul(compute, b.gate.data(), b.up.data(), b.gate.data(), static_cast<std::int64_t>(n) * shape_.hidden);
    matmul(compute, layer.down, b.gate.data(), b.added.data(), n);
    addBlock(compute, pass);
    return !pass.cancel.cancelled();
}

// logits = output norm(x)
void Llama::predict(Compute& compute, Pass& pass, float* logits) const {
    Buffers& b = pass.state.buffers;
    rmsNorm(compute, b.x.data(), weights_.outputNorm.data(), b.normed.data(), pass.n, shape_.embedding,
            shape_.epsilon);
    const WeightMatrix& output = weights_.output.empty() ? weights_.embedding : weights_.output;
    matmul(compute, output, b.normed.data(), logits, pass.n);
    scale(logits, std::int64_t{pass.n} * shape_.vocabulary, shape_.logitScale);
}

}  // namespace

Result<std::unique_ptr<Network>> loadLlama(const NetworkSource& source) {
    return loadLlamaVariant(source, {});
}

Result<std::unique_ptr<Network>> loadLlamaVariant(const NetworkSource& source, const LlamaVariant& variant) {
    auto shape = readLlamaShape(source, variant);
    if (!shape) return tl::unexpected(shape.error());
    auto weights = readLlamaWeights(source, *shape);
    if (!weights) return tl::unexpected(weights.error());
    return std::make_unique<Llama>(*shape, std::move(*weights));
}

}  // namespace hearth::engine
