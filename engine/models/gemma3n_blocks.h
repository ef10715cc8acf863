// The residual streams of Gemma 3n. Each layer predicts all of them from each other, computes one, and
// corrects the others by how far the prediction of that one was off.
#pragma once

#include <cstddef>

#include "models/decoder_plan.h"

namespace hearth::engine {

struct Gemma3nPlan {
    int embedding = 0;
    int streams = 0;
    int active = 0;  // the one that is computed
    int inputs = 0;  // width of the inputs of each layer
    std::size_t layers = 0;
    float epsilon = 0;
};

// Tensors altup_proj and altup_unembd_proj; of each layer altup_router, altup_router_norm,
// altup_predict_coef, altup_correct_coef, altup_correct_scale, laurel_l, laurel_r, laurel_post_norm, and
// those of OwnInput.
void addGemma3nStreams(DecoderPlan& plan, const Gemma3nPlan& streams);

}  // namespace hearth::engine
