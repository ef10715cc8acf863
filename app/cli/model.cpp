// hearth model info | logits: what a model file says and computes.
#include "engine/model.h"

#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "catalogue/size_text.h"
#include "cli/model_commands.h"
#include "cli/models.h"
#include "cli/terminal.h"
#include "engine/logits.h"

namespace hearth::app::cli {

namespace {

using base::ErrorCode;
using base::fail;
using Json = nlohmann::ordered_json;

std::string shape(const std::vector<std::int64_t>& dimensions) {
    std::string out;
    for (const std::int64_t n : dimensions) out += (out.empty() ? "" : " × ") + std::to_string(n);
    return out;
}

struct InfoOptions {
    std::string file;
    bool json = false;
    bool tensors = false;
    bool metadata = false;
};

Json infoJson(const engine::FileSummary& summary) {
    const engine::ModelInfo& info = summary.info;
    Json out = {{"path", info.path},
                {"version", summary.version},
                {"name", info.name},
                {"architecture", info.architecture},
                {"weights", info.weightType},
                {"file_bytes", info.fileBytes},
                {"parameters", info.parameters},
                {"layers", info.layers},
                {"embedding", info.embedding},
                {"heads", info.heads},
                {"kv_heads", info.kvHeads},
                {"head_dim", info.headDim},
                {"feed_forward", info.feedForward},
                {"vocabulary", info.vocabulary},
                {"trained_context", info.trainedContext}};
    out["parts"] = summary.parts;
    out["metadata"] = Json::object();
    for (const auto& [key, value] : summary.metadata) out["metadata"][key] = value;
    out["tensors"] = Json::array();
    for (const engine::TensorInfo& tensor : summary.tensors)
        out["tensors"].push_back({{"name", tensor.name},
                                  {"type", tensor.type},
                                  {"shape", tensor.shape},
                                  {"offset", tensor.offset},
                                  {"bytes", tensor.bytes}});
    return out;
}

void printInfo(const engine::FileSummary& summary, const InfoOptions& options) {
    const engine::ModelInfo& info = summary.info;
    const auto line = [](const char* what, const auto& value) {
        std::cout << what << std::string(18 - std::char_traits<char>::length(what), ' ') << value << '\n';
    };
    line("file", info.path + " (GGUF version " + std::to_string(summary.version) + ")");
    if (summary.parts.size() > 1)
        line("parts", std::to_string(summary.parts.size()) + " files, to " + summary.parts.back());
    line("name", info.name);
    line("architecture", info.architecture);
    char parameters[40];
    std::snprintf(parameters, sizeof parameters, "%.1f million", static_cast<double>(info.parameters) / 1e6);
    line("parameters", parameters);
    line("size", sizeText(info.fileBytes) + ", weights mostly " + info.weightType);
    line("layers", info.layers);
    line("width", info.embedding);
    line("heads", std::to_string(info.heads) + " queries, " + std::to_string(info.kvHeads) + " keys, of " +
                      std::to_string(info.headDim));
    line("feed-forward", info.feedForward);
    line("vocabulary", info.vocabulary);
    line("context", info.trainedContext);
    line("tensors", summary.tensors.size());
    if (options.metadata) {
        std::cout << "\nmetadata\n";
        for (const auto& [key, value] : summary.metadata) std::cout << "  " << key << " = " << value << '\n';
    }
    if (!options.tensors) return;
    std::cout << "\ntensors\n";
    for (const engine::TensorInfo& tensor : summary.tensors)
        std::cout << "  " << tensor.name << "  " << tensor.type << "  " << shape(tensor.shape) << "  "
                  << sizeText(tensor.bytes) << '\n';
}

ExitCode info(const InfoOptions& options) {
    auto summary = engine::describeFile(options.file);
    if (!summary) return report(summary.error());
    if (options.json)
        std::cout << infoJson(*summary).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        printInfo(*summary, options);
    return ExitCode::Ok;
}

struct LogitsArguments {
    std::string file;
    std::string tokens;
    std::string out;
    std::vector<std::string> adapters;  // FILE or FILE=SCALE
    bool quick = false;
};

ExitCode logits(const LogitsArguments& arguments, const Global& global) {
    const auto tokens = readTokens(arguments.tokens, "--tokens");
    if (!tokens) return report(tokens.error());
    engine::LogitsOptions options;
    options.exact = !arguments.quick;
    options.threads = global.threads;
    options.cancel = interruption();
    auto adapters = readAdapters(arguments.adapters);
    if (!adapters) return report(adapters.error());
    options.adapters = std::move(*adapters);
    const auto values = engine::modelLogits(arguments.file, *tokens, options);
    if (!values) return report(values.error());
    if (auto written = writeFloats(arguments.out, *values); !written) return report(written.error());
    std::cout << tokens->size() << " rows of " << values->size() / tokens->size() << " float32 written to "
              << arguments.out << '\n';
    return ExitCode::Ok;
}

}  // namespace

void addModel(Commands& commands) {
    CLI::App* model = commands.add("model", "Get, list and look into GGUF model files, or compute with one",
                                   "  hearth model catalogue\n"
                                   "  hearth model info model.gguf --tensors\n"
                                   "  hearth model logits model.gguf --tokens \"1 72 101\" --out logits.f32\n"
                                   "  echo hello | hearth model tokenize model.gguf");
    model->require_subcommand(1);

    auto forInfo = std::make_shared<InfoOptions>();
    CLI::App* infoCommand = Commands::addTo(*model, "info", "Say what a model file holds",
                                            "  hearth model info model.gguf\n"
                                            "  hearth model info model.gguf --json | jq .layers");
    infoCommand->add_option("FILE", forInfo->file, "GGUF file")->required();
    infoCommand->add_flag("--json", forInfo->json, "As JSON, with metadata and tensors");
    infoCommand->add_flag("--metadata", forInfo->metadata, "List the metadata too");
    infoCommand->add_flag("--tensors", forInfo->tensors, "List the tensors too");
    commands.run(infoCommand, [forInfo] { return info(*forInfo); });

    auto forLogits = std::make_shared<LogitsArguments>();
    CLI::App* logitsCommand =
        Commands::addTo(*model, "logits", "Write the logits after each token, computed in float32",
                        "  hearth model logits model.gguf --tokens \"1 72 101 108\" --out logits.f32\n"
                        "  hearth model logits model.gguf --tokens \"1 72\" --out logits.f32 "
                        "--adapter style.gguf=0.5");
    logitsCommand->add_option("FILE", forLogits->file, "GGUF file")->required();
    logitsCommand->add_option("--tokens", forLogits->tokens, "Token ids, taken as they stand")->required();
    logitsCommand->add_option("--out", forLogits->out, "Little-endian float32, one row a token")->required();
    addAdapterOption(*logitsCommand, forLogits->adapters);
    logitsCommand->add_flag("--quick", forLogits->quick,
                            "With the quick kernels, which quantize activations");
    commands.run(logitsCommand, [forLogits, &commands] { return logits(*forLogits, commands.global); });

    addModelText(commands, *model);
    addModelVerify(commands, *model);
    addEmbed(commands, *model);
    addModelFiles(commands, *model);
}

}  // namespace hearth::app::cli
