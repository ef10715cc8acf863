// Finding chunks by their words.
#include "rag/library_store.h"
#include "store/library_database.h"
#include "store/word_index.h"
#include "store/word_query.h"
#include "store/word_ranking.h"

namespace hearth::rag {

base::Result<std::vector<ScoredChunk>> LibraryStore::matchWords(std::string_view query, int limit,
                                                                const SearchFilter& filter) {
    if (auto done = words_->refresh(); !done) return tl::unexpected<base::Error>(done.error());
    const auto allowed = words_->allowed(filter);
    if (!allowed) return tl::unexpected<base::Error>(allowed.error());
    const auto ranking = WordRanking::make(*words_, query, *allowed);
    if (!ranking) return tl::unexpected<base::Error>(ranking.error());
    std::vector<ScoredChunk> out;
    for (const std::uint32_t row : bestRows(ranking->scores(), static_cast<std::size_t>(std::max(0, limit))))
        out.push_back({words_->rows()[row].id, static_cast<double>(ranking->scores()[row])});
    return out;
}

base::Result<std::int64_t> LibraryStore::countWithWord(std::string_view word) {
    // What a person takes for one word may be several: "e-mail".
    const std::vector<std::string> parts = queryWords(word);
    return parts.empty() ? 0 : database_->countWithPhrase(parts);
}

}  // namespace hearth::rag
