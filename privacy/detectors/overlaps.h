// Which of several findings stay where they overlap. Pure; any thread.
#pragma once

#include <vector>

#include "privacy/finder.h"

namespace hearth::privacy {

// The likeliest first, of equals the longest, each unless it overlaps one that stays; in order of place.
std::vector<Finding> withoutOverlaps(std::vector<Finding> findings);

}  // namespace hearth::privacy
