#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include "engine/embedder.h"
#include "rag/text_embedder.h"

namespace hearth::rag {

namespace {

struct PrefixRow {
    std::string_view part;  // of the architecture or the name, lower case
    EmbeddingPrefixes prefixes;
};

// From the model cards. The first row that fits holds.
const std::vector<PrefixRow>& prefixRows() {
    static const std::vector<PrefixRow> rows = {
        {"gemma-embedding", {"task: search result | query: ", "title: none | text: "}},
        {"embeddinggemma", {"task: search result | query: ", "title: none | text: "}},
        {"nomic", {"search_query: ", "search_document: "}},
        {"qwen3-embedding",
         {"Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:",
          ""}},
        {"qwen3 embedding",
         {"Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:",
          ""}},
        {"e5-mistral",
         {"Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ",
          ""}},
        {"e5", {"query: ", "passage: "}},
        {"bge-m3", {}},
        {"bge", {"Represent this sentence for searching relevant passages: ", ""}},
        {"mxbai", {"Represent this sentence for searching relevant passages: ", ""}},
        {"arctic-embed", {"Represent this sentence for searching relevant passages: ", ""}},
    };
    return rows;
}

class ModelEmbedder : public TextEmbedder {
  public:
    ModelEmbedder(std::unique_ptr<engine::Embedder> model, EmbeddingPrefixes prefixes)
        : model_(std::move(model)), prefixes_(std::move(prefixes)) {
        const engine::ModelInfo& info = model_->info();
        // Another file of the same name makes other vectors: the sizes tell most of them apart.
        name_ = info.name + " " + info.weightType + " " + std::to_string(info.embedding) + " " +
                std::to_string(info.fileBytes);
    }
    const std::string& name() const override { return name_; }
    int width() const override { return model_->info().embedding; }
    std::uint32_t countTokens(std::string_view text) const override {
        return static_cast<std::uint32_t>(
            model_->tokenizer().encode(text, {.addSpecial = false, .parseSpecial = false}).size());
    }
    Vectors queries(std::span<const std::string> texts, const base::CancelToken& cancel) override {
        return embed(prefixes_.query, texts, cancel);
    }
    Vectors documents(std::span<const std::string> texts, const base::CancelToken& cancel) override {
        return embed(prefixes_.document, texts, cancel);
    }

  private:
    Vectors embed(const std::string& prefix, std::span<const std::string> texts,
                  const base::CancelToken& cancel);

    std::unique_ptr<engine::Embedder> model_;
    EmbeddingPrefixes prefixes_;
    std::string name_;
};

TextEmbedder::Vectors ModelEmbedder::embed(const std::string& prefix, std::span<const std::string> texts,
                                           const base::CancelToken& cancel) {
    std::vector<std::vector<engine::TokenId>> tokens;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (cancel.cancelled()) return base::fail(base::ErrorCode::Cancelled, "Embedding was stopped.");
        auto ids = model_->tokenizer().encode(prefix + texts[i], {.addSpecial = true, .parseSpecial = false});
        if (ids.empty()) continue;
        tokens.push_back(std::move(ids));
        places.push_back(i);
    }
    engine::EmbedOptions options;
    options.cancel = cancel;
    if (model_->pooling() == engine::Pooling::Tokens) options.pooling = engine::Pooling::Mean;
    auto made = model_->embedTokens(tokens, options);
    if (!made) return made;
    std::vector<std::vector<float>> out(texts.size(), std::vector<float>(static_cast<std::size_t>(width())));
    for (std::size_t i = 0; i < places.size(); ++i) out[places[i]] = std::move((*made)[i]);
    return out;
}

}  // namespace

EmbeddingPrefixes embeddingPrefixes(std::string_view architecture, std::string_view name) {
    std::string both = std::string(architecture) + " " + std::string(name);
    for (char& c : both) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto& rows = prefixRows();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const PrefixRow& row) {
        return both.find(row.part) != std::string::npos;
    });
    return found == rows.end() ? EmbeddingPrefixes{} : found->prefixes;
}

base::Result<std::unique_ptr<TextEmbedder>> openTextEmbedder(const std::string& path, int threads) {
    engine::EmbedderOptions options;
    options.threads = threads;
    auto model = engine::Embedder::open(path, options);
    if (!model) return tl::unexpected<base::Error>(model.error());
    const engine::ModelInfo& info = (*model)->info();
    const std::string file = std::filesystem::path(path).filename().string();
    EmbeddingPrefixes prefixes = embeddingPrefixes(info.architecture, info.name + " " + file);
    return std::make_unique<ModelEmbedder>(std::move(*model), std::move(prefixes));
}

}  // namespace hearth::rag
