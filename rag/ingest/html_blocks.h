// HTML in UTF-8 as blocks: what the HTML, EPUB, mail and Markdown readers share. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/block_writer.h"

namespace hearth::rag {

// `linesBefore`: how many lines of the file stand above the text.
void writeHtml(std::string_view utf8, std::uint32_t linesBefore, BlockWriter& out);

}  // namespace hearth::rag
