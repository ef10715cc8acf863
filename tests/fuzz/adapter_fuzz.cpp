// Adapters: whatever a file says, one that fits the base can be added to a product, with a lookup before it.
#include <cstdlib>
#include <span>
#include <vector>

#include "fakes/tiny_model.h"
#include "fuzz/targets.h"
#include "models/lora_adapter.h"

namespace hearth::fuzz {

void adapter(const std::uint8_t* data, std::size_t size) {
    using namespace engine;
    static base::ThreadPool pool(1);
    static const Kernels& kernels = **selectKernels("");
    static const std::vector<std::byte> bytes = tests::TinyModel().bytes();
    static const gguf::File base = gguf::File::parse(bytes, "base").value();
    const auto file = gguf::File::parse(std::as_bytes(std::span(data, size)), "fuzz");
    if (!file) return;
    const auto pairs = LoraPairs::read(*file, base, kernels, pool);
    if (!pairs) {
        if (pairs.error().message.empty()) std::abort();
        return;
    }
    LowRankSet set;
    pairs->addTo(set, 0.5f);
    Compute compute(kernels, pool);
    compute.setAdditions(&set);
    for (const gguf::TensorView& tensor : base.tensors()) {
        if (tensor.shape.size() != 2) continue;
        const auto weights = WeightMatrix::create(kernels, pool, tensor.type, tensor.shape[1],
                                                  tensor.shape[0], tensor.data.data());
        std::vector<float> x(static_cast<std::size_t>(2 * tensor.shape[0]), 1.0f);
        std::vector<float> y(static_cast<std::size_t>(2 * tensor.shape[1]));
        const std::int32_t rows[] = {0, static_cast<std::int32_t>(tensor.shape[1] - 1)};
        lookUp(compute, *weights, rows, x.data());
        matmul(compute, *weights, x.data(), y.data(), 2);
    }
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::adapter)
