// The architectures that can be run: one row each in registry.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "models/encoder.h"
#include "models/network.h"

namespace hearth::engine {

// Unsupported, with what is known, for another architecture.
base::Result<void> requireArchitecture(const gguf::File& file, std::string_view name);

// For models that write. InvalidInput, naming key or tensor and offset, where the file does not fit together;
// OutOfMemory; Cancelled; and as above.
base::Result<std::unique_ptr<Network>> loadNetwork(const NetworkSource& source);

// For models that embed: encoders proper, and decoders, whose last layer then gives the vectors. Errors as
// above.
base::Result<std::unique_ptr<Encoder>> loadEncoder(const NetworkSource& source);

}  // namespace hearth::engine
