#include "rag/document.h"

#include <utility>

namespace hearth::rag {

namespace {

constexpr std::pair<DocumentKind, std::string_view> documentKinds[] = {
    {DocumentKind::Unknown, "unknown"},   {DocumentKind::Text, "text"},
    {DocumentKind::Markdown, "markdown"}, {DocumentKind::Html, "html"},
    {DocumentKind::Pdf, "pdf"},           {DocumentKind::Docx, "docx"},
    {DocumentKind::Odt, "odt"},           {DocumentKind::Pptx, "pptx"},
    {DocumentKind::Xlsx, "xlsx"},         {DocumentKind::Csv, "csv"},
    {DocumentKind::Epub, "epub"},         {DocumentKind::Rtf, "rtf"},
    {DocumentKind::Mail, "mail"},         {DocumentKind::Mailbox, "mailbox"},
    {DocumentKind::Calendar, "calendar"}, {DocumentKind::Code, "code"},
    {DocumentKind::Image, "image"},
};

constexpr std::pair<BlockKind, std::string_view> blockKinds[] = {
    {BlockKind::Heading, "heading"},
    {BlockKind::Paragraph, "paragraph"},
    {BlockKind::ListItem, "list-item"},
    {BlockKind::TableRow, "table-row"},
    {BlockKind::Code, "code"},
    {BlockKind::Quote, "quote"},
    {BlockKind::MailHeader, "mail-header"},
    {BlockKind::Event, "event"},
    {BlockKind::ImageText, "image-text"},
};

constexpr std::pair<SkipReason, std::string_view> skipReasons[] = {
    {SkipReason::Excluded, "excluded"},
    {SkipReason::TooLarge, "too-large"},
    {SkipReason::UnknownKind, "unknown-kind"},
    {SkipReason::Empty, "empty"},
    {SkipReason::Protected, "protected"},
    {SkipReason::Damaged, "damaged"},
    {SkipReason::Bomb, "bomb"},
    {SkipReason::TooSlow, "too-slow"},
    {SkipReason::OutOfMemory, "out-of-memory"},
    {SkipReason::Crashed, "crashed"},
    {SkipReason::Unreadable, "unreadable"},
    {SkipReason::NoProgram, "no-program"},
    {SkipReason::Changing, "changing"},
};

template <typename Table, typename Value>
std::string_view nameOf(const Table& table, Value value) {
    for (const auto& [entry, name] : table)
        if (entry == value) return name;
    return table[0].second;
}

template <typename Table>
auto valueOf(const Table& table, std::string_view name) {
    for (const auto& [entry, known] : table)
        if (known == name) return entry;
    return table[0].first;
}

}  // namespace

std::string_view toString(DocumentKind kind) {
    return nameOf(documentKinds, kind);
}
std::string_view toString(BlockKind kind) {
    return nameOf(blockKinds, kind);
}
std::string_view toString(SkipReason reason) {
    return nameOf(skipReasons, reason);
}

DocumentKind documentKind(std::string_view name) {
    return valueOf(documentKinds, name);
}
BlockKind blockKind(std::string_view name) {
    return valueOf(blockKinds, name);
}
SkipReason skipReason(std::string_view name) {
    return valueOf(skipReasons, name);
}

}  // namespace hearth::rag
