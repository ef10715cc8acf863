#include "kernels/low_rank.h"

#include <algorithm>

#include "kernels/ops.h"

namespace hearth::engine {

namespace {

// Floats of the intermediate result; longer inputs are taken in pieces.
constexpr std::int64_t kAddedFloats = 1 << 20;

std::size_t size(std::int64_t count) {
    return static_cast<std::size_t>(count);
}

}  // namespace

void LowRankSet::addToProducts(std::span<const std::byte> weights, const LowRankTerm& term) {
    Entry& entry = products_[weights.data()];
    entry.bytes = weights.size();
    entry.terms.push_back(term);
}

void LowRankSet::addToLookups(std::span<const std::byte> weights, const LowRankTerm& term) {
    Entry& entry = lookups_[weights.data()];
    entry.bytes = weights.size();
    entry.terms.push_back(term);
}

// The entry whose bytes hold the address, or end().
LowRankSet::Entries::const_iterator LowRankSet::find(const Entries& entries, const std::byte* at) {
    auto after = entries.upper_bound(at);
    if (after == entries.begin()) return entries.end();
    --after;
    return at < after->first + after->second.bytes ? after : entries.end();
}

// y [n, rows of b] += scale B reduced
void LowRankSet::multiply(Compute& compute, const LowRankTerm& term, const WeightMatrix& b, float* y, int n) {
    const std::int64_t rank = b.cols();
    for (std::int64_t i = 0; i < n * rank; ++i) reduced_[size(i)] *= term.scale;
    const int step = static_cast<int>(std::clamp<std::int64_t>(kAddedFloats / b.rows(), 1, n));
    added_.resize(std::max(added_.size(), size(step * b.rows())));
    for (int t = 0; t < n; t += step) {
        const int count = std::min(step, n - t);
        matmul(compute, b, reduced_.data() + t * rank, added_.data(), count);
        addTo(compute, y + t * b.rows(), added_.data(), count * b.rows());
    }
}

void LowRankSet::apply(Compute& compute, const Product& product, const float* x, int n) {
    const WeightMatrix& weights = *product.weights;
    const auto found = find(products_, weights.source());
    if (found == products_.end()) return;
    for (const LowRankTerm& term : found->second.terms) {
        const std::int64_t rowBytes = static_cast<std::int64_t>(found->second.bytes) / term.b->rows();
        const std::int64_t first = (weights.source() - found->first) / rowBytes;
        reduced_.resize(std::max(reduced_.size(), size(n * term.a->rows())));
        matmul(compute, *term.a, x, reduced_.data(), n);
        multiply(compute, term, term.b->part(first, weights.rows()), product.y, n);
    }
}

void LowRankSet::applyToRows(Compute& compute, const WeightMatrix& weights,
                             std::span<const std::int32_t> indices, float* rows) {
    const auto found = find(lookups_, weights.source());
    if (found == lookups_.end()) return;
    for (const LowRankTerm& term : found->second.terms) {
        const std::int64_t rank = term.a->cols();
        reduced_.resize(std::max(reduced_.size(), size(static_cast<std::int64_t>(indices.size()) * rank)));
        float* out = reduced_.data();
        for (const std::int32_t index : indices) {
            term.a->row(index, out);
            out += rank;
        }
        multiply(compute, term, term.b->part(0, term.b->rows()), rows, static_cast<int>(indices.size()));
    }
}

}  // namespace hearth::engine
