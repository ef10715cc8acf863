// Regular expressions → grammar text: JSON Schema's `pattern`, and whole answers (ECMA-262 section 22.2, the
// part that describes a regular language; no look-around, back references, word borders or Unicode
// properties).
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "engine/constraint.h"
#include "text/grammar/schema/pieces.h"

namespace hearth::engine::grammar {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr std::string_view anyCharacters =
    "[^\"\\\\\\x00-\\x1F\\x7F]{0,200}";  // where a pattern is not anchored

class Pattern {
  public:
    // `inJson`: what it describes stands between the quotes of a JSON string, and a pattern that is not
    // anchored may have anything around it. Otherwise it is the whole text, anchored or not.
    Pattern(std::string_view text, bool inJson) : text_(text), inJson_(inJson) {}

    Result<std::string> run() {
        std::string out;
        do {
            if (!out.empty()) ++at_;
            const bool fromStart = take('^');
            auto inner = sequence(0);
            if (!inner) return inner;
            const bool toEnd = take('$');
            if (!atEnd() && peek() != '|') return error("cannot be used here");
            out += (out.empty() ? "(" : " | ");
            if (inJson_ && !fromStart) out += std::string(anyCharacters) + " ";
            out += inner->empty() ? "\"\"" : *inner;
            if (inJson_ && !toEnd) out += " " + std::string(anyCharacters);
        } while (!atEnd());
        return out + ")";
    }

  private:
    bool atEnd() const { return at_ >= text_.size(); }
    char peek() const { return atEnd() ? '\0' : text_[at_]; }
    bool take(char c) {
        if (atEnd() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    tl::unexpected<base::Error> error(const std::string& problem) const {
        const std::string what = atEnd() ? "The end" : "\"" + std::string(text_.substr(at_, 4)) + "\"";
        return fail(ErrorCode::Unsupported,
                    what + " at character " + std::to_string(at_ + 1) + " of the pattern " + problem);
    }

    Result<std::string> alternatives(int depth);
    Result<std::string> sequence(int depth);
    Result<std::string> atom(int depth);
    Result<std::string> quantifier();
    Result<std::string> group(int depth);
    Result<CharSet> charClass();
    std::optional<CharSet> namedClass(char name) const;
    Result<std::uint32_t> character();
    Result<std::uint32_t> hex(std::size_t digits);

    std::string written(const CharSet& set) const { return inJson_ ? jsonCharacters(set) : classOf(set); }

    std::string_view text_;
    bool inJson_;
    std::size_t at_ = 0;
};

Result<std::string> Pattern::alternatives(int depth) {
    std::string out = "(";
    for (;;) {
        auto inner = sequence(depth);
        if (!inner) return inner;
        out += inner->empty() ? "\"\"" : *inner;
        if (!take('|')) return out + ")";
        out += " | ";
    }
}

Result<std::string> Pattern::sequence(int depth) {
    std::string out;
    while (!atEnd() && peek() != '|' && peek() != ')' && peek() != '$') {
        auto next = atom(depth);
        if (!next) return next;
        auto count = quantifier();
        if (!count) return count;
        out += (out.empty() ? "" : " ") + *next + *count;
    }
    return out;
}

Result<std::string> Pattern::quantifier() {
    std::string out;
    if (peek() == '*' || peek() == '+' || peek() == '?') {
        out = peek();
        ++at_;
    } else if (peek() == '{') {
        const std::size_t close = text_.find('}', at_);
        if (close == std::string_view::npos) return error("is never closed");
        out = std::string(text_.substr(at_, close - at_ + 1));
        if (out.size() < 3 || out[1] == ',' || out.find_first_not_of("0123456789,{}") != std::string::npos)
            return error("is not a count");
        at_ = close + 1;
    }
    if (!out.empty()) take('?');  // lazy: the same language
    return out;
}

Result<std::string> Pattern::group(int depth) {
    if (depth > 100) return error("is nested too deeply");
    ++at_;
    if (take('?')) {
        if (take('<') && peek() != '=' && peek() != '!') {
            while (!atEnd() && peek() != '>') ++at_;
            if (!take('>')) return error("should close the name of the group");
        } else if (!take(':')) {
            return error("(look-around) is not supported");
        }
    }
    auto inner = alternatives(depth + 1);
    if (!inner) return inner;
    if (!take(')')) return error(atEnd() ? "comes before a group is closed" : "cannot be used here");
    return inner;
}

std::optional<CharSet> Pattern::namedClass(char name) const {
    CharSet set;
    switch (name) {
        case 'd':
        case 'D':
            set.add('0', '9');
            break;
        case 'w':
        case 'W':
            set.add('0', '9');
            set.add('a', 'z');
            set.add('A', 'Z');
            set.add('_', '_');
            break;
        case 's':
        case 'S':
            set.add('\t', '\r');
            set.add(' ', ' ');
            set.add(0xA0, 0xA0);
            break;
        default:
            return std::nullopt;
    }
    set.normalize(name < 'a');
    return set;
}

Result<std::uint32_t> Pattern::hex(std::size_t digits) {
    std::uint32_t value = 0;
    const std::string_view text = text_.substr(std::min(at_, text_.size()), digits);
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (status != std::errc() || end != text.data() + digits) return error("is not a character number");
    at_ += digits;
    return value;
}

// One character, escaped or in UTF-8 (the schema's text was checked to be valid).
Result<std::uint32_t> Pattern::character() {
    if (take('\\')) {
        const char c = peek();
        static constexpr std::string_view names = "nrtfv0";
        static constexpr std::string_view values("\n\r\t\f\v\0", 6);
        if (const auto known = names.find(c); c != '\0' && known != std::string_view::npos) {
            ++at_;
            return static_cast<std::uint32_t>(values[known]);
        }
        if (take('x')) return hex(2);
        if (take('u')) return hex(4);
        const bool letterOrDigit =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\0';
        if (letterOrDigit) return error("is an escape that is not supported");
        if (static_cast<unsigned char>(c) < 0x80) {
            ++at_;
            return static_cast<std::uint32_t>(c);
        }
    }
    const base::CodePoint read = base::decodeUtf8(text_, at_);
    at_ += read.length;
    return static_cast<std::uint32_t>(read.value);
}

Result<CharSet> Pattern::charClass() {
    ++at_;
    const bool negated = take('^');
    CharSet set;
    while (!atEnd() && peek() != ']') {
        if (peek() == '\\' && at_ + 1 < text_.size()) {
            if (const auto named = namedClass(text_[at_ + 1])) {
                for (const auto& [first, last] : named->ranges()) set.add(first, last);
                at_ += 2;
                continue;
            }
        }
        const auto first = character();
        if (!first) return tl::unexpected(first.error());
        std::uint32_t last = *first;
        if (peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
            ++at_;
            const auto end = character();
            if (!end) return tl::unexpected(end.error());
            last = *end;
        }
        if (last < *first) return error("follows a range that runs backwards");
        set.add(*first, last);
    }
    if (!take(']')) return error("comes before a class is closed");
    set.normalize(negated);
    return set;
}

Result<std::string> Pattern::atom(int depth) {
    CharSet set;
    switch (peek()) {
        case '(':
            return group(depth);
        case '[': {
            auto read = charClass();
            if (!read) return tl::unexpected(read.error());
            set = std::move(*read);
            break;
        }
        case '.':
            ++at_;
            set.add('\n', '\n');
            set.add('\r', '\r');
            set.add(0x2028, 0x2029);
            set.normalize(true);
            break;
        case '^':
        case '*':
        case '+':
        case '?':
        case '{':
            return error("cannot be used here");
        default: {
            const auto named =
                peek() == '\\' && at_ + 1 < text_.size() ? namedClass(text_[at_ + 1]) : std::nullopt;
            if (named) {
                set = *named;
                at_ += 2;
            } else {
                const auto c = character();
                if (!c) return tl::unexpected(c.error());
                set.add(*c, *c);
                if (inJson_) return jsonCharacter(*c);
                break;
            }
        }
    }
    set.normalize(false);
    std::string out = written(set);
    if (out.empty()) return error("follows a class that no character is in");
    return out;
}

}  // namespace

Result<std::string> patternToGrammar(const std::string& pattern) {
    return Pattern(pattern, true).run();
}

}  // namespace hearth::engine::grammar

namespace hearth::engine {

base::Result<std::string> regexToGrammar(const std::string& expression) {
    if (!base::isValidUtf8(expression))
        return base::fail(base::ErrorCode::InvalidInput, "The regular expression is not valid UTF-8");
    auto text = grammar::Pattern(expression, false).run();
    if (!text) return text;
    return "root ::= " + *text + "\n";
}

}  // namespace hearth::engine
