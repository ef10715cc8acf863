// Kinds of personal data as people call them: US_SSN is "Social security number (USA)". Constant data; any
// thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::privacy {

// In English; the window translates it in the context "kinds". Null for a kind that is not known here.
const char* kindName(std::string_view kind);
// Every kind that has a name.
std::vector<std::string> namedKinds();

}  // namespace hearth::privacy
