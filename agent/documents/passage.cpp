#include "documents/passage.h"

namespace hearth::agent {

std::string placeOf(const Source& source) {
    std::string out;
    const auto add = [&out](const std::string& part) { out += (out.empty() ? "" : ", ") + part; };
    if (source.page != 0) add("page " + std::to_string(source.page));
    if (!source.cell.empty())
        add((source.sheet.empty() ? "" : source.sheet + " ") + source.cell);
    else if (!source.sheet.empty())
        add(source.sheet);
    std::string path;
    for (const std::string& heading : source.headings) path += (path.empty() ? "" : " › ") + heading;
    if (!path.empty()) add(path);
    if (out.empty() && source.line != 0) add("line " + std::to_string(source.line));
    return out;
}

namespace documents {

Source sourceOf(const Passage& passage, int number) {
    const rag::Chunk& chunk = passage.chunk();
    Source out;
    out.number = number;
    out.document = passage.found.chunk.document;
    out.chunk = passage.found.chunk.id;
    out.path = rag::filePath(chunk.path);
    out.title = passage.found.chunk.title;
    out.headings = chunk.headings;
    out.page = chunk.location.page;
    out.line = chunk.location.firstLine;
    out.sheet = chunk.location.sheet;
    out.cell = chunk.location.cell;
    out.text = chunk.text;
    out.markBegin = passage.markBegin;
    out.markEnd = passage.markEnd;
    return out;
}

std::string withHeadings(const Passage& passage) {
    std::string out = passage.found.chunk.title;
    for (const std::string& heading : passage.chunk().headings) out += "\n" + heading;
    return out + "\n" + passage.chunk().text;
}

}  // namespace documents

}  // namespace hearth::agent
