#include "models/registry.h"

#include <utility>

#include "models/architectures.h"
#include "models/decoder.h"

namespace hearth::engine {

namespace {

using Load = base::Result<std::unique_ptr<Network>> (*)(const NetworkSource& source);

template <DecoderPlan (*plan)(Parameters& parameters)>
base::Result<std::unique_ptr<Network>> decoder(const NetworkSource& source) {
    Parameters parameters(source.file, source.architecture);
    const DecoderPlan made = plan(parameters);
    return loadDecoder(source, parameters, made);
}

constexpr std::pair<std::string_view, Load> kArchitectures[] = {
    {"bitnet", &decoder<planBitNet>},  //
    {"gemma", &decoder<planGemma>},        {"gemma2", &decoder<planGemma2>},
    {"gemma3", &decoder<planGemma3>},      {"glm4", &decoder<planGlm4>},
    {"gpt-oss", &decoder<planGptOss>},     {"granite", &decoder<planGranite>},
    {"granitemoe", &decoder<planGranite>}, {"internlm2", &decoder<planInternLm2>},
    {"llama", &decoder<planLlama>},        {"minicpm", &decoder<planMiniCpm>},
    {"olmo2", &decoder<planOlmo2>},        {"olmoe", &decoder<planOlmoe>},
    {"phi3", &decoder<planPhi3>},          {"qwen2", &decoder<planQwen2>},
    {"qwen3", &decoder<planQwen3>},        {"qwen3moe", &decoder<planQwen3Moe>},
    {"smollm3", &decoder<planSmolLm3>},
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
