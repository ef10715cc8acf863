// Conversations on disk: one SQLite database with a write-ahead log. What a put…() said is saved survives
// SIGKILL and power cuts. One store is used by one thread at a time; it owns its connection.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/records.h"

namespace hearth::app {

class Database;

class ConversationStore {
  public:
    // Opens or makes the file and migrates it. Messages that were being written when the program ended are
    // marked as stopped, waiting actions as expired.
    static base::Result<std::unique_ptr<ConversationStore>> open(const std::string& path);
    ~ConversationStore();

    // Adds, or replaces what has the same id.
    base::Result<void> putConversation(const ConversationRecord& conversation);
    base::Result<void> putMessage(const MessageRecord& message);
    // The conversation and all its messages.
    base::Result<void> removeConversation(std::int64_t id);

    base::Result<std::vector<ConversationRecord>> conversations();
    base::Result<std::vector<MessageRecord>> messages(std::int64_t conversation);
    // Ids of conversations whose title or messages have words that begin with every word of `query`.
    base::Result<std::vector<std::int64_t>> search(const std::string& query);

  private:
    explicit ConversationStore(std::unique_ptr<Database> database);
    base::Result<void> closeWhatWasOpen();
    std::unique_ptr<Database> database_;
};

}  // namespace hearth::app
