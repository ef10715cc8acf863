// Every identifier that is known. Adding one is a file of its own and a line in registry.cpp.
#pragma once

#include <vector>

#include "detectors/detector.h"

namespace hearth::privacy {

std::vector<Detector> allDetectors();

}  // namespace hearth::privacy
