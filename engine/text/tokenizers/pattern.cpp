#include "text/tokenizers/pattern.h"

#include <algorithm>
#include <limits>

#include "base/utf8.h"

namespace hearth::engine {

CodePoints::CodePoints(std::string_view text) {
    codes.reserve(text.size());
    offsets.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        offsets.push_back(static_cast<std::uint32_t>(at));
        if (byte < 0x80) {
            codes.push_back(byte);
            ++at;
            continue;
        }
        const base::CodePoint point = base::decodeUtf8(text, at);
        codes.push_back(point.valid ? point.value : char32_t{0x110000} + byte);
        at += point.length;
    }
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
}

void CharacterClass::addRange(char32_t first, char32_t last) {
    ranges_.emplace_back(first, last);
}

bool CharacterClass::slowContains(char32_t code) const {
    bool in = (categories_ & unicode::bit(unicode::category(code))) != 0 && code <= 0x10FFFF;
    if (!in && whiteSpace_) in = unicode::isWhiteSpace(code);
    if (!in && notWhiteSpace_) in = !unicode::isWhiteSpace(code);
    if (!in && han_) in = unicode::isHan(code);
    for (const auto& [first, last] : ranges_) in = in || (code >= first && code <= last);
    if (in && exceptHan_) in = !unicode::isHan(code);
    return in != negated_;
}

void CharacterClass::finish() {
    for (char32_t code = 0; code < 128; ++code)
        if (slowContains(code)) ascii_[code >> 6] |= std::uint64_t{1} << (code & 63);
}

std::size_t Pattern::match(std::span<const char32_t> codes, std::size_t at) const {
    // Ways not yet tried: go on at `step` from any position from `longest` down to `shortest`.
    struct Way {
        int step;
        std::size_t shortest;
        std::size_t longest;
    };
    static thread_local std::vector<Way> ways;
    ways.clear();
    const auto ahead = [&](const Step& step, std::size_t position) {
        return position < codes.size() &&
               classes_[static_cast<std::size_t>(step.characters)].contains(codes[position]);
    };
    std::size_t position = at;
    int next = 0;
    for (;;) {
        const Step& step = steps_[static_cast<std::size_t>(next)];
        bool failed = false;
        switch (step.op) {
            case Op::Match:
                return position;
            case Op::Jump:
                next = step.target;
                break;
            case Op::Split:
                ways.push_back({step.target, position, position});
                ++next;
                break;
            case Op::Ahead:
                failed = !ahead(step, position);
                ++next;
                break;
            case Op::NotAhead:
                failed = ahead(step, position);
                ++next;
                break;
            case Op::Run: {
                const CharacterClass& characters = classes_[static_cast<std::size_t>(step.characters)];
                const std::size_t end =
                    step.most > codes.size() - position ? codes.size() : position + step.most;
                std::size_t reached = position;
                while (reached < end && characters.contains(codes[reached])) ++reached;
                failed = reached - position < step.least;
                ++next;
                if (!failed && !step.possessive && reached - position > step.least)
                    ways.push_back({next, position + step.least, reached - 1});
                position = reached;
                break;
            }
        }
        if (!failed) continue;
        if (ways.empty()) return at;
        Way& way = ways.back();
        next = way.step;
        position = way.longest;
        if (way.longest == way.shortest)
            ways.pop_back();
        else
            --way.longest;
    }
}

// Expression → steps, by recursive descent.
class PatternCompiler {
  public:
    explicit PatternCompiler(std::string_view expression) : text_(expression) {}

    base::Result<Pattern> run() {
        alternatives();
        if (at_ != text_.codes.size()) broken_ = true;
        if (broken_)
            return base::fail(base::ErrorCode::Internal, "A pattern of a pre-tokenizer is malformed.",
                              "character " + std::to_string(at_));
        emit({Pattern::Op::Match});
        return std::move(pattern_);
    }

  private:
    using Op = Pattern::Op;
    using Step = Pattern::Step;

    char32_t peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.codes.size() ? text_.codes[at_ + ahead] : 0;
    }
    bool eat(char32_t code) {
        if (peek() != code || at_ >= text_.codes.size()) return false;
        ++at_;
        return true;
    }
    bool eat(std::u32string_view codes) {
        for (std::size_t i = 0; i < codes.size(); ++i)
            if (peek(i) != codes[i]) return false;
        at_ += codes.size();
        return true;
    }
    int here() const { return static_cast<int>(pattern_.steps_.size()); }
    void emit(Step step) { pattern_.steps_.push_back(step); }
    int addClass(CharacterClass characters) {
        characters.finish();
        pattern_.classes_.push_back(std::move(characters));
        return static_cast<int>(pattern_.classes_.size()) - 1;
    }

    void alternatives();
    void sequence();
    void item();
    void group();
    void quantifyGroup(int begin);
    void quantifyClass(CharacterClass characters);
    CharacterClass oneCharacter();
    CharacterClass bracket();
    void escape(CharacterClass& into);
    unicode::CategorySet property();
    void literal(CharacterClass& into, char32_t code) const;
    std::size_t number();

    CodePoints text_;
    std::size_t at_ = 0;
    bool ignoreCase_ = false;
    bool broken_ = false;
    Pattern pattern_;
};

// a|b|c: Split to b, a, Jump end, Split to c, b, Jump end, c.
void PatternCompiler::alternatives() {
    std::vector<int> jumps;
    for (;;) {
        const int begin = here();
        emit({Op::Split});
        sequence();
        if (!eat(U'|')) {
            // The last one needs no Split: a Jump to the next step keeps the numbering.
            pattern_.steps_[static_cast<std::size_t>(begin)] = {Op::Jump, false, begin + 1};
            break;
        }
        jumps.push_back(here());
        emit({Op::Jump});
        pattern_.steps_[static_cast<std::size_t>(begin)].target = here();
    }
    for (int jump : jumps) pattern_.steps_[static_cast<std::size_t>(jump)].target = here();
}

void PatternCompiler::sequence() {
    while (!broken_ && at_ < text_.codes.size() && peek() != U'|' && peek() != U')') item();
}

void PatternCompiler::item() {
    if (peek() == U'(') {
        group();
        return;
    }
    quantifyClass(oneCharacter());
}

void PatternCompiler::group() {
    if (eat(U"(?!") || eat(U"(?=")) {
        const bool negative = text_.codes[at_ - 1] == U'!';
        const int characters = addClass(oneCharacter());
        emit({negative ? Op::NotAhead : Op::Ahead, false, 0, characters});
        broken_ = broken_ || !eat(U')');
        return;
    }
    const bool outer = ignoreCase_;
    if (eat(U"(?i:"))
        ignoreCase_ = true;
    else if (!eat(U"(?:"))
        eat(U'(');
    const int begin = here();
    alternatives();
    broken_ = broken_ || !eat(U')');
    ignoreCase_ = outer;
    quantifyGroup(begin);
}

// Only ? and * are used on groups: a Split before it, to the end, and for * a Jump back to that behind it.
// What is repeated must not match nothing.
void PatternCompiler::quantifyGroup(int begin) {
    if (peek() == U'+' || peek() == U'{') broken_ = true;
    if (peek() != U'?' && peek() != U'*') return;
    auto& steps = pattern_.steps_;
    for (std::size_t i = static_cast<std::size_t>(begin); i < steps.size(); ++i)
        if (steps[i].op == Op::Split || steps[i].op == Op::Jump) ++steps[i].target;
    steps.insert(steps.begin() + begin, {Op::Split});
    if (text_.codes[at_++] == U'*') emit({Op::Jump, false, begin});
    steps[static_cast<std::size_t>(begin)].target = here();
}

void PatternCompiler::quantifyClass(CharacterClass characters) {
    constexpr std::size_t kEndless = std::numeric_limits<std::size_t>::max();
    Step step{Op::Run};
    step.characters = addClass(std::move(characters));
    if (eat(U'?')) {
        step.least = 0;
    } else if (eat(U'*')) {
        step.least = 0;
        step.most = kEndless;
    } else if (eat(U'+')) {
        step.most = kEndless;
    } else if (eat(U'{')) {
        step.least = number();
        step.most = step.least;
        if (eat(U',')) step.most = peek() == U'}' ? kEndless : number();
        broken_ = broken_ || !eat(U'}');
    }
    step.possessive = eat(U'+');
    emit(step);
}

std::size_t PatternCompiler::number() {
    std::size_t value = 0;
    broken_ = broken_ || peek() < U'0' || peek() > U'9';
    while (peek() >= U'0' && peek() <= U'9') value = value * 10 + (text_.codes[at_++] - U'0');
    return value;
}

CharacterClass PatternCompiler::oneCharacter() {
    CharacterClass out;
    if (eat(U'[')) return bracket();
    if (eat(U'\\')) {
        escape(out);
    } else if (eat(U'.')) {
        out.addRange(U'\n', U'\n');
        out.negate();
    } else if (at_ < text_.codes.size()) {
        literal(out, text_.codes[at_++]);
    } else {
        broken_ = true;
    }
    return out;
}

CharacterClass PatternCompiler::bracket() {
    CharacterClass out;
    const bool negated = eat(U'^');
    while (!broken_ && !eat(U']')) {
        if (at_ >= text_.codes.size()) {
            broken_ = true;
        } else if (eat(U"&&[^\\p{Han}]")) {
            out.exceptHan();
        } else if (eat(U"\\S")) {
            out.addNotWhiteSpace();
        } else if (eat(U'\\')) {
            escape(out);
        } else if (peek(1) == U'-' && peek(2) != U']') {
            out.addRange(peek(), peek(2));
            at_ += 3;
        } else {
            literal(out, text_.codes[at_++]);
        }
    }
    if (negated) out.negate();
    return out;
}

// What stands behind a backslash.
void PatternCompiler::escape(CharacterClass& into) {
    const char32_t code = peek();
    ++at_;
    switch (code) {
        case U's':
            into.addWhiteSpace();
            return;
        case U'S':
            into.addWhiteSpace();
            into.negate();
            return;
        case U'd':
            into.addCategories(unicode::bit(unicode::Nd));
            return;
        case U'r':
            into.addRange(U'\r', U'\r');
            return;
        case U'n':
            into.addRange(U'\n', U'\n');
            return;
        case U't':
            into.addRange(U'\t', U'\t');
            return;
        case U'p':
            if (eat(U"{Han}"))
                into.addHan();
            else
                into.addCategories(property());
            return;
        case U'P': {
            const auto all = unicode::kLetter | unicode::kMark | unicode::kNumber | unicode::kPunctuation |
                             unicode::kSymbol | unicode::kSeparator | unicode::kOther;
            into.addCategories(all & ~property());
            return;
        }
        default:
            into.addRange(code, code);
    }
}

unicode::CategorySet PatternCompiler::property() {
    using namespace unicode;
    static constexpr std::pair<std::u32string_view, CategorySet> kProperties[] = {
        {U"{L}", kLetter},  {U"{M}", kMark},      {U"{N}", kNumber},  {U"{P}", kPunctuation},
        {U"{S}", kSymbol},  {U"{Z}", kSeparator}, {U"{Lu}", bit(Lu)}, {U"{Ll}", bit(Ll)},
        {U"{Lt}", bit(Lt)}, {U"{Lm}", bit(Lm)},   {U"{Lo}", bit(Lo)}, {U"{Nd}", bit(Nd)},
    };
    for (const auto& [name, categories] : kProperties)
        if (eat(name)) return categories;
    broken_ = true;
    return 0;
}

void PatternCompiler::literal(CharacterClass& into, char32_t code) const {
    into.addRange(code, code);
    if (!ignoreCase_) return;
    const bool upper = code >= U'A' && code <= U'Z';
    const bool lower = code >= U'a' && code <= U'z';
    if (upper || lower) into.addRange(code ^ 0x20, code ^ 0x20);
    if ((code | 0x20) == U's') into.addRange(0x17F, 0x17F);    // ſ folds to s
    if ((code | 0x20) == U'k') into.addRange(0x212A, 0x212A);  // K folds to k
}

base::Result<Pattern> Pattern::compile(std::string_view expression) {
    return PatternCompiler(expression).run();
}

}  // namespace hearth::engine
