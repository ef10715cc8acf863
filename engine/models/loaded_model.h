// The Model that Model::open gives: a mapped file, its tokenizer, and its network, in the form that is quick
// and, once somebody asks for it, in float32. Immutable from outside; safe from any thread.
#pragma once

#include <memory>
#include <mutex>

#include "base/thread_pool.h"
#include "engine/model.h"
#include "gguf/model_file.h"
#include "models/encoder.h"
#include "models/network.h"

namespace hearth::engine {

class LoadedModel : public Model {
  public:
    // Everything but the network, which is made when it is first asked for.
    static base::Result<std::shared_ptr<const LoadedModel>> openFile(const std::string& path, int threads);

    const ModelInfo& info() const override { return info_; }
    const Tokenizer& tokenizer() const override { return *tokenizer_; }
    std::vector<TensorInfo> tensors() const override;
    std::optional<std::string> metadata(const std::string& key) const override;
    std::vector<std::string> metadataKeys() const override;

    // Made at the first call for each form; `options` count for that one only. exact: all weights in float32.
    base::Result<std::shared_ptr<const Network>> network(bool exact, const LoadOptions& options) const;
    // The model as one that embeds; made anew at each call.
    base::Result<std::unique_ptr<Encoder>> encoder(bool exact, const LoadOptions& options) const;
    const gguf::File& file() const { return file_.file(); }
    const Kernels& kernels() const { return *kernels_; }
    base::ThreadPool& pool() const { return *pool_; }

  private:
    NetworkSource source(bool exact, const LoadOptions& options) const;
    base::Result<void> checkVocabulary(int size) const;

    explicit LoadedModel(gguf::ModelFile file) : file_(std::move(file)) {}

    gguf::ModelFile file_;
    ModelInfo info_;
    std::unique_ptr<Tokenizer> tokenizer_;
    const Kernels* kernels_ = nullptr;
    std::unique_ptr<base::ThreadPool> pool_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const Network> networks_[2];  // quick, exact
};

}  // namespace hearth::engine
