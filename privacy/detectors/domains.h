// Names of top-level domains. Pure functions; any thread.
#pragma once

#include <string_view>

namespace hearth::privacy {

// A name that may be a top-level domain: two letters and more, or an internationalized one (xn--…).
bool isTopLevel(std::string_view name);

// One so common that a bare "host.name" is taken for an address: countries, and the well-known generic ones.
bool isCommonTopLevel(std::string_view name);

}  // namespace hearth::privacy
