#include "kernels/reference/reference.h"

namespace hearth::engine::reference {

void recurrence(const RecurrenceArgs& args, int block) {
    float* rows = args.state + static_cast<std::int64_t>(block) * args.keyDim * kStateColumns;
    for (int t = 0; t < args.n; ++t) {
        const float* k = args.k + t * args.keyStride;
        const float* q = args.q + t * args.keyStride;
        for (int c = 0; c < kStateColumns && block * kStateColumns + c < args.valueDim; ++c) {
            const int column = block * kStateColumns + c;
            const double decay = args.decay[t * args.gateStride];
            double known = 0;
            for (int r = 0; args.corrects && r < args.keyDim; ++r)
                known += decay * rows[r * kStateColumns + c] * k[r];
            const double w =
                (args.v[t * args.valueStride + column] - known) * args.strength[t * args.gateStride];
            double sum = 0;
            for (int r = 0; r < args.keyDim; ++r) {
                float& element = rows[r * kStateColumns + c];
                element = static_cast<float>(element * decay + k[r] * w);
                sum += static_cast<double>(element) * q[r];
            }
            args.out[t * args.outStride + column] = static_cast<float>(sum);
        }
    }
}

}  // namespace hearth::engine::reference
