// Grouped-query attention (Ainslie et al. 2023) with what models add to it: rotary positions or slopes, norms
// of heads, windows, caps, sinks, gates. Immutable once loaded.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "models/head_norm.h"
#include "models/kv_cache.h"
#include "models/linear.h"
#include "models/pass.h"
#include "models/rope_plan.h"

namespace hearth::engine {

// Long contexts need sharper attention: queries at position p grow by 1 + growth * ln(1 + p / length), the
// quotient rounded down (Meta 2025, "temperature tuning").
struct Temperature {
    double growth = 0;  // 0: they do not
    int length = 0;
    int offset = 0;  // added to the position
};
// q: [pass.n, row]
void warmQueries(const Pass& pass, const Temperature& temperature, float* q, std::int64_t row);

// [heads]: what a score loses by a position of distance (Press et al. 2022): 2^(-maxBias / n), its powers up
// to the n-th for the n heads that are the largest power of two, and between them for the others.
std::vector<float> alibiSlopes(int heads, float maxBias);

struct AttentionPlan {
    int heads = 0;
    int kvHeads = 0;
    int headDim = 0;
    int valueDim = 0;
    int rope = 0;     // which of the model's Ropes rotates queries and keys; -1: none
    int window = 0;   // latest positions that are seen, the own included; 0: all
    int chunk = 0;    // positions are seen from the latest multiple of it on; 0: from the first
    int ahead = 0;    // positions behind the own one that are seen, of those that come in one piece
    float scale = 0;  // of the scores
    float cap = 0;    // of the scaled scores, see AttentionArgs
    HeadNorm norm = HeadNorm::None;
    NormKind normKind = NormKind::Rms;  // of that
    float maxBias = 0;      // steepest slope of ALiBi, as files name it, see alibiSlopes(); 0: there is none
    bool sinks = false;     // attn_sinks: a score a head beside those of the positions
    bool gated = false;     // attn_q holds a gate behind the query of each head, for what was attended to
    bool ownGate = false;   // the same gates as a matrix of their own, attn_gate
    bool normLast = false;  // queries and keys are rotated first, then normed
    float clamp = 0;  // queries, keys and values stay within this of 0 when they are made; 0: they do not
    bool normValues = false;  // values too are normed, by no weights; without attn_v they are the keys as
                              // they were before their norm
    Temperature temperature;
    int borrows = -1;      // layer whose keys and values are used, not its own; -1: its own
    bool lends = false;    // others borrow from this layer
    bool subNorm = false;  // attn_sub_norm: a norm of what was attended to, before attn_output
};

class Attention : public Mixer {
  public:
    // Tensors prefix + "attn_q", "attn_k", "attn_v" or the three as "attn_qkv", "attn_output", and what the
    // plan asks for. `ropes` are the model's, which stay where they are.
    Attention(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
              const std::vector<Rope>& ropes, const AttentionPlan& plan);

    std::uint64_t stateBytes(int context, CacheType cache) const override;
    std::unique_ptr<LayerState> newState(int context, CacheType cache, std::byte* memory) const override;
    bool mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const override;

  private:
    KvShape shape(int context) const;
    void rotate(const Pass& pass, float* x, int heads) const;
    float* queries(const Pass& pass, const float* in, float* k, float* v) const;
    AttentionArgs append(const Pass& pass, int layer, float* k, float* v) const;
    void takeGates(const Pass& pass, float* q) const;
    void prepare(const Pass& pass, const HeadNorms& norm, float* x, int heads) const;
    void attend(const Pass& pass, const AttentionArgs& args) const;
    void clamp(float* x, std::int64_t count) const;

    AttentionPlan plan_;
    float epsilon_;
    RopeStyle style_ = RopeStyle::Neox;
    int pairs_ = 0;
    Linear q_, k_, v_;            // [heads * headDim, embedding], …
    Linear gate_;                 // [heads * headDim, embedding], or empty
    Linear o_;                    // [embedding, heads * valueDim]
    HeadNorms qNorm_, kNorm_;     // as the plan's norm says, or empty
    std::vector<float> slopes_;   // [heads], or empty
    std::vector<float> ones_;     // [headDim], where values are normed
    std::vector<float> sinks_;    // [heads], or empty
    std::vector<float> subNorm_;  // [heads * valueDim], or empty
};

}  // namespace hearth::engine
