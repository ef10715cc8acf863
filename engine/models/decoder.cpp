#include "models/decoder.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "kernels/ops.h"
#include "models/decoder_state.h"
#include "models/mixers_beside.h"

namespace hearth::engine {

using base::Result;

namespace {

struct Layer {
    std::unique_ptr<Mixer> mixer;
    Norm mixerNorm, mixerPostNorm;
    std::unique_ptr<TokenBlock> feedForward;
    Norm feedForwardNorm, feedForwardPostNorm;
    bool parallel = false;  // the feed-forward block gets what came into the layer, as the mixer does
    std::unique_ptr<LayerTail> head, middle, tail;  // or null
};

class Decoder : public Network {
  public:
    Decoder(WeightsReader& reader, const DecoderPlan& plan);
    int vocabulary() const override { return vocabulary_; }
    int embedding() const override { return plan_.embedding; }
    int promptChunk() const override;
    Result<std::unique_ptr<NetworkState>> newState(int context, CacheType cache) const override;
    bool forward(Compute& compute, NetworkState& state, const ForwardInput& input,
                 float* logits) const override;

  private:
    Layer readLayer(WeightsReader& reader, std::size_t index) const;
    void embed(Compute& compute, std::span<const TokenId> tokens, int start, float* x) const;
    bool mix(Pass& pass, int index, LogitRows needed) const;
    bool feedForward(Pass& pass, int index) const;
    const float* norm(const Pass& pass, const Norm& norm, const float* x, float* out) const;
    void addBlock(const Pass& pass, const Norm& postNorm) const;
    float* rows(const Pass& pass, Slot slot) const {
        return pass.work.floats(slot, std::int64_t{pass.n} * plan_.embedding);
    }
    const float* lastNorm(const Pass& pass) const {
        return norm(pass, outputNorm_, rows(pass, Slot::Stream), rows(pass, Slot::Normed));
    }
    void predict(const Pass& pass, float* logits) const;

    DecoderPlan plan_;
    int vocabulary_;
    std::vector<Rope> ropes_;
    WeightMatrix embedding_;        // [vocabulary, embedding]
    std::vector<float> positions_;  // [positions, embedding], or empty
    std::vector<Layer> layers_;
    Norm embeddingNorm_;  // or empty
    Norm outputNorm_;
    Linear output_;  // [vocabulary, embedding]; empty: the embedding is used
};

Decoder::Decoder(WeightsReader& reader, const DecoderPlan& plan)
    : plan_(plan), vocabulary_(reader.vocabulary()) {
    embedding_ = reader.matrix("token_embd.weight", vocabulary_, plan.embedding);
    if (plan.learnsPositions)
        positions_ =
            reader.rows("position_embd.weight", reader.rowsOf("position_embd.weight"), plan.embedding);
    if (plan.normsEmbeddings)
        embeddingNorm_ = readNorm(reader, "token_embd_norm", plan.embedding, plan.normKind);
    for (const RopePlan& rope : plan.ropes) ropes_.push_back(makeRope(reader, rope));
    for (std::size_t i = 0; i < plan.layers.size() && reader.check(); ++i)
        layers_.push_back(readLayer(reader, i));
    const std::string outputNorm = reader.has("output_norm.weight") ? "output_norm" : plan.outputNorm;
    outputNorm_ = readNorm(reader, outputNorm, plan.embedding, plan.normKind);
    if (reader.has("output.weight")) output_ = readLinear(reader, "output", vocabulary_, plan.embedding);
}

Layer Decoder::readLayer(WeightsReader& reader, std::size_t index) const {
    const LayerPlan& plan = plan_.layers[index];
    const std::string prefix = plan.prefix.empty() ? "blk." + std::to_string(index) + "." : plan.prefix;
    const auto norm = [&](const std::string& name) {
        return name.empty() ? Norm() : readNorm(reader, prefix + name, plan_.embedding, plan_.normKind);
    };
    std::unique_ptr<Mixer> mixer = plan.mixer
                                       ? plan.mixer(reader, prefix)
                                       : std::make_unique<Attention>(reader, prefix, plan_.embedding,
                                                                     plan_.epsilon, ropes_, plan.attention);
    if (plan.beside)
        mixer =
            std::make_unique<MixersBeside>(std::move(mixer), plan.beside(reader, prefix), plan_.embedding);
    auto feedForward = plan.tokenBlock ? plan.tokenBlock(reader, prefix)
                                       : std::make_unique<FeedForward>(reader, prefix, plan_.embedding,
                                                                       plan_.epsilon, plan.feedForward);
    const auto hook = [&](const MakeTail& make) { return make ? make(reader, prefix) : nullptr; };
    return {std::move(mixer),
            norm(plan.mixerNorm),
            norm(plan.mixerPostNorm),
            std::move(feedForward),
            norm(plan.feedForwardNorm),
            norm(plan.feedForwardPostNorm),
            plan.parallel,
            hook(plan.head),
            hook(plan.middle),
            hook(plan.tail)};
}

Result<std::unique_ptr<NetworkState>> Decoder::newState(int context, CacheType cache) const {
    const auto known = static_cast<int>(positions_.size()) / plan_.embedding;
    if (!positions_.empty() && context > known)
        return base::fail(base::ErrorCode::InvalidInput,
                          "This model knows " + std::to_string(known) + " positions, and a context of " +
                              std::to_string(context) + " tokens was asked for. Choose a shorter one.");
    std::vector<const Mixer*> mixers;
    for (const Layer& layer : layers_) mixers.push_back(layer.mixer.get());
    return DecoderState::create(mixers, context, cache);
}

// The largest product of a layer should stay below a few billion multiplications.
int Decoder::promptChunk() const {
    constexpr std::int64_t kMultiplications = 4'000'000'000;
    int hidden = 1;
    for (const LayerPlan& layer : plan_.layers) hidden = std::max(hidden, layer.feedForward.hidden);
    const std::int64_t perToken = std::int64_t{2} * hidden * plan_.embedding;
    return static_cast<int>(std::clamp<std::int64_t>(kMultiplications / perToken / 16 * 16, 32, 512));
}

// x = embedding of tokens; for each layer x += mixer(norm(x)), x += feedForward(norm(x)); logits of norm(x).
bool Decoder::forward(Compute& compute, NetworkState& state, const ForwardInput& input, float* logits) const {
    auto& own = static_cast<DecoderState&>(state);
    const int n = static_cast<int>(input.tokens.size());
    own.ropes.resize(ropes_.size());
    for (std::size_t i = 0; i < ropes_.size(); ++i) {
        const auto size = static_cast<std::size_t>(n * ropes_[i].pairs);
        own.ropes[i].cos.resize(size);
        own.ropes[i].sin.resize(size);
        ropeTable(ropes_[i].of(own.context()).data(), ropes_[i].pairs, input.start, n, ropes_[i].magnitude,
                  own.ropes[i].cos.data(), own.ropes[i].sin.data());
    }
    Pass pass{compute, own.work, input.cancel, input.tokens, own.layers(), own.ropes, n, input.start};
    embed(compute, input.tokens, input.start, rows(pass, Slot::Stream));
    norm(pass, embeddingNorm_, rows(pass, Slot::Stream), rows(pass, Slot::Stream));
    if (plan_.keepsEmbeddings)
        std::copy_n(rows(pass, Slot::Stream), std::int64_t{n} * plan_.embedding, rows(pass, Slot::Embedded));
    const int layers = static_cast<int>(layers_.size());
    for (int layer = 0; layer < layers; ++layer) {
        const bool last = layer + 1 == layers;
        if (!mix(pass, layer, last ? input.rows : LogitRows::All)) return false;
        if (last && input.rows == LogitRows::None) return true;
        if (!feedForward(pass, layer)) return false;
    }
    if (input.vectors)
        std::copy_n(lastNorm(pass), std::int64_t{pass.n} * plan_.embedding, logits);
    else
        predict(pass, logits);
    return !input.cancel.cancelled();
}

void Decoder::embed(Compute& compute, std::span<const TokenId> tokens, int start, float* x) const {
    lookUp(compute, embedding_, tokens, x);
    const auto n = static_cast<std::int64_t>(tokens.size());
    scaleBy(compute, x, n * plan_.embedding, plan_.embeddingScale);
    if (!positions_.empty())
        addTo(compute, x, positions_.data() + std::int64_t{start} * plan_.embedding, n * plan_.embedding);
}

// x itself where there is no norm.
const float* Decoder::norm(const Pass& pass, const Norm& norm, const float* x, float* out) const {
    if (norm.empty()) return x;
    applyNorm(pass, norm, x, out, pass.n, plan_.epsilon);
    return out;
}

// x += postNorm(what a block computed)
void Decoder::addBlock(const Pass& pass, const Norm& postNorm) const {
    float* added = rows(pass, Slot::Added);
    const std::int64_t count = std::int64_t{pass.n} * plan_.embedding;
    norm(pass, postNorm, added, added);
    scaleBy(pass.compute, added, count, plan_.residualScale);
    addTo(pass.compute, rows(pass, Slot::Stream), added, count);
}

bool Decoder::mix(Pass& pass, int index, LogitRows needed) const {
    const Layer& layer = layers_[static_cast<std::size_t>(index)];
    float* x = rows(pass, Slot::Stream);
    if (layer.head) layer.head->apply(pass, x);
    if (layer.parallel) norm(pass, layer.feedForwardNorm, x, rows(pass, Slot::Beside));
    const float* in = norm(pass, layer.mixerNorm, x, rows(pass, Slot::Normed));
    if (!layer.mixer->mix(pass, index, in, rows(pass, Slot::Added), needed)) return false;
    if (needed == LogitRows::None) return true;
    if (needed == LogitRows::Last) {  // only the last token goes on
        const std::int64_t before = std::int64_t{pass.n - 1} * plan_.embedding;
        std::copy_n(x + before, plan_.embedding, x);
        if (layer.parallel)
            std::copy_n(rows(pass, Slot::Beside) + before, plan_.embedding, rows(pass, Slot::Beside));
        pass.start += pass.n - 1;
        pass.n = 1;
    }
    addBlock(pass, layer.mixerPostNorm);
    if (layer.middle) layer.middle->apply(pass, x);
    return true;
}

bool Decoder::feedForward(Pass& pass, int index) const {
    const Layer& layer = layers_[static_cast<std::size_t>(index)];
    float* x = rows(pass, Slot::Stream);
    const float* in = layer.parallel ? rows(pass, Slot::Beside)
                                     : norm(pass, layer.feedForwardNorm, x, rows(pass, Slot::Normed));
    if (!layer.feedForward->compute(pass, x, in, rows(pass, Slot::Added))) return false;
    addBlock(pass, layer.feedForwardPostNorm);
    if (layer.tail) layer.tail->apply(pass, x);
    return true;
}

// logits = output norm(x)
void Decoder::predict(const Pass& pass, float* logits) const {
    const float* in = lastNorm(pass);
    const std::int64_t count = std::int64_t{pass.n} * vocabulary_;
    if (output_.weights.empty())
        matmul(pass.compute, embedding_, in, logits, pass.n);
    else
        apply(pass, {{&output_, logits}}, in, pass.n);
    scaleBy(pass.compute, logits, count, plan_.logitScale);
    if (plan_.logitCap > 0) capAt(pass.compute, logits, count, plan_.logitCap);
}

}  // namespace

Result<std::unique_ptr<Network>> loadDecoder(const NetworkSource& source, const Parameters& parameters,
                                             const DecoderPlan& plan) {
    if (auto checked = parameters.check(); !checked) return tl::unexpected(checked.error());
    for (const LayerPlan& layer : plan.layers) {
        const FeedForwardPlan& feed = layer.feedForward;
        if (!layer.mixer && (layer.attention.kvHeads == 0 || layer.attention.heads == 0))
            return source.file.wrong(
                source.architecture + ".attention.head_count_kv",
                "or head_count names a layer without heads, which this architecture does "
                "not have.");
        if (!layer.tokenBlock && feed.hidden == 0 && feed.experts.count == 0)
            return source.file.wrong(source.architecture + ".feed_forward_length",
                                     "names a layer of no width, which this architecture does not have.");
    }
    WeightsReader reader(source);
    auto decoder = std::make_unique<Decoder>(reader, plan);
    if (auto checked = reader.check(); !checked) return tl::unexpected(checked.error());
    if (auto checked = reader.checkAllTaken(plan.layers.size()); !checked)
        return tl::unexpected(checked.error());
    return decoder;
}

}  // namespace hearth::engine
