#include "models/registry.h"

#include <utility>

#include "models/llama.h"
#include "models/relatives.h"

namespace hearth::engine {

namespace {

using Load = base::Result<std::unique_ptr<Network>> (*)(const NetworkSource& source);

constexpr std::pair<std::string_view, Load> kArchitectures[] = {
    {"llama", &loadLlama}, {"minicpm", &loadMiniCpm}, {"phi3", &loadPhi3},
    {"qwen2", &loadQwen2}, {"qwen3", &loadQwen3},     {"smollm3", &loadSmolLm3},
};

}  // namespace

base::Result<void> requireArchitecture(const gguf::File& file, std::string_view name) {
    std::string known;
    for (const auto& row : kArchitectures) {
        if (row.first == name) return {};
        known += (known.empty() ? "" : ", ") + std::string(row.first);
    }
    return base::fail(base::ErrorCode::Unsupported,
                      "Models of the architecture \"" + std::string(name) +
                          "\" cannot be run here yet. Known: " + known +
                          ". Open a model of one of these, or ask a server that runs it.",
                      file.name() + ", general.architecture");
}

base::Result<std::unique_ptr<Network>> loadNetwork(const NetworkSource& source) {
    for (const auto& [name, load] : kArchitectures)
        if (name == source.architecture) return load(source);
    return tl::unexpected(requireArchitecture(source.file, source.architecture).error());
}

}  // namespace hearth::engine
