// Whole models: whatever a file says, a network that loads computes two tokens and a third, and an encoder
// two texts.
#include <cstdlib>
#include <span>
#include <vector>

#include "base/thread_pool.h"
#include "fuzz/targets.h"
#include "gguf/reader.h"
#include "models/registry.h"

namespace hearth::fuzz {

namespace {

using namespace engine;

void write(const NetworkSource& source, const Network& network, CacheType cache) {
    auto state = network.newState(8, cache);
    if (!state) return;
    Compute compute(source.kernels, source.pool);
    const auto vocabulary = static_cast<std::size_t>(network.vocabulary());
    std::vector<float> logits(2 * vocabulary);
    const std::vector<TokenId> tokens = {0, network.vocabulary() - 1};
    if (!network.forward(compute, **state, {tokens, 0, LogitRows::All, {}}, logits.data())) std::abort();
    (*state)->checkpoint(2);
    if (!network.forward(compute, **state, {{tokens.data(), 1}, 2, LogitRows::Last, {}}, logits.data()))
        std::abort();
    if ((*state)->rewind(2) > 2) std::abort();
}

void embed(const NetworkSource& source, const Encoder& encoder) {
    Compute compute(source.kernels, source.pool);
    Workspace work;
    const std::vector<TokenId> tokens = {0, encoder.vocabulary() - 1, 0};
    const std::vector<int> lengths = {1, encoder.context() > 1 ? 2 : 1};
    const std::span<const TokenId> used(tokens.data(), static_cast<std::size_t>(lengths[0] + lengths[1]));
    std::vector<float> out(used.size() * static_cast<std::size_t>(encoder.width()));
    if (!encoder.encode(compute, work, {used, lengths, {}}, out.data())) std::abort();
    out.resize(static_cast<std::size_t>(encoder.width()));
    (void)encoder.finish(compute, out);
}

}  // namespace

void model(const std::uint8_t* data, std::size_t size) {
    const auto file = gguf::File::parse(std::as_bytes(std::span(data, size)), "fuzz");
    if (!file) return;
    static base::ThreadPool pool(1);
    static const Kernels& kernels = **selectKernels("");
    const auto name = file->string("general.architecture");
    const std::string architecture = name ? name->value_or("llama") : "llama";
    const NetworkSource source{*file, architecture, kernels, pool, size % 2 == 0, {}, {}};
    const auto network = loadNetwork(source);
    if (network) {
        write(source, **network, size % 3 == 0 ? CacheType::F16 : CacheType::F32);
        return;
    }
    if (network.error().message.empty()) std::abort();
    const auto encoder = loadEncoder(source);
    if (encoder)
        embed(source, **encoder);
    else if (encoder.error().message.empty())
        std::abort();
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::model)
