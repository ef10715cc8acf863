// Which of several findings stay where they overlap. Pure; any thread.
#pragma once

#include <cstddef>
#include <vector>

namespace hearth::privacy {

struct Candidate {
    std::size_t start = 0;
    std::size_t end = 0;  // exclusive
    double score = 0;
    std::size_t rank = 0;  // of equals the one with the least stays
};

// The likeliest first, of equals the longest, each unless it overlaps one that stays: their indices, in order
// of place.
std::vector<std::size_t> withoutOverlaps(const std::vector<Candidate>& candidates);

}  // namespace hearth::privacy
