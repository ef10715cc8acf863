// What a decoder is made of, layer by layer: filled by one function an architecture from a file's metadata,
// then built by loadDecoder(). Plain data.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "models/attention.h"
#include "models/feed_forward.h"
#include "models/norm.h"
#include "models/parameters.h"
#include "models/rope_plan.h"

namespace hearth::engine {

// What comes before the two blocks of a layer, between them or behind them.
class LayerTail {
  public:
    virtual ~LayerTail() = default;
    // Changes the residual stream x [pass.n, embedding].
    virtual void apply(const Pass& pass, float* x) const = 0;
};

using MakeMixer = std::function<std::unique_ptr<Mixer>(WeightsReader& reader, const std::string& prefix)>;
using MakeTokenBlock =
    std::function<std::unique_ptr<TokenBlock>(WeightsReader& reader, const std::string& prefix)>;
using MakeTail = std::function<std::unique_ptr<LayerTail>(WeightsReader& reader, const std::string& prefix)>;

// x += postNorm(mixer(norm(x))), then x += postNorm(feedForward(norm(x))). Norms are named by their tensors
// behind the layer's prefix, "attn_norm" for blk.0.attn_norm.weight; an empty name: there is none.
struct LayerPlan {
    std::string prefix = {};  // of its tensors, where it is not its own number, "blk.0."
    AttentionPlan attention;
    MakeMixer mixer;   // in place of attention, where it is set
    MakeMixer beside;  // added to that, of the same input, where it is set
    FeedForwardPlan feedForward;
    MakeTokenBlock tokenBlock;    // in place of feedForward, where it is set
    MakeTail head, middle, tail;  // each may be empty
    std::string mixerNorm = "attn_norm";
    std::string mixerPostNorm;
    std::string feedForwardNorm = "ffn_norm";
    std::string feedForwardPostNorm;
    bool parallel =
        false;  // x += mixer(norm(x)) + feedForward(its norm(x)), both of what came into the layer
};

struct DecoderPlan {
    int embedding = 0;
    NormKind normKind = NormKind::Rms;  // of all norms but those of heads
    float epsilon = 0;                  // of all norms
    float embeddingScale = 1;           // factor of the embeddings
    float residualScale = 1;            // of what each block adds
    float logitScale = 1;
    float logitCap = 0;            // logits become cap * tanh(logits / cap); 0: they stay
    bool learnsPositions = false;  // position_embd.weight: a row a position, added to the embeddings
    bool normsEmbeddings = false;  // token_embd_norm
    bool keepsEmbeddings = false;  // Slot::Embedded has them, scaled, for the tails
    std::string outputNorm = "output_norm";  // in files that have no tensor of this usual name
    std::vector<RopePlan> ropes;
    std::vector<LayerPlan> layers;
};

// What nearly all architectures have, under the keys that they share; every layer is alike and rotates by the
// one Rope there is. Layers whose attention has no heads, or whose feed-forward block has no width, are of
// another kind: they need a mixer or a block of their own.
// Wrong and missing values are told by `parameters`.
DecoderPlan readDecoderPlan(Parameters& parameters, RopeStyle style, NormKind norm = NormKind::Rms);

// For architectures that have experts in every layer: their keys are required.
void requireExperts(Parameters& parameters);
// Without a width of their own, the experts that a token uses share feed_forward_length.
void shareWidthAmongExperts(Parameters& parameters, DecoderPlan& plan);

// Experts in all layers but the first leading_dense_block_count, expert_shared_count more that all tokens
// use, and the keys expert_weights_norm, expert_weights_scale and expert_gating_func (else `fallback`).
void readDenseThenExperts(Parameters& parameters, DecoderPlan& plan, Gating fallback);

// Experts in the layers that have a router in the file, with the same keys; `normalize` where the first is
// missing. How wide the one is that all tokens use follows from its matrices.
void readRoutedExperts(Parameters& parameters, DecoderPlan& plan, Gating fallback, bool normalize);

// Which layers see a window only. Key attention.sliding_window_pattern: a flag a layer, or a period: all but
// every period-th layer do.
std::vector<bool> readWindowedLayers(Parameters& parameters, std::size_t layers, int period);

// Windows in all but every period-th layer, as above; the others have no positions.
void rotateInWindowsOnly(Parameters& parameters, DecoderPlan& plan, int window, int period);

// Slopes in place of rotary positions, in every layer; none where maxBias is 0.
void slopeScores(DecoderPlan& plan, double maxBias);

// The Rope of windowed layers where they have one of their own: key rope.freq_base_swa (else base), and not
// stretched beyond what the model was trained on.
RopePlan localRope(Parameters& parameters, const RopePlan& global, double base);

// Named as models' configurations name them: silu, gelu, relu2, …
GatedUnit readUnit(Parameters& parameters, GatedUnit fallback);

}  // namespace hearth::engine
