#include "conversation/conversation_memory.h"

#include <functional>
#include <numeric>

namespace hearth::agent {

namespace {

constexpr std::size_t kMostKept = 16;

std::uint64_t keyOf(const std::vector<Message>& history, std::size_t count) {
    std::uint64_t key = count;
    for (std::size_t i = 0; i < count; ++i)
        key = key * 0x9E3779B97F4A7C15u ^ std::hash<std::string>()(history[i].text) ^
              static_cast<std::uint64_t>(history[i].role);
    return key;
}

}  // namespace

Summary ConversationMemory::find(const std::vector<Message>& history) const {
    Summary best;
    for (const Kept& kept : kept_) {
        const std::size_t covered = kept.summary.covered;
        if (covered > best.covered && covered <= history.size() && keyOf(history, covered) == kept.key)
            best = kept.summary;
    }
    return best;
}

void ConversationMemory::keep(const std::vector<Message>& history, const Summary& summary) {
    if (kept_.size() == kMostKept) kept_.erase(kept_.begin());
    kept_.push_back({keyOf(history, summary.covered), summary});
}

std::size_t firstKept(const std::vector<int>& sizes, const std::vector<Message>& history, int room,
                      int roomAfter) {
    if (std::accumulate(sizes.begin(), sizes.end(), 0) <= room) return 0;
    std::size_t first = history.size();
    int used = 0;
    for (std::size_t i = history.size(); i-- > 0;) {
        used += sizes[i];
        if (used > roomAfter) break;
        if (history[i].role == Message::Role::User) first = i;
    }
    return first;
}

}  // namespace hearth::agent
