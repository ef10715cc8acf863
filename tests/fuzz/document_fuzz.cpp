// A document of any kind that is read without another program: a reason to skip it, or blocks and chunks that
// are whole. The first line of the bytes is the file's name.
#include <cstdlib>

#include "base/utf8.h"
#include "fuzz/targets.h"
#include "ingest/format_detection.h"
#include "ingest/reader.h"
#include "rag/chunker.h"

namespace hearth::fuzz {

namespace {

void check(bool holds) {
    if (!holds) std::abort();
}

void checkChunks(const rag::ParsedDocument& document, const std::string& text) {
    const auto tokens = [](std::string_view part) { return static_cast<std::uint32_t>(part.size() / 4 + 1); };
    std::uint64_t reached = 0;
    for (const rag::Chunk& each : rag::chunk(document, tokens, {40, 60, 8})) {
        check(each.begin <= each.end && each.end <= text.size());
        check(text.compare(each.begin, each.end - each.begin, each.text) == 0 &&
              base::isValidUtf8(each.text));
        check(each.end >= reached);
        reached = each.end;
    }
}

}  // namespace

void document(const std::uint8_t* data, std::size_t size) {
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const std::size_t line = all.find('\n');
    if (line == std::string_view::npos) return;
    rag::Source source;
    source.name = std::string(all.substr(0, line));
    source.bytes = all.substr(line + 1);
    source.deadline = {};  // no other programs
    const rag::DocumentKind kind = rag::detectFormat(source.bytes, source.name).kind;
    if (kind == rag::DocumentKind::Pdf || kind == rag::DocumentKind::Image) return;

    rag::ParsedDocument parsed;
    std::string text;
    rag::BlockWriter out(
        [&](const rag::Block& block) {
            check(!block.text.empty() && base::isValidUtf8(block.text));
            check(block.begin == text.size() && block.end == block.begin + block.text.size());
            text += block.text + "\n";
            parsed.blocks.push_back(block);
        },
        1 << 20);
    rag::DocumentKind found = kind;
    if (const auto read = rag::readDocument(source, out, found); !read) check(!read.error().message.empty());
    checkChunks(parsed, text);
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::document)
