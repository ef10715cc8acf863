#include "models/registry.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/model.h"
#include "models/architectures.h"
#include "models/bert.h"
#include "models/decoder.h"
#include "models/decoder_encoder.h"
#include "models/static_embedding.h"

namespace hearth::engine {

namespace {

using Load = base::Result<std::unique_ptr<Network>> (*)(const NetworkSource& source);

template <DecoderPlan (*plan)(Parameters& parameters)>
base::Result<std::unique_ptr<Network>> decoder(const NetworkSource& source) {
    Parameters parameters(source.file, source.architecture);
    const DecoderPlan made = plan(parameters);
    return loadDecoder(source, parameters, made);
}

// Where models see or hear too, this is the part of them that reads and writes text.
constexpr std::pair<std::string_view, Load> kArchitectures[] = {
    {"afmoe", &decoder<planAfmoe>},  //
    {"apertus", &decoder<planApertus>},
    {"arcee", &decoder<planArcee>},
    {"baichuan", &decoder<planBaichuan>},
    {"bailingmoe", &decoder<planBailingMoe>},
    {"bailingmoe2", &decoder<planBailingMoe2>},
    {"bitnet", &decoder<planBitNet>},
    {"bloom", &decoder<planBloom>},
    {"chatglm", &decoder<planLlama>},
    {"codeshell", &decoder<planStarCoder2>},
    {"cohere2", &decoder<planCohere2>},
    {"cohere2moe", &decoder<planCohere2Moe>},
    {"command-r", &decoder<planCommandR>},
    {"dbrx", &decoder<planDbrx>},
    {"deci", &decoder<planDeci>},
    {"deepseek", &decoder<planDeepSeek>},
    {"deepseek2", &decoder<planDeepSeek2>},
    {"deepseek2-ocr", &decoder<planDeepSeekOcr>},
    {"dots1", &decoder<planDots1>},
    {"ernie4_5", &decoder<planLlama>},
    {"ernie4_5-moe", &decoder<planErnieMoe>},
    {"exaone", &decoder<planQwen2>},
    {"exaone-moe", &decoder<planExaoneMoe>},
    {"exaone4", &decoder<planExaone4>},
    {"falcon", &decoder<planFalcon>},
    {"falcon-h1", &decoder<planFalconH1>},
    {"gemma", &decoder<planGemma>},
    {"gemma2", &decoder<planGemma2>},
    {"gemma3", &decoder<planGemma3>},
    {"gemma3n", &decoder<planGemma3n>},
    {"gemma4", &decoder<planGemma4>},
    {"glm4", &decoder<planGlm4>},
    {"glm4moe", &decoder<planGlm4Moe>},
    {"gpt-oss", &decoder<planGptOss>},
    {"gpt2", &decoder<planGpt2>},
    {"gptneox", &decoder<planGptNeoX>},
    {"granite", &decoder<planGranite>},
    {"granite_swa", &decoder<planGraniteSwa>},
    {"granitehybrid", &decoder<planGraniteHybrid>},
    {"granitemoe", &decoder<planGranite>},
    {"hunyuan-dense", &decoder<planHunyuanDense>},
    {"hunyuan-moe", &decoder<planHunyuanMoe>},
    {"hunyuan_vl", &decoder<planHunyuanDense>},
    {"internlm2", &decoder<planInternLm2>},
    {"jais", &decoder<planJais>},
    {"jais2", &decoder<planNemotron>},
    {"jamba", &decoder<planJamba>},
    {"lfm2", &decoder<planLfm2>},
    {"lfm2moe", &decoder<planLfm2>},
    {"llama", &decoder<planLlama>},
    {"llama4", &decoder<planLlama4>},
    {"maincoder", &decoder<planMaincoder>},
    {"mamba", &decoder<planMamba>},
    {"mamba2", &decoder<planMamba2>},
    {"mellum", &decoder<planQwen3Moe>},
    {"minicpm", &decoder<planMiniCpm>},
    {"minicpm3", &decoder<planMiniCpm3>},
    {"minimax-m2", &decoder<planMiniMaxM2>},
    {"mistral3", &decoder<planMistral3>},
    {"mistral4", &decoder<planDeepSeek2>},
    {"mpt", &decoder<planMpt>},
    {"nanbeige", &decoder<planLlama>},
    {"nemotron", &decoder<planNemotron>},
    {"nemotron_h", &decoder<planNemotronH>},
    {"nemotron_h_moe", &decoder<planNemotronH>},
    {"olmo", &decoder<planOlmo>},
    {"olmo2", &decoder<planOlmo2>},
    {"olmoe", &decoder<planOlmoe>},
    {"openelm", &decoder<planQwen3>},
    {"orion", &decoder<planOrion>},
    {"paddleocr", &decoder<planQwen2>},
    {"pangu-embedded", &decoder<planQwen2>},
    {"phi2", &decoder<planPhi2>},
    {"phi3", &decoder<planPhi3>},
    {"phimoe", &decoder<planPhiMoe>},
    {"plamo", &decoder<planPlamo>},
    {"plm", &decoder<planPlm>},
    {"qwen", &decoder<planQwen>},
    {"qwen2", &decoder<planQwen2>},
    {"qwen2moe", &decoder<planQwen2Moe>},
    {"qwen2vl", &decoder<planQwen2>},
    {"qwen3", &decoder<planQwen3>},
    {"qwen35", &decoder<planQwen35>},
    {"qwen35moe", &decoder<planQwen35>},
    {"qwen3moe", &decoder<planQwen3Moe>},
    {"qwen3next", &decoder<planQwen3Next>},
    {"qwen3vl", &decoder<planQwen3Vl>},
    {"qwen3vlmoe", &decoder<planQwen3VlMoe>},
    {"refact", &decoder<planRefact>},
    {"rwkv7", &decoder<planRwkv7>},
    {"seed_oss", &decoder<planSeedOss>},
    {"smallthinker", &decoder<planSmallThinker>},
    {"smollm3", &decoder<planSmolLm3>},
    {"stablelm", &decoder<planStableLm>},
    {"starcoder", &decoder<planGpt2>},
    {"starcoder2", &decoder<planStarCoder2>},
    {"xverse", &decoder<planLlama>},
};

using LoadEncoder = base::Result<std::unique_ptr<Encoder>> (*)(const NetworkSource& source);

constexpr std::pair<std::string_view, LoadEncoder> kEncoders[] = {
    {"bert", &loadBert},
    {"eurobert", &loadEuroBert},
    {"gemma-embedding", &loadGemmaEmbedding},
    {"hearth-static", &loadStaticEmbedding},
    {"jina-bert-v2", &loadJinaBert2},
    {"jina-bert-v3", &loadNomicBertMoe},
    {"llama-embed", &loadLlamaEmbed},
    {"modern-bert", &loadModernBert},
    {"nomic-bert", &loadNomicBert},
    {"nomic-bert-moe", &loadNomicBertMoe},
};

// Files that people open and that are not models which answer word by word: what they are instead.
constexpr std::pair<std::string_view, std::string_view> kOthers[] = {
    {"clip",
     "the part of a model that sees or hears; open the file that it came with, which reads and writes"},
    {"dream", "a model that writes by diffusion, all words at once"},
    {"llada", "a model that writes by diffusion, all words at once"},
    {"llada-moe", "a model that writes by diffusion, all words at once"},
    {"rnd1", "a model that writes by diffusion, all words at once"},
    {"t5", "a model of an encoder and a decoder"},
    {"t5encoder", "the encoder of a model that has a decoder too"},
    {"wavtokenizer-dec", "the part of a model that makes sound of tokens"},
};

std::string whatItIs(std::string_view name) {
    for (const auto& [other, what] : kOthers)
        if (other == name) return " It is " + std::string(what) + ".";
    return "";
}

// The loader of that name, or null; all names are added to `known`.
template <typename Table>
auto findLoader(const Table& table, std::string_view name, std::string& known) -> decltype(table[0].second) {
    for (const auto& row : table) {
        if (row.first == name) return row.second;
        known += (known.empty() ? "" : ", ") + std::string(row.first);
    }
    return nullptr;
}

}  // namespace

base::Result<void> requireArchitecture(const gguf::File& file, std::string_view name) {
    std::string known;
    if (findLoader(kArchitectures, name, known) || findLoader(kEncoders, name, known)) return {};
    return base::fail(base::ErrorCode::Unsupported,
                      "Models of the architecture \"" + std::string(name) + "\" cannot be run here yet." +
                          whatItIs(name) + " Known: " + known +
                          ". Open a model of one of these, or ask a server that runs it.",
                      file.name() + ", general.architecture");
}

bool runsArchitecture(const std::string& architecture) {
    return std::any_of(std::begin(kArchitectures), std::end(kArchitectures),
                       [&](const auto& row) { return row.first == architecture; });
}

base::Result<std::unique_ptr<Network>> loadNetwork(const NetworkSource& source) {
    std::string known;
    if (const auto load = findLoader(kArchitectures, source.architecture, known)) return load(source);
    if (findLoader(kEncoders, source.architecture, known))
        return base::fail(base::ErrorCode::Unsupported,
                          "A model of the architecture \"" + source.architecture +
                              "\" makes vectors of texts and writes none. Open it as an embedding model, and "
                              "another one to write.",
                          source.file.name());
    return tl::unexpected(requireArchitecture(source.file, source.architecture).error());
}

base::Result<std::unique_ptr<Encoder>> loadEncoder(const NetworkSource& source) {
    std::string known;
    if (const auto load = findLoader(kEncoders, source.architecture, known)) return load(source);
    auto network = loadNetwork(source);
    if (!network) return tl::unexpected(network.error());
    return encodeByDecoder(source, std::move(*network));
}

}  // namespace hearth::engine
