// How the reader's process tells what it found: lines of JSON over a pipe, one for each block. The process
// may have been taken over by the document, so everything that comes is checked. Used on both sides; one
// thread each.
//   {"document":{"kind":"pdf","title":"…","date":0}}  {"block":{…}}  {"warning":"…"}
//   {"skip":{"reason":"damaged","message":"…"}}       {"end":3}      the last line: so many blocks
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "rag/document.h"

namespace hearth::rag {

std::string documentFrame(DocumentKind kind, const std::string& title, std::int64_t date);
std::string blockFrame(const Block& block);
std::string warningFrame(const std::string& warning);
std::string skipFrame(SkipReason reason, const std::string& message);
std::string endFrame(std::size_t blocks);

class FrameReader {
  public:
    // `mostText`: bytes of text that the process may send.
    explicit FrameReader(std::uint64_t mostText) : mostText_(mostText) {}

    // Takes one line without its end. Errors: InvalidInput for what is no frame, or out of its bounds.
    base::Result<void> take(std::string_view line);

    bool ended() const { return ended_; }
    bool skipped() const { return skipped_; }
    ParsedDocument& parsed() { return parsed_; }
    const SkippedDocument& skip() const { return skip_; }

  private:
    ParsedDocument parsed_;
    SkippedDocument skip_;
    std::uint64_t mostText_;
    bool ended_ = false, skipped_ = false;
};

}  // namespace hearth::rag
