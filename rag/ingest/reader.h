// One reader per format: it takes the bytes of a document and writes its blocks in reading order. Readers run
// only in the process `hearth-reader`, which is limited in memory, time and reach; they hold no state between
// documents.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "ingest/block_writer.h"
#include "rag/document.h"

namespace hearth::rag {

struct ReadFailure {
    SkipReason reason = SkipReason::Damaged;
    std::string message;  // one sentence for a person
};

using ReadResult = tl::expected<void, ReadFailure>;

inline tl::unexpected<ReadFailure> unreadable(SkipReason reason, std::string message) {
    return tl::unexpected<ReadFailure>(ReadFailure{reason, std::move(message)});
}

// What is read: a file, or a part of one (an attachment, a chapter).
struct Source {
    std::string_view bytes;
    std::string name;     // the file's name, for its ending; may be empty
    std::string charset;  // as the container says; may be empty
    int depth = 0;        // how many containers it is in
    int file = -1;        // a descriptor of exactly these bytes, if there is one
    // Slow steps (recognizing text in pictures) start no more after this.
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
};

using Reader = ReadResult (*)(const Source& source, BlockWriter& out);

ReadResult readText(const Source& source, BlockWriter& out);
ReadResult readMarkdown(const Source& source, BlockWriter& out);
ReadResult readHtml(const Source& source, BlockWriter& out);
ReadResult readPdf(const Source& source, BlockWriter& out);
ReadResult readDocx(const Source& source, BlockWriter& out);
ReadResult readOpenDocument(const Source& source, BlockWriter& out);  // text, sheets and slides
ReadResult readPptx(const Source& source, BlockWriter& out);
ReadResult readXlsx(const Source& source, BlockWriter& out);
ReadResult readCsv(const Source& source, BlockWriter& out);
ReadResult readEpub(const Source& source, BlockWriter& out);
ReadResult readRtf(const Source& source, BlockWriter& out);
ReadResult readMail(const Source& source, BlockWriter& out);
ReadResult readMailbox(const Source& source, BlockWriter& out);
ReadResult readCalendar(const Source& source, BlockWriter& out);
ReadResult readCode(const Source& source, BlockWriter& out);
ReadResult readImage(const Source& source, BlockWriter& out);

// Finds out what the bytes are and reads them; `kind` is set even when reading fails.
ReadResult readDocument(const Source& source, BlockWriter& out, DocumentKind& kind);

}  // namespace hearth::rag
