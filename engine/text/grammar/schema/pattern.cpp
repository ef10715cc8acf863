// Regular expressions → grammar text: JSON Schema's `pattern`, and whole answers (ECMA-262 section 22.2, the
// part that describes a regular language; no look-around, back references, word borders or Unicode
// properties).
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "engine/constraint.h"
#include "text/grammar/schema/pattern_items.h"
#include "text/grammar/schema/pieces.h"

namespace hearth::engine::grammar {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

// Where a pattern is not anchored.
const PatternItem anyCharacters{"[^\"\\\\\\x00-\\x1F\\x7F]", 1, 1, 0, 200};

class Pattern {
  public:
    // `inJson`: what it describes stands between the quotes of a JSON string, and a pattern that is not
    // anchored may have anything around it. Otherwise it is the whole text, anchored or not.
    Pattern(std::string_view text, bool inJson) : text_(text), inJson_(inJson) {}

    // Of `least` to `most` characters, or kEndless.
    Result<std::string> run(long least = 0, long most = kEndless) {
        std::vector<PatternItems> fitting;
        do {
            if (at_ > 0) ++at_;
            const bool fromStart = take('^');
            auto inner = sequence(0);
            if (!inner) return tl::unexpected(inner.error());
            const bool toEnd = take('$');
            if (!atEnd() && peek() != '|') return error("cannot be used here");
            if (inJson_ && !fromStart) inner->insert(inner->begin(), anyCharacters);
            if (inJson_ && !toEnd) inner->push_back(anyCharacters);
            if (fitLengths(*inner, least, most)) fitting.push_back(std::move(*inner));
        } while (!atEnd());
        if (fitting.empty())
            return fail(
                ErrorCode::Unsupported,
                "The pattern cannot be kept to the lengths beside it. Write them into the pattern, as "
                "in [a-z]{1,20}.");
        return oneOf(fitting).text;
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

    Result<PatternItems> sequence(int depth);
    Result<PatternItems> atom(int depth);
    Result<void> quantify(PatternItems& items);
    Result<long> count();
    Result<PatternItems> group(int depth);
    Result<CharSet> charClass();
    std::optional<CharSet> namedClass(char name) const;
    Result<std::uint32_t> character();
    Result<std::uint32_t> hex(std::size_t digits);

    std::string classText(const CharSet& set) const { return inJson_ ? jsonCharacters(set) : classOf(set); }

    std::string_view text_;
    bool inJson_;
    std::size_t at_ = 0;
};

Result<PatternItems> Pattern::sequence(int depth) {
    PatternItems out;
    while (!atEnd() && peek() != '|' && peek() != ')' && peek() != '$') {
        auto next = atom(depth);
        if (!next) return next;
        if (auto done = quantify(*next); !done) return tl::unexpected(done.error());
        out.insert(out.end(), next->begin(), next->end());
    }
    return out;
}

Result<long> Pattern::count() {
    long value = 0;
    const std::string_view text = text_.substr(at_);
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc() || value < 0) return error("is not a count");
    at_ += static_cast<std::size_t>(end - text.data());
    return value;
}

// How often what was read last comes: * + ? {n} {n,} {n,m}.
Result<void> Pattern::quantify(PatternItems& items) {
    if (atEnd() || std::string_view("*+?{").find(peek()) == std::string_view::npos) return {};
    PatternItem item =
        items.size() == 1 && items[0].least == 1 && items[0].most == 1 ? items[0] : oneOf({items});
    const char sign = text_[at_++];
    if (sign == '{') {
        const auto least = count();
        if (!least) return tl::unexpected(least.error());
        item.least = item.most = *least;
        if (take(',')) {
            const auto most = peek() == '}' ? Result<long>(kEndless) : count();
            if (!most) return tl::unexpected(most.error());
            item.most = *most;
        }
        if (!take('}')) return error(atEnd() ? "comes before a count is closed" : "is not a count");
        if (item.most != kEndless && item.most < item.least)
            return error("follows a count that runs backwards");
    } else {
        item.least = sign == '+' ? 1 : 0;
        item.most = sign == '?' ? 1 : kEndless;
    }
    take('?');  // lazy: the same language
    items = {item};
    return {};
}

// The items themselves where there are no alternatives.
Result<PatternItems> Pattern::group(int depth) {
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
    std::vector<PatternItems> alternatives;
    do {
        auto inner = sequence(depth + 1);
        if (!inner) return inner;
        alternatives.push_back(std::move(*inner));
    } while (take('|'));
    if (!take(')')) return error(atEnd() ? "comes before a group is closed" : "cannot be used here");
    if (alternatives.size() == 1 && !alternatives[0].empty()) return alternatives[0];
    return PatternItems{oneOf(alternatives)};
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

Result<PatternItems> Pattern::atom(int depth) {
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
                if (inJson_) return PatternItems{{jsonCharacter(*c)}};
                break;
            }
        }
    }
    set.normalize(false);
    std::string out = classText(set);
    if (out.empty()) return error("follows a class that no character is in");
    return PatternItems{{out}};
}

}  // namespace

Result<std::string> patternToGrammar(const std::string& pattern, long least, long most) {
    return Pattern(pattern, true).run(least, most);
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
