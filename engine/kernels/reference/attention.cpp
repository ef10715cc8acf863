#include <algorithm>

#include "kernels/reference/reference.h"
#include "tensor/half.h"

namespace hearth::engine::reference {
namespace {

float cached(const AttentionArgs& args, const void* cache, std::int64_t index) {
    return args.half ? halfToFloat(static_cast<const std::uint16_t*>(cache)[index])
                     : static_cast<const float*>(cache)[index];
}

void attendOne(const AttentionArgs& args, int kvHead, int query, int head, float* scores) {
    const int last = args.start + query;
    const int first = args.window > 0 ? std::max(0, last - args.window + 1) : 0;
    const std::int64_t row = (static_cast<std::int64_t>(query) * args.heads + head) * args.headDim;
    for (int p = first; p <= last; ++p) {
        const std::int64_t at = p * args.positionStride + kvHead * args.headStride;
        double score = 0;
        for (int d = 0; d < args.headDim; ++d) {
            score += static_cast<double>(args.q[row + d]) * cached(args, args.k, at + d);
        }
        scores[p - first] = static_cast<float>(score) * args.scale;
    }
    softmax(scores, last - first + 1);
    for (int d = 0; d < args.headDim; ++d) {
        double sum = 0;
        for (int p = first; p <= last; ++p) {
            const std::int64_t at = p * args.positionStride + kvHead * args.headStride;
            sum += static_cast<double>(scores[p - first]) * cached(args, args.v, at + d);
        }
        args.out[row + d] = static_cast<float>(sum);
    }
}

}  // namespace

void attention(const AttentionArgs& args, int kvHead, int queryBegin, int queryEnd, float* scratch) {
    const int group = args.heads / args.kvHeads;
    for (int query = queryBegin; query < queryEnd; ++query) {
        for (int h = 0; h < group; ++h) attendOne(args, kvHead, query, kvHead * group + h, scratch);
    }
}

std::int64_t attentionScratch(const AttentionArgs& args) {
    return args.start + args.n;
}

}  // namespace hearth::engine::reference
