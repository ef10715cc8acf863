// What a model is still told of the beginning of a conversation that outgrew it: which messages stay as they
// are, and summaries of those before. Values; one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "agent/agent.h"

namespace hearth::agent {

// Of the first `covered` messages of a history.
struct Summary {
    std::size_t covered = 0;
    std::string text;
};

// Summaries of the conversations that were talked about last, found again by what they cover: an edited
// message makes another conversation.
class ConversationMemory {
  public:
    // The one that covers most of the beginning of `history`; empty where there is none.
    Summary find(const std::vector<Message>& history) const;
    void keep(const std::vector<Message>& history, const Summary& summary);

  private:
    struct Kept {
        std::uint64_t key;
        Summary summary;
    };
    std::vector<Kept> kept_;  // oldest first
};

// The first message of a history that stays as it is, where messages of these sizes (in tokens) do not all
// fit into `room`: the newest ones that fit into `roomAfter`, beginning with one of the user. 0: all fit.
std::size_t firstKept(const std::vector<int>& sizes, const std::vector<Message>& history, int room,
                      int roomAfter);

}  // namespace hearth::agent
