#include "library/search_for_others.h"

#include <memory>

#include "agent/passage_finder.h"
#include "library/open_library.h"
#include "store/conversation_store.h"

namespace hearth::app {
namespace {

using base::Result;

constexpr int kMostPassages = 8;
constexpr int kMostHits = 20;

// Keeps the library, whose index takes a while to open.
class DocumentSearch {
  public:
    explicit DocumentSearch(std::filesystem::path folder) : folder_(std::move(folder)) {}

    Result<std::string> operator()(const std::string& words, const base::CancelToken& cancel) {
        if (!finder_) {
            auto library = openLibrary(folder_, 0, cancel);
            if (!library) return tl::unexpected(library.error());
            finder_ = agent::makePassageFinder(std::move(*library));
        }
        rag::RetrievalRequest request;
        request.question = words;
        request.limit = kMostPassages;
        const auto found = finder_->find(request, cancel);
        if (!found) return tl::unexpected(found.error());
        std::string out;
        for (const rag::FoundPassage& passage : found->passages)
            out += (out.empty() ? "" : "\n\n") + passage.chunk.chunk.path + "\n" + passage.chunk.chunk.text;
        return out;
    }

  private:
    std::filesystem::path folder_;
    std::unique_ptr<agent::PassageFinder> finder_;
};

Result<std::string> findInConversations(const std::filesystem::path& folder, const std::string& words) {
    const auto store = ConversationStore::openBeside((folder / "conversations.db").string());
    if (!store) return tl::unexpected(store.error());
    const auto hits = (*store)->find(words, kMostHits);
    if (!hits) return tl::unexpected(hits.error());
    std::string out;
    for (const SearchHit& hit : *hits)
        out += (out.empty() ? "" : "\n") + hit.title + (hit.snippet.empty() ? "" : ": " + hit.snippet);
    return out;
}

}  // namespace

agent::McpSearches searchesForOthers(const std::filesystem::path& dataFolder) {
    const auto documents = std::make_shared<DocumentSearch>(dataFolder);
    return {[documents](const std::string& words, const base::CancelToken& cancel) {
                return (*documents)(words, cancel);
            },
            [dataFolder](const std::string& words, const base::CancelToken&) {
                return findInConversations(dataFolder, words);
            }};
}

}  // namespace hearth::app
