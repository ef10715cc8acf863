// Keeps a folder's documents in the index: looks for what is new, changed, moved or gone, reads it, cuts it
// into chunks and hands it to the sink. One document is in memory at a time. One thread; reader and sink must
// outlive it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "rag/chunker.h"
#include "rag/document_reader.h"
#include "rag/document_sink.h"
#include "rag/folder_rules.h"

namespace hearth::rag {

struct IndexCounts {
    std::uint64_t found = 0;  // files below the folder that the rules let through
    std::uint64_t done = 0;   // of these, looked at so far
    std::uint64_t unchanged = 0;
    std::uint64_t indexed = 0;  // read anew
    std::uint64_t moved = 0;    // known under another path, or written without a change
    std::uint64_t removed = 0;
    std::uint64_t skipped = 0;   // each told to the sink with its reason
    std::uint64_t excluded = 0;  // files and folders that the rules leave out
    std::uint64_t chunks = 0;
    std::uint64_t bytes = 0;  // of the files that were read
    std::string current;      // path of the file being looked at
};

struct IndexSettings {
    FolderRules rules;
    ChunkLimits chunks;
    // Called between documents: while it says true (battery, typing), nothing is read.
    std::function<bool()> paused;
    // Called between documents, and at the end.
    std::function<void(const IndexCounts&)> progress;
};

class FolderIndexer {
  public:
    FolderIndexer(const DocumentReader& reader, DocumentSink& sink, TokenCounter tokens,
                  IndexSettings settings = {});

    // Brings the index up to date with a whole folder. A folder that is not there is an error and nothing of
    // it is removed: it may be on a disk that is not plugged in. Errors: NotFound, Cancelled (what was done
    // stays), and those of the sink.
    base::Result<IndexCounts> index(const std::string& folder, const base::CancelToken& cancel = {});

    // The same for single paths below `folder` that changed: files or folders, new, written or gone.
    base::Result<IndexCounts> update(const std::string& folder, const std::vector<std::string>& paths,
                                     const base::CancelToken& cancel = {});

  private:
    const DocumentReader& reader_;
    DocumentSink& sink_;
    TokenCounter tokens_;
    IndexSettings settings_;
};

}  // namespace hearth::rag
