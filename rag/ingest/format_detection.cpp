#include "ingest/format_detection.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>

#include "ingest/code_language.h"
#include "ingest/text_encoding.h"
#include "ingest/zip_archive.h"

namespace hearth::rag {

namespace {

using std::string_view;

bool oneOf(string_view word, std::initializer_list<string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower(string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

DetectedFormat known(DocumentKind kind) {
    return {kind, SkipReason::UnknownKind, {}};
}

DetectedFormat unknown(SkipReason reason, std::string message) {
    return {DocumentKind::Unknown, reason, std::move(message)};
}

DetectedFormat insideZip(string_view bytes) {
    const auto archive = ZipArchive::open(bytes);
    if (!archive) return unknown(archive.error().reason, archive.error().message);
    if (const auto type = archive->read("mimetype"); type) {
        if (type->rfind("application/epub+zip", 0) == 0) return known(DocumentKind::Epub);
        if (type->rfind("application/vnd.oasis.opendocument.", 0) == 0) return known(DocumentKind::Odt);
    }
    if (archive->has("word/document.xml")) return known(DocumentKind::Docx);
    if (archive->has("ppt/presentation.xml")) return known(DocumentKind::Pptx);
    if (archive->has("xl/workbook.xml")) return known(DocumentKind::Xlsx);
    if (archive->has("META-INF/container.xml")) return known(DocumentKind::Epub);
    return unknown(SkipReason::UnknownKind, "It is an archive; unpack it to have its files read.");
}

// Microsoft's compound files: the office formats before 2007, and the later ones with a password.
DetectedFormat insideCompoundFile(string_view bytes) {
    const string_view encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    if (bytes.find(encrypted) != string_view::npos)
        return unknown(SkipReason::Protected, "It is protected by a password.");
    return unknown(
        SkipReason::UnknownKind,
        "It is in an office format from before 2007; save it as DOCX, XLSX or PPTX to have it read.");
}

bool isImage(string_view bytes) {
    const auto starts = [&](string_view magic) { return bytes.substr(0, magic.size()) == magic; };
    return starts("\x89PNG\r\n\x1A\n") || starts("\xFF\xD8\xFF") || starts(string_view("II*\0", 4)) ||
           starts(string_view("MM\0*", 4)) ||
           (starts("BM") && bytes.size() > 26 && bytes[6] == 0 && bytes[7] == 0) ||
           (starts("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP");
}

// At least two of the header fields that messages have, before the first empty line.
bool isMail(string_view head) {
    const std::initializer_list<string_view> fields = {
        "from",         "to",           "subject",  "date", "received",     "return-path",     "message-id",
        "mime-version", "delivered-to", "reply-to", "cc",   "content-type", "x-mozilla-status"};
    int found = 0;
    bool sender = false;
    while (!head.empty()) {
        const std::size_t end = head.find('\n');
        string_view line = head.substr(0, end);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty()) break;
        const std::size_t colon = line.find(':');
        const bool folded = line.front() == ' ' || line.front() == '\t';
        if (!folded) {
            if (colon == string_view::npos || line.substr(0, colon).find(' ') != string_view::npos)
                return false;
            const std::string field = lower(line.substr(0, colon));
            found += oneOf(field, fields);
            sender = sender || oneOf(field, {"from", "received", "return-path", "message-id"});
        }
        if (end == string_view::npos) break;
        head.remove_prefix(end + 1);
    }
    return sender && found >= 2;
}

// "From ana@example.org Thu Jan  1 …", then a message.
bool isMailbox(string_view head) {
    if (head.substr(0, 5) != "From ") return false;
    const std::size_t end = head.find('\n');
    return end != string_view::npos && isMail(head.substr(end + 1));
}

DetectedFormat byEnding(const std::string& ending, string_view text, string_view name) {
    if (oneOf(ending, {"md", "markdown", "mdown", "mkd"})) return known(DocumentKind::Markdown);
    if (oneOf(ending, {"csv", "tsv", "tab"})) return known(DocumentKind::Csv);
    if (oneOf(ending, {"html", "htm", "xhtml"}) && text.find('<') != string_view::npos)
        return known(DocumentKind::Html);
    if (codeLanguage(name, text) != CodeLanguage::None) return known(DocumentKind::Code);
    return known(DocumentKind::Text);
}

DetectedFormat insideText(string_view bytes, string_view name) {
    string_view text = bytes.substr(0, 8192);
    std::string wide;
    if (text.find('\0') != string_view::npos || text.substr(0, 3) == "\xEF\xBB\xBF") {
        wide = decodeText(text).text;
        text = wide;
    }
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == string_view::npos && bytes.size() <= text.size())
        return unknown(SkipReason::Empty, "There is no text in it.");
    const string_view begin = first == string_view::npos ? text : text.substr(first);
    const std::string start = lower(begin.substr(0, 1024));
    if (start.rfind("{\\rtf", 0) == 0) return known(DocumentKind::Rtf);
    if (start.rfind("begin:vcalendar", 0) == 0) return known(DocumentKind::Calendar);
    if (isMailbox(begin)) return known(DocumentKind::Mailbox);
    const std::string ending = endingOf(name);
    if (isMail(begin) || ending == "eml") return known(DocumentKind::Mail);
    const bool page = start.rfind("<!doctype html", 0) == 0 || start.rfind("<html", 0) == 0 ||
                      (start.rfind("<?xml", 0) == 0 && start.find("<html") != std::string::npos);
    if (page) return known(DocumentKind::Html);
    return byEnding(ending, text, name);
}

}  // namespace

std::string endingOf(string_view name) {
    const std::size_t slash = name.rfind('/');
    if (slash != string_view::npos) name.remove_prefix(slash + 1);
    const std::size_t dot = name.rfind('.');
    return dot == string_view::npos || dot == 0 ? std::string() : lower(name.substr(dot + 1));
}

DetectedFormat detectFormat(string_view bytes, string_view name) {
    if (bytes.empty()) return unknown(SkipReason::Empty, "The file is empty.");
    if (bytes.substr(0, 1024).find("%PDF-") != string_view::npos) return known(DocumentKind::Pdf);
    if (bytes.substr(0, 4) == "PK\x03\x04" || bytes.substr(0, 4) == "PK\x05\x06") return insideZip(bytes);
    if (bytes.substr(0, 8) == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") return insideCompoundFile(bytes);
    if (isImage(bytes)) return known(DocumentKind::Image);
    if (looksLikeText(bytes)) return insideText(bytes, name);
    return unknown(SkipReason::UnknownKind, "It is neither text nor a kind of document that Hearth reads.");
}

}  // namespace hearth::rag
