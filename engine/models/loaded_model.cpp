#include "models/loaded_model.h"

#include <chrono>

#include "base/log.h"
#include "models/model_info.h"
#include "models/registry.h"
#include "text/tokenizers/load.h"

namespace hearth::engine {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// What can be said before any weight is touched.
Result<void> checkUsable(const gguf::File& file) {
    const auto architecture = file.string("general.architecture");
    if (!architecture) return tl::unexpected(architecture.error());
    if (!*architecture)
        return file.wrong("general.architecture", "is missing: the file does not say what model it holds.");
    if (const auto kind = file.string("general.type"); kind && *kind && **kind != "model")
        return fail(ErrorCode::Unsupported,
                    "This file holds no whole model but \"" + **kind + "\". Open the model it belongs to.",
                    file.name());
    if (file.tensors().empty())
        return fail(ErrorCode::InvalidInput, "This file holds a vocabulary but no weights.", file.name());
    return {};
}

void logOpened(const ModelInfo& info, std::string_view kernels, std::chrono::steady_clock::time_point begin) {
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    base::log(base::LogLevel::Info, "engine",
              "opened " + info.name + ": " + info.architecture + ", " + info.weightType + ", " +
                  std::to_string(info.parameters / 1'000'000) + " million weights, " + std::string(kernels) +
                  " kernels, " + std::to_string(took.count()) + " ms");
}

}  // namespace

Result<std::shared_ptr<const LoadedModel>> LoadedModel::openFile(const std::string& path, int threads) {
    auto file = gguf::ModelFile::open(path);
    if (!file) return tl::unexpected(file.error());
    if (auto usable = checkUsable(file->file()); !usable) return tl::unexpected(usable.error());

    std::shared_ptr<LoadedModel> model(new LoadedModel(std::move(*file)));
    model->info_ = readModelInfo(model->file(), model->file_.bytes());
    if (auto known = requireArchitecture(model->file(), model->info_.architecture); !known)
        return tl::unexpected(known.error());
    auto tokenizer = loadTokenizer(model->file());
    if (!tokenizer) return tl::unexpected(tokenizer.error());
    model->tokenizer_ = std::move(*tokenizer);
    const auto kernels = defaultKernels();
    if (!kernels) return tl::unexpected(kernels.error());
    model->kernels_ = *kernels;
    model->pool_ = std::make_unique<base::ThreadPool>(threads);
    return model;
}

Result<std::shared_ptr<const Network>> LoadedModel::network(bool exact, const LoadOptions& options) const {
    const std::lock_guard lock(mutex_);
    auto& slot = networks_[exact ? 1 : 0];
    if (slot) return slot;
    auto made = loadNetwork(source(exact, options));
    if (!made) return tl::unexpected(made.error());
    if (auto same = checkVocabulary((*made)->vocabulary()); !same) return tl::unexpected(same.error());
    slot = std::move(*made);
    return slot;
}

Result<std::unique_ptr<Encoder>> LoadedModel::encoder(bool exact, const LoadOptions& options) const {
    auto made = loadEncoder(source(exact, options));
    if (!made) return tl::unexpected(made.error());
    if (auto same = checkVocabulary((*made)->vocabulary()); !same) return tl::unexpected(same.error());
    return made;
}

NetworkSource LoadedModel::source(bool exact, const LoadOptions& options) const {
    file_.willNeed();
    return {file(),         info_.architecture,
            *kernels_,      *pool_,
            exact,          options.onProgress,
            options.cancel, [this](std::span<const std::byte> part) { file_.release(part); }};
}

Result<void> LoadedModel::checkVocabulary(int size) const {
    if (size == tokenizer_->size()) return {};
    return fail(ErrorCode::InvalidInput,
                "The model knows " + std::to_string(size) + " tokens, but the vocabulary has " +
                    std::to_string(tokenizer_->size()) + ".",
                file().name() + ", tokenizer.ggml.tokens");
}

std::vector<TensorInfo> LoadedModel::tensors() const {
    return listTensors(file());
}

std::optional<std::string> LoadedModel::metadata(const std::string& key) const {
    const gguf::Value* value = file().find(key);
    if (!value) return std::nullopt;
    return value->print();
}

std::vector<std::string> LoadedModel::metadataKeys() const {
    std::vector<std::string> out;
    for (const gguf::Entry& entry : file().entries()) out.emplace_back(entry.key);
    return out;
}

Result<std::shared_ptr<const Model>> Model::open(const std::string& path, const LoadOptions& options) {
    const auto begin = std::chrono::steady_clock::now();
    auto model = LoadedModel::openFile(path, options.threads);
    if (!model) return tl::unexpected(model.error());
    if (auto network = (*model)->network(false, options); !network) return tl::unexpected(network.error());
    logOpened((*model)->info(), (*model)->kernels().name, begin);
    return std::shared_ptr<const Model>(std::move(*model));
}

}  // namespace hearth::engine
