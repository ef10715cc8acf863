#include "models/norm.h"

#include "kernels/ops.h"

namespace hearth::engine {

Norm readNorm(WeightsReader& reader, const std::string& name, int width, NormKind kind) {
    Norm norm;
    const auto count = static_cast<std::size_t>(width);
    if (kind == NormKind::Bare) return {std::vector<float>(count, 1.0f), std::vector<float>(count, 0.0f)};
    norm.weight = reader.vector(reader.has(name) ? name : name + ".weight", width);
    if (kind == NormKind::Rms) return norm;
    norm.bias = reader.optionalVector(name + ".bias", width);
    if (norm.bias.empty()) norm.bias.assign(count, 0.0f);
    return norm;
}

void applyNorm(const Pass& pass, const Norm& norm, const float* x, float* out, int n, float epsilon) {
    const auto width = static_cast<std::int64_t>(norm.weight.size());
    if (norm.bias.empty())
        rmsNorm(pass.compute, x, norm.weight.data(), out, n, width, epsilon);
    else
        layerNorm(pass.compute, x, norm.weight.data(), norm.bias.data(), out, n, width, epsilon);
}

}  // namespace hearth::engine
