// Base64 (RFC 4648, with padding): bytes of any kind inside JSON. Pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearth::base {

std::string base64Encode(std::string_view bytes);
std::optional<std::string> base64Decode(std::string_view text);  // nothing: not base64

}  // namespace hearth::base
