// Reads documents in a process of their own, one process a document, with limits on memory, time and what it
// can reach: a hostile or damaged file ends that process and is reported as skipped, with the reason. Holds
// no state but the limits; safe from any thread.
#pragma once

#include <cstdint>
#include <string>

#include "base/cancel.h"
#include "base/result.h"
#include "rag/document.h"

namespace hearth::rag {

struct ReadLimits {
    std::uint64_t fileBytes = std::uint64_t{256} << 20;
    std::uint64_t textBytes = std::uint64_t{24}
                              << 20;  // what is taken of a document's text; more gives a warning
    std::uint64_t memoryBytes = std::uint64_t{1} << 30;
    std::uint32_t cpuSeconds = 120;
    std::uint32_t seconds = 180;  // also waiting for disks and other programs
};

class DocumentReader {
  public:
    // `program`: the path of hearth-reader.
    explicit DocumentReader(std::string program, ReadLimits limits = {});

    // The document's path, hash, size and time; its kind and title are not known yet.
    // Skipped: Unreadable, TooLarge, Changing.
    tl::expected<Document, SkippedDocument> look(const std::string& path,
                                                 const base::CancelToken& cancel = {}) const;

    // Reads what look() described. Skipped for any reason there is; Changing also when it was cancelled.
    ParseOutcome read(const Document& document, const base::CancelToken& cancel = {}) const;

    const ReadLimits& limits() const { return limits_; }

  private:
    std::string program_;
    ReadLimits limits_;
};

// Where the program stands: beside this program, or in its folder for helpers. Errors: NotFound.
base::Result<std::string> findReaderProgram();

}  // namespace hearth::rag
