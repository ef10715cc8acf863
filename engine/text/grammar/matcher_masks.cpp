// The masks of a Matcher. Most of an answer lies inside runs of characters of one set (a string, a number, a
// comment), where nearly the whole vocabulary may come. There the mask is put together from tables of the set
// (RunTable) and from what may follow the run; elsewhere few tokens live, and a walk is short.
#include <algorithm>

#include "text/grammar/matcher.h"

namespace hearth::engine::grammar {
namespace {

// Below so many tokens a walk costs less than the tables.
constexpr std::size_t kFewTokens = 1000;

void join(TokenMask& mask, const TokenMask& more) {
    for (std::size_t i = 0; i < mask.words().size(); ++i) mask.words()[i] |= more.words()[i];
}

}  // namespace

std::shared_ptr<const TokenMask> Matcher::allowed(const MatchState& state) {
    const std::lock_guard lock(mutex_);
    forget();
    const auto id = static_cast<std::size_t>(idOf(state));
    if (kept_[id].mask) return kept_[id].mask;
    auto mask = std::make_shared<TokenMask>(trie_->vocabulary());
    if (state.partial.missing > 0)
        trie_->walk(static_cast<std::int32_t>(id), *mask,
                    [this](std::int32_t from, std::uint8_t byte) { return step(from, byte); });
    else
        for (const std::uint32_t stack : state.stacks)
            if (stack != 0) join(*mask, *stackMask(stack));
    addEnds(state, *mask);
    kept_[id].mask = mask;
    ++masks_;
    return mask;
}

TokenMask Matcher::walked(const MatchState& state) {
    const std::lock_guard lock(mutex_);
    TokenMask mask(trie_->vocabulary());
    trie_->walk(idOf(state), mask, [this](std::int32_t from, std::uint8_t byte) { return step(from, byte); });
    for (const std::uint32_t stack : state.stacks) {
        const auto token = stack != 0 && state.partial.missing == 0 ? setAt(stack).token() : std::nullopt;
        if (token && *token < trie_->vocabulary()) mask.set(*token);
    }
    addEnds(state, mask);
    return mask;
}

// Only a memory of what was computed: states are values, so it may be dropped between two masks.
void Matcher::forget() {
    if (ids_.size() > maxStates || masks_ > maxMasks) {
        ids_.clear();
        kept_.clear();
        masks_ = 0;
    }
    if (stackMasks_.size() > maxMasks) stackMasks_.clear();
    if (after_.size() > maxStates * 8) after_.clear();
    if (exitTokens_ > maxExits || exits_.size() > maxExits) {
        exits_.clear();
        exitTokens_ = 0;
    }
}

void Matcher::addEnds(const MatchState& state, TokenMask& mask) const {
    const auto& words = mask.words();
    const bool stuck = std::all_of(words.begin(), words.end(), [](std::uint64_t word) { return word == 0; });
    if (state.complete() || stuck)
        for (TokenId end : trie_->endTokens()) mask.set(end);
}

std::shared_ptr<const TokenMask> Matcher::stackMask(std::uint32_t stack) {
    if (const auto known = stackMasks_.find(stack); known != stackMasks_.end()) return known->second;
    auto mask = std::make_shared<TokenMask>(trie_->vocabulary());
    if (const auto token = setAt(stack).token()) {
        if (*token < trie_->vocabulary()) mask->set(*token);
    } else if (!addRun(stack, *mask)) {
        MatchState alone;
        alone.stacks = {stack};
        trie_->walk(idOf(std::move(alone)), *mask,
                    [this](std::int32_t from, std::uint8_t byte) { return step(from, byte); });
    }
    return stackMasks_[stack] = std::move(mask);
}

// The stacks after one character of the stack's set: the same for each of them.
const std::vector<std::uint32_t>& Matcher::after(std::uint32_t stack) {
    const auto [it, isNew] = after_.try_emplace(stack);
    if (isNew) it->second = expand({{frames_[stack].symbol + 1, frames_[stack].parent}});
    return it->second;
}

// Where the stack begins a run: it leads to itself, or for a counted run to one like it. A token that is
// wholly in the set is allowed while the run is long enough; any other must leave the run at its first
// character outside of the set, which holds only if nothing that may follow the run begins with a character
// of the set. False where that is not so, and then nothing was added.
bool Matcher::addRun(std::uint32_t stack, TokenMask& mask) {
    const std::uint32_t set = program_.symbols[frames_[stack].symbol].index;
    const auto [known, isNew] = runs_.try_emplace(set);
    if (isNew && trie_->beginning(program_.sets[set]) >= kFewTokens)
        known->second = trie_->runs(program_.sets[set]);
    if (!known->second) return false;
    const RunTable& runs = *known->second;
    std::vector<std::vector<std::uint32_t>> exits;  // after 1, 2, … characters
    std::size_t length = 0;                         // of the run, or more than any token has
    const std::size_t longest = runs.longest() + 1;
    for (std::uint32_t at = stack; length < longest;) {
        ++length;
        std::uint32_t next = 0;
        exits.emplace_back();
        for (const std::uint32_t follower : after(at)) {
            if (follower == 0) continue;
            if (next == 0 && program_.symbols[frames_[follower].symbol].index == set)
                next = follower;
            else if (setAt(follower).meets(program_.sets[set]))
                return false;
            else
                exits.back().push_back(follower);
        }
        if (next == 0) break;
        at = next;
    }
    join(mask, runs.within(length));
    for (std::size_t n = 1; n <= std::min(exits.size(), runs.longest()); ++n)
        for (const std::uint32_t exit : exits[n - 1]) addExits(runs, n, exit, mask);
    return true;
}

void Matcher::addExits(const RunTable& runs, std::size_t characters, std::uint32_t stack, TokenMask& mask) {
    if (runs.exits(characters).nodes().empty()) return;
    const auto [it, isNew] = exits_.try_emplace({&runs, characters, stack});
    if (isNew) {
        MatchState alone;
        alone.stacks = {stack};
        std::vector<TokenId>& tokens = it->second;
        runs.exits(characters)
            .walk(
                idOf(std::move(alone)),
                [this](std::int32_t from, std::uint8_t byte) { return step(from, byte); },
                [&tokens](TokenId id) { tokens.push_back(id); });
        exitTokens_ += tokens.size();
    }
    for (const TokenId id : it->second) mask.set(id);
}

}  // namespace hearth::engine::grammar
