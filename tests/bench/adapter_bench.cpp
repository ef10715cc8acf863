// Switching LoRA adapters between two requests: `bench_adapters`. The bound is 50 ms; opening an adapter's
// file for the first time is measured beside it. The model has random weights: 16 layers, width 1024.
#include <benchmark/benchmark.h>

#include <array>

#include "engine/adapter.h"
#include "engine/session.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_adapter.h"
#include "fakes/tiny_model.h"

namespace hearth::engine {
namespace {

constexpr int kLayers = 16;

std::string adapterFile(const tests::TemporaryFolder& folder, std::uint64_t seed) {
    tests::TinyAdapter adapter;
    adapter.rank = 16;
    adapter.seed = seed;
    adapter.targets.clear();
    for (int layer = 0; layer < kLayers; ++layer)
        for (const char* name : {"attn_q", "attn_k", "attn_v", "attn_output"}) {
            const std::string target = "blk." + std::to_string(layer) + "." + name + ".weight";
            const bool narrow = std::string(name) == "attn_k" || std::string(name) == "attn_v";
            adapter.targets.push_back(target);
            adapter.shapes[target] = {1024, narrow ? 512 : 1024};
        }
    const std::string file = (folder / ("adapter" + std::to_string(seed) + ".gguf")).string();
    adapter.write(file);
    return file;
}

struct World {
    World() {
        tests::TinyModel tiny;
        tiny.embedding = 1024;
        tiny.layers = kLayers;
        tiny.hidden = 2048;
        tiny.context = 2048;
        tiny.type = DType::Q8_0;
        const std::string file = (folder / "model.gguf").string();
        tiny.write(file);
        model = *Model::open(file);
        session = *Session::create(model);
        files = {adapterFile(folder, 1), adapterFile(folder, 2)};
        for (const std::string& each : files) adapters.push_back(*Adapter::open(each, model));
    }
    tests::TemporaryFolder folder;
    std::shared_ptr<const Model> model;
    std::unique_ptr<Session> session;
    std::vector<std::string> files;
    std::vector<std::shared_ptr<const Adapter>> adapters;
};

World& world() {
    static World all;
    return all;
}

void switchAdapters(benchmark::State& state) {
    World& all = world();
    std::size_t turn = 0;
    for (auto _ : state) {
        const std::array<AdapterUse, 1> use{AdapterUse{all.adapters[turn++ % 2], 0.5f}};
        if (!all.session->setAdapters(use)) state.SkipWithError("refused");
    }
}
BENCHMARK(switchAdapters)->Unit(benchmark::kMillisecond);

void openAndSwitch(benchmark::State& state) {
    World& all = world();
    std::size_t turn = 0;
    for (auto _ : state) {
        auto opened = Adapter::open(all.files[turn++ % 2], all.model);
        const std::array<AdapterUse, 1> use{AdapterUse{*opened, 0.5f}};
        if (!all.session->setAdapters(use)) state.SkipWithError("refused");
    }
}
BENCHMARK(openAndSwitch)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hearth::engine

BENCHMARK_MAIN();
