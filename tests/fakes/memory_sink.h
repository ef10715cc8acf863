// Keeps in memory what indexing puts into the store, and writes down every call.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rag/document_sink.h"

namespace hearth::tests {

class MemorySink : public rag::DocumentSink {
  public:
    struct Entry {
        rag::KnownDocument known;
        std::vector<rag::Chunk> chunks;
        rag::SkippedDocument why;
    };

    base::Result<std::vector<rag::KnownDocument>> knownUnder(const std::string& folder) override {
        std::vector<rag::KnownDocument> out;
        for (const auto& [path, entry] : entries)
            if (path == folder || path.rfind(folder + "/", 0) == 0) out.push_back(entry.known);
        return out;
    }
    base::Result<void> put(const rag::ParsedDocument& parsed,
                           const std::vector<rag::Chunk>& chunks) override {
        calls.push_back("put " + name(parsed.document.path));
        entries[parsed.document.path] = {known(parsed.document), chunks, {}};
        return {};
    }
    base::Result<void> moved(const std::string& from, const rag::Document& to) override {
        calls.push_back("moved " + name(from) + " " + name(to.path));
        Entry entry = entries[from];
        entries.erase(from);
        const bool skipped = entry.known.skipped;
        entry.known = known(to);
        entry.known.skipped = skipped;
        entries[to.path] = entry;
        return {};
    }
    base::Result<void> removed(const std::string& path) override {
        calls.push_back("removed " + name(path));
        entries.erase(path);
        return {};
    }
    base::Result<void> skipped(const rag::SkippedDocument& why, const rag::Document& file) override {
        calls.push_back("skipped " + name(file.path) + " " + std::string(rag::toString(why.reason)));
        entries[file.path] = {known(file), {}, why};
        entries[file.path].known.skipped = true;
        return {};
    }

    std::map<std::string, Entry> entries;
    std::vector<std::string> calls;

  private:
    static std::string name(const std::string& path) { return path.substr(path.rfind('/') + 1); }
    static rag::KnownDocument known(const rag::Document& document) {
        return {document.path, document.contentHash, document.modified, document.size, false};
    }
};

}  // namespace hearth::tests
