// Finding words in all conversations, as they are typed. Reads the store's database; one thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rag/sqlite.h"
#include "store/records.h"

namespace hearth::app {

struct SearchHit {
    std::int64_t conversation = 0;
    std::string title;
    std::int64_t message = 0;  // 0: the title itself
    MessageKind kind = MessageKind::User;
    std::int64_t createdMs = 0;
    std::string snippet;                                     // of the message, around the words
    std::vector<std::pair<std::size_t, std::size_t>> marks;  // bytes of the words in it: begin, end
};

// Titles first, then messages, each newest first, where every word of `query` begins a word. Conversations
// that were deleted are left out. An empty query finds nothing.
base::Result<std::vector<SearchHit>> searchConversations(rag::Database& database, const std::string& query,
                                                         int limit);

}  // namespace hearth::app
