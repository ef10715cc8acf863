// Sizes as people read them. Pure functions.
#pragma once

#include <cstdint>
#include <string>

namespace hearth::app {

// "12 bytes", "2.3 GiB".
std::string sizeText(std::uint64_t bytes);

}  // namespace hearth::app
