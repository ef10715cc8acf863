// What a document becomes on its way into the index: a file, its blocks in reading order, and the chunks that
// are embedded and found. Plain values, copied freely between threads; no reader, store or model is known
// here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace hearth::rag {

enum class DocumentKind {
    Unknown,
    Text,
    Markdown,
    Html,
    Pdf,
    Docx,
    Odt,
    Pptx,
    Xlsx,
    Csv,
    Epub,
    Rtf,
    Mail,     // one message
    Mailbox,  // many messages in one file
    Calendar,
    Code,
    Image,
};

struct Document {
    std::string path;         // absolute; what identifies it
    std::string contentHash;  // SHA-256 of the file's bytes, lowercase hex
    DocumentKind kind = DocumentKind::Unknown;
    std::string title;          // as the document says, else the file's name
    std::int64_t modified = 0;  // of the file, Unix seconds
    std::int64_t date = 0;      // the document's own (sent, created), Unix seconds; 0: it names none
    std::uint64_t size = 0;     // bytes of the file
};

enum class BlockKind {
    Heading,
    Paragraph,
    ListItem,
    TableRow,  // the text carries the columns' names: "Name: Ana | City: Berlin"
    Code,      // a function, or lines between functions
    Quote,
    MailHeader,
    Event,      // of a calendar
    ImageText,  // recognized in a picture, so it may have mistakes
};

// Where in the file a passage stands; what a format does not have stays 0 or empty.
struct Location {
    std::uint32_t page = 0;       // page or slide, from 1
    std::uint32_t firstLine = 0;  // lines of the file, from 1
    std::uint32_t lastLine = 0;
    std::string sheet;    // of a workbook
    std::string cell;     // "B7", or "B7:D7" for a row
    std::string message;  // Message-ID of a mail, UID of an event
    std::string part;     // attachment, or chapter's file in a container

    bool operator==(const Location&) const = default;
};

struct Block {
    BlockKind kind = BlockKind::Paragraph;
    std::string text;  // UTF-8; never empty
    int level = 0;     // of a heading: 1 to 6
    // The headings it stands under, outermost first; a heading's own path does not hold itself.
    std::vector<std::string> headings;
    Location location;
    // Where the text stands in the document's text: the texts of all blocks in order, each followed by one
    // line feed. Bytes.
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

struct ParsedDocument {
    Document document;
    std::vector<Block> blocks;
    std::vector<std::string> warnings;  // what could not be read though the rest was; for the user
};

enum class SkipReason {
    Excluded,     // by a pattern, or hidden
    TooLarge,     // the file
    UnknownKind,  // nothing here reads it
    Empty,        // no text in it
    Protected,    // needs a password
    Damaged,      // not what it says it is
    Bomb,         // unpacks to far more than it holds
    TooSlow,      // over the time limit
    OutOfMemory,  // over the memory limit
    Crashed,      // the reader did
    Unreadable,   // permission, or the disk
    NoProgram,    // a program that reads it is not installed
    Changing,     // it was written while it was read
};

// A document that is not in the index, and why: shown to the user, never swallowed.
struct SkippedDocument {
    std::string path;
    SkipReason reason = SkipReason::UnknownKind;
    std::string message;  // one sentence for a person
};

using ParseOutcome = tl::expected<ParsedDocument, SkippedDocument>;

// A part of a document that is embedded, found and cited as one.
struct Chunk {
    std::string path;                       // of the document
    std::uint32_t ordinal = 0;              // from 0, in reading order
    BlockKind kind = BlockKind::Paragraph;  // of its first block
    std::string text;
    std::vector<std::string>
        headings;              // above its text, outermost first; not those that its text begins with
    Location location;         // of its first block; lastLine of its last
    std::uint32_t tokens = 0;  // of `text`, as the counter of the embedding model says
    std::uint64_t begin = 0;   // in the document's text, as in Block
    std::uint64_t end = 0;
    bool beginsInside = false;  // of a block that the chunk before begins: neighbours help
    bool endsInside = false;
};

// Short lowercase names for --json, files and logs: "markdown", "table-row", "too-large".
std::string_view toString(DocumentKind kind);
std::string_view toString(BlockKind kind);
std::string_view toString(SkipReason reason);
// And back; the first value of the enumeration for a name that is none.
DocumentKind documentKind(std::string_view name);
BlockKind blockKind(std::string_view name);
SkipReason skipReason(std::string_view name);

}  // namespace hearth::rag
