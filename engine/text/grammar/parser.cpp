// Grammar text → Program. The notation follows GBNF:
//   name ::= item* ( "|" item* )*        a rule lasts until the next `name ::=`; line feeds are spaces
//   item  := ( "literal" | [class] | . | name | <[token id]> | "(" alternatives ")" )
//            ( * | + | ? | {m} | {m,} | {m,n} )?
// Escapes in literals and classes: \n \r \t \\ \" \[ \] \- \^ \xHH \uHHHH \UHHHHHHHH. `#` comments to the
// end of the line. The answer is what rule `root` describes.
#include <charconv>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "text/grammar/grammar_reader.h"
#include "text/grammar/program.h"

namespace hearth::engine::grammar {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using Sequence = std::vector<Symbol>;

class Parser : private GrammarReader {
  public:
    explicit Parser(std::string_view text) : GrammarReader(text) {}
    Result<Program> run();

  private:
    // Syntax.
    Result<void> definition();
    Result<void> alternatives(std::uint32_t rule);
    Result<Sequence> sequence();
    Result<Sequence> item();
    Result<Sequence> literal();
    Result<Sequence> charClass();
    Result<Sequence> token();
    Result<Sequence> group();

    // Building.
    std::uint32_t ruleNamed(std::string_view name, std::size_t at);
    std::uint32_t anonymousRule();
    Symbol charsSymbol(CharSet set, bool negated = false);
    Result<void> addAlternative(std::uint32_t rule, const Sequence& sequence);
    Result<Sequence> repeated(const Sequence& once, int least, int most);  // most < 0: without end

    int nesting_ = 0;
    Program program_;
    std::unordered_map<std::string, std::uint32_t> byName_;
    std::unordered_map<std::uint32_t, std::uint32_t> singles_;  // code point → set
    std::vector<std::size_t> firstUse_;                         // of each rule, in the text
};

std::uint32_t Parser::anonymousRule() {
    program_.rules.emplace_back();
    program_.rules.back().defined = true;
    std::tie(program_.rules.back().line, program_.rules.back().column) = position(at_);
    firstUse_.push_back(at_);
    return static_cast<std::uint32_t>(program_.rules.size() - 1);
}

std::uint32_t Parser::ruleNamed(std::string_view name, std::size_t at) {
    const auto [it, isNew] =
        byName_.try_emplace(std::string(name), static_cast<std::uint32_t>(program_.rules.size()));
    if (isNew) {
        program_.rules.emplace_back();
        program_.rules.back().name = std::string(name);
        firstUse_.push_back(at);
    }
    return it->second;
}

Symbol Parser::charsSymbol(CharSet set, bool negated) {
    set.normalize(negated);
    program_.sets.push_back(std::move(set));
    return {Symbol::Kind::Chars, static_cast<std::uint32_t>(program_.sets.size() - 1)};
}

Result<void> Parser::addAlternative(std::uint32_t rule, const Sequence& sequence) {
    auto& symbols = program_.symbols;
    if (symbols.size() + sequence.size() + 1 > maxSymbols)
        return error("the grammar is too large: over " + std::to_string(maxSymbols) +
                     " symbols; use smaller repeat counts");
    program_.rules[rule].alternatives.push_back(static_cast<std::uint32_t>(symbols.size()));
    symbols.insert(symbols.end(), sequence.begin(), sequence.end());
    symbols.push_back({Symbol::Kind::End, 0});
    return {};
}

// x{m,n} is m times x, then n - m nested options; x{m,} is m times x, then a rule that ends in itself.
Result<Sequence> Parser::repeated(const Sequence& once, int least, int most) {
    Sequence unit = once;
    if (once.size() != 1) {
        const std::uint32_t rule = anonymousRule();
        if (auto added = addAlternative(rule, once); !added) return tl::unexpected(added.error());
        unit = {{Symbol::Kind::Rule, rule}};
    }
    if (program_.symbols.size() + static_cast<std::size_t>(least) + 1 > maxSymbols)
        return error("the grammar is too large; use smaller repeat counts");
    Sequence out(static_cast<std::size_t>(least), unit[0]);
    if (most < 0) {
        const std::uint32_t star = anonymousRule();
        program_.rules[star].repeats = true;
        Sequence again = {unit[0], {Symbol::Kind::Rule, star}};
        if (auto added = addAlternative(star, again); !added) return tl::unexpected(added.error());
        if (auto added = addAlternative(star, {}); !added) return tl::unexpected(added.error());
        out.push_back({Symbol::Kind::Rule, star});
        return out;
    }
    std::optional<std::uint32_t> rest;
    for (int i = least; i < most; ++i) {
        const std::uint32_t option = anonymousRule();
        Sequence more = {unit[0]};
        if (rest) more.push_back({Symbol::Kind::Rule, *rest});
        if (auto added = addAlternative(option, more); !added) return tl::unexpected(added.error());
        if (auto added = addAlternative(option, {}); !added) return tl::unexpected(added.error());
        rest = option;
    }
    if (rest) out.push_back({Symbol::Kind::Rule, *rest});
    return out;
}

Result<Sequence> Parser::literal() {
    ++at_;
    Sequence out;
    while (peek() != '"') {
        const auto c = character("closing \"");
        if (!c) return tl::unexpected(c.error());
        const auto [it, isNew] = singles_.try_emplace(*c, 0);
        if (isNew) {
            CharSet set;
            set.add(*c, *c);
            it->second = charsSymbol(std::move(set)).index;
        }
        out.push_back({Symbol::Kind::Chars, it->second});
    }
    ++at_;
    return out;
}

Result<Sequence> Parser::charClass() {
    const std::size_t start = at_;
    ++at_;
    const bool negated = peek() == '^';
    if (negated) ++at_;
    CharSet set;
    while (peek() != ']') {
        const std::size_t rangeStart = at_;
        const auto first = character("closing ]");
        if (!first) return tl::unexpected(first.error());
        std::uint32_t last = *first;
        if (peek() == '-' && peek(1) != ']' && at_ + 1 < text_.size()) {
            ++at_;
            const auto end = character("closing ]");
            if (!end) return tl::unexpected(end.error());
            last = *end;
        }
        if (last < *first) return error("the range runs backwards", rangeStart);
        set.add(*first, last);
    }
    ++at_;
    set.normalize(negated);
    if (set.empty()) return error("no character is in this class", start);
    return Sequence{charsSymbol(std::move(set))};
}

// <[123]>: the token of that number, which may stand for no text.
Result<Sequence> Parser::token() {
    const std::size_t start = at_;
    at_ += 2;
    TokenId id = -1;
    const auto [end, status] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), id);
    at_ = static_cast<std::size_t>(end - text_.data());
    if (status != std::errc() || id < 0 || !text_.substr(at_).starts_with("]>"))
        return error("a token is given by its number: <[123]>", start);
    at_ += 2;
    program_.sets.push_back(CharSet::ofToken(id));
    return Sequence{{Symbol::Kind::Chars, static_cast<std::uint32_t>(program_.sets.size() - 1)}};
}

Result<Sequence> Parser::group() {
    const std::size_t start = at_;
    if (++nesting_ > maxNesting)
        return error("more than " + std::to_string(maxNesting) + " parentheses inside each other");
    ++at_;
    const std::uint32_t rule = anonymousRule();
    if (auto inner = alternatives(rule); !inner) return tl::unexpected(inner.error());
    if (peek() != ')') return error("this ( is never closed", start);
    ++at_;
    --nesting_;
    return Sequence{{Symbol::Kind::Rule, rule}};
}

Result<Sequence> Parser::item() {
    Result<Sequence> once = [this]() -> Result<Sequence> {
        const std::size_t start = at_;
        switch (peek()) {
            case '"':
                return literal();
            case '[':
                return charClass();
            case '(':
                return group();
            case '<':
                if (peek(1) == '[') return token();
                break;
            case '.': {
                ++at_;
                return Sequence{charsSymbol(CharSet(), true)};
            }
            default:
                break;
        }
        const std::string_view ruleName = name();
        if (ruleName.empty()) {
            const auto c = static_cast<unsigned char>(peek());
            return error(c > ' ' && c < 0x7F ? std::string("'") + peek() + "' cannot stand here"
                                             : "this character cannot stand outside quotes");
        }
        return Sequence{{Symbol::Kind::Rule, ruleNamed(ruleName, start)}};
    }();
    // A repetition may follow, and several of them: (x{2})*.
    for (int times = 0; once; ++times) {
        skipSpace();
        std::pair<int, int> counts;
        const char c = peek();
        if (c == '*' || c == '+' || c == '?') {
            ++at_;
            counts = c == '*' ? std::pair{0, -1} : c == '+' ? std::pair{1, -1} : std::pair{0, 1};
        } else if (c == '{') {
            const auto read = braces();
            if (!read) return tl::unexpected(read.error());
            counts = *read;
        } else {
            break;
        }
        if (times == 8) return error("too many repetitions of one item");
        once = repeated(*once, counts.first, counts.second);
    }
    return once;
}

Result<Sequence> Parser::sequence() {
    Sequence out;
    for (;;) {
        skipSpace();
        const char c = peek();
        if (atEnd() || c == '|' || c == ')' || ruleStartsHere()) return out;
        auto next = item();
        if (!next) return next;
        out.insert(out.end(), next->begin(), next->end());
        if (out.size() > maxSymbols) return error("the rule is too long");
    }
}

Result<void> Parser::alternatives(std::uint32_t rule) {
    for (;;) {
        auto next = sequence();
        if (!next) return tl::unexpected(next.error());
        if (auto added = addAlternative(rule, *next); !added) return added;
        if (peek() != '|') return {};
        ++at_;
    }
}

Result<void> Parser::definition() {
    const std::size_t start = at_;
    const std::string_view ruleName = name();
    if (ruleName.empty()) return error("expected a rule: name ::= …");
    skipSpace();
    if (!text_.substr(at_).starts_with("::="))
        return error("expected ::= after the rule name " + std::string(ruleName));
    at_ += 3;
    const std::uint32_t index = ruleNamed(ruleName, start);
    if (program_.rules[index].defined)
        return error("rule " + std::string(ruleName) + " is defined twice", start);
    program_.rules[index].defined = true;
    std::tie(program_.rules[index].line, program_.rules[index].column) = position(start);
    if (auto body = alternatives(index); !body) return body;
    if (peek() == ')') return error("this ) was never opened");
    return {};
}

Result<Program> Parser::run() {
    if (text_.size() > maxGrammarBytes)
        return fail(ErrorCode::InvalidInput, "Grammar: the text is over 1 MiB");
    for (skipSpace(); !atEnd(); skipSpace())
        if (auto read = definition(); !read) return tl::unexpected(read.error());
    for (std::size_t i = 0; i < program_.rules.size(); ++i)
        if (!program_.rules[i].defined)
            return error("rule " + program_.rules[i].name + " is used but never defined", firstUse_[i]);
    const auto root = byName_.find("root");
    if (root == byName_.end())
        return error("there is no rule named root, where every grammar starts", text_.size());
    program_.root = root->second;
    if (auto checked = checkRecursion(program_); !checked) return tl::unexpected(checked.error());
    return std::move(program_);
}

}  // namespace

base::Result<Program> parseGrammar(const std::string& text) {
    return Parser(text).run();
}

}  // namespace hearth::engine::grammar
