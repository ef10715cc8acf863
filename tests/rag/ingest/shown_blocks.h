// Reads bytes as a document in this process and shows its blocks as lines that a table of expectations can
// hold: "kind [heading > heading] @place: text".
#pragma once

#include <string>
#include <vector>

#include "ingest/reader.h"

namespace hearth::rag::tests {

struct ShownDocument {
    DocumentKind kind = DocumentKind::Unknown;
    std::string title;
    std::int64_t date = 0;
    std::vector<std::string> blocks;
    std::vector<std::string> warnings;
    std::string failure;  // "reason: message"
};

inline std::string placeOf(const Location& at) {
    std::string out;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) out += (out.empty() ? "" : " ") + std::string(name) + value;
    };
    add("p", at.page > 0 ? std::to_string(at.page) : "");
    add("l", at.firstLine > 0 ? std::to_string(at.firstLine) +
                                    (at.lastLine > at.firstLine ? "-" + std::to_string(at.lastLine) : "")
                              : "");
    add("", at.sheet.empty() ? "" : at.sheet + "!" + at.cell);
    add("m=", at.message);
    add("in=", at.part);
    return out;
}

inline std::string shown(const Block& block) {
    std::string headings;
    for (const std::string& heading : block.headings) headings += (headings.empty() ? "" : " > ") + heading;
    const std::string place = placeOf(block.location);
    return std::string(toString(block.kind)) + (block.level > 0 ? std::to_string(block.level) : "") +
           (headings.empty() ? "" : " [" + headings + "]") + (place.empty() ? "" : " @" + place) + ": " +
           block.text;
}

inline ShownDocument show(std::string_view bytes, const std::string& name, std::uint64_t mostText = 1 << 20) {
    ShownDocument out;
    BlockWriter writer([&](const Block& block) { out.blocks.push_back(shown(block)); }, mostText);
    Source source;
    source.bytes = bytes;
    source.name = name;
    source.deadline = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    if (const ReadResult read = readDocument(source, writer, out.kind); !read)
        out.failure = std::string(toString(read.error().reason)) + ": " + read.error().message;
    out.title = writer.title();
    out.date = writer.date();
    out.warnings = writer.warnings();
    return out;
}

}  // namespace hearth::rag::tests
