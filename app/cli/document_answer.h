// An answer from documents in lines of text, for the command line. Pure.
#pragma once

#include <string>

#include "agent/documents.h"

namespace hearth::app::cli {

// The answer without marks of Markdown, then each source with file and place, and what was searched.
std::string answerText(const agent::DocumentAnswer& documents, const std::string& markdown);

}  // namespace hearth::app::cli
