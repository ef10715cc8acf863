// The form of ChatGPT's data export, as it comes: a list of conversations, each with `title`, `create_time`,
// `current_node` and a `mapping` of nodes (`message`, `parent`, `children`). System messages, tool calls and
// their output are nodes too; those are passed over, and their children hang at the next node above.
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "exchange/exchange.h"

namespace hearth::app {

using base::ErrorCode;
using base::fail;
using base::Result;
using nlohmann::json;

namespace {

std::int64_t milliseconds(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number()) return 0;
    const double seconds = found->get<double>();
    constexpr double kMost = 4e9;  // of seconds: beyond any sensible time
    return std::isfinite(seconds) && seconds > 0 && seconds < kMost
               ? static_cast<std::int64_t>(seconds * 1000)
               : 0;
}

std::string stringOf(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Text parts one below the other; what is no text is named.
std::string textOf(const json& content) {
    std::string out;
    const auto add = [&](const std::string& text) {
        if (!text.empty()) out += (out.empty() ? "" : "\n\n") + text;
    };
    add(stringOf(content, "text"));
    const auto parts = content.find("parts");
    if (parts == content.end() || !parts->is_array()) return out;
    for (const json& part : *parts) {
        if (part.is_string())
            add(part.get<std::string>());
        else if (part.is_object())
            add("(" + stringOf(part, "content_type") + ")");
    }
    return out;
}

// Whether a node is something that was said, and by whom.
bool wasSaid(const json& node, MessageRecord& message) {
    const auto found = node.find("message");
    if (found == node.end() || !found->is_object()) return false;
    const json& said = *found;
    const std::string role = stringOf(said.value("author", json::object()), "role");
    if (role != "user" && role != "assistant") return false;
    const std::string recipient = stringOf(said, "recipient");
    if (!recipient.empty() && recipient != "all") return false;  // a call of a tool
    const json metadata = said.value("metadata", json::object());
    if (metadata.is_object() && metadata.value("is_visually_hidden_from_conversation", json()) == json(true))
        return false;
    message.kind = role == "user" ? MessageKind::User : MessageKind::Assistant;
    const auto content = said.find("content");
    if (content == said.end() || !content->is_object()) return false;
    const std::string type = stringOf(*content, "content_type");
    if (type != "text" && type != "multimodal_text" && type != "code") return false;
    message.text = textOf(*content);
    message.createdMs = milliseconds(said, "create_time");
    if (metadata.is_object() && message.kind == MessageKind::Assistant)
        message.model = stringOf(metadata, "model_slug");
    return !message.text.empty();
}

class TreeReader {
  public:
    explicit TreeReader(const json& mapping) : mapping_(mapping) {}

    // Every node from the roots down. A loop is passed once.
    void read() {
        for (const auto& [id, node] : mapping_.items())
            if (!node.is_object() || !mapping_.contains(stringOf(node, "parent")))
                pending_.push_back({id, 0});
        while (!pending_.empty()) {
            const auto [id, parent] = pending_.back();
            pending_.pop_back();
            visit(id, parent);
        }
    }
    std::vector<MessageRecord> take() { return std::move(messages_); }
    std::int64_t numberOf(const std::string& id) const {
        const auto found = numbers_.find(id);
        return found == numbers_.end() ? 0 : found->second;
    }

  private:
    void visit(const std::string& id, std::int64_t parent) {
        const auto found = mapping_.find(id);
        if (found == mapping_.end() || !found->is_object() || !seen_.insert(id).second) return;
        MessageRecord message;
        if (wasSaid(*found, message)) {
            message.id = static_cast<std::int64_t>(messages_.size()) + 1;
            message.parent = parent;
            parent = message.id;
            messages_.push_back(std::move(message));
        }
        numbers_[id] = parent;
        const auto children = found->find("children");
        if (children == found->end() || !children->is_array()) return;
        for (auto child = children->rbegin(); child != children->rend(); ++child)
            if (child->is_string()) pending_.push_back({child->get<std::string>(), parent});
    }

    const json& mapping_;
    std::vector<std::pair<std::string, std::int64_t>> pending_;  // a node, and the message it hangs below
    std::set<std::string> seen_;
    std::map<std::string, std::int64_t> numbers_;  // the message that a node is, or hangs below
    std::vector<MessageRecord> messages_;
};

WholeConversation conversationFrom(const json& item) {
    WholeConversation whole;
    whole.record.title = stringOf(item, "title");
    whole.record.createdMs = milliseconds(item, "create_time");
    whole.record.updatedMs = milliseconds(item, "update_time");
    TreeReader tree(item.at("mapping"));
    tree.read();
    whole.record.leaf = tree.numberOf(stringOf(item, "current_node"));
    whole.messages = tree.take();
    for (const MessageRecord& message : whole.messages) {
        if (whole.record.createdMs == 0) whole.record.createdMs = message.createdMs;
        whole.record.updatedMs = std::max(whole.record.updatedMs, message.createdMs);
    }
    return whole;
}

}  // namespace

Result<std::vector<WholeConversation>> readChatGpt(const std::string& text) {
    json whole = json::parse(text, nullptr, false);
    if (whole.is_discarded())
        return fail(ErrorCode::InvalidInput,
                    "This file is neither Markdown nor JSON that can be read; is it complete?");
    if (whole.is_object()) whole = json::array({std::move(whole)});  // one conversation by itself
    std::vector<WholeConversation> out;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const json& item = whole[i];
        if (!item.is_object() || !item.contains("mapping") || !item["mapping"].is_object())
            return fail(ErrorCode::Unsupported,
                        "This JSON is neither an export of Hearth nor of ChatGPT (conversations.json).",
                        "entry " + std::to_string(i + 1));
        out.push_back(conversationFrom(item));
        if (out.back().messages.empty()) out.pop_back();
    }
    return out;
}

}  // namespace hearth::app
