// SHA-256 (FIPS 180-4) of data that comes in pieces, computed by libsodium. A value; one thread at a time.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/cancel.h"
#include "base/result.h"

namespace hearth::privacy {

class Sha256 {
  public:
    Sha256();
    void add(std::string_view bytes);
    // 64 lower-case hexadecimal digits; ends the computation.
    std::string hex();

    // Adds a whole file. Errors: Io, Cancelled.
    base::Result<void> addFile(const std::filesystem::path& file, base::CancelToken cancel = {});

  private:
    alignas(std::max_align_t) std::array<unsigned char, 128> state_;
};

// Whether the text is 64 hexadecimal digits in lower case.
bool isSha256(std::string_view text);

}  // namespace hearth::privacy
