// Conversations on disk: one SQLite database with a write-ahead log. What a put…() said is saved survives
// SIGKILL and power cuts. One store is used by one thread at a time; it owns its connection.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/conversation_search.h"
#include "store/records.h"

namespace hearth::app {

// An action that waited for the user's yes when the program ended.
struct WaitingCard {
    std::int64_t conversation = 0;
    std::string verb;
    std::string summary;
};

// The words that led to an action.
struct ActionRequest {
    std::string action;  // id of the ProposedAction
    std::int64_t conversation = 0;
    std::string text;
};

class ConversationStore {
  public:
    // Opens or makes the file and migrates it. Messages that were being written when the program ended are
    // marked as stopped.
    static base::Result<std::unique_ptr<ConversationStore>> open(const std::string& path);
    // As open(), for a program beside the one that answers: nothing is marked.
    static base::Result<std::unique_ptr<ConversationStore>> openBeside(const std::string& path);
    ~ConversationStore();

    // Adds, or replaces what has the same id.
    base::Result<void> putConversation(const ConversationRecord& conversation);
    base::Result<void> putMessage(const MessageRecord& message);
    // A title that the program chose; one that the user gave stays.
    base::Result<void> putAutomaticTitle(std::int64_t id, const std::string& title);
    // A conversation with its messages in one step: all of it or nothing.
    base::Result<void> putWhole(const ConversationRecord& conversation,
                                const std::vector<MessageRecord>& messages);
    // The conversation and all its messages, for good: nothing of them is left in the file.
    base::Result<void> removeConversation(std::int64_t id);
    // Takes it out of lists and searches; atMs 0 brings it back. NotFound.
    base::Result<void> setDeleted(std::int64_t id, std::int64_t atMs);
    // Removes for good what was deleted before then.
    base::Result<void> purgeDeleted(std::int64_t beforeMs);

    base::Result<std::vector<ConversationRecord>> conversations();
    base::Result<std::vector<ConversationRecord>> deletedConversations();
    // NotFound.
    base::Result<ConversationRecord> conversation(std::int64_t id);
    bool hasMessage(std::int64_t id);
    base::Result<std::vector<MessageRecord>> messages(std::int64_t conversation);
    // Of all conversations, proposed since then, newest first.
    base::Result<std::vector<WaitingCard>> waitingCards(std::int64_t sinceMs);
    // Of those actions that were proposed in a conversation, in no order.
    base::Result<std::vector<ActionRequest>> requestsOf(const std::vector<std::string>& actions);
    // Ids of conversations whose title or messages have words that begin with every word of `query`.
    base::Result<std::vector<std::int64_t>> search(const std::string& query);
    // The same with where the words stand: see conversation_search.h.
    base::Result<std::vector<SearchHit>> find(const std::string& query, int limit = 50);

  private:
    explicit ConversationStore(std::unique_ptr<rag::Database> database);
    base::Result<void> closeWhatWasOpen();
    base::Result<void> wipeTraces();
    base::Result<std::vector<ConversationRecord>> conversationsWhere(const std::string& condition,
                                                                     std::int64_t value);
    std::unique_ptr<rag::Database> database_;
};

}  // namespace hearth::app
