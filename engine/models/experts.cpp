#include "models/experts.h"

#include <algorithm>
#include <numeric>

#include "kernels/ops.h"

namespace hearth::engine {

void Experts::load(WeightsReader& weights, const std::string& prefix, const Shape& shape) {
    shape_ = shape;
    router_ = weights.matrix(prefix + "ffn_gate_inp.weight", shape.experts, shape.embedding);
    gate_ = weights.experts(prefix + "ffn_gate_exps.weight", shape.experts, shape.hidden, shape.embedding);
    up_ = weights.experts(prefix + "ffn_up_exps.weight", shape.experts, shape.hidden, shape.embedding);
    down_ = weights.experts(prefix + "ffn_down_exps.weight", shape.experts, shape.embedding, shape.hidden);
}

void Experts::choose(const float* scores, int token, std::vector<std::vector<Choice>>& chosen) const {
    std::vector<int> order(static_cast<std::size_t>(shape_.experts));
    std::iota(order.begin(), order.end(), 0);
    std::partial_sort(order.begin(), order.begin() + shape_.used, order.end(), [&](int a, int b) {
        return scores[a] > scores[b] || (scores[a] == scores[b] && a < b);
    });
    float sum = 0;
    for (int i = 0; i < shape_.used; ++i) sum += scores[order[static_cast<std::size_t>(i)]];
    for (int i = 0; i < shape_.used; ++i) {
        const int expert = order[static_cast<std::size_t>(i)];
        chosen[static_cast<std::size_t>(expert)].push_back({token, scores[expert] / sum});
    }
}

void Experts::addTo(Compute& compute, ExpertBuffers& buffers, const float* x, float* y, int n) const {
    const auto embedding = static_cast<std::size_t>(shape_.embedding);
    const auto hidden = static_cast<std::size_t>(shape_.hidden);
    const auto experts = static_cast<std::size_t>(shape_.experts);
    buffers.scores.resize(static_cast<std::size_t>(n) * experts);
    matmul(compute, router_, x, buffers.scores.data(), n);
    softmax(compute, buffers.scores.data(), n, shape_.experts);
    std::vector<std::vector<Choice>> chosen(experts);
    for (int t = 0; t < n; ++t) choose(&buffers.scores[static_cast<std::size_t>(t) * experts], t, chosen);

    for (std::size_t e = 0; e < experts; ++e) {
        const std::size_t m = chosen[e].size();
        if (m == 0) continue;
        buffers.rows.resize(m * embedding);
        buffers.gate.resize(m * hidden);
        buffers.up.resize(m * hidden);
        buffers.out.resize(m * embedding);
        for (std::size_t i = 0; i < m; ++i)
            std::copy_n(x + static_cast<std::size_t>(chosen[e][i].token) * embedding, embedding,
                        &buffers.rows[i * embedding]);
        const int count = static_cast<int>(m);
        const Product products[] = {{&gate_[e], buffers.gate.data()}, {&up_[e], buffers.up.data()}};
        matmulGroup(compute, products, buffers.rows.data(), count);
        siluMul(compute, buffers.gate.data(), buffers.up.data(), buffers.gate.data(),
                static_cast<std::int64_t>(m * hidden));
        matmul(compute, down_[e], buffers.gate.data(), buffers.out.data(), count);
        for (std::size_t i = 0; i < m; ++i) {
            float* row = y + static_cast<std::size_t>(chosen[e][i].token) * embedding;
            for (std::size_t c = 0; c < embedding; ++c)
                row[c] += chosen[e][i].weight * buffers.out[i * embedding + c];
        }
    }
}

}  // namespace hearth::engine
