// PDF through poppler's programs, which stay separate ones: pdftotext gives words with their places, from
// which paragraphs and headings are made; pages without words are drawn and their text is recognized.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <string>

#include "ingest/lines.h"
#include "ingest/program.h"
#include "ingest/reader.h"
#include "ingest/recognized_text.h"
#include "ingest/xml.h"

namespace hearth::rag {

namespace {

using pugi::xml_node;

constexpr int pagesAtOnce = 50;

struct PdfAbout {
    int pages = 0;
};

ReadResult failureOf(const ProgramOutput& output) {
    if (!output.found)
        return unreadable(SkipReason::NoProgram,
                          "PDF is read by pdftotext, which is not installed (package poppler-utils).");
    if (!output.inTime) return unreadable(SkipReason::TooSlow, "Reading its pages takes too long.");
    if (output.complaint.find("ncorrect password") != std::string::npos)
        return unreadable(SkipReason::Protected, "It is protected by a password.");
    if (!output.whole) return unreadable(SkipReason::Bomb, "Its pages hold far more text than pages do.");
    if (output.status >= 128)
        return unreadable(SkipReason::Crashed, "The program that reads PDF ended with signal " +
                                                   std::to_string(output.status - 128) + ".");
    return unreadable(SkipReason::Damaged, "It is no PDF that can be read.");
}

tl::expected<PdfAbout, ReadFailure> about(const Source& source, BlockWriter& out) {
    const ProgramOutput output = runOn(source, {"pdfinfo", "-isodates", "-enc", "UTF-8", "-"});
    PdfAbout result;
    forEachLine(output.text, [&](std::string_view line, std::uint32_t) {
        const std::size_t colon = line.find(':');
        const std::size_t value =
            line.find_first_not_of(' ', colon == std::string_view::npos ? colon : colon + 1);
        if (value == std::string_view::npos) return true;
        const std::string_view field = line.substr(0, colon), text = line.substr(value);
        if (field == "Title") out.title(text);
        if (field == "Pages") result.pages = numberOf(text, 0, 1 << 24);
        if (field == "ModDate" || (field == "CreationDate" && out.date() == 0)) out.date(parseIsoDate(text));
        return true;
    });
    if (output.status != 0 || result.pages == 0) return tl::unexpected(failureOf(output).error());
    return result;
}

double attributeNumber(const xml_node& node, const char* name) {
    return node.attribute(name).as_double();
}

// The height of most of the text: headings stand out from it.
double usualHeight(const xml_node& root) {
    std::map<int, std::size_t> letters;  // by tenths of a point
    forEachBelow(root, [&](const xml_node& node) {
        if (localName(node) != "word") return true;
        const double height = attributeNumber(node, "yMax") - attributeNumber(node, "yMin");
        if (height > 0 && height < 1000)
            letters[static_cast<int>(height * 10)] += std::char_traits<char>::length(node.text().get());
        return false;
    });
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? 0 : most->first / 10.0;
}

struct TextBlock {
    std::string text;
    double height = 0;  // of its highest word
    int lines = 0;
};

// Words and lines joined; a word that a line's end divides becomes whole again.
TextBlock textOf(const xml_node& block) {
    TextBlock out;
    for (const xml_node& line : block.children()) {
        if (localName(line) != "line") continue;
        ++out.lines;
        bool first = true;
        for (const xml_node& word : line.children()) {
            const std::string_view text = word.text().get();
            if (text.empty()) continue;
            const bool divided = first && out.text.size() > 1 && out.text.back() == '-' && text[0] >= 'a' &&
                                 text[0] <= 'z' && out.text[out.text.size() - 2] != ' ';
            if (divided)
                out.text.pop_back();
            else if (!out.text.empty())
                out.text.push_back(' ');
            out.text += text;
            first = false;
            out.height = std::max(out.height, attributeNumber(word, "yMax") - attributeNumber(word, "yMin"));
        }
    }
    return out;
}

int headingLevel(const TextBlock& block, double usual) {
    if (usual <= 0 || block.lines > 3 || block.text.size() > 160 || block.text.empty()) return 0;
    const char last = block.text.back();
    if (last == '.' || last == ',' || last == ';') return 0;
    const double ratio = block.height / usual;
    return ratio >= 1.7 ? 1 : ratio >= 1.35 ? 2 : ratio >= 1.12 ? 3 : 0;
}

class PdfBlocks {
  public:
    PdfBlocks(const Source& source, BlockWriter& out) : source_(source), out_(out) {}

    ReadResult pages(int first, int last) {
        const ProgramOutput output =
            runOn(source_, {"pdftotext", "-q", "-bbox-layout", "-enc", "UTF-8", "-f", std::to_string(first),
                            "-l", std::to_string(last), "-", "-"});
        if (output.status != 0 || !output.whole) return failureOf(output);
        const auto document = parseXml(output.text, "pages " + std::to_string(first) + " and on");
        if (!document) return tl::unexpected(document.error());
        const double usual = usualHeight(**document);
        int number = first;
        ReadResult result;
        forEachBelow(**document, [&](const xml_node& node) {
            if (localName(node) != "page") return true;
            if (result && !out_.full()) result = page(node, static_cast<std::uint32_t>(number++), usual);
            return false;
        });
        return result;
    }

    bool recognized() const { return recognized_ > 0; }
    int unread() const { return unread_; }

  private:
    ReadResult page(const xml_node& node, std::uint32_t number, double usual) {
        Location location;
        location.page = number;
        bool any = false;
        forEachBelow(node, [&](const xml_node& inner) {
            if (localName(inner) != "block") return true;
            const TextBlock block = textOf(inner);
            any = any || block.text.find_first_not_of(' ') != std::string::npos;
            if (const int level = headingLevel(block, usual))
                out_.heading(level, block.text, location);
            else
                out_.add(BlockKind::Paragraph, block.text, location);
            return false;
        });
        return any ? ReadResult() : scan(number);
    }

    // A page that is a picture. That it cannot be read does not lose the others.
    ReadResult scan(std::uint32_t number) {
        if (std::chrono::steady_clock::now() > source_.deadline || noProgram_) {
            ++unread_;
            return {};
        }
        const std::string page = std::to_string(number);
        const ProgramOutput drawn =
            runOn(source_, {"pdftoppm", "-q", "-r", "200", "-gray", "-png", "-f", page, "-l", page, "-"});
        if (drawn.status != 0 || drawn.text.empty()) {
            ++unread_;
            return {};
        }
        const ReadResult read = recognizeText(drawn.text, number, source_, out_);
        if (read) {
            ++recognized_;
        } else {
            ++unread_;
            noProgram_ = read.error().reason == SkipReason::NoProgram;
            if (noProgram_) out_.warn(read.error().message);
        }
        return {};
    }

    const Source& source_;
    BlockWriter& out_;
    int recognized_ = 0, unread_ = 0;
    bool noProgram_ = false;
};

}  // namespace

ReadResult readPdf(const Source& source, BlockWriter& out) {
    const auto document = about(source, out);
    if (!document) return tl::unexpected(document.error());
    PdfBlocks blocks(source, out);
    for (int first = 1; first <= document->pages && !out.full(); first += pagesAtOnce) {
        const ReadResult read = blocks.pages(first, std::min(first + pagesAtOnce - 1, document->pages));
        if (!read) return read;
    }
    if (blocks.recognized())
        out.warn("Some of its pages are pictures; their text was recognized and may have mistakes.");
    if (blocks.unread() > 0)
        out.warn(std::to_string(blocks.unread()) +
                 " of its pages are pictures whose text could not be read.");
    return {};
}

}  // namespace hearth::rag
