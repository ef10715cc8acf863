#include "models/decoder_encoder.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "models/decoder.h"
#include "models/parameters.h"

namespace hearth::engine {

using base::Result;

namespace {

// Nobody embeds texts longer than this; a longer context would only take memory.
constexpr int kLongest = 8192;

class DecoderEncoder : public Encoder {
  public:
    DecoderEncoder(std::unique_ptr<Network> network, Pooling pooling, int context, bool causal,
                   std::vector<WeightMatrix> after)
        : network_(std::move(network)),
          pooling_(pooling),
          context_(context),
          causal_(causal),
          after_(std::move(after)) {}

    int vocabulary() const override { return network_->vocabulary(); }
    int width() const override { return network_->embedding(); }
    int context() const override { return context_; }
    Pooling pooling() const override { return pooling_; }
    bool encode(Compute& compute, Workspace& work, const EncoderInput& input, float* out) const override;
    std::vector<float> finish(Compute& compute, std::vector<float> pooled) const override;

  private:
    std::unique_ptr<Network> network_;
    Pooling pooling_;
    int context_;
    bool causal_;
    std::vector<WeightMatrix> after_;  // what follows pooling
};

bool DecoderEncoder::encode(Compute& compute, Workspace&, const EncoderInput& input, float* out) const {
    const int longest = *std::max_element(input.lengths.begin(), input.lengths.end());
    auto state = network_->newState(longest, CacheType::F32);
    if (!state) return false;
    std::size_t at = 0;
    for (const int length : input.lengths) {
        (*state)->rewind(0);
        // Where tokens see what is behind them, a text goes through in one piece.
        const int step = causal_ ? network_->promptChunk() : length;
        for (int start = 0; start < length; start += step) {
            const int count = std::min(step, length - start);
            const ForwardInput part{input.tokens.subspan(at, static_cast<std::size_t>(count)), start,
                                    LogitRows::All, input.cancel, true};
            if (!network_->forward(compute, **state, part, out + static_cast<std::int64_t>(at) * width()))
                return false;
            at += static_cast<std::size_t>(count);
        }
    }
    return true;
}

std::vector<float> DecoderEncoder::finish(Compute& compute, std::vector<float> pooled) const {
    for (const WeightMatrix& matrix : after_) {
        std::vector<float> next(static_cast<std::size_t>(matrix.rows()));
        matmul(compute, matrix, pooled.data(), next.data(), 1);
        pooled = std::move(next);
    }
    return pooled;
}

// Matrices behind pooling: dense_2, dense_3, each as wide as the one before gives.
Result<std::vector<WeightMatrix>> readAfter(const NetworkSource& source, int width) {
    WeightsReader reader(source);
    std::vector<WeightMatrix> out;
    std::int64_t cols = width;
    for (const char* name : {"dense_2.weight", "dense_3.weight"}) {
        const gguf::TensorView* tensor = source.file.findTensor(name);
        if (!tensor) continue;
        const std::int64_t rows = std::min<std::int64_t>(tensor->dimension(1), 1 << 17);
        out.push_back(reader.matrix(name, rows, cols));
        cols = rows;
    }
    if (auto checked = reader.check(); !checked) return tl::unexpected(checked.error());
    return out;
}

int readContext(Parameters& parameters) {
    return std::min(kLongest, parameters.optional("context_length", 512, 1, 1 << 28));
}

// Layers that see a window of n, which reaches n / 2 to both sides, have a Rope of their own.
void lookAround(Parameters& parameters, DecoderPlan& plan, const std::function<bool(int layer)>& isLocal) {
    plan.ropes.push_back(localRope(parameters, plan.ropes[0], 10000.0));
    const int window = parameters.required("attention.sliding_window", 1, 1 << 24);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        AttentionPlan& attention = plan.layers[i].attention;
        if (!isLocal(static_cast<int>(i))) continue;
        attention.rope = 1;
        attention.window = window / 2 + 1;
        attention.ahead = window / 2;
    }
}

// Tokens see those behind them too: all of them, where the plan does not say how many.
Result<std::unique_ptr<Encoder>> loadBothWays(const NetworkSource& source, Parameters& parameters,
                                              DecoderPlan& plan, Pooling fallback) {
    const int context = readContext(parameters);
    for (LayerPlan& layer : plan.layers)
        if (layer.attention.ahead == 0) layer.attention.ahead = context;
    const Pooling pooling = readPooling(parameters, fallback);
    auto network = loadDecoder(source, parameters, plan);
    if (!network) return tl::unexpected(network.error());
    auto after = readAfter(source, plan.embedding);
    if (!after) return tl::unexpected(after.error());
    return std::make_unique<DecoderEncoder>(std::move(*network), pooling, context, false, std::move(*after));
}

Result<std::unique_ptr<Encoder>> loadLlamaBothWays(const NetworkSource& source, RopeStyle style) {
    Parameters parameters(source.file, source.architecture);
    DecoderPlan plan = readDecoderPlan(parameters, style);
    return loadBothWays(source, parameters, plan, Pooling::Mean);
}

}  // namespace

Result<std::unique_ptr<Encoder>> encodeByDecoder(const NetworkSource& source,
                                                 std::unique_ptr<Network> network) {
    Parameters parameters(source.file, source.architecture);
    // Models that write gather the meaning of a text in its last token.
    const Pooling pooling = readPooling(parameters, Pooling::Last);
    const int context = readContext(parameters);
    if (auto checked = parameters.check(); !checked) return tl::unexpected(checked.error());
    return std::make_unique<DecoderEncoder>(std::move(network), pooling, context, true,
                                            std::vector<WeightMatrix>());
}

Result<std::unique_ptr<Encoder>> loadGemmaEmbedding(const NetworkSource& source) {
    Parameters parameters(source.file, source.architecture);
    DecoderPlan plan = readDecoderPlan(parameters, RopeStyle::Neox);
    plan.embeddingScale = std::sqrt(static_cast<float>(plan.embedding));
    for (LayerPlan& layer : plan.layers) {
        layer.attention.norm = HeadNorm::EachHead;
        layer.mixerPostNorm = "post_attention_norm";
        layer.feedForwardPostNorm = "post_ffw_norm";
        layer.feedForward.unit = GatedUnit::Gelu;
    }
    const int period = parameters.optional("attention.sliding_window_pattern", 6, 1, 4096);
    lookAround(parameters, plan, [&](int layer) { return layer % period < period - 1; });
    return loadBothWays(source, parameters, plan, Pooling::Mean);
}

Result<std::unique_ptr<Encoder>> loadModernBert(const NetworkSource& source) {
    Parameters parameters(source.file, source.architecture);
    DecoderPlan plan = readDecoderPlan(parameters, RopeStyle::Neox, NormKind::Layer);
    plan.normsEmbeddings = true;
    plan.layers[0].mixerNorm.clear();  // that of the embeddings serves
    for (LayerPlan& layer : plan.layers) layer.feedForward.unit = GatedUnit::Gelu;
    const int period = parameters.optional("attention.sliding_window_pattern", 3, 1, 4096);
    lookAround(parameters, plan, [&](int layer) { return layer % period != 0; });
    return loadBothWays(source, parameters, plan, Pooling::Mean);
}

Result<std::unique_ptr<Encoder>> loadEuroBert(const NetworkSource& source) {
    return loadLlamaBothWays(source, RopeStyle::Neox);
}

Result<std::unique_ptr<Encoder>> loadLlamaEmbed(const NetworkSource& source) {
    return loadLlamaBothWays(source, RopeStyle::Interleaved);
}

}  // namespace hearth::engine
