// The host of a web address, as rules of egress name it. Pure function.
#pragma once

#include <string>

#include "base/result.h"

namespace hearth::privacy {

// Lower case, without port. Errors: InvalidInput, Unsupported, as Egress::send gives them.
base::Result<std::string> hostOf(const std::string& url);

}  // namespace hearth::privacy
