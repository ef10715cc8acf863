#include <algorithm>
#include <utility>

#include "agent/passage_finder.h"

namespace hearth::agent {

namespace {

using base::Result;

class LibraryPassages final : public PassageFinder {
  public:
    explicit LibraryPassages(std::unique_ptr<rag::Library> library) : library_(std::move(library)) {}
    explicit LibraryPassages(std::function<std::unique_ptr<rag::Library>()> open) : open_(std::move(open)) {}

    bool available() override {
        if (const auto open = std::exchange(open_, nullptr)) library_ = open();
        return library_ != nullptr;
    }
    Result<rag::Retrieval> find(const rag::RetrievalRequest& request,
                                const base::CancelToken& cancel) override {
        if (auto fresh = takeInNews(cancel); !fresh) return tl::unexpected(fresh.error());
        return library_->find(request, cancel);
    }
    Result<std::vector<double>> similarities(const std::string& question,
                                             std::span<const rag::ChunkId> chunks,
                                             const base::CancelToken& cancel) override {
        return library_->similarities(question, chunks, cancel);
    }
    Result<std::vector<std::vector<float>>> embed(std::span<const std::string> texts,
                                                  const base::CancelToken& cancel) override {
        return library_->vectors().documents(texts, cancel);
    }
    Result<std::int64_t> count() override {
        const auto counts = library_->store().counts();
        if (!counts) return tl::unexpected(counts.error());
        return counts->chunks;
    }
    Result<std::int64_t> countWith(const std::string& word) override {
        return library_->store().countWithWord(word);
    }
    Result<std::vector<rag::StoredChunk>> passagesOf(std::int64_t document, std::uint32_t tokens) override {
        std::vector<rag::StoredChunk> out;
        constexpr std::uint32_t kAtOnce = 64;
        for (std::uint32_t first = 0, used = 0;; first += kAtOnce) {
            auto some = library_->store().chunksOf(document, first, first + kAtOnce - 1);
            if (!some) return tl::unexpected(some.error());
            for (rag::StoredChunk& chunk : *some) {
                used += chunk.chunk.tokens;
                if (used > tokens) return out;
                out.push_back(std::move(chunk));
            }
            if (some->size() < kAtOnce) return out;
        }
    }
    Result<std::optional<rag::StoredChunk>> holding(const std::string& path,
                                                    const std::string& sentence) override {
        constexpr int kLook = 5;
        rag::SearchFilter filter;
        filter.folders = {path};
        const auto found = library_->store().matchWords(sentence, kLook, filter);
        if (!found) return tl::unexpected(found.error());
        std::vector<rag::ChunkId> ids;
        for (const rag::ScoredChunk& chunk : *found) ids.push_back(chunk.id);
        auto chunks = library_->store().chunks(ids);
        if (!chunks) return tl::unexpected(chunks.error());
        for (rag::StoredChunk& chunk : *chunks) {
            std::string line = chunk.chunk.text;  // summaries have each sentence on one line
            std::replace(line.begin(), line.end(), '\n', ' ');
            if (line.find(sentence) != std::string::npos) return std::optional(std::move(chunk));
        }
        return std::optional<rag::StoredChunk>();
    }

  private:
    // Where another Library wrote, its vectors are missing in this one's graph.
    Result<void> takeInNews(const base::CancelToken& cancel) {
        const auto chunks = count();
        if (!chunks) return tl::unexpected(chunks.error());
        if (*chunks == known_) return {};
        if (auto fresh = library_->refresh(cancel); !fresh) return fresh;
        known_ = *chunks;
        return {};
    }

    std::function<std::unique_ptr<rag::Library>()> open_;  // null: it was called, or need not be
    std::unique_ptr<rag::Library> library_;
    std::int64_t known_ = -1;
};

}  // namespace

std::unique_ptr<PassageFinder> makePassageFinder(std::unique_ptr<rag::Library> library) {
    return std::make_unique<LibraryPassages>(std::move(library));
}
std::unique_ptr<PassageFinder> makePassageFinder(std::function<std::unique_ptr<rag::Library>()> open) {
    return std::make_unique<LibraryPassages>(std::move(open));
}

}  // namespace hearth::agent
