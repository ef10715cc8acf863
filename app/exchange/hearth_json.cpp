#include <nlohmann/json.hpp>

#include "exchange/exchange.h"
#include "store/record_json.h"

namespace hearth::app {

using base::ErrorCode;
using base::fail;
using base::Result;
using Json = nlohmann::ordered_json;

namespace {

constexpr int kForm = 1;

Json messageJson(const MessageRecord& message) {
    Json out = {{"id", message.id},
                {"parent", message.parent},
                {"kind", static_cast<int>(message.kind)},
                {"state", static_cast<int>(message.state)},
                {"created_ms", message.createdMs},
                {"text", message.text}};
    if (!message.model.empty()) out["model"] = message.model;
    if (!message.error.empty()) out["error"] = message.error;
    const Json body = Json::parse(bodyToJson(message), nullptr, false);
    if (body.is_object() && !body.empty()) out["body"] = body;
    return out;
}

// JSON nested deeper than any export is an attack on the stack of those who walk it.
bool nestsTooDeep(const std::string& text) {
    constexpr int kMost = 100;
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '['))
            ++depth;
        else if (!quoted && (c == '}' || c == ']'))
            --depth;
        if (depth > kMost) return true;
    }
    return false;
}

template <typename Enum>
Enum limited(int value, Enum most, Enum otherwise) {
    return value >= 0 && value <= static_cast<int>(most) ? static_cast<Enum>(value) : otherwise;
}

MessageRecord messageFrom(const Json& json) {
    MessageRecord message;
    message.id = json.at("id").get<std::int64_t>();
    message.parent = json.value("parent", std::int64_t{0});
    // Numbers grow from parent to child: anything else would let messages be their own ancestors.
    if (message.parent < 0 || message.parent >= message.id) message.parent = 0;
    message.kind = limited(json.value("kind", 0), MessageKind::Action, MessageKind::User);
    message.state = limited(json.value("state", 1), MessageState::Failed, MessageState::Complete);
    if (message.state == MessageState::Streaming) message.state = MessageState::Stopped;
    message.createdMs = json.value("created_ms", std::int64_t{0});
    message.text = json.value("text", "");
    message.model = json.value("model", "");
    message.error = json.value("error", "");
    if (json.contains("body"))
        bodyFromJson(json["body"].dump(-1, ' ', false, Json::error_handler_t::replace), message);
    // Nothing of another device or another time can be confirmed or undone here.
    message.action.auditId = 0;
    message.action.undoable = false;
    if (message.action.state == ActionState::Waiting || message.action.state == ActionState::Running)
        message.action.state = ActionState::Expired;
    return message;
}

WholeConversation conversationFrom(const Json& json) {
    WholeConversation whole;
    whole.record.title = json.value("title", "");
    whole.record.createdMs = json.value("created_ms", std::int64_t{0});
    whole.record.updatedMs = json.value("updated_ms", whole.record.createdMs);
    whole.record.pinned = json.value("pinned", false);
    whole.record.named = json.value("named", false);
    whole.record.leaf = json.value("leaf", std::int64_t{0});
    for (const Json& message : json.at("messages")) whole.messages.push_back(messageFrom(message));
    return whole;
}

}  // namespace

std::string toJson(const std::vector<WholeConversation>& conversations) {
    Json list = Json::array();
    for (const WholeConversation& whole : conversations) {
        Json messages = Json::array();
        for (const MessageRecord& message : whole.messages) messages.push_back(messageJson(message));
        list.push_back({{"title", whole.record.title},
                        {"created_ms", whole.record.createdMs},
                        {"updated_ms", whole.record.updatedMs},
                        {"pinned", whole.record.pinned},
                        {"named", whole.record.named},
                        {"leaf", whole.record.leaf},
                        {"messages", messages}});
    }
    const Json whole = {{"hearth_conversations", kForm}, {"conversations", list}};
    return whole.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::vector<WholeConversation>> readHearthJson(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    std::vector<WholeConversation> out;
    try {
        if (json.at("hearth_conversations").get<int>() > kForm)
            return fail(ErrorCode::Unsupported, "A newer Hearth wrote this; read it with that version.");
        for (const Json& conversation : json.at("conversations")) {
            out.push_back(conversationFrom(conversation));
            if (out.back().messages.empty()) out.pop_back();
        }
    } catch (const Json::exception& error) {
        return fail(ErrorCode::InvalidInput, std::string("This export of Hearth is damaged: ") + error.what(),
                    "conversation " + std::to_string(out.size() + 1));
    }
    return out;
}

Result<std::vector<WholeConversation>> readConversations(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string::npos) return fail(ErrorCode::InvalidInput, "There is nothing in this file.");
    if (text[first] != '{' && text[first] != '[') return readMarkdown(text);
    if (nestsTooDeep(text))
        return fail(ErrorCode::InvalidInput, "This JSON is nested too deep to be an export.");
    // The key stands at the start of what toJson() writes; a conversation that only speaks of it does not.
    const bool ours =
        text[first] == '{' && text.substr(first, 64).find("\"hearth_conversations\"") != std::string::npos;
    return ours ? readHearthJson(text) : readChatGpt(text);
}

}  // namespace hearth::app
