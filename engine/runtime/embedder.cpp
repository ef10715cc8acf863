#include "engine/embedder.h"

#include <algorithm>
#include <cmath>
#include <mutex>

#include "models/encoder.h"
#include "models/loaded_model.h"

namespace hearth::engine {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// Tokens that go through the model at once: more make no product quicker, and none of them may take long
// after somebody asked to stop.
constexpr std::size_t kBatchTokens = 512;

using Vectors = std::vector<std::vector<float>>;

class ModelEmbedder : public Embedder {
  public:
    ModelEmbedder(std::shared_ptr<const LoadedModel> model, std::unique_ptr<Encoder> encoder)
        : model_(std::move(model)),
          encoder_(std::move(encoder)),
          compute_(model_->kernels(), model_->pool()) {}

    Result<Vectors> embed(std::span<const std::string> texts, const EmbedOptions& options) override;
    Result<Vectors> embedTokens(std::span<const std::vector<TokenId>> texts,
                                const EmbedOptions& options) override;
    const ModelInfo& info() const override { return model_->info(); }
    const Tokenizer& tokenizer() const override { return model_->tokenizer(); }
    int context() const override { return encoder_->context(); }
    Pooling pooling() const override { return encoder_->pooling(); }

  private:
    Result<std::vector<TokenId>> fitted(const std::vector<TokenId>& tokens, std::size_t index,
                                        const EmbedOptions& options) const;
    Result<void> encodeBatch(const std::vector<std::vector<TokenId>>& batch, const EmbedOptions& options,
                             Vectors& out);
    std::vector<float> pool(const float* rows, int count, Pooling pooling);

    std::shared_ptr<const LoadedModel> model_;
    std::unique_ptr<Encoder> encoder_;
    std::mutex mutex_;  // of what follows
    Compute compute_;
    Workspace work_;
    std::vector<float> rows_;  // [tokens of a batch, width]
};

// Checked, and cut to the context: the beginning, and the last token, which may be one that ends a text.
Result<std::vector<TokenId>> ModelEmbedder::fitted(const std::vector<TokenId>& tokens, std::size_t index,
                                                   const EmbedOptions& options) const {
    const std::string where = "text " + std::to_string(index + 1);
    if (tokens.empty()) return fail(ErrorCode::InvalidInput, "There is nothing in it to embed.", where);
    for (const TokenId id : tokens)
        if (id < 0 || id >= encoder_->vocabulary())
            return fail(ErrorCode::InvalidInput,
                        "There is no token " + std::to_string(id) + "; the vocabulary has " +
                            std::to_string(encoder_->vocabulary()) + ".",
                        where);
    const auto context = static_cast<std::size_t>(encoder_->context());
    if (tokens.size() <= context) return tokens;
    if (!options.truncate)
        return fail(ErrorCode::InvalidInput,
                    "It has " + std::to_string(tokens.size()) + " tokens; the model reads " +
                        std::to_string(context) + " at once. Cut it into parts.",
                    where);
    std::vector<TokenId> cut(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(context));
    cut.back() = tokens.back();
    return cut;
}

std::vector<float> ModelEmbedder::pool(const float* rows, int count, Pooling pooling) {
    const std::int64_t width = encoder_->width();
    const float* first = pooling == Pooling::Last ? rows + (count - 1) * width : rows;
    if (pooling != Pooling::Mean) return {first, first + width};
    std::vector<double> sums(static_cast<std::size_t>(width));
    for (std::int64_t i = 0; i < count * width; ++i) sums[static_cast<std::size_t>(i % width)] += rows[i];
    std::vector<float> out;
    for (const double sum : sums) out.push_back(static_cast<float>(sum / count));
    return out;
}

// Each row of `width` numbers to length 1; zeros stay.
void normalizeRows(std::vector<float>& values, std::size_t width) {
    for (std::size_t at = 0; at < values.size(); at += width) {
        double squares = 0;
        for (std::size_t i = 0; i < width; ++i)
            squares += static_cast<double>(values[at + i]) * values[at + i];
        if (squares <= 0) continue;
        const auto inverse = static_cast<float>(1 / std::sqrt(squares));
        for (std::size_t i = 0; i < width; ++i) values[at + i] *= inverse;
    }
}

Result<void> ModelEmbedder::encodeBatch(const std::vector<std::vector<TokenId>>& batch,
                                        const EmbedOptions& options, Vectors& out) {
    std::vector<TokenId> tokens;
    std::vector<int> lengths;
    for (const auto& text : batch) {
        tokens.insert(tokens.end(), text.begin(), text.end());
        lengths.push_back(static_cast<int>(text.size()));
    }
    rows_.resize(tokens.size() * static_cast<std::size_t>(encoder_->width()));
    if (!encoder_->encode(compute_, work_, {tokens, lengths, options.cancel}, rows_.data())) {
        if (options.cancel.cancelled()) return fail(ErrorCode::Cancelled, "Embedding was stopped.");
        return fail(ErrorCode::OutOfMemory, "There is not enough memory for a text of this length.");
    }
    const Pooling pooling = options.pooling.value_or(encoder_->pooling());
    const float* rows = rows_.data();
    for (const int length : lengths) {
        const float* end = rows + std::int64_t{length} * encoder_->width();
        std::vector<float> vector = pooling == Pooling::Tokens
                                        ? std::vector<float>(rows, end)
                                        : encoder_->finish(compute_, pool(rows, length, pooling));
        rows = end;
        if (!std::all_of(vector.begin(), vector.end(), [](float x) { return std::isfinite(x); }))
            return fail(ErrorCode::InvalidInput,
                        "The model computes no finite numbers: its weights are damaged. Download or copy it "
                        "again.",
                        model_->info().path);
        if (options.normalize)
            normalizeRows(vector, pooling == Pooling::Tokens ? static_cast<std::size_t>(encoder_->width())
                                                             : vector.size());
        out.push_back(std::move(vector));
    }
    return {};
}

Result<Vectors> ModelEmbedder::embedTokens(std::span<const std::vector<TokenId>> texts,
                                           const EmbedOptions& options) {
    const std::lock_guard lock(mutex_);
    Vectors out;
    std::vector<std::vector<TokenId>> batch;
    std::size_t held = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto tokens = fitted(texts[i], i, options);
        if (!tokens) return tl::unexpected(tokens.error());
        if (!batch.empty() && held + tokens->size() > kBatchTokens) {
            if (auto done = encodeBatch(batch, options, out); !done) return tl::unexpected(done.error());
            batch.clear();
            held = 0;
        }
        held += tokens->size();
        batch.push_back(std::move(*tokens));
    }
    if (!batch.empty())
        if (auto done = encodeBatch(batch, options, out); !done) return tl::unexpected(done.error());
    return out;
}

Result<Vectors> ModelEmbedder::embed(std::span<const std::string> texts, const EmbedOptions& options) {
    std::vector<std::vector<TokenId>> tokens;
    for (const std::string& text : texts) {
        if (options.cancel.cancelled()) return fail(ErrorCode::Cancelled, "Embedding was stopped.");
        tokens.push_back(tokenizer().encode(text, {.addSpecial = true, .parseSpecial = false}));
    }
    return embedTokens(tokens, options);
}

}  // namespace

Result<std::unique_ptr<Embedder>> Embedder::open(const std::string& path, const EmbedderOptions& options) {
    auto model = LoadedModel::openFile(path, options.threads);
    if (!model) return tl::unexpected(model.error());
    LoadOptions load;
    load.onProgress = options.onProgress;
    load.cancel = options.cancel;
    auto encoder = (*model)->encoder(options.exact, load);
    if (!encoder) return tl::unexpected(encoder.error());
    return std::make_unique<ModelEmbedder>(std::move(*model), std::move(*encoder));
}

}  // namespace hearth::engine
