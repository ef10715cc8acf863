// What kind of document some bytes are: by their content first, by the ending of the file's name where the
// content leaves it open (Markdown and source code are text like any other). Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "rag/document.h"

namespace hearth::rag {

struct DetectedFormat {
    DocumentKind kind = DocumentKind::Unknown;
    SkipReason reason = SkipReason::UnknownKind;  // where the kind is Unknown
    std::string message;                          // and what to say then
};

// `name` is the file's name, or empty.
DetectedFormat detectFormat(std::string_view bytes, std::string_view name);

// The ending in lower case without the dot; "" for none.
std::string endingOf(std::string_view name);

}  // namespace hearth::rag
