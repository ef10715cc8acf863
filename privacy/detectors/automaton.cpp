#include "detectors/automaton.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace hearth::privacy {

namespace {

constexpr std::int32_t unknown = -1;
constexpr std::int32_t dead = 0;
// In what a move leads to, beside the place of the state: whether patterns have matched.
constexpr std::int32_t matches = 1 << 30;
// States take about a kilobyte each; when there are so many, all are forgotten.
constexpr std::size_t mostStates = 20000;

}  // namespace

Automaton::At Automaton::append(Step::Kind kind, At next, At other, std::size_t set) {
    steps_.push_back({kind, static_cast<std::uint16_t>(starts_.size()), next, other, set});
    return static_cast<At>(steps_.size() - 1);
}

std::size_t Automaton::setIndex(const ByteSet& bytes) {
    const auto place = std::find(sets_.begin(), sets_.end(), bytes);
    if (place != sets_.end()) return static_cast<std::size_t>(place - sets_.begin());
    sets_.push_back(bytes);
    return sets_.size() - 1;
}

Automaton::At Automaton::build(const Expression& expression, At next) {
    switch (expression.kind) {
        case Expression::Kind::Bytes:
            return append(Step::Kind::Bytes, next, 0, setIndex(expression.bytes));
        case Expression::Kind::WordBorder:
            return append(Step::Kind::WordBorder, next);
        case Expression::Kind::TextEnd:
            return append(Step::Kind::TextEnd, next);
        case Expression::Kind::Repeat:
            return buildRepeat(expression, next);
        case Expression::Kind::Sequence:
            for (auto part = expression.parts.rbegin(); part != expression.parts.rend(); ++part)
                next = build(*part, next);
            return next;
        case Expression::Kind::Choice:
            break;
    }
    At out = build(expression.parts.back(), next);
    for (auto part = std::next(expression.parts.rbegin()); part != expression.parts.rend(); ++part)
        out = append(Step::Kind::Fork, build(*part, next), out);
    return out;
}

// x{2,4} is xx(x(x)?)?.
Automaton::At Automaton::buildRepeat(const Expression& expression, At next) {
    const At after = next;
    for (std::size_t i = expression.least; i < expression.most; ++i)
        next = append(Step::Kind::Fork, build(expression.parts.front(), next), after);
    for (std::size_t i = 0; i < expression.least; ++i) next = build(expression.parts.front(), next);
    return next;
}

void Automaton::add(const Expression& expression) {
    const At match = append(Step::Kind::Match, 0);
    const At first = build(expression, match);
    starts_.push_back(first);
}

void Automaton::finish() {
    sets_.push_back({});  // word characters tell bytes apart too
    for (unsigned c = 0; c < 256; ++c) sets_.back().set(c, isWordCharacter(static_cast<unsigned char>(c)));
    std::unordered_map<std::string, std::uint8_t> known;
    for (unsigned c = 0; c < 256; ++c) {
        std::string members;
        for (const ByteSet& set : sets_) members += set.test(c) ? '1' : '0';
        const auto [place, isNew] = known.emplace(members, static_cast<std::uint8_t>(known.size()));
        if (isNew) examples_.push_back(static_cast<unsigned char>(c));
        classes_[c] = place->second;
    }
    end_ = examples_.size();
}

Walker::Walker(const Automaton& automaton)
    : automaton_(automaton),
      width_(automaton.end_ + 1),
      marks_(automaton.steps_.size()),
      hitOf_(automaton.patterns()) {
    reset();
}

void Walker::reset() {
    states_.clear();
    moves_.clear();
    ids_.clear();
    stateOf({});  // dead
    for (const bool afterWord : {false, true}) {
        State state;
        state.afterWord = afterWord;
        beginClosing();
        for (const At start : automaton_.starts_) close(start, false, false, false, state.steps);
        begins_[afterWord ? 1 : 0] = stateOf(std::move(state));
    }
}

Walker::StateId Walker::stateOf(State state) {
    if (state.steps.empty()) state.afterWord = false;
    std::string key(state.steps.size() * sizeof(At), '\0');
    if (!state.steps.empty()) std::memcpy(key.data(), state.steps.data(), key.size());
    key += state.afterWord ? 'w' : ' ';
    for (const std::uint16_t pattern : state.matched) {
        key += static_cast<char>(pattern & 0xFF);
        key += static_cast<char>(pattern >> 8);
    }
    const StateId id = static_cast<StateId>(moves_.size()) | (state.matched.empty() ? 0 : matches);
    const auto [place, isNew] = ids_.emplace(std::move(key), id);
    if (isNew) {
        states_.push_back(std::move(state));
        moves_.resize(moves_.size() + width_, unknown);
    }
    return place->second;
}

void Walker::close(At at, bool decided, bool border, bool textEnd, std::vector<At>& out) {
    using Kind = Automaton::Step::Kind;
    pending_.assign(1, at);
    while (!pending_.empty()) {
        const At here = pending_.back();
        pending_.pop_back();
        if (marks_[here] == mark_) continue;
        marks_[here] = mark_;
        const Automaton::Step& step = automaton_.steps_[here];
        if (step.kind == Kind::Fork) {
            pending_.push_back(step.other);
            pending_.push_back(step.next);
        } else if (decided && (step.kind == Kind::WordBorder || step.kind == Kind::TextEnd)) {
            if (step.kind == Kind::WordBorder ? border : textEnd) pending_.push_back(step.next);
        } else {
            out.push_back(here);
        }
    }
}

// The state after a byte of the class, or the text's end: borders before it are decided now, so that matches
// are known one byte late.
Walker::StateId Walker::follow(StateId from, std::size_t byteClass) {
    using Kind = Automaton::Step::Kind;
    const bool textEnd = byteClass == automaton_.end_;
    const unsigned char example = textEnd ? ' ' : automaton_.examples_[byteClass];
    const bool isWord = isWordCharacter(example);
    const State& state = stateAt(from);
    std::vector<At> decided;
    beginClosing();
    for (const At at : state.steps) close(at, true, state.afterWord != isWord, textEnd, decided);
    State next;
    next.afterWord = isWord;
    beginClosing();
    std::size_t done = automaton_.patterns();  // the pattern that has matched: what it likes less is over
    for (const At at : decided) {
        const Automaton::Step& step = automaton_.steps_[at];
        if (step.pattern == done) continue;
        if (step.kind == Kind::Match) {
            next.matched.push_back(step.pattern);
            done = step.pattern;
        } else if (!textEnd && automaton_.sets_[step.set].test(example)) {
            close(step.next, false, false, false, next.steps);
        }
    }
    const StateId to = stateOf(std::move(next));
    moves_[static_cast<std::size_t>(from) + byteClass] = to;
    return to;
}

void Walker::note(std::uint16_t pattern, std::size_t end) {
    if (hitOf_[pattern] == 0) {
        hits_.push_back({pattern, end});
        hitOf_[pattern] = static_cast<std::uint32_t>(hits_.size());
    } else {
        hits_[hitOf_[pattern] - 1].end = end;
    }
}

const std::vector<Walker::Hit>& Walker::walk(std::string_view text, std::size_t start, std::size_t limit) {
    if (states_.size() > mostStates) reset();
    for (const Hit& hit : hits_) hitOf_[hit.pattern] = 0;
    hits_.clear();
    const bool afterWord = start > 0 && isWordCharacter(static_cast<unsigned char>(text[start - 1]));
    StateId state = begins_[afterWord ? 1 : 0];
    for (std::size_t at = start; state != dead; ++at) {
        const std::size_t byteClass =
            at < text.size() ? automaton_.classes_[static_cast<unsigned char>(text[at])] : automaton_.end_;
        const StateId known = moves_[static_cast<std::size_t>(state) + byteClass];
        state = known != unknown ? known : follow(state, byteClass);
        if ((state & matches) != 0) {
            state &= ~matches;
            for (const std::uint16_t pattern : stateAt(state).matched) note(pattern, at);
        }
        if (at >= limit) break;
    }
    return hits_;
}

}  // namespace hearth::privacy
