#include "text/grammar/matcher.h"

#include <algorithm>
#include <unordered_set>

namespace hearth::engine::grammar {

namespace {
constexpr std::uint32_t noFrame = 0xFFFFFFFF;

std::uint64_t pairKey(std::uint32_t a, std::uint32_t b) {
    return (std::uint64_t{a} << 32) | b;
}

// The first byte of a character of several; `missing` 0 where no character begins so (RFC 3629).
PartialCharacter begin(std::uint8_t byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {byte & 0x1Fu, 0x80, 1};
    if (byte >= 0xE0 && byte <= 0xEF) return {byte & 0x0Fu, 0x800, 2};
    if (byte >= 0xF0 && byte <= 0xF4) return {byte & 0x07u, 0x10000, 3};
    return {};
}
}  // namespace

Matcher::Matcher(Program program, std::shared_ptr<const TokenTrie> trie)
    : program_(std::move(program)), trie_(std::move(trie)), frames_(1) {}

MatchState Matcher::start() {
    const std::lock_guard lock(mutex_);
    MatchState state;
    std::vector<Place> places;
    for (std::uint32_t first : program_.rules[program_.root].alternatives) places.push_back({first, 0});
    state.stacks = expand(std::move(places));
    return state;
}

bool Matcher::advance(MatchState& state, std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    std::int32_t id = idOf(state);
    for (char c : bytes) {
        id = step(id, static_cast<std::uint8_t>(c));
        if (id < 0) return false;
    }
    state = *kept_[static_cast<std::size_t>(id)].state;
    return true;
}

bool Matcher::advanceToken(MatchState& state, TokenId token) {
    if (state.partial.missing > 0 || token < 0) return false;
    const std::lock_guard lock(mutex_);
    MatchState next;
    takeCharacter(state, CharSet::firstToken + static_cast<std::uint32_t>(token), next);
    if (next.stacks.empty()) return false;
    state = std::move(next);
    return true;
}

std::int32_t Matcher::idOf(MatchState state) {
    const auto [it, isNew] = ids_.try_emplace(std::move(state), static_cast<std::int32_t>(kept_.size()));
    if (isNew) kept_.push_back({&it->first, nullptr, nullptr});
    return it->second;
}

std::int32_t Matcher::step(std::int32_t id, std::uint8_t byte) {
    Kept& from = kept_[static_cast<std::size_t>(id)];
    if (!from.next) {
        from.next = std::make_unique<std::array<std::int32_t, 256>>();
        from.next->fill(unknown);
    }
    std::array<std::int32_t, 256>& next = *from.next;  // stays where it is when kept_ grows
    if (next[byte] == unknown) {
        MatchState to = follow(*from.state, byte);
        next[byte] = to.stacks.empty() ? dead : idOf(std::move(to));
    }
    return next[byte];
}

MatchState Matcher::follow(const MatchState& state, std::uint8_t byte) {
    MatchState out;
    if (state.partial.missing == 0) {
        if (byte < 0x80) {
            takeCharacter(state, byte, out);
        } else {
            out.partial = begin(byte);
            if (out.partial.missing > 0) keepPossible(state, out);
        }
    } else if ((byte & 0xC0) == 0x80) {
        PartialCharacter partial = state.partial;
        partial.value = (partial.value << 6) | (byte & 0x3Fu);
        --partial.missing;
        if (partial.missing > 0) {
            out.partial = partial;
            keepPossible(state, out);
        } else if (partial.value >= partial.least) {
            takeCharacter(state, partial.value, out);  // surrogates are in no set
        }
    }
    return out;
}

const CharSet& Matcher::setAt(std::uint32_t stack) const {
    return program_.sets[program_.symbols[frames_[stack].symbol].index];
}

// The stacks that some character beginning with these bytes can go on from.
void Matcher::keepPossible(const MatchState& state, MatchState& out) {
    const std::uint32_t shift = 6u * out.partial.missing;
    const std::uint32_t first = std::max(out.partial.value << shift, out.partial.least);
    const std::uint32_t last = (out.partial.value << shift) | ((1u << shift) - 1);
    if (first > last) return;
    for (std::uint32_t stack : state.stacks)
        if (stack != 0 && setAt(stack).intersects(first, last)) out.stacks.push_back(stack);
}

void Matcher::takeCharacter(const MatchState& state, std::uint32_t codePoint, MatchState& out) {
    std::vector<Place> places;
    for (std::uint32_t stack : state.stacks)
        if (stack != 0 && setAt(stack).contains(codePoint))
            places.push_back({frames_[stack].symbol + 1, frames_[stack].parent});
    out.stacks = expand(std::move(places));
}

// Every stack whose next symbol is a set of characters and that one of `todo` leads to, sorted.
std::vector<std::uint32_t> Matcher::expand(std::vector<Place> todo) {
    std::vector<std::uint32_t> out;
    std::unordered_set<std::uint64_t> seen;
    while (!todo.empty() && seen.size() < maxSteps && out.size() < maxStacks) {
        const Place place = todo.back();
        todo.pop_back();
        const Symbol next = program_.symbols[place.symbol];
        if (next.kind != Symbol::Kind::Chars && !seen.insert(pairKey(place.symbol, place.parent)).second)
            continue;
        if (next.kind == Symbol::Kind::End) {
            if (place.parent == 0)
                out.push_back(0);
            else
                todo.push_back({frames_[place.parent].symbol, frames_[place.parent].parent});
            continue;
        }
        if (next.kind == Symbol::Kind::Chars) {
            const std::uint32_t stack = frame(place.symbol, place.parent);
            if (stack != noFrame) out.push_back(stack);
            continue;
        }
        // The last symbol of an alternative needs no frame to come back to: repetition stays flat.
        const bool last = program_.symbols[place.symbol + 1].kind == Symbol::Kind::End;
        const std::uint32_t back = last ? place.parent : frame(place.symbol + 1, place.parent);
        if (back == noFrame) continue;
        for (std::uint32_t first : program_.rules[next.index].alternatives) todo.push_back({first, back});
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::uint32_t Matcher::frame(std::uint32_t symbol, std::uint32_t parent) {
    const auto [it, isNew] =
        frameIds_.try_emplace(pairKey(symbol, parent), static_cast<std::uint32_t>(frames_.size()));
    if (!isNew) return it->second;
    const std::uint32_t depth = frames_[parent].depth + 1;
    if (depth > maxDepth || frames_.size() >= maxFrames) {
        frameIds_.erase(it);
        return noFrame;
    }
    frames_.push_back({symbol, parent, depth});
    return it->second;
}

}  // namespace hearth::engine::grammar
