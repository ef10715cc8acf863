#include <cmath>
#include <cstdlib>

#include "kernels/reference/reference.h"
#include "tensor/half.h"

namespace hearth::engine::reference {
namespace {

float cached(const AttentionArgs& args, const CachedRows& rows, int position, int head, int d) {
    const std::int64_t at = position * rows.positionStride + head * rows.headStride + d;
    return args.half ? halfToFloat(static_cast<const std::uint16_t*>(rows.data)[at])
                     : static_cast<const float*>(rows.data)[at];
}

void attendOne(const AttentionArgs& args, int kvHead, int query, int head, float* scores) {
    const int first = firstSeen(args, query);
    const int count = lastSeen(args, query) - first + 1;
    const std::int64_t row = static_cast<std::int64_t>(query) * args.heads + head;
    for (int i = 0; i < count; ++i) {
        double sum = 0;
        for (int d = 0; d < args.headDim; ++d)
            sum += static_cast<double>(args.q[row * args.headDim + d]) *
                   cached(args, args.k, first + i, kvHead, d);
        const float score = static_cast<float>(sum) * args.scale;
        scores[i] = args.cap > 0 ? args.cap * std::tanh(score / args.cap) : score;
        if (args.slopes)
            scores[i] -= args.slopes[head] * static_cast<float>(std::abs(args.start + query - first - i));
    }
    if (args.sinks) scores[count] = args.sinks[head];
    softmax(scores, args.sinks ? count + 1 : count);
    for (int d = 0; d < args.valueDim; ++d) {
        double sum = 0;
        for (int i = 0; i < count; ++i)
            sum += static_cast<double>(scores[i]) * cached(args, args.v, first + i, kvHead, d);
        args.out[row * args.valueDim + d] = static_cast<float>(sum);
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
    return args.start + args.n + 1;
}

}  // namespace hearth::engine::reference
