#include "models/encoder.h"

namespace hearth::engine {

Pooling readPooling(Parameters& parameters, Pooling fallback) {
    // 0 none, 1 mean, 2 the first token, 3 the last, 4 a ranking head.
    constexpr Pooling kinds[] = {Pooling::Tokens, Pooling::Mean, Pooling::First, Pooling::Last};
    if (!parameters.has("pooling_type")) return fallback;
    const int kind = parameters.optional("pooling_type", 0, 0, 4);
    if (kind < 4) return kinds[kind];
    parameters.fail(base::ErrorCode::Unsupported, "pooling_type",
                    "asks for a ranking head: the model compares two texts and gives no vectors.");
    return fallback;
}

}  // namespace hearth::engine
