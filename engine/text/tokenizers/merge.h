// Byte-pair merging: a word as a row of symbols, of which the two neighbours that merge best are joined again
// and again (Sennrich et al. 2016). Short words by looking at all pairs, long ones with a queue, so that time
// stays close to linear in the length. Used by one thread; a Merger keeps its memory between words.
#pragma once

#include <cstdint>
#include <optional>
#include <queue>
#include <vector>

namespace hearth::engine {

struct Symbol {
    std::uint32_t begin = 0;   // in the text of the word
    std::uint32_t length = 0;  // bytes
    std::int32_t id = -1;      // of the token, where the kind of tokenizer uses it
};

// What two neighbours become: the pair with the smallest rank merges first, of equal ones the leftmost.
template <typename Rank>
struct Merge {
    Rank rank;
    std::int32_t id;
};

template <typename Rank>
class Merger {
  public:
    std::vector<Symbol> symbols;  // in: the symbols of a word; out: what they became

    // `merge(left, right)` gives std::optional<Merge<Rank>>.
    template <typename Lookup>
    void run(const Lookup& merge) {
        if (symbols.size() < 2) return;
        if (symbols.size() <= kShort)
            runShort(merge);
        else
            runLong(merge);
    }

  private:
    static constexpr std::size_t kShort = 32;

    template <typename Lookup>
    void runShort(const Lookup& merge) {
        std::optional<Merge<Rank>> pairs[kShort];
        std::size_t count = symbols.size();
        for (std::size_t i = 0; i + 1 < count; ++i) pairs[i] = merge(symbols[i], symbols[i + 1]);
        for (;;) {
            std::size_t best = count;
            for (std::size_t i = 0; i + 1 < count; ++i)
                if (pairs[i] && (best == count || pairs[i]->rank < pairs[best]->rank)) best = i;
            if (best == count) break;
            join(symbols[best], symbols[best + 1], pairs[best]->id);
            --count;
            for (std::size_t i = best + 1; i < count; ++i) symbols[i] = symbols[i + 1];
            for (std::size_t i = best; i + 1 < count; ++i) pairs[i] = pairs[i + 1];
            if (best > 0) pairs[best - 1] = merge(symbols[best - 1], symbols[best]);
            if (best + 1 < count) pairs[best] = merge(symbols[best], symbols[best + 1]);
        }
        symbols.resize(count);
    }

    struct Candidate {
        Rank rank;
        std::uint32_t left;   // index of the symbol
        std::uint32_t bytes;  // both together had when the pair was found: else it is out of date
        std::int32_t id;
        bool operator<(const Candidate& other) const {  // the queue gives the largest first
            return other.rank < rank || (!(rank < other.rank) && other.left < left);
        }
    };

    template <typename Lookup>
    void runLong(const Lookup& merge) {
        const auto count = static_cast<std::uint32_t>(symbols.size());
        next_.resize(count);
        previous_.resize(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            next_[i] = i + 1;
            previous_[i] = i - 1;  // of the first: never followed
        }
        std::priority_queue<Candidate> queue;
        const auto offer = [&](std::uint32_t left) {
            const std::uint32_t right = next_[left];
            if (const auto found = merge(symbols[left], symbols[right]))
                queue.push({found->rank, left, symbols[left].length + symbols[right].length, found->id});
        };
        for (std::uint32_t i = 0; i + 1 < count; ++i) offer(i);
        while (!queue.empty()) {
            const Candidate top = queue.top();
            queue.pop();
            const std::uint32_t left = top.left;
            if (symbols[left].length == 0 || next_[left] >= count) continue;
            const std::uint32_t right = next_[left];
            if (symbols[left].length + symbols[right].length != top.bytes) continue;
            join(symbols[left], symbols[right], top.id);
            symbols[right].length = 0;
            next_[left] = next_[right];
            if (next_[left] < count) {
                previous_[next_[left]] = left;
                offer(left);
            }
            if (left != 0) offer(previous_[left]);
        }
        std::size_t kept = 0;
        for (std::uint32_t i = 0; i < count; i = next_[i]) symbols[kept++] = symbols[i];
        symbols.resize(kept);
    }

    static void join(Symbol& left, const Symbol& right, std::int32_t id) {
        left.length += right.length;
        left.id = id;
    }

    std::vector<std::uint32_t> next_;
    std::vector<std::uint32_t> previous_;
};

}  // namespace hearth::engine
