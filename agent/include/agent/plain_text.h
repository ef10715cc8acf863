// Markdown of an answer as a terminal shows it. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace hearth::agent {

// Without escapes and the marks of bold and quotes; everything else stays as it is.
std::string plainText(std::string_view markdown);

}  // namespace hearth::agent
