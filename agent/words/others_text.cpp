#include "words/others_text.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"

namespace hearth::agent {

namespace {

bool isHidden(char32_t c) {
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x34F ||
           c == 0x61C || (c >= 0x115F && c <= 0x1160) || (c >= 0x17B4 && c <= 0x17B5) ||
           (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
           c == 0xFFA0 || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF) ||
           (c >= 0xE000 && c <= 0xF8FF);
}

void replaceAll(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

bool endsAddress(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == ')' || c == ']' || c == '>' || c == '"' ||
           c == '\'' || c == '<' || c == '|';
}

// The end of an address that begins at `at`; `at` itself where none does.
std::size_t addressEnd(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    bool begins =
        rest.starts_with("www.") || rest.starts_with("data:") || rest.starts_with("mailto:") ||
        (rest.starts_with("//") && rest.size() > 2 && std::isalnum(static_cast<unsigned char>(rest[2])) != 0);
    const std::size_t scheme = rest.substr(0, 16).find("://");
    if (scheme != std::string_view::npos && scheme > 0 && scheme <= 12) {
        begins = begins ||
                 rest.substr(0, scheme).find_first_not_of(
                     "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-.") == std::string_view::npos;
    }
    if (!begins) return at;
    std::size_t end = at;
    while (end < text.size() && !endsAddress(text[end])) ++end;
    return end;
}

// Takes the markup of links and images out of a model's text.
class LinkRemover {
  public:
    LinkRemover(std::string_view text, std::string_view known) : text_(text), known_(known) {}

    std::string run() {
        while (at_ < text_.size()) {
            if (text_[at_] == '!' && at_ + 1 < text_.size() && text_[at_ + 1] == '[') {
                ++at_;  // an image: its words at most
            } else if (text_[at_] == '[' && link()) {
                continue;
            } else if (const std::size_t end = addressEnd(text_, at_); end > at_ && atWordBegin()) {
                address(text_.substr(at_, end - at_));
                at_ = end;
            } else {
                out_ += text_[at_++];
            }
        }
        return std::move(out_);
    }

  private:
    bool atWordBegin() const {
        return out_.empty() || std::isalnum(static_cast<unsigned char>(out_.back())) == 0;
    }
    void address(std::string_view address) {
        while (!address.empty() && std::string_view(".,;:!?").find(address.back()) != std::string_view::npos)
            address.remove_suffix(1);
        out_ += known_.find(address) != std::string_view::npos ? std::string(address) : "(address removed)";
    }
    // "[words](address)" and "[words]: address"
    bool link() {
        const std::size_t close = text_.find(']', at_);
        if (close == std::string_view::npos || close + 1 >= text_.size()) return false;
        const std::string_view words = text_.substr(at_ + 1, close - at_ - 1);
        if (text_[close + 1] == '(') {
            const std::size_t end = text_.find(')', close);
            out_ += words;
            at_ = end == std::string_view::npos ? text_.size() : end + 1;
            return true;
        }
        if (text_[close + 1] != ':' || words.empty() ||
            words.find_first_not_of("0123456789") == std::string_view::npos)
            return false;
        const std::size_t end = text_.find('\n', close);
        const std::string_view rest = text_.substr(close + 2, end - close - 2);
        const std::size_t from = std::min(rest.size(), rest.find_first_not_of(' '));
        if (addressEnd(rest, from) == from) return false;
        at_ = end == std::string_view::npos ? text_.size() : end;
        return true;
    }

    std::string_view text_;
    std::string_view known_;
    std::size_t at_ = 0;
    std::string out_;
};

}  // namespace

std::string withoutHidden(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint c = base::decodeUtf8(text, at);
        if (c.valid && !isHidden(c.value)) out += text.substr(at, c.length);
        at += c.length;
    }
    return out;
}

std::string forPrompt(std::string_view text) {
    std::string out = withoutHidden(text);
    replaceAll(out, "<<<", "< < <");
    replaceAll(out, ">>>", "> > >");
    return out;
}

std::string asMarkdown(std::string_view text) {
    constexpr std::string_view kMarks = "\\`*_{}[]<>#|~!$&";
    std::string out;
    bool atBegin = true;  // where "-", "+" and "1." would make a list
    for (const char c : withoutHidden(text)) {
        const bool digit = c >= '0' && c <= '9';
        const bool item = atBegin && (c == '-' || c == '+' || c == '.' || c == ')');
        if (kMarks.find(c) != std::string_view::npos || item) out += '\\';
        out += c == '\n' || c == '\t' ? ' ' : c;
        atBegin = atBegin && (digit || c == ' ' || c == '\n');
    }
    return out;
}

std::string withoutForeignLinks(std::string_view markdown, std::string_view known) {
    return LinkRemover(markdown, known).run();
}

}  // namespace hearth::agent
