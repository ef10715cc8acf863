// Puts conversations from outside into the store under new numbers. One thread, that of the store.
#pragma once

#include "exchange/exchange.h"
#include "store/conversation_store.h"

namespace hearth::app {

struct ImportCount {
    int conversations = 0;
    int messages = 0;
    int alreadyThere = 0;  // of the same title and time: not taken in twice
};

// Each conversation is taken in whole or not at all. `nowMs`: the time of those that tell none.
base::Result<ImportCount> importConversations(ConversationStore& store,
                                              std::vector<WholeConversation> conversations,
                                              std::int64_t nowMs);

// A conversation as it is in the store. NotFound.
base::Result<WholeConversation> readWhole(ConversationStore& store, std::int64_t id);

}  // namespace hearth::app
