#include <ctime>
#include <sstream>

#include "exchange/exchange.h"
#include "store/conversation_tree.h"

namespace hearth::app {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr const char* kUser = "## You";
constexpr const char* kAssistant = "## Hearth";

std::string dayOf(std::int64_t ms) {
    const std::time_t seconds = ms / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[40];
    (void)std::strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", &parts);
    return text;
}

// A line of a message that would be read as one of ours gets a backslash, which Markdown does not show.
bool looksLikeOurs(const std::string& line) {
    const auto first = line.find_first_not_of('\\');
    return first != std::string::npos &&
           (line.compare(first, 3, "## ") == 0 || line.compare(first, 2, "# ") == 0);
}

void addText(std::string& out, const std::string& text) {
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) out += (looksLikeOurs(line) ? "\\" : "") + line + "\n";
}

// What an answer rests on stands below it.
void addMessage(std::string& out, const MessageRecord& message) {
    addText(out, message.text);
    std::string names;
    for (const AttachedFile& file : message.attached) names += (names.empty() ? "" : ", ") + file.name;
    if (!names.empty()) addText(out, "\n*" + names + "*");
    if (!message.documents || message.documents->sources.empty()) return;
    out += "\n";
    for (const agent::Source& source : message.documents->sources) {
        const std::string place = placeOf(source);
        out += "- [" + std::to_string(source.number) + "] " + source.path +
               (place.empty() ? "" : " (" + place + ")") + "\n";
    }
}

void addAction(std::string& out, const ActionRecord& action) {
    out += "> **" + action.proposed.verb + "** " + action.proposed.prepared.summary + "\n";
    if (!action.result.empty()) out += "> " + action.result + "\n";
}

std::string withoutEndOfLine(std::string line) {
    while (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

std::string trimmedLines(const std::string& text) {
    const auto first = text.find_first_not_of('\n');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of('\n') - first + 1);
}

// Gathers the messages of one file.
class Reader {
  public:
    void heading(const std::string& line) {
        close();
        open_ = true;
        kind_ = line == kUser ? MessageKind::User : MessageKind::Assistant;
    }
    void line(const std::string& text) {
        if (open_) text_ += (text.starts_with('\\') && looksLikeOurs(text) ? text.substr(1) : text) + "\n";
    }
    void close() {
        const std::string text = trimmedLines(text_);
        text_.clear();
        if (!open_ || text.empty()) return;
        MessageRecord message;
        message.id = static_cast<std::int64_t>(whole_.messages.size()) + 1;
        message.parent = message.id - 1;
        message.kind = kind_;
        message.text = text;
        whole_.messages.push_back(std::move(message));
    }
    WholeConversation take(const std::string& title) {
        whole_.record.title = title;
        whole_.record.leaf = static_cast<std::int64_t>(whole_.messages.size());
        return std::move(whole_);
    }

  private:
    WholeConversation whole_;
    std::string text_;
    MessageKind kind_ = MessageKind::User;
    bool open_ = false;
};

}  // namespace

std::string toMarkdown(const WholeConversation& conversation) {
    const ConversationTree tree(conversation.record, conversation.messages);
    std::string out =
        "# " + conversation.record.title + "\n\n*" + dayOf(conversation.record.createdMs) + "*\n";
    MessageKind last = MessageKind::Action;
    for (const std::int64_t id : tree.branch()) {
        const MessageRecord& message = *tree.find(id);
        const MessageKind shown =
            message.kind == MessageKind::User ? MessageKind::User : MessageKind::Assistant;
        if (shown != last || shown == MessageKind::User)
            out += std::string("\n") + (shown == MessageKind::User ? kUser : kAssistant) + "\n";
        out += "\n";
        if (message.kind == MessageKind::Action)
            addAction(out, message.action);
        else
            addMessage(out, message);
        last = shown;
    }
    return out;
}

Result<std::vector<WholeConversation>> readMarkdown(const std::string& text) {
    std::istringstream in(text);
    std::string title;
    Reader reader;
    for (std::string raw; std::getline(in, raw);) {
        const std::string line = withoutEndOfLine(raw);
        if (title.empty() && line.starts_with("# "))
            title = line.substr(2);
        else if (line == kUser || line == kAssistant)
            reader.heading(line);
        else
            reader.line(line);
    }
    reader.close();
    WholeConversation whole = reader.take(title);
    if (whole.messages.empty())
        return fail(ErrorCode::InvalidInput,
                    "There is no conversation in this text: expected headings “## You” and “## Hearth”.");
    return std::vector<WholeConversation>{std::move(whole)};
}

}  // namespace hearth::app
