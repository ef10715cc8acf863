// An answer from documents as the page shows it: its citations are links to be drawn as chips, its sentences
// that no passage supports are links to be drawn with a line below. Pure; any thread.
#pragma once

#include <string>

#include "agent/documents.h"

namespace hearth::app {

inline constexpr const char* kSourceLink = "hearth-source:";            // then the number
inline constexpr const char* kUnsupportedLink = "hearth-unsupported:";  // then the statement's, from 0

// Markdown. Numbers in brackets that are no sources stay as they are.
std::string citedText(const std::string& answer, const agent::DocumentAnswer& documents);

}  // namespace hearth::app
