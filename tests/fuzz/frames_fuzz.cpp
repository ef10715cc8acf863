// What the reader's process sends, if a document took it over: refused, or blocks within their bounds.
#include "ingest/frames.h"

#include <cstdlib>

#include "fuzz/targets.h"
#include "ingest/lines.h"
#include "rag/page_picture.h"

namespace hearth::fuzz {

void frames(const std::uint8_t* data, std::size_t size) {
    constexpr std::uint64_t most = 4096;
    rag::FrameReader reader(most);
    rag::forEachLine({reinterpret_cast<const char*>(data), size},
                     [&](std::string_view line, std::uint32_t) { return reader.take(line).has_value(); });
    for (const rag::Block& block : reader.parsed().blocks)
        if (block.text.empty() || block.end - block.begin != block.text.size() || block.end > most)
            std::abort();
    if (const auto page = rag::readPageText({reinterpret_cast<const char*>(data), size}))
        (void)rag::passageBoxes(*page, page->colours);
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::frames)
