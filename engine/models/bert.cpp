#include "models/bert.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "kernels/ops.h"
#include "models/attention.h"
#include "models/feed_forward.h"
#include "models/linear.h"
#include "models/norm.h"
#include "models/parameters.h"
#include "models/rope_plan.h"

namespace hearth::engine {

using base::ErrorCode;
using base::Result;

namespace {

struct BertPlan {
    int embedding = 0;
    int layers = 0;
    int heads = 0;
    int headDim = 0;
    int context = 0;
    float epsilon = 0;
    Pooling pooling = Pooling::Mean;
    bool rotary = false;  // positions rotate queries and keys
    float maxBias = 0;    // of slopes, see alibiSlopes(); where there is neither, positions are embedded
    FeedForwardPlan feedForward;
    int expertsEvery = 0;  // only the second of so many layers has experts; 0: as feedForward says
    RopePlan rope;
};

struct Layer {
    Linear q, k, v, o;  // [embedding, embedding]
    HeadNorms qNorm, kNorm;
    Norm afterAttention;
    Norm afterInput;  // of the layer's input and what afterAttention gave, in some files
    std::unique_ptr<FeedForward> feedForward;
    Norm afterFeedForward;
};

class Bert : public Encoder {
  public:
    Bert(WeightsReader& reader, const BertPlan& plan, int vocabulary, int types);
    int vocabulary() const override { return vocabulary_; }
    int width() const override { return plan_.embedding; }
    int context() const override { return plan_.context; }
    Pooling pooling() const override { return plan_.pooling; }
    bool encode(Compute& compute, Workspace& work, const EncoderInput& input, float* out) const override;

  private:
    Layer readLayer(WeightsReader& reader, int index) const;
    void embed(Compute& compute, const EncoderInput& input, float* x) const;
    RopeTable angles(std::span<const int> lengths) const;
    void attend(const Pass& pass, const Layer& layer, std::span<const int> lengths, const float* x,
                float* out) const;
    // x = norm(x + added)
    void addBlock(const Pass& pass, const Norm& norm, const float* added, float* x) const;

    BertPlan plan_;
    int vocabulary_;
    Rope rope_;
    std::vector<float> slopes_;     // [heads], or empty
    WeightMatrix tokens_;           // [vocabulary, embedding]
    std::vector<float> positions_;  // [context, embedding], or empty
    std::vector<float> type_;       // [embedding]: that of the only sentence; or empty
    Norm embeddingNorm_;
    std::vector<Layer> layers_;
};

Bert::Bert(WeightsReader& reader, const BertPlan& plan, int vocabulary, int types)
    : plan_(plan), vocabulary_(vocabulary) {
    tokens_ = reader.matrix("token_embd.weight", vocabulary, plan.embedding);
    type_ = reader.optionalRows("token_types.weight", types, plan.embedding);
    type_.resize(std::min(type_.size(), static_cast<std::size_t>(plan.embedding)));
    if (plan.rotary)
        rope_ = makeRope(reader, plan.rope);
    else if (plan.maxBias > 0)
        slopes_ = alibiSlopes(plan.heads, plan.maxBias);
    else
        positions_ = reader.rows("position_embd.weight", plan.context, plan.embedding);
    embeddingNorm_ = readNorm(reader, "token_embd_norm", plan.embedding, NormKind::Layer);
    for (int i = 0; i < plan.layers && reader.check(); ++i) layers_.push_back(readLayer(reader, i));
}

Layer Bert::readLayer(WeightsReader& reader, int index) const {
    const std::string prefix = "blk." + std::to_string(index) + ".";
    const int width = plan_.embedding;
    Layer layer;
    if (reader.has(prefix + "attn_qkv.weight")) {
        readStacked(reader, prefix + "attn_qkv", width,
                    {{&layer.q, width}, {&layer.k, width}, {&layer.v, width}});
    } else {
        layer.q = readLinear(reader, prefix + "attn_q", width, width);
        layer.k = readLinear(reader, prefix + "attn_k", width, width);
        layer.v = readLinear(reader, prefix + "attn_v", width, width);
    }
    layer.o = readLinear(reader, prefix + "attn_output", width, width);
    const HeadNormPlan norm{HeadNorm::AllHeadsIfThere, NormKind::Layer};
    layer.qNorm = HeadNorms(reader, prefix + "attn_q_norm", norm, plan_.heads, plan_.headDim);
    layer.kNorm = HeadNorms(reader, prefix + "attn_k_norm", norm, plan_.heads, plan_.headDim);
    layer.afterAttention = readNorm(reader, prefix + "attn_output_norm", width, NormKind::Layer);
    if (reader.has(prefix + "attn_norm_2.weight"))
        layer.afterInput = readNorm(reader, prefix + "attn_norm_2", width, NormKind::Layer);
    FeedForwardPlan feed = plan_.feedForward;
    if (plan_.expertsEvery > 0 && index % plan_.expertsEvery != 1) feed.experts.count = 0;
    layer.feedForward = std::make_unique<FeedForward>(reader, prefix, width, plan_.epsilon, feed);
    layer.afterFeedForward = readNorm(reader, prefix + "layer_output_norm", width, NormKind::Layer);
    return layer;
}

// x = token + position + type, normed
void Bert::embed(Compute& compute, const EncoderInput& input, float* x) const {
    const std::int64_t width = plan_.embedding;
    lookUp(compute, tokens_, input.tokens, x);
    float* row = x;
    for (const int length : input.lengths) {
        for (std::int64_t t = 0; t < length; ++t, row += width) {
            if (!positions_.empty()) compute.kernels().add(row, positions_.data() + t * width, width);
            if (!type_.empty()) compute.kernels().add(row, type_.data(), width);
        }
    }
    layerNorm(compute, x, embeddingNorm_.weight.data(), embeddingNorm_.bias.data(), x,
              static_cast<int>(input.tokens.size()), width, plan_.epsilon);
}

// Those of each text start at position 0.
RopeTable Bert::angles(std::span<const int> lengths) const {
    RopeTable out;
    if (!plan_.rotary) return out;
    const auto pairs = static_cast<std::size_t>(rope_.pairs);
    for (const int length : lengths) {
        const std::size_t at = out.cos.size();
        out.cos.resize(at + static_cast<std::size_t>(length) * pairs);
        out.sin.resize(out.cos.size());
        ropeTable(rope_.of(plan_.context).data(), rope_.pairs, 0, length, rope_.magnitude, &out.cos[at],
                  &out.sin[at]);
    }
    return out;
}

bool Bert::encode(Compute& compute, Workspace& work, const EncoderInput& input, float* out) const {
    const int n = static_cast<int>(input.tokens.size());
    const RopeTable ropes[] = {angles(input.lengths)};
    const Pass pass{compute, work, input.cancel, input.tokens, {}, ropes, n, 0};
    embed(compute, input, out);
    float* added = work.floats(Slot::Added, std::int64_t{n} * plan_.embedding);
    for (const Layer& layer : layers_) {
        float* before = work.floats(Slot::Normed, std::int64_t{n} * plan_.embedding);
        if (!layer.afterInput.empty()) std::copy_n(out, std::int64_t{n} * plan_.embedding, before);
        attend(pass, layer, input.lengths, out, added);
        addBlock(pass, layer.afterAttention, added, out);
        if (!layer.afterInput.empty()) addBlock(pass, layer.afterInput, before, out);
        if (input.cancel.cancelled()) return false;
        if (!layer.feedForward->compute(pass, out, out, added)) return false;
        addBlock(pass, layer.afterFeedForward, added, out);
        if (input.cancel.cancelled()) return false;
    }
    return true;
}

// out = Wo attention(Wq x, Wk x, Wv x), where every token of a text sees all of it.
void Bert::attend(const Pass& pass, const Layer& layer, std::span<const int> lengths, const float* x,
                  float* out) const {
    const std::int64_t width = plan_.embedding;
    float* q = pass.work.floats(Slot::MixerA, pass.n * width);
    float* k = pass.work.floats(Slot::MixerB, pass.n * width);
    float* v = pass.work.floats(Slot::MixerC, pass.n * width);
    float* attended = pass.work.floats(Slot::MixerD, pass.n * width);
    apply(pass, {{&layer.q, q}, {&layer.k, k}, {&layer.v, v}}, x, pass.n);
    layer.qNorm.apply(pass, q, plan_.epsilon);
    layer.kNorm.apply(pass, k, plan_.epsilon);
    if (plan_.rotary) {
        for (float* rows : {q, k})
            rope(pass.compute, rows, pass.ropes[0].cos.data(), pass.ropes[0].sin.data(), pass.n, plan_.heads,
                 plan_.headDim, rope_.pairs, rope_.style);
    }
    AttentionArgs args;
    args.half = false;
    args.heads = args.kvHeads = plan_.heads;
    args.slopes = slopes_.empty() ? nullptr : slopes_.data();
    args.headDim = args.valueDim = plan_.headDim;
    args.scale = 1.0f / std::sqrt(static_cast<float>(plan_.headDim));
    std::int64_t at = 0;
    for (const int length : lengths) {
        args.q = q + at;
        args.out = attended + at;
        args.k = {k + at, width, plan_.headDim};
        args.v = {v + at, width, plan_.headDim};
        args.n = args.ahead = length;
        attention(pass.compute, args);
        at += length * width;
    }
    apply(pass, {{&layer.o, out}}, attended, pass.n);
}

void Bert::addBlock(const Pass& pass, const Norm& norm, const float* added, float* x) const {
    addTo(pass.compute, x, added, std::int64_t{pass.n} * plan_.embedding);
    applyNorm(pass, norm, x, x, pass.n, plan_.epsilon);
}

BertPlan readPlan(Parameters& p) {
    BertPlan plan;
    plan.embedding = p.required("embedding_length", 8, 1 << 16);
    plan.layers = p.required("block_count", 1, 1024);
    plan.heads = p.required("attention.head_count", 1, 1024);
    plan.feedForward.hidden = p.required("feed_forward_length", 1, 1 << 20);
    plan.feedForward.unit = GatedUnit::Gelu;
    plan.feedForward.gated = false;
    plan.context = p.required("context_length", 1, 1 << 20);
    plan.epsilon = static_cast<float>(p.number("attention.layer_norm_epsilon", std::nullopt, 0, 1));
    plan.pooling = readPooling(p, Pooling::Mean);
    plan.headDim = plan.embedding / plan.heads;
    if (plan.embedding % plan.heads != 0)
        p.fail(ErrorCode::InvalidInput, "attention.head_count",
               "is " + std::to_string(plan.heads) + ", which does not divide the width of " +
                   std::to_string(plan.embedding) + ".");
    return plan;
}

Result<std::unique_ptr<Encoder>> load(const NetworkSource& source, Parameters& parameters,
                                      const BertPlan& plan) {
    if (auto checked = parameters.check(); !checked) return tl::unexpected(checked.error());
    const auto rows = [&](const char* name) {
        const gguf::TensorView* tensor = source.file.findTensor(name);
        return tensor ? static_cast<int>(std::min<std::int64_t>(tensor->dimension(1), 1 << 24)) : 0;
    };
    WeightsReader reader(source);
    auto bert = std::make_unique<Bert>(reader, plan, std::max(1, rows("token_embd.weight")),
                                       rows("token_types.weight"));
    if (auto checked = reader.check(); !checked) return tl::unexpected(checked.error());
    return bert;
}

}  // namespace

Result<std::unique_ptr<Encoder>> loadBert(const NetworkSource& source) {
    Parameters parameters(source.file, source.architecture);
    return load(source, parameters, readPlan(parameters));
}

namespace {

void rotatePositions(Parameters& parameters, BertPlan& plan) {
    plan.rotary = true;
    plan.rope = readRope(parameters, RopeStyle::Neox, std::max(2, plan.headDim));
}

}  // namespace

Result<std::unique_ptr<Encoder>> loadNomicBert(const NetworkSource& source) {
    Parameters parameters(source.file, source.architecture);
    BertPlan plan = readPlan(parameters);
    rotatePositions(parameters, plan);
    plan.feedForward.gated = true;
    plan.feedForward.unit = GatedUnit::Silu;
    return load(source, parameters, plan);
}

Result<std::unique_ptr<Encoder>> loadNomicBertMoe(const NetworkSource& source) {
    Parameters parameters(source.file, source.architecture);
    BertPlan plan = readPlan(parameters);
    rotatePositions(parameters, plan);
    ExpertsPlan& experts = plan.feedForward.experts;
    experts.count = parameters.optional("expert_count", 0, 0, 1024);
    experts.used = experts.count > 0 ? parameters.required("expert_used_count", 1, experts.count) : 0;
    experts.hidden = plan.feedForward.hidden;
    experts.unit = GatedUnit::Gelu;
    experts.gated = experts.normalize = false;
    plan.expertsEvery = parameters.optional("moe_every_n_layers", 0, 0, 1024);
    return load(source, parameters, plan);
}

Result<std::unique_ptr<Encoder>> loadJinaBert2(const NetworkSource& source) {
    Parameters parameters(source.file, source.architecture);
    BertPlan plan = readPlan(parameters);
    plan.maxBias = static_cast<float>(parameters.number("attention.max_alibi_bias", 8.0, 1e-3, 1e3));
    plan.feedForward.gated = true;
    return load(source, parameters, plan);
}

}  // namespace hearth::engine
