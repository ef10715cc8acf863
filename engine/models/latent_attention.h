// Multi-head latent attention (DeepSeek-AI 2024, section 2.1): keys and values of all heads are made from one
// short vector a token, and only that is kept. Immutable once loaded.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/attention.h"
#include "models/decoder_plan.h"

namespace hearth::engine {

struct LatentPlan {
    int embedding = 0;
    float epsilon = 0;
    int heads = 0;
    int keyDim = 0;     // of a head, of which the last `rotated` numbers carry the position
    int rotated = 0;    // shared by the keys of all heads
    int valueDim = 0;   // of a head
    int queryRank = 0;  // of the vector that queries are made from; 0: they come from the input
    int rank = 0;       // of the vector that is kept
    int rope = 0;       // which of the model's Ropes
    RopeStyle style = RopeStyle::Interleaved;
    float scale = 0;
    Temperature temperature;
};

class LatentAttention : public Mixer {
  public:
    // Tensors prefix + "attn_q", or "attn_q_a", "attn_q_a_norm" and "attn_q_b"; "attn_kv_a_mqa",
    // "attn_kv_a_norm"; "attn_k_b" and "attn_v_b", a matrix a head, or in older files "attn_kv_b", with which
    // whole keys and values are kept; "attn_output".
    LatentAttention(WeightsReader& reader, const std::string& prefix, const LatentPlan& plan);

    std::uint64_t stateBytes(int context, CacheType cache) const override;
    std::unique_ptr<LayerState> newState(int context, CacheType cache, std::byte* memory) const override;
    bool mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const override;

  private:
    bool latent() const { return !keys_.empty(); }
    KvShape shape(int context) const;
    float* queries(const Pass& pass, const float* in) const;
    float* compressed(const Pass& pass, const float* in) const;
    float* towardsLatent(const Pass& pass, const float* q) const;
    AttentionArgs attendLatent(const Pass& pass, int layer, const float* q, const float* kept) const;
    AttentionArgs attendWhole(const Pass& pass, int layer, const float* q, const float* kept) const;
    const float* valuesOfHeads(const Pass& pass, const float* attended, int n) const;

    LatentPlan plan_;
    Linear q_;                    // [heads * keyDim, embedding or queryRank]
    Linear qDown_;                // [queryRank, embedding], or empty
    std::vector<float> qNorm_;    // [queryRank], or empty
    Linear down_;                 // [rank + rotated, embedding]
    std::vector<float> norm_;     // [rank]
    std::vector<Linear> keys_;    // heads × [rank, keyDim - rotated]
    std::vector<Linear> values_;  // heads × [valueDim, rank]
    Linear whole_;                // [heads * (keyDim - rotated + valueDim), rank], in place of both
    Linear output_;               // [embedding, heads * valueDim]
};

// Keys attention.key_length_mla, value_length_mla (else key_length, value_length), q_lora_rank and
// kv_lora_rank; the part of a key that rotates is as long as the plan's first Rope says.
LatentPlan readLatent(Parameters& parameters, const DecoderPlan& plan);
// In every layer.
void attendLatently(DecoderPlan& plan, const LatentPlan& latent);

}  // namespace hearth::engine
