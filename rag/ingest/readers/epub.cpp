// Books: the chapters in the order of the spine, each of them a page of HTML. Source: EPUB 3.3.
#include <map>
#include <string>

#include "ingest/html_blocks.h"
#include "ingest/reader.h"
#include "ingest/text_encoding.h"
#include "ingest/xml.h"
#include "ingest/zip_archive.h"

namespace hearth::rag {

namespace {

using pugi::xml_node;

// "a%20b.xhtml" → "a b.xhtml".
std::string percentDecoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digit = [&](std::size_t at) {
            const std::string_view digits = "0123456789abcdef";
            return at < text.size() ? digits.find(static_cast<char>(text[at] | 0x20))
                                    : std::string_view::npos;
        };
        const std::size_t high = digit(i + 1), low = digit(i + 2);
        if (text[i] == '%' && high != std::string_view::npos && low != std::string_view::npos) {
            out.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            out.push_back(text[i]);
        }
    }
    return out;
}

}  // namespace

ReadResult readEpub(const Source& source, BlockWriter& out) {
    const auto archive = ZipArchive::open(source.bytes);
    if (!archive) return tl::unexpected(archive.error());
    const auto container = readXml(*archive, "META-INF/container.xml");
    if (!container) return tl::unexpected(container.error());
    const std::string package(attributeOf(descendant(**container, "rootfile"), "full-path"));
    const auto opf = readXml(*archive, package);
    if (!opf) return tl::unexpected(opf.error());
    if (archive->has("META-INF/rights.xml"))
        return unreadable(SkipReason::Protected, "The book is protected against copying.");
    takeProperties(*archive, package, out);

    const std::string folder = package.substr(0, package.rfind('/') + 1);
    std::map<std::string, std::string, std::less<>> files;
    for (const xml_node& item : descendant(**opf, "manifest").children())
        files[std::string(attributeOf(item, "id"))] = percentDecoded(attributeOf(item, "href"));
    for (const xml_node& entry : descendant(**opf, "spine").children()) {
        const auto file = files.find(attributeOf(entry, "idref"));
        if (file == files.end() || out.full()) continue;
        const std::string name = normalPath(folder + file->second);
        const auto chapter = archive->read(name);
        if (!chapter) {
            if (chapter.error().reason == SkipReason::Bomb) return tl::unexpected(chapter.error());
            out.warn("A chapter (" + name + ") cannot be read: " + chapter.error().message);
            continue;
        }
        out.setPart(name);
        out.clearHeadings();
        writeHtml(decodeText(*chapter).text, 0, out);
    }
    out.setPart({});
    return {};
}

}  // namespace hearth::rag
