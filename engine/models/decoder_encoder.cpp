#include "models/decoder_encoder.h"

#include <algorithm>
#include <cmath>
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
    RopePlan local = plan.ropes[0];
    local.base = parameters.number("rope.freq_base_swa", 10000.0, 1, 1e12);
    local.factor = 1;
    plan.ropes.push_back(local);
    // A window of n reaches n / 2 to both sides, in five layers of six.
    const int window = parameters.required("attention.sliding_window", 1, 1 << 24);
    const int period = parameters.optional("attention.sliding_window_pattern", 6, 1, 4096);
    const int context = readContext(parameters);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        const bool isLocal = static_cast<int>(i) % period < period - 1;
        layer.attention.norm = HeadNorm::EachHead;
        layer.attention.rope = isLocal ? 1 : 0;
        layer.attention.window = isLocal ? window / 2 + 1 : 0;
        layer.attention.ahead = isLocal ? window / 2 : context;
        layer.mixerPostNorm = "post_attention_norm";
        layer.feedForwardPostNorm = "post_ffw_norm";
        layer.feedForward.unit = GatedUnit::Gelu;
    }
    const Pooling pooling = readPooling(parameters, Pooling::Mean);
    auto network = loadDecoder(source, parameters, plan);
    if (!network) return tl::unexpected(network.error());
    auto after = readAfter(source, plan.embedding);
    if (!after) return tl::unexpected(after.error());
    return std::make_unique<DecoderEncoder>(std::move(*network), pooling, context, false, std::move(*after));
}

}  // namespace hearth::engine
