#include "cli/models.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "catalogue/catalogue.h"
#include "catalogue/model_library.h"
#include "cli/terminal.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

namespace {

// A file, or the name of a model that `hearth model list` shows.
std::string fileOf(const std::string& fileOrName) {
    std::error_code missing;
    const auto folder = dataFolder();
    if (std::filesystem::exists(fileOrName, missing) || !folder) return fileOrName;
    const auto offers = assetFile("models/catalogue.json");
    const auto catalogue = offers ? readCatalogue(*offers) : Catalogue{};
    const CatalogueModel* offer = catalogue ? catalogue->find(fileOrName) : nullptr;
    const auto installed = ModelLibrary(*folder).find(offer != nullptr ? offer->fileName : fileOrName);
    return installed ? installed->path.string() : fileOrName;
}

base::Result<engine::AdapterFile> readAdapter(const std::string& text) {
    const std::size_t at = text.rfind('=');
    if (at == std::string::npos) return engine::AdapterFile{text, 1};
    try {
        std::size_t used = 0;
        const std::string scale = text.substr(at + 1);
        const float value = std::stof(scale, &used);
        if (used == scale.size()) return engine::AdapterFile{text.substr(0, at), value};
    } catch (const std::exception&) {
        // Said below.
    }
    return base::fail(base::ErrorCode::InvalidInput,
                      "\"" + text.substr(at + 1) + "\" is no scale: give a number, for example FILE=0.5",
                      "--adapter");
}

}  // namespace

base::Result<std::shared_ptr<const engine::Model>> openModel(const std::string& fileOrName, int threads) {
    const std::string file = fileOf(fileOrName);
    Progress progress("Opening " + std::filesystem::path(file).filename().string());
    engine::LoadOptions options;
    options.threads = threads;
    options.onProgress = [&progress](double share) { progress.show(share); };
    options.cancel = interruption();
    return engine::Model::open(file, options);
}

base::Result<std::shared_ptr<const engine::Model>> openActionModel(const Global& global) {
    if (!global.model.empty()) return openModel(global.model, global.threads);
    auto builtin = assetFile("models/builtin.gguf");
    if (!builtin)
        return base::fail(builtin.error().code,
                          "The built-in model is missing; name another one with --model",
                          builtin.error().where);
    return openModel(builtin->string(), global.threads);
}

base::Result<std::vector<engine::TokenId>> readTokens(const std::string& text, const std::string& option) {
    std::istringstream in(text);
    std::vector<engine::TokenId> out;
    std::string word;
    while (in >> word) {
        try {
            std::size_t used = 0;
            out.push_back(std::stoi(word, &used));
            if (used == word.size()) continue;
        } catch (const std::exception&) {
            // Said below.
        }
        return base::fail(base::ErrorCode::InvalidInput,
                          "\"" + word + "\" is no token id: give numbers with spaces between", option);
    }
    if (out.empty()) return base::fail(base::ErrorCode::InvalidInput, "Give at least one token id", option);
    return out;
}

base::Result<std::vector<engine::AdapterFile>> readAdapters(const std::vector<std::string>& texts) {
    std::vector<engine::AdapterFile> out;
    for (const std::string& text : texts) {
        auto adapter = readAdapter(text);
        if (!adapter) return tl::unexpected(adapter.error());
        out.push_back(std::move(*adapter));
    }
    return out;
}

void addAdapterOption(CLI::App& command, std::vector<std::string>& adapters) {
    command
        .add_option("--adapter", adapters,
                    "LoRA adapter to apply, with its scale; may be given several times")
        ->type_name("FILE[=SCALE]")
        ->allow_extra_args(false);
}

base::Result<void> writeFloats(const std::string& path, const std::vector<float>& values) {
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(values.data()),
              static_cast<std::streamsize>(values.size() * sizeof(float)));
    out.close();
    if (!out) return base::fail(base::ErrorCode::Io, "The file cannot be written", path);
    return {};
}

}  // namespace hearth::app::cli
