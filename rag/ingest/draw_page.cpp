#include "ingest/draw_page.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "ingest/lines.h"
#include "ingest/program.h"
#include "ingest/xml.h"

namespace hearth::rag {

namespace {

constexpr int kMostHeight = 16000;  // dots

int pagesOf(const Source& source) {
    int pages = 0;
    forEachLine(runOn(source, {"pdfinfo", "-"}).text, [&](std::string_view line, std::uint32_t) {
        constexpr std::string_view field = "Pages:";
        if (!line.starts_with(field)) return true;
        line.remove_prefix(field.size());
        while (line.starts_with(' ')) line.remove_prefix(1);
        pages = numberOf(line, 0, 1 << 24);
        return false;
    });
    return pages;
}

// "P6\n<width> <height>\n255\n" and three bytes a dot. Source: netpbm, ppm(5).
bool takeColours(const std::string& ppm, PagePicture& into) {
    const char* const end = ppm.data() + ppm.size();
    if (!ppm.starts_with("P6\n")) return false;
    const auto width = std::from_chars(ppm.data() + 3, end, into.width);
    if (width.ec != std::errc() || width.ptr == end) return false;
    const auto height = std::from_chars(width.ptr + 1, end, into.height);
    const std::string_view depth = "\n255\n";
    const std::string_view rest(height.ptr, static_cast<std::size_t>(end - height.ptr));
    if (height.ec != std::errc() || !rest.starts_with(depth)) return false;
    into.colours = rest.substr(depth.size());
    return into.colours.size() ==
           static_cast<std::size_t>(into.width) * static_cast<std::size_t>(into.height) * 3;
}

void takeWords(const std::string& xml, PagePicture& into) {
    const auto document = parseXml(xml, "words");
    if (!document) return;  // the page is shown without a mark
    const pugi::xml_node page = descendant(**document, "page");
    const double width = page.attribute("width").as_double(), height = page.attribute("height").as_double();
    if (width <= 0 || height <= 0) return;
    forEachBelow(page, [&](const pugi::xml_node& node) {
        if (localName(node) != "word") return true;
        into.words.push_back(
            {node.text().get(),
             {node.attribute("xMin").as_double() / width, node.attribute("yMin").as_double() / height,
              node.attribute("xMax").as_double() / width, node.attribute("yMax").as_double() / height}});
        return false;
    });
}

tl::expected<PagePicture, ReadFailure> drawPdf(const Source& source, int page, int width) {
    PagePicture out;
    out.pages = pagesOf(source);
    if (out.pages == 0) return unreadable(SkipReason::Damaged, "It is no PDF that can be drawn.");
    out.page = std::clamp(page, 1, out.pages);
    const std::string number = std::to_string(out.page);
    const ProgramOutput drawn = runOn(source, {"pdftoppm", "-q", "-f", number, "-l", number, "-scale-to-x",
                                               std::to_string(width), "-scale-to-y", "-1", "-"});
    if (!drawn.found) return unreadable(SkipReason::NoProgram, "pdftoppm is not installed (poppler-utils).");
    if (!takeColours(drawn.text, out)) return unreadable(SkipReason::Damaged, "The page cannot be drawn.");
    takeWords(runOn(source, {"pdftotext", "-q", "-bbox-layout", "-enc", "UTF-8", "-f", number, "-l", number,
                             "-", "-"})
                  .text,
              out);
    return out;
}

struct PixEnd {
    void operator()(PIX* picture) const { pixDestroy(&picture); }
};
using Picture = std::unique_ptr<PIX, PixEnd>;

tl::expected<PagePicture, ReadFailure> drawPicture(const Source& source, int width) {
    setMsgSeverity(L_SEVERITY_NONE);
    const Picture read(
        pixReadMem(reinterpret_cast<const l_uint8*>(source.bytes.data()), source.bytes.size()));
    const Picture full(read ? pixConvertTo32(read.get()) : nullptr);
    if (!full) return unreadable(SkipReason::Damaged, "The picture cannot be drawn.");
    const int wanted = std::min(width, pixGetWidth(full.get()));
    const Picture shown(wanted == pixGetWidth(full.get()) ? pixClone(full.get())
                                                          : pixScaleToSize(full.get(), wanted, 0));
    if (!shown || pixGetHeight(shown.get()) > kMostHeight)
        return unreadable(SkipReason::TooLarge, "The picture is too high to be drawn.");
    PagePicture out;
    out.width = pixGetWidth(shown.get());
    out.height = pixGetHeight(shown.get());
    const l_uint32* dots = pixGetData(shown.get());
    const int stride = pixGetWpl(shown.get());
    out.colours.reserve(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 3);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            const l_uint32 dot =
                dots[static_cast<std::ptrdiff_t>(y) * stride + x];  // red in the highest byte
            for (const int shift : {24, 16, 8}) out.colours.push_back(static_cast<char>(dot >> shift & 0xff));
        }
    return out;
}

}  // namespace

tl::expected<PagePicture, ReadFailure> drawPage(const Source& source, DocumentKind kind, int page,
                                                int width) {
    if (kind == DocumentKind::Pdf) return drawPdf(source, page, width);
    if (kind == DocumentKind::Image) return drawPicture(source, width);
    return unreadable(SkipReason::UnknownKind, "It has no pages.");
}

}  // namespace hearth::rag
