#include "store/conversation_tree.h"

#include <algorithm>
#include <utility>

#include "store/attached_text.h"

namespace hearth::app {

ConversationTree::ConversationTree(ConversationRecord conversation, std::vector<MessageRecord> messages)
    : conversation_(std::move(conversation)) {
    for (auto& message : messages) messages_.emplace(message.id, std::move(message));
    for (auto& [id, message] : messages_) {
        // A parent that is missing or younger than its child would be damage; ids grow with time.
        if (message.parent >= id || !messages_.contains(message.parent)) message.parent = 0;
        children_[message.parent].push_back(id);
    }
    std::int64_t leaf = conversation_.leaf;
    if (!messages_.contains(leaf)) leaf = messages_.empty() ? 0 : messages_.rbegin()->first;
    rebuildBranch(leaf);
}

int ConversationTree::rowOf(std::int64_t id) const {
    const auto it = std::find(branch_.begin(), branch_.end(), id);
    return it == branch_.end() ? -1 : static_cast<int>(it - branch_.begin());
}

const MessageRecord* ConversationTree::find(std::int64_t id) const {
    const auto it = messages_.find(id);
    return it == messages_.end() ? nullptr : &it->second;
}

MessageRecord* ConversationTree::find(std::int64_t id) {
    const auto it = messages_.find(id);
    return it == messages_.end() ? nullptr : &it->second;
}

MessageRecord* ConversationTree::findEntry(std::int64_t auditId) {
    for (auto& [id, message] : messages_)
        if (message.kind == MessageKind::Action && message.action.auditId == auditId) return &message;
    return nullptr;
}

MessageRecord* ConversationTree::findAction(const std::string& action) {
    for (auto it = messages_.rbegin(); it != messages_.rend(); ++it)
        if (it->second.kind == MessageKind::Action && it->second.action.proposed.id == action)
            return &it->second;
    return nullptr;
}

bool ConversationTree::add(MessageRecord record) {
    const std::int64_t id = record.id;
    const std::int64_t parent = record.parent;
    const bool grows = parent == leaf();
    children_[parent].push_back(id);
    messages_[id] = std::move(record);
    if (grows) {
        branch_.push_back(id);
        conversation_.leaf = id;
    } else {
        rebuildBranch(id);
    }
    return grows;
}

std::vector<std::int64_t> ConversationTree::versions(std::int64_t id) const {
    const auto* message = find(id);
    if (message == nullptr) return {};
    const auto it = children_.find(message->parent);
    return it == children_.end() ? std::vector<std::int64_t>{} : it->second;
}

void ConversationTree::show(std::int64_t id) {
    if (!messages_.contains(id)) return;
    for (auto it = children_.find(id); it != children_.end() && !it->second.empty(); it = children_.find(id))
        id = it->second.back();
    rebuildBranch(id);
}

std::vector<agent::Message> ConversationTree::history(std::int64_t last) const {
    std::vector<agent::Message> out;
    for (std::int64_t id : branch_) {
        const auto& message = messages_.at(id);
        if (message.kind == MessageKind::User) {
            const bool filesOnly = message.text.empty() && !message.attached.empty();
            out.push_back({agent::Message::Role::User,
                           filesOnly ? kAboutAttached : message.text,
                           {},
                           othersText(message.attached)});
        } else {
            if (out.empty() || out.back().role != agent::Message::Role::Assistant)
                out.push_back({agent::Message::Role::Assistant, {}, {}});
            auto& answer = out.back();
            const auto& text = message.kind == MessageKind::Action ? message.action.result : message.text;
            if (!text.empty()) answer.text += (answer.text.empty() ? "" : "\n") + text;
            answer.untrusted = answer.untrusted || message.untrusted;
            answer.calls.insert(answer.calls.end(), message.calls.begin(), message.calls.end());
        }
        if (id == last) break;
    }
    return out;
}

void ConversationTree::rebuildBranch(std::int64_t leaf) {
    branch_.clear();
    for (std::int64_t id = leaf; id != 0; id = messages_.at(id).parent) branch_.push_back(id);
    std::reverse(branch_.begin(), branch_.end());
    conversation_.leaf = leaf;
}

}  // namespace hearth::app
