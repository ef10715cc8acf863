// Where indexing puts what it read: the store implements it. Called by one thread at a time, the indexer's;
// each call is whole by itself (the store commits it), so that a crash between two loses nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "rag/document.h"

namespace hearth::rag {

// What the store knows of a file, enough to see that it did not change.
struct KnownDocument {
    std::string path;
    std::string contentHash;
    std::int64_t modified = 0;  // Unix seconds
    std::uint64_t size = 0;
    bool skipped = false;  // it was listed as skipped, and is looked at again only when it changed
};

class DocumentSink {
  public:
    virtual ~DocumentSink() = default;

    // Everything known below the folder: indexed and skipped, in any order.
    virtual base::Result<std::vector<KnownDocument>> knownUnder(const std::string& folder) = 0;
    // Puts a document in, in place of what was known under its path.
    virtual base::Result<void> put(const ParsedDocument& document, const std::vector<Chunk>& chunks) = 0;
    // The same content is now at another path, or at the same with another time: nothing is embedded again.
    virtual base::Result<void> moved(const std::string& from, const Document& to) = 0;
    virtual base::Result<void> removed(const std::string& path) = 0;
    // `hash`, `modified` and `size` of `file` say which state of it was skipped; what was indexed of it goes.
    virtual base::Result<void> skipped(const SkippedDocument& why, const Document& file) = 0;
};

}  // namespace hearth::rag
