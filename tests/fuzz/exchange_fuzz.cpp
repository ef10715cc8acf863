// Conversations from outside, in any of the three forms: an error with a message, or conversations that can
// be written out again.
#include "exchange/exchange.h"

#include <cstdlib>

#include "fuzz/targets.h"

namespace hearth::fuzz {

void exchange(const std::uint8_t* data, std::size_t size) {
    const auto read = app::readConversations({reinterpret_cast<const char*>(data), size});
    if (!read) {
        if (read.error().message.empty()) std::abort();
        return;
    }
    for (const app::WholeConversation& whole : *read)
        if (whole.messages.empty() || app::toMarkdown(whole).empty()) std::abort();
    if (app::toJson(*read).empty()) std::abort();
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::exchange)
