#include "exchange/importer.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "store/record_ids.h"

namespace hearth::app {

using base::Result;

namespace {

constexpr std::size_t kLongestTitle = 200;

std::string tidyTitle(const WholeConversation& whole) {
    std::string title = whole.record.title.empty() ? whole.messages.front().text : whole.record.title;
    title = base::repairUtf8(title.substr(0, title.find('\n')));
    if (title.size() > kLongestTitle) {
        title.resize(kLongestTitle);
        title.resize(title.size() - base::incompleteUtf8Tail(title));
    }
    return title.empty() ? "Untitled" : title;
}

// Gives every message a number of its own that grows with its time, and parents the new ones.
void renumber(ConversationStore& store, WholeConversation& whole) {
    std::map<std::int64_t, std::int64_t> numbers;
    std::int64_t last = 0;
    for (MessageRecord& message : whole.messages) {
        std::int64_t id = std::max(last + 1, firstIdAt(message.createdMs));
        while (store.hasMessage(id)) ++id;
        numbers.emplace(message.id, id);
        last = id;
        message.id = id;
        message.conversation = whole.record.id;
        message.text = base::repairUtf8(message.text);
    }
    // A parent that is missing, or comes later (which would be a loop), makes it a first message.
    for (MessageRecord& message : whole.messages) {
        const auto parent = numbers.find(message.parent);
        message.parent = parent != numbers.end() && parent->second < message.id ? parent->second : 0;
    }
    const auto leaf = numbers.find(whole.record.leaf);
    whole.record.leaf = leaf == numbers.end() ? last : leaf->second;
}

void setTimes(WholeConversation& whole, std::int64_t nowMs) {
    ConversationRecord& record = whole.record;
    if (record.createdMs <= 0) record.createdMs = nowMs;
    std::int64_t previous = record.createdMs;
    for (MessageRecord& message : whole.messages) {
        if (message.createdMs <= 0) message.createdMs = previous;
        previous = message.createdMs;
    }
    if (record.updatedMs <= 0) record.updatedMs = previous;
}

}  // namespace

Result<ImportCount> importConversations(ConversationStore& store,
                                        std::vector<WholeConversation> conversations, std::int64_t nowMs) {
    auto there = store.conversations();
    if (!there) return tl::unexpected<base::Error>(there.error());
    std::set<std::pair<std::string, std::int64_t>> known;
    std::set<std::int64_t> taken;
    for (const ConversationRecord& record : *there) known.emplace(record.title, record.createdMs);
    ImportCount count;
    for (WholeConversation& whole : conversations) {
        if (whole.messages.empty()) continue;
        whole.record.title = tidyTitle(whole);
        const bool dated = whole.record.createdMs > 0;
        setTimes(whole, nowMs);
        if (dated && !known.emplace(whole.record.title, whole.record.createdMs).second) {
            ++count.alreadyThere;
            continue;
        }
        whole.record.id = firstIdAt(whole.record.createdMs);
        while (taken.contains(whole.record.id) || store.conversation(whole.record.id)) ++whole.record.id;
        taken.insert(whole.record.id);
        renumber(store, whole);
        if (auto put = store.putWhole(whole.record, whole.messages); !put)
            return tl::unexpected<base::Error>(put.error());
        ++count.conversations;
        count.messages += static_cast<int>(whole.messages.size());
    }
    return count;
}

Result<WholeConversation> readWhole(ConversationStore& store, std::int64_t id) {
    auto record = store.conversation(id);
    if (!record) return tl::unexpected<base::Error>(record.error());
    auto messages = store.messages(id);
    if (!messages) return tl::unexpected<base::Error>(messages.error());
    return WholeConversation{std::move(*record), std::move(*messages)};
}

}  // namespace hearth::app
