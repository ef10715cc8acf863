// Whole models: whatever a file says, a network that loads computes two tokens and a third.
#include <cstdlib>
#include <span>

#include "base/thread_pool.h"
#include "fuzz/targets.h"
#include "gguf/reader.h"
#include "models/registry.h"

namespace hearth::fuzz {

void model(const std::uint8_t* data, std::size_t size) {
    using namespace engine;
    const auto file = gguf::File::parse(std::as_bytes(std::span(data, size)), "fuzz");
    if (!file) return;
    static base::ThreadPool pool(1);
    static const Kernels& kernels = **selectKernels("");
    const NetworkSource source{*file, "llama", kernels, pool, size % 2 == 0, {}, {}};
    const auto network = loadNetwork(source);
    if (!network) {
        if (network.error().message.empty()) std::abort();
        return;
    }
    auto state = (*network)->newState(8, size % 3 == 0 ? CacheType::F16 : CacheType::F32);
    if (!state) return;
    Compute compute(kernels, pool);
    const auto vocabulary = static_cast<std::size_t>((*network)->vocabulary());
    std::vector<float> logits(2 * vocabulary);
    const TokenId last = (*network)->vocabulary() - 1;
    const std::vector<TokenId> tokens = {0, last};
    if (!(*network)->forward(compute, **state, {tokens, 0, LogitRows::All, {}}, logits.data())) std::abort();
    if (!(*network)->forward(compute, **state, {{tokens.data(), 1}, 2, LogitRows::Last, {}}, logits.data()))
        std::abort();
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::model)
