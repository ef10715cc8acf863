#include "models/linear.h"

namespace hearth::engine {

namespace {

float readScale(WeightsReader& reader, const std::string& name) {
    const std::vector<float> scale = reader.optionalVector(name + ".scale", 1);
    return scale.empty() ? 1.0f : scale[0];
}

}  // namespace

Linear readLinear(WeightsReader& reader, const std::string& name, std::int64_t rows, std::int64_t cols) {
    Linear out;
    out.weights = reader.matrix(name + ".weight", rows, cols);
    out.bias = reader.optionalVector(name + ".bias", rows);
    out.scale = readScale(reader, name);
    return out;
}

void readStacked(WeightsReader& reader, const std::string& name, std::int64_t cols,
                 std::initializer_list<LinearPart> parts) {
    std::int64_t rows = 0;
    std::vector<WeightsReader::Part> matrices;
    for (const LinearPart& part : parts) {
        matrices.push_back({&part.into->weights, part.rows});
        rows += part.rows;
    }
    reader.stacked(name + ".weight", cols, matrices);
    const std::vector<float> bias = reader.optionalVector(name + ".bias", rows);
    const float scale = readScale(reader, name);
    auto from = bias.begin();
    for (const LinearPart& part : parts) {
        part.into->scale = scale;
        if (bias.empty()) continue;
        part.into->bias.assign(from, from + part.rows);
        from += part.rows;
    }
}

std::vector<Linear> readLinears(WeightsReader& reader, const std::string& name, int count, std::int64_t rows,
                                std::int64_t cols) {
    std::vector<Linear> out;
    readStackedLinears(reader, name, count, rows, cols, {&out});
    return out;
}

void readStackedLinears(WeightsReader& reader, const std::string& name, int count, std::int64_t rows,
                        std::int64_t cols, std::initializer_list<std::vector<Linear>*> sets) {
    const std::int64_t all = rows * static_cast<std::int64_t>(sets.size());
    const std::vector<float> biases = reader.optionalRows(name + ".bias", count, all);
    const std::vector<float> scales = reader.optionalVector(name + ".scale", count);
    std::int64_t first = 0;
    for (std::vector<Linear>* set : sets) {
        std::vector<WeightMatrix> matrices =
            reader.experts(name + ".weight", {count, all, cols, first, rows});
        set->resize(matrices.size());
        for (std::size_t e = 0; e < matrices.size(); ++e) {
            Linear& linear = (*set)[e];
            linear.weights = std::move(matrices[e]);
            if (!biases.empty()) {
                const auto bias = biases.begin() + static_cast<std::ptrdiff_t>(e) * all + first;
                linear.bias.assign(bias, bias + rows);
            }
            if (!scales.empty()) linear.scale = scales[e];
        }
        first += rows;
    }
}

void apply(const Pass& pass, std::span<const LinearProduct> products, const float* x, int n) {
    std::vector<Product> matrices;
    for (const LinearProduct& product : products) matrices.push_back({&product.linear->weights, product.y});
    matmulGroup(pass.compute, matrices, x, n);
    for (const LinearProduct& product : products) {
        const Linear& linear = *product.linear;
        const std::int64_t rows = linear.weights.rows();
        for (std::int64_t i = 0; linear.scale != 1 && i < n * rows; ++i) product.y[i] *= linear.scale;
        for (std::int64_t t = 0; !linear.bias.empty() && t < n; ++t)
            pass.compute.kernels().add(product.y + t * rows, linear.bias.data(), rows);
    }
}

}  // namespace hearth::engine
