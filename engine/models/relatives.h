// Architectures that are llama with small differences: one file each, all through loadLlamaVariant.
#pragma once

#include <memory>

#include "base/result.h"
#include "models/network.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Network>> loadMiniCpm(const NetworkSource& source);
base::Result<std::unique_ptr<Network>> loadPhi3(const NetworkSource& source);
base::Result<std::unique_ptr<Network>> loadQwen2(const NetworkSource& source);
base::Result<std::unique_ptr<Network>> loadQwen3(const NetworkSource& source);
base::Result<std::unique_ptr<Network>> loadSmolLm3(const NetworkSource& source);

}  // namespace hearth::engine
