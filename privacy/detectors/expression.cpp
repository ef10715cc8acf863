#include "detectors/expression.h"

#include <algorithm>
#include <utility>

#include "detectors/checks.h"

namespace hearth::privacy {

namespace {

using Kind = Expression::Kind;

ByteSet bytesWhere(bool (*holds)(unsigned char)) {
    ByteSet out;
    for (unsigned c = 0; c < out.size(); ++c) out.set(c, holds(static_cast<unsigned char>(c)));
    return out;
}

// The set that \d, \w, \s and their opposites mean; nothing for other letters.
std::optional<ByteSet> namedSet(char name) {
    ByteSet out;
    switch (lower(name)) {
        case 'd':
            out = bytesWhere([](unsigned char c) { return isDigit(static_cast<char>(c)); });
            break;
        case 'w':
            out = bytesWhere(isWordCharacter);
            break;
        case 's':
            out = bytesWhere(
                [](unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; });
            break;
        default:
            return std::nullopt;
    }
    return name == lower(name) ? out : ~out;
}

// Recursive descent; `failed_` once something is not known, and then the tree means nothing.
class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) { foldsCase_ = takes("(?i)"); }

    std::optional<Expression> parse() {
        Expression out = choice();
        if (failed_ || at_ < text_.size()) return std::nullopt;
        return out;
    }

  private:
    bool takes(std::string_view expected) {
        if (text_.substr(at_, expected.size()) != expected) return false;
        at_ += expected.size();
        return true;
    }
    bool ends() const { return at_ >= text_.size(); }
    char next() {
        failed_ = failed_ || ends();
        return failed_ ? ' ' : text_[at_++];
    }

    Expression choice() {
        Expression out{Kind::Choice, {}, {}, 0, 0, false};
        do out.parts.push_back(sequence());
        while (!failed_ && takes("|"));
        return out.parts.size() == 1 ? std::move(out.parts.front()) : out;
    }

    Expression sequence() {
        Expression out;
        while (!failed_ && !ends() && text_[at_] != '|' && text_[at_] != ')')
            out.parts.push_back(repeated(single()));
        return out;
    }

    Expression repeated(Expression part) {
        std::size_t least = 0;
        std::size_t most = unbounded;
        if (takes("?"))
            most = 1;
        else if (takes("+"))
            least = 1;
        else if (takes("{"))
            braces(least, most);
        else if (!takes("*"))
            return part;
        failed_ = failed_ || (!ends() && (text_[at_] == '?' || text_[at_] == '+'));  // not greedy
        return {Kind::Repeat, {}, {std::move(part)}, least, most, false};
    }

    void braces(std::size_t& least, std::size_t& most) {
        least = most = count();
        if (takes(",")) most = !ends() && text_[at_] == '}' ? unbounded : count();
        failed_ = failed_ || !takes("}");
    }

    std::size_t count() {
        const std::size_t from = at_;
        while (!ends() && isDigit(text_[at_])) ++at_;
        failed_ = failed_ || at_ == from;
        return failed_ ? 0 : static_cast<std::size_t>(number(text_, from, at_ - from));
    }

    Expression single() {
        if (takes("(")) return inBrackets();
        if (takes("[")) return ofBytes(set());
        if (takes("\\b")) return {Kind::WordBorder, {}, {}, 0, 0, false};
        if (takes("$")) return {Kind::TextEnd, {}, {}, 0, 0, false};
        const char c = next();
        failed_ = failed_ || c == '.' || c == '^' || c == '*' || c == '+' || c == '?' || c == '{';
        return ofBytes(c == '\\' ? escaped() : only(c));
    }

    Expression inBrackets() {
        const bool group = !takes("?:");
        failed_ = failed_ || (!ends() && text_[at_] == '?');
        Expression inner = choice();
        failed_ = failed_ || !takes(")");
        if (!group) return inner;
        return {Kind::Sequence, {}, {std::move(inner)}, 0, 0, true};
    }

    static Expression ofBytes(const ByteSet& bytes) { return {Kind::Bytes, bytes, {}, 0, 0, false}; }

    ByteSet only(char c) const {
        ByteSet out;
        out.set(static_cast<unsigned char>(c));
        if (foldsCase_) out.set(static_cast<unsigned char>(lower(c)));
        if (foldsCase_) out.set(static_cast<unsigned char>(upper(c)));
        // In Latin-1 there are letters above ASCII, whose case is not folded here.
        return out;
    }

    ByteSet escaped() {
        const char c = next();
        if (const auto named = namedSet(c)) return *named;
        failed_ = failed_ || isAlnum(c);
        return only(c);
    }

    ByteSet set() {
        const bool negated = takes("^");
        ByteSet out;
        do {
            const char first = next();
            if (first == '\\') {
                out |= escaped();
                continue;
            }
            const bool range = at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']';
            const char last = range ? text_[at_ + 1] : first;
            if (range) at_ += 2;
            failed_ = failed_ || last == '\\' || first == '[';
            for (int c = static_cast<unsigned char>(first); c <= static_cast<unsigned char>(last); ++c)
                out |= only(static_cast<char>(c));
        } while (!failed_ && !takes("]"));
        return negated ? ~out : out;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool foldsCase_ = false;
    bool failed_ = false;
};

}  // namespace

bool isWordCharacter(unsigned char c) {
    return isAlnum(static_cast<char>(c)) || c == '_';
}

std::optional<Expression> parseExpression(std::string_view text) {
    return Parser(text).parse();
}

std::size_t longestMatch(const Expression& expression) {
    if (expression.kind == Kind::Bytes) return 1;
    std::size_t sum = 0;
    std::size_t longest = 0;
    for (const Expression& part : expression.parts) {
        const std::size_t length = longestMatch(part);
        if (length == unbounded) return unbounded;
        sum += length;
        longest = std::max(longest, length);
    }
    if (expression.kind == Kind::Choice) return longest;
    if (expression.kind != Kind::Repeat) return sum;
    return expression.most == unbounded ? unbounded : sum * expression.most;
}

bool hasGroup(const Expression& expression) {
    return expression.group || std::any_of(expression.parts.begin(), expression.parts.end(), hasGroup);
}

}  // namespace hearth::privacy
