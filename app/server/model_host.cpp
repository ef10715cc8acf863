#include "server/model_host.h"

#include <algorithm>

namespace hearth::app::server {

using base::Result;

namespace {

std::string stemOf(const std::string& file) {
    return std::filesystem::path(file).stem().string();
}

int contextOf(const engine::Model& model, int wanted) {
    constexpr int kUsual = 4096;
    const int trained = model.info().trainedContext;
    if (wanted > 0) return wanted;
    return trained > 0 ? std::min(trained, kUsual) : kUsual;
}

}  // namespace

ModelHost::ModelHost(std::shared_ptr<const engine::Model> model, ModelHostOptions options)
    : model_(std::move(model)),
      name_(options.name.empty() ? stemOf(model_->info().path) : options.name),
      embeddingFile_(options.embeddingModel.empty() ? model_->info().path : options.embeddingModel),
      embeddingName_(options.embeddingModel.empty() ? name_ : stemOf(options.embeddingModel)),
      prompt_(model_),
      pool_(model_, std::max(1, options.sessions), contextOf(*model_, options.context)) {}

Result<engine::GenerateResult> ModelHost::generate(engine::GenerateRequest request) {
    auto lease = pool_.take(request.prompt, request.cancel);
    if (!lease) return tl::unexpected(lease.error());
    std::vector<engine::TokenId> held = request.prompt;
    Turns::Turn turn(turns_);
    request.onToken = [&turn, onToken = std::move(request.onToken)](const engine::TokenEvent& event) {
        turn.outside([&] {
            if (onToken) onToken(event);
        });
    };
    request.onPrefill = [&turn](int, int) { turn.giveWay(); };
    auto result = lease->session().generate(request);
    if (result) held.insert(held.end(), result->tokens.begin(), result->tokens.end());
    held.resize(std::min(held.size(), static_cast<std::size_t>(lease->session().position())));
    lease->remember(std::move(held));
    return result;
}

Result<engine::Embedder*> ModelHost::embedder() {
    const std::lock_guard lock(embedderMutex_);
    if (!embedder_) {
        auto opened = engine::Embedder::open(embeddingFile_);
        if (!opened) return tl::unexpected(opened.error());
        embedder_ = std::move(*opened);
    }
    return embedder_.get();
}

Result<std::vector<std::vector<float>>> ModelHost::embed(std::span<const std::string> texts,
                                                         const base::CancelToken& cancel) {
    auto with = embedder();
    if (!with) return tl::unexpected(with.error());
    const Turns::Turn turn(turns_);
    return (*with)->embed(texts, {.pooling = {}, .normalize = true, .truncate = false, .cancel = cancel});
}

Result<std::vector<std::vector<float>>> ModelHost::embedTokens(
    std::span<const std::vector<engine::TokenId>> texts, const base::CancelToken& cancel) {
    auto with = embedder();
    if (!with) return tl::unexpected(with.error());
    const Turns::Turn turn(turns_);
    return (*with)->embedTokens(texts,
                                {.pooling = {}, .normalize = true, .truncate = false, .cancel = cancel});
}

Result<int> ModelHost::embeddingTokens(const std::string& text) {
    auto with = embedder();
    if (!with) return tl::unexpected(with.error());
    return static_cast<int>((*with)->tokenizer().encode(text).size());
}

}  // namespace hearth::app::server
