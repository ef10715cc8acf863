// From a question to passages: words and vectors find candidates, their surroundings count too,
// near-duplicates go, and what is cut gets its neighbours. One thread at a time, that of the store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "rag/library_store.h"
#include "rag/text_embedder.h"

namespace hearth::rag {

class VectorIndex;

enum class QuestionKind {
    Passage,   // something that stands somewhere
    Number,    // a number: tables and passages with numbers come first
    Overview,  // what a document or a folder is about
};

// What a question says about where to look. Pure function of the question and the time.
struct QuestionHints {
    QuestionKind kind = QuestionKind::Passage;
    std::int64_t from = 0;  // Unix seconds, UTC; 0: it names no time
    std::int64_t until = 0;
    std::string folder;  // "tax 2023" of "in the Tax 2023 folder": lower case, words parted by a space
};
QuestionHints readQuestion(std::string_view question, std::int64_t now);

struct RetrievalRequest {
    std::string question;
    SearchFilter filter;  // kept to, always
    int limit = 10;
    double diversity = 0;  // 0: by score alone; 1: each as different from the others as can be
    // From readQuestion(), or from somebody who understands dates better. A time or a folder is a filter as
    // long as it leaves anything.
    QuestionHints hints;
};

struct FoundPassage {
    StoredChunk chunk;
    double score = 0;                   // comparable within one answer only
    std::optional<StoredChunk> before;  // where the passage begins or ends inside a sentence or table
    std::optional<StoredChunk> after;
};

struct Retrieval {
    QuestionKind kind = QuestionKind::Passage;
    std::vector<FoundPassage> passages;    // the best first
    std::vector<StoredDocument> overview;  // documents with their summaries, of an overview question
    std::int64_t documentsSearched = 0;
    int found = 0;               // passages that were candidates
    bool timeIgnored = false;    // nothing was from the time that the question names
    bool folderIgnored = false;  // there is no folder as it names, or nothing was in it
};

class Retriever {
  public:
    // All must outlive it. Without an embedder or index it goes by words alone.
    Retriever(LibraryStore& store, VectorIndex* index, TextEmbedder* embedder)
        : store_(store), index_(index), embedder_(embedder) {}

    base::Result<Retrieval> find(const RetrievalRequest& request, const base::CancelToken& cancel = {});

    // The parts by themselves, the best first: for measuring.
    base::Result<std::vector<ScoredChunk>> byWords(const std::string& question, const SearchFilter& filter,
                                                   int limit);
    base::Result<std::vector<ScoredChunk>> byVectors(const std::string& question, const SearchFilter& filter,
                                                     int limit, const base::CancelToken& cancel = {});
    // Fused and with surroundings, before anything is left out.
    base::Result<std::vector<ScoredChunk>> ranked(const RetrievalRequest& request, int limit,
                                                  const base::CancelToken& cancel = {});

  private:
    base::Result<bool> keepToFolder(const std::string& name, SearchFilter& filter);
    base::Result<void> preferNumbers(std::vector<ScoredChunk>& found);
    base::Result<void> addOverview(const RetrievalRequest& request, Retrieval& out);
    base::Result<void> addNeighbours(Retrieval& out);
    base::Result<void> choose(const RetrievalRequest& request, const std::vector<ScoredChunk>& found,
                              Retrieval& out);
    base::Result<void> vectorsOf(const std::vector<StoredChunk>& chunks, double diversity,
                                 std::vector<std::vector<float>>& out);

    LibraryStore& store_;
    VectorIndex* index_;
    TextEmbedder* embedder_;
};

}  // namespace hearth::rag
