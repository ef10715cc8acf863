// The skeleton that all decoders share: embeddings, layers of a mixer and a feed-forward block around a
// residual stream, and the prediction. What differs stands in the plan.
#pragma once

#include <memory>

#include "base/result.h"
#include "models/decoder_plan.h"
#include "models/network.h"

namespace hearth::engine {

// Errors: what `parameters` found wrong; InvalidInput, naming the tensor; OutOfMemory; Cancelled.
base::Result<std::unique_ptr<Network>> loadDecoder(const NetworkSource& source, const Parameters& parameters,
                                                   const DecoderPlan& plan);

}  // namespace hearth::engine
