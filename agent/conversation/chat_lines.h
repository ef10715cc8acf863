// A request with its history as the lines of a prompt, in the order that lets a cache keep most of it: what
// never changes first, the date last. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "agent/agent.h"
#include "conversation/chat_prompt.h"
#include "routing/uncertainty.h"

namespace hearth::agent {

// What a request is answered with, besides the request.
struct ChatTurn {
    std::string now;                        // "It is Sunday, …"
    ChatStyle style;                        // the tools it may call, and whether it may reason
    std::vector<ChatLine> since;            // what it called for this request, and what came of it
    bool mayCall = true;                    // false: the tools are known, but it must answer in words
    routing::Uncertainty* watch = nullptr;  // where set, nothing is told while it watches
};

// With a larger model these are answered in words rather than by a search.
bool answeredInWords(const std::string& tool);

// The messages from `first` on, after `summary` of those before. Where tools are offered, what was called for
// a message stands as a call and its result.
std::vector<ChatLine> linesOf(const Request& request, const ChatTurn& turn, std::size_t first,
                              const std::string& summary);

// The conversation alone, with `last` as what the user says next.
std::vector<ChatLine> linesOf(const std::vector<Message>& conversation, const std::string& last);

}  // namespace hearth::agent
