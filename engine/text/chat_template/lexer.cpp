#include "text/chat_template/lexer.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string_view>

#include "base/utf8.h"
#include "text/chat_template/value.h"

namespace hearth::engine::chat_template {
namespace {

using Kind = Token::Kind;

bool isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool isNameStart(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80);
}
bool isNamePart(char c) {
    return isNameStart(c) || std::isdigit(static_cast<unsigned char>(c));
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Line ends as "\n", the last one dropped.
std::string normalized(const std::string& source) {
    std::string out;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] != '\r') {
            out += source[i];
        } else if (i + 1 >= source.size() || source[i + 1] != '\n') {
            out += '\n';
        }
    }
    if (!out.empty() && out.back() == '\n') out.pop_back();
    return out;
}

class Lexer {
  public:
    explicit Lexer(const std::string& source) : text_(normalized(source)) {}

    std::vector<Token> run() {
        while (at_ < text_.size()) readData();
        add(Kind::End, "");
        return std::move(tokens_);
    }

  private:
    [[noreturn]] void failHere(const std::string& message) const { throw TemplateError(message, line_); }

    void add(Kind kind, std::string text) { tokens_.push_back({kind, std::move(text), line_}); }

    bool startsWith(std::string_view what) const {
        return std::string_view(text_).substr(at_).starts_with(what);
    }

    void advance(std::size_t count) {
        line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                             text_.begin() + static_cast<std::ptrdiff_t>(at_ + count), '\n'));
        at_ += count;
    }

    // Text up to the next tag, and then that tag.
    void readData() {
        std::size_t tag = at_;
        for (;; ++tag) {
            tag = text_.find('{', tag);
            if (tag == std::string::npos || tag + 1 >= text_.size()) {
                addData(text_.substr(at_));
                advance(text_.size() - at_);
                return;
            }
            const char next = text_[tag + 1];
            if (next == '{' || next == '%' || next == '#') break;
        }
        const char bracket = text_[tag + 1];
        const char mark = tag + 2 < text_.size() ? text_[tag + 2] : '\0';
        std::string data = text_.substr(at_, tag - at_);
        if (mark == '-') {
            while (!data.empty() && isSpace(data.back())) data.pop_back();
        } else if (mark != '+' && bracket != '{') {
            stripLineStart(data);
        }
        addData(std::move(data));
        advance(tag - at_ + 2 + (mark == '-' || mark == '+' ? 1 : 0));
        if (bracket == '#') return readComment();
        if (bracket == '{') return readTag(Kind::VariableBegin, Kind::VariableEnd, "}}");
        if (!readRaw()) readTag(Kind::BlockBegin, Kind::BlockEnd, "%}");
    }

    void addData(std::string data) {
        if (!data.empty()) add(Kind::Data, std::move(data));
    }

    // lstrip_blocks: white space between the start of the line and the tag goes.
    void stripLineStart(std::string& data) const {
        const std::size_t lineFeed = data.rfind('\n');
        if (lineFeed == std::string::npos && !lineStarting_) return;
        const std::size_t start = lineFeed == std::string::npos ? 0 : lineFeed + 1;
        if (std::all_of(data.begin() + static_cast<std::ptrdiff_t>(start), data.end(), isSpace))
            data.resize(start);
    }

    // After the closing bracket of a tag: "-" takes all white space, trim_blocks one line feed.
    void afterTag(char mark, bool trimsLine) {
        lineStarting_ = false;
        if (mark == '-') {
            std::size_t end = at_;
            while (end < text_.size() && isSpace(text_[end])) ++end;
            lineStarting_ = end > at_ && text_[end - 1] == '\n';
            advance(end - at_);
        } else if (mark != '+' && trimsLine && at_ < text_.size() && text_[at_] == '\n') {
            advance(1);
            lineStarting_ = true;
        }
    }

    void readComment() {
        const std::size_t end = text_.find("#}", at_);
        if (end == std::string::npos) failHere("a comment {# is not closed");
        const char mark = end > at_ ? text_[end - 1] : '\0';
        advance(end + 2 - at_);
        afterTag(mark, true);
    }

    // {% raw %} … {% endraw %}: false where the tag is another.
    bool readRaw() {
        const std::size_t close = closingOf("raw", at_);
        if (close == 0) return false;
        const char mark = text_[close - 3];
        advance(close - at_);
        afterTag(mark, false);  // trim_blocks leaves the line feed after raw
        for (std::size_t tag = text_.find("{%", at_); tag != std::string::npos;
             tag = text_.find("{%", tag + 2)) {
            const char open = tag + 2 < text_.size() ? text_[tag + 2] : '\0';
            const std::size_t end = closingOf("endraw", tag + 2 + (open == '-' || open == '+' ? 1 : 0));
            if (end == 0) continue;
            std::string data = text_.substr(at_, tag - at_);
            if (open == '-')
                while (!data.empty() && isSpace(data.back())) data.pop_back();
            else if (open != '+')
                stripLineStart(data);
            addData(std::move(data));
            advance(end - at_);
            afterTag(text_[end - 3], true);
            return true;
        }
        failHere("{% raw %} is not closed by {% endraw %}");
    }

    // Where " NAME %}" begins at `from`: the position after it, otherwise 0.
    std::size_t closingOf(std::string_view name, std::size_t from) const {
        std::size_t i = from;
        while (i < text_.size() && isSpace(text_[i])) ++i;
        if (text_.compare(i, name.size(), name) != 0) return 0;
        i += name.size();
        while (i < text_.size() && isSpace(text_[i])) ++i;
        if (i < text_.size() && (text_[i] == '-' || text_[i] == '+')) ++i;
        return text_.compare(i, 2, "%}") == 0 ? i + 2 : 0;
    }

    void readTag(Kind begin, Kind end, std::string_view closing) {
        add(begin, "");
        const int openedAt = line_;
        int depth = 0;  // of ( [ {: "}}" closes the tag only outside of them
        while (at_ < text_.size()) {
            if (isSpace(text_[at_])) {
                advance(1);
                continue;
            }
            const char c = text_[at_];
            const bool marked = (c == '-' || c == '+') && text_.compare(at_ + 1, 2, closing) == 0;
            if (depth == 0 && (marked || startsWith(closing))) {
                add(end, "");
                advance(closing.size() + (marked ? 1 : 0));
                return afterTag(marked ? c : '\0', end == Kind::BlockEnd);
            }
            readExpressionToken(depth);
        }
        line_ = openedAt;
        failHere("a tag is not closed by " + std::string(closing));
    }

    void readExpressionToken(int& depth) {
        const char c = text_[at_];
        if (c == '"' || c == '\'') return readString(c);
        if (isDigit(c)) return readNumber();
        if (isNameStart(c)) {
            std::size_t end = at_;
            while (end < text_.size() && isNamePart(text_[end])) ++end;
            add(Kind::Name, text_.substr(at_, end - at_));
            return advance(end - at_);
        }
        static constexpr std::string_view kOperators[] = {"//", "**", "==", "!=", ">=", "<=", "+", "-", "*",
                                                          "/",  "%",  "~",  "[",  "]",  "(",  ")", "{", "}",
                                                          ">",  "<",  "=",  ".",  ":",  "|",  ",", ";"};
        for (const auto op : kOperators) {
            if (!startsWith(op)) continue;
            if (op == "(" || op == "[" || op == "{") ++depth;
            if (op == ")" || op == "]" || op == "}") --depth;
            add(Kind::Operator, std::string(op));
            return advance(op.size());
        }
        failHere(std::string("unexpected character '") + c + "'");
    }

    // 0x1F, 0o17, 0b101: the digits in decimal.
    bool readBasedNumber() {
        const char letter = at_ + 1 < text_.size() ? static_cast<char>(text_[at_ + 1] | 0x20) : '\0';
        const int base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
        if (text_[at_] != '0' || base == 0) return false;
        std::size_t end = at_ + 2;
        while (end < text_.size() &&
               (std::isxdigit(static_cast<unsigned char>(text_[end])) || text_[end] == '_'))
            ++end;
        std::string digits = text_.substr(at_ + 2, end - at_ - 2);
        std::erase(digits, '_');
        std::int64_t value = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
        if (digits.empty() || read.ec != std::errc{} || read.ptr != digits.data() + digits.size())
            failHere("the number " + text_.substr(at_, end - at_) + " cannot be read");
        add(Kind::Integer, std::to_string(value));
        advance(end - at_);
        return true;
    }

    void readNumber() {
        if (readBasedNumber()) return;
        std::size_t end = at_;
        bool real = false;
        while (end < text_.size() && (isDigit(text_[end]) || text_[end] == '_')) ++end;
        if (end + 1 < text_.size() && text_[end] == '.' && isDigit(text_[end + 1])) {
            real = true;
            for (++end; end < text_.size() && isDigit(text_[end]);) ++end;
        }
        if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
            std::size_t digits = end + 1;
            if (digits < text_.size() && (text_[digits] == '+' || text_[digits] == '-')) ++digits;
            if (digits < text_.size() && isDigit(text_[digits])) {
                real = true;
                for (end = digits; end < text_.size() && isDigit(text_[end]);) ++end;
            }
        }
        std::string digits = text_.substr(at_, end - at_);
        std::erase(digits, '_');
        add(real ? Kind::Float : Kind::Integer, std::move(digits));
        advance(end - at_);
    }

    void readString(char quote) {
        std::string value;
        std::size_t i = at_ + 1;
        for (; i < text_.size() && text_[i] != quote; ++i) {
            if (text_[i] != '\\' || i + 1 >= text_.size()) {
                value += text_[i];
            } else {
                i = readEscape(i + 1, value);
            }
        }
        if (i >= text_.size()) failHere("a text is not closed by " + std::string(1, quote));
        add(Kind::String, std::move(value));
        advance(i + 1 - at_);
    }

    // Python's escapes; gives the position of the last character read.
    std::size_t readEscape(std::size_t i, std::string& value) const {
        static constexpr std::string_view kFrom = "ntr\\'\"abfv0", kTo{"\n\t\r\\'\"\a\b\f\v\0", 11};
        const char c = text_[i];
        const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (digits && i + digits < text_.size()) {
            const std::string hex = text_.substr(i + 1, digits);
            if (std::all_of(hex.begin(), hex.end(), [](unsigned char h) { return std::isxdigit(h); })) {
                base::appendUtf8(value, static_cast<char32_t>(std::stoul(hex, nullptr, 16)));
                return i + digits;
            }
        }
        if (c == '\n') return i;  // a line continued
        if (const auto found = kFrom.find(c); found != std::string_view::npos) {
            value += kTo[found];
        } else {
            value += '\\';
            value += c;
        }
        return i;
    }

    std::string text_;
    std::size_t at_ = 0;
    int line_ = 1;
    bool lineStarting_ = true;  // nothing but a line feed precedes
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(const std::string& source) {
    return Lexer(source).run();
}

}  // namespace hearth::engine::chat_template
