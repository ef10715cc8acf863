// Text in pictures, recognized by tesseract where it is installed. Slow: seconds for a page.
#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/reader.h"

namespace hearth::rag {

// Writes the paragraphs that stand in the picture. Errors: NoProgram, TooSlow, Damaged.
ReadResult recognizeText(std::string_view picture, std::uint32_t page, const Source& source,
                         BlockWriter& out);

}  // namespace hearth::rag
