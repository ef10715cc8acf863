// A library that holds what the test wrote: passages are found where they share a word with the question, and
// vectors count words.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "agent/passage_finder.h"
#include "documents/word_weights.h"

namespace hearth::tests {

class ScriptedPassages final : public agent::PassageFinder {
  public:
    int timesAvailable = 0;  // that somebody wanted to ask it
    std::string foundFirst;  // path of the document that is found before all others

    // Of one document a path; ordinals rise.
    rag::StoredChunk& add(const std::string& path, const std::string& text) {
        rag::StoredChunk chunk;
        chunk.id = static_cast<rag::ChunkId>(chunks_.size()) + 1;
        chunk.document = documentOf(path);
        chunk.chunk.path = path;
        chunk.chunk.text = text;
        chunk.chunk.tokens = static_cast<std::uint32_t>(text.size() / 4);
        chunk.title = path.substr(path.rfind('/') + 1);
        chunks_.push_back(std::move(chunk));
        return chunks_.back();
    }
    void summarize(const std::string& path, const std::string& summary) { summaries_[path] = summary; }

    bool available() override {
        ++timesAvailable;
        return true;
    }
    base::Result<rag::Retrieval> find(const rag::RetrievalRequest& request,
                                      const base::CancelToken& cancel) override {
        if (cancel.cancelled()) return base::fail(base::ErrorCode::Cancelled, "Stopped.");
        requests.push_back(request);
        rag::Retrieval out;
        out.kind = request.hints.kind;
        const auto wanted = agent::documents::stemsOf(request.question);
        for (const rag::StoredChunk& chunk : chunks_) {
            if (!within(request.filter, chunk.chunk.path)) continue;
            double shared = 0;
            for (const std::string& stem : agent::documents::stemsOf(chunk.chunk.text))
                shared += wanted.contains(stem) ? 1 : 0;
            if (chunk.chunk.path == foundFirst) shared *= 100;
            if (shared > 0) out.passages.push_back({chunk, shared, {}, {}});
        }
        std::stable_sort(out.passages.begin(), out.passages.end(),
                         [](const auto& a, const auto& b) { return a.score > b.score; });
        out.found = static_cast<int>(out.passages.size());
        for (std::size_t i = 0; i < paths_.size(); ++i) {
            if (!within(request.filter, paths_[i])) continue;
            ++out.documentsSearched;
            if (out.kind == rag::QuestionKind::Overview) out.overview.push_back(stored(i));
        }
        return out;
    }
    base::Result<std::vector<double>> similarities(const std::string& question,
                                                   std::span<const rag::ChunkId> ids,
                                                   const base::CancelToken&) override {
        std::vector<double> out;
        const auto query = vectorOf(question);
        for (const rag::ChunkId id : ids) {
            const auto vector = vectorOf(chunks_.at(static_cast<std::size_t>(id - 1)).chunk.text);
            double product = 0;
            for (std::size_t i = 0; i < vector.size(); ++i) product += query[i] * vector[i];
            out.push_back(product);
        }
        return out;
    }
    base::Result<std::vector<std::vector<float>>> embed(std::span<const std::string> texts,
                                                        const base::CancelToken&) override {
        std::vector<std::vector<float>> out;
        for (const std::string& text : texts) out.push_back(vectorOf(text));
        return out;
    }
    base::Result<std::int64_t> count() override { return static_cast<std::int64_t>(chunks_.size()); }
    base::Result<std::int64_t> countWith(const std::string& word) override {
        const auto stems = agent::documents::stemsOf(word);
        return std::count_if(chunks_.begin(), chunks_.end(), [&](const rag::StoredChunk& chunk) {
            const auto has = agent::documents::stemsOf(chunk.chunk.text);
            return std::all_of(stems.begin(), stems.end(),
                               [&](const auto& stem) { return has.contains(stem); });
        });
    }
    base::Result<std::vector<rag::StoredChunk>> passagesOf(std::int64_t document,
                                                           std::uint32_t tokens) override {
        std::vector<rag::StoredChunk> out;
        std::uint32_t used = 0;
        for (const rag::StoredChunk& chunk : chunks_)
            if (chunk.document == document && (used += chunk.chunk.tokens) <= tokens) out.push_back(chunk);
        return out;
    }
    base::Result<std::optional<rag::StoredChunk>> holding(const std::string& path,
                                                          const std::string& sentence) override {
        for (const rag::StoredChunk& chunk : chunks_)
            if (chunk.chunk.path == path && chunk.chunk.text.find(sentence) != std::string::npos)
                return std::optional(chunk);
        return std::optional<rag::StoredChunk>();
    }

    std::vector<rag::RetrievalRequest> requests;

  private:
    static bool within(const rag::SearchFilter& filter, const std::string& path) {
        return filter.folders.empty() ||
               std::any_of(filter.folders.begin(), filter.folders.end(), [&](const std::string& folder) {
                   return path == folder || path.starts_with(folder + "/");
               });
    }
    static std::vector<float> vectorOf(const std::string& text) {
        std::vector<float> out(64);
        for (const std::string& stem : agent::documents::stemsOf(text))
            out[std::hash<std::string>{}(stem) % out.size()] += 1;
        float squares = 0;
        for (const float x : out) squares += x * x;
        for (float& x : out) x /= squares > 0 ? std::sqrt(squares) : 1;
        return out;
    }
    std::int64_t documentOf(const std::string& path) {
        auto known = std::find(paths_.begin(), paths_.end(), path);
        if (known == paths_.end()) known = paths_.insert(known, path);
        return known - paths_.begin() + 1;
    }
    rag::StoredDocument stored(std::size_t i) const {
        rag::StoredDocument out;
        out.id = static_cast<std::int64_t>(i) + 1;
        out.document.path = paths_[i];
        out.document.title = paths_[i].substr(paths_[i].rfind('/') + 1);
        out.document.kind = rag::DocumentKind::Text;
        const auto summary = summaries_.find(paths_[i]);
        if (summary != summaries_.end()) out.summary = summary->second;
        for (const rag::StoredChunk& chunk : chunks_) out.chunks += chunk.document == out.id ? 1 : 0;
        return out;
    }

    std::vector<rag::StoredChunk> chunks_;
    std::vector<std::string> paths_;
    std::map<std::string, std::string> summaries_;
};

}  // namespace hearth::tests
