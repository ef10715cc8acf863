#include <algorithm>
#include <array>

#include "ingest/format_detection.h"
#include "ingest/reader.h"

namespace hearth::rag {

namespace {

constexpr int mostDepth = 5;  // of attachments in attachments

struct Entry {
    DocumentKind kind;
    Reader read;
};

// One line for each kind of document.
constexpr std::array entries = {
    Entry{DocumentKind::Text, readText},       Entry{DocumentKind::Markdown, readMarkdown},
    Entry{DocumentKind::Html, readHtml},       Entry{DocumentKind::Pdf, readPdf},
    Entry{DocumentKind::Docx, readDocx},       Entry{DocumentKind::Odt, readOpenDocument},
    Entry{DocumentKind::Pptx, readPptx},       Entry{DocumentKind::Xlsx, readXlsx},
    Entry{DocumentKind::Csv, readCsv},         Entry{DocumentKind::Epub, readEpub},
    Entry{DocumentKind::Rtf, readRtf},         Entry{DocumentKind::Mail, readMail},
    Entry{DocumentKind::Mailbox, readMailbox}, Entry{DocumentKind::Calendar, readCalendar},
    Entry{DocumentKind::Code, readCode},       Entry{DocumentKind::Image, readImage},
};

}  // namespace

ReadResult readDocument(const Source& source, BlockWriter& out, DocumentKind& kind) {
    const DetectedFormat format = detectFormat(source.bytes, source.name);
    kind = format.kind;
    if (kind == DocumentKind::Unknown) return unreadable(format.reason, format.message);
    if (source.depth > mostDepth)
        return unreadable(SkipReason::Bomb, "It is nested too deeply in other documents.");
    const auto entry =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& each) { return each.kind == kind; });
    if (entry == entries.end()) return unreadable(SkipReason::UnknownKind, "There is no reader for it.");
    const std::uint64_t before = out.written();
    const ReadResult read = entry->read(source, out);
    if (!read) return read;
    if (out.written() == before && !out.full())
        return unreadable(SkipReason::Empty, "There is no text in it.");
    return {};
}

}  // namespace hearth::rag
