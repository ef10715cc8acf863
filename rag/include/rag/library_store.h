// The library: documents, their chunks with the words in them, and the chunks' vectors, in one file of
// SQLite, or in a database of PostgreSQL that several machines share. Each call is one transaction; a crash,
// or a connection that is lost, loses at most the call it fell into. One thread at a time; several stores may
// be open on the same library (one writes, others read).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rag/document.h"
#include "rag/document_sink.h"
#include "rag/folder_rules.h"
#include "rag/vector_form.h"

namespace hearth::privacy {
class Egress;
}

namespace hearth::rag {

class LibraryDatabase;
class WordIndex;
using ChunkId = std::int64_t;

// What a search is kept to. Empty fields keep nothing out.
struct SearchFilter {
    std::vector<std::string> folders;      // documents at or below one of these paths
    std::int64_t from = 0;                 // Unix seconds; of the document's date, else of the file's time
    std::int64_t until = 0;                // not included; 0: no end
    std::vector<DocumentKind> kinds = {};  // of one of these
    bool empty() const { return folders.empty() && from == 0 && until == 0 && kinds.empty(); }
    bool operator==(const SearchFilter&) const = default;
};

// A folder that the user gave to the library.
struct LibraryFolder {
    std::string path;  // absolute, without a slash at its end
    FolderRules rules;
    std::int64_t added = 0;    // Unix seconds
    std::int64_t changed = 0;  // when the index of it last changed; 0: it was never read whole
};

// Files that belong to one conversation alone stand in the library under a folder of their own, which no
// search looks into that does not name it: "attached:7". A document there is that folder and the file's path.
std::string attachmentFolder(std::int64_t conversation);
// The file of a document's path, attached or not.
std::string filePath(const std::string& documentPath);
bool isAttached(const std::string& documentPath);

struct StoredChunk {
    ChunkId id = 0;
    std::int64_t document = 0;
    Chunk chunk;  // `path` is the document's
    std::string title;
    std::int64_t date = 0;  // of the document, else of its file, Unix seconds
};

struct StoredDocument {
    std::int64_t id = 0;
    Document document;
    std::uint32_t chunks = 0;
    std::vector<std::string> warnings;
    std::string summary;  // made at indexing: sentences of it, one a line; may be empty
};

struct ChunkPlace {
    ChunkId id = 0;
    std::int64_t document = 0;
    std::uint64_t begin = 0;  // in the document's text
    std::uint64_t end = 0;
    bool hasNumbers = false;  // digits, or it is a row of a table
};

struct ScoredChunk {
    ChunkId id = 0;
    double score = 0;  // higher is better
};

struct LibraryCounts {
    std::int64_t documents = 0;
    std::int64_t skipped = 0;
    std::int64_t chunks = 0;
    std::int64_t bytes = 0;  // of the documents' files
};

// Vectors of one embedding model.
struct VectorModel {
    std::int64_t id = 0;
    std::string name;  // as the embedder calls itself: another model or other prefixes are another name
    int width = 0;
    VectorForm form = VectorForm::Float32;
    bool answering = false;  // searches use it; at most one model does
};

// What the library of an address is asked for as, in the rules of privacy::Egress.
inline constexpr const char* kLibraryPurpose = "library";
// "postgresql://…": of a server, not of a file.
bool isLibraryAddress(std::string_view where);
// The host that an address leads to; "" for a file, a socket, this machine, and what cannot be read.
std::string otherMachineOf(const std::string& where);
// The address without what is secret in it.
std::string shownAddress(const std::string& where);

class LibraryStore : public DocumentSink {
  public:
    // Opens or makes the file, or the tables of the database at an address, and brings them to this version.
    // `wayOut`: must allow kLibraryPurpose for another machine's host, and has its log. Errors: Io (no
    // server, no database, damaged), InvalidInput (no address; damaged), Unsupported (made by a newer
    // Hearth), Refused (not allowed: by wayOut, by the server).
    static base::Result<std::unique_ptr<LibraryStore>> open(
        const std::string& where, std::shared_ptr<privacy::Egress> wayOut = nullptr);
    ~LibraryStore() override;

    base::Result<std::vector<KnownDocument>> knownUnder(const std::string& folder) override;
    base::Result<void> put(const ParsedDocument& document, const std::vector<Chunk>& chunks) override;
    base::Result<void> moved(const std::string& from, const Document& to) override;
    base::Result<void> removed(const std::string& path) override;
    base::Result<void> skipped(const SkippedDocument& why, const Document& file) override;

    // --- folders
    base::Result<std::vector<LibraryFolder>> folders();  // by path
    // Adds it, or gives it other rules.
    base::Result<void> keepFolder(const LibraryFolder& folder);
    base::Result<void> noteChange(const std::string& folder, std::int64_t when);
    // Takes it out, with what was read of it and is in no other folder of the library. The files stay.
    base::Result<void> forgetFolder(const std::string& folder);
    // Conversations that have files of their own, rising.
    base::Result<std::vector<std::int64_t>> attachedConversations();
    base::Result<void> forgetAttachments(std::int64_t conversation);
    // Takes what was removed out of the index of words and the log, where it would stay until they grow.
    // Reads and writes the whole index of words.
    base::Result<void> wipeTraces();

    // --- documents and chunks
    // Of the folder; of all folders, attached files not counted, where it is empty.
    base::Result<LibraryCounts> counts(const std::string& folder = {});
    base::Result<std::vector<StoredDocument>> documents(const SearchFilter& filter = {});
    base::Result<StoredDocument> document(std::int64_t id);  // NotFound: it is not there any more
    base::Result<std::int64_t> countDocuments(const SearchFilter& filter = {});
    base::Result<std::vector<SkippedDocument>> skippedUnder(const std::string& folder = {});
    base::Result<void> setSummary(std::int64_t document, const std::string& summary);
    // At most `limit` documents that have passages and no summary yet.
    base::Result<std::vector<std::int64_t>> withoutSummary(int limit);
    // In the order of `ids`; those that are no longer there are left out.
    base::Result<std::vector<StoredChunk>> chunks(std::span<const ChunkId> ids);
    // Those of one document, ordinals from `first` to `last`.
    base::Result<std::vector<StoredChunk>> chunksOf(std::int64_t document, std::uint32_t first,
                                                    std::uint32_t last);
    // Where each stands, in the order of `ids`, without its text.
    base::Result<std::vector<ChunkPlace>> places(std::span<const ChunkId> ids);
    // Ids of all chunks that the filter lets through, rising.
    base::Result<std::vector<ChunkId>> idsWithin(const SearchFilter& filter);

    // --- words
    // Chunks with any of the words of `query`, the best first, by BM25 (k1 1.2, b 0.75) over stemmed words;
    // common words only where there are no others. How rare a word is and how long a chunk usually is are
    // counted among those that the filter lets through.
    base::Result<std::vector<ScoredChunk>> matchWords(std::string_view query, int limit,
                                                      const SearchFilter& filter = {});
    // What is kept in memory for that.
    WordIndex& words() { return *words_; }
    // How many chunks have the word, in any of its forms.
    base::Result<std::int64_t> countWithWord(std::string_view word);

    // --- vectors
    // The model of that name, made where it is not there yet. InvalidInput if its width or form is another.
    base::Result<VectorModel> vectorModel(const std::string& name, int width, VectorForm form);
    base::Result<std::vector<VectorModel>> vectorModels();
    // From now on searches use it; the vectors of all other models go.
    base::Result<void> answerWith(std::int64_t model);
    // Chunks that have no vector of this model yet, ids rising from `after` on.
    base::Result<std::vector<StoredChunk>> withoutVectors(std::int64_t model, int limit, ChunkId after = 0);
    base::Result<std::int64_t> countWithoutVectors(std::int64_t model);
    // One vector [width] a chunk; chunks that are gone meanwhile are left out.
    base::Result<void> putVectors(const VectorModel& model, std::span<const ChunkId> ids,
                                  const std::vector<std::vector<float>>& vectors);
    base::Result<std::vector<ChunkId>> vectorIds(std::int64_t model);
    // The stored bytes of each (see vector_form.h), in the order of the ids; empty for one that is gone.
    base::Result<std::vector<std::vector<std::byte>>> vectors(std::int64_t model,
                                                              std::span<const ChunkId> ids);
    // All of them, ids rising. Stops at the first error that `each` gives.
    using EachVector = std::function<base::Result<void>(ChunkId id, std::span<const std::byte> data)>;
    base::Result<void> eachVector(std::int64_t model, const EachVector& each);

    const std::string& path() const;  // the file, or the address without what is secret in it
    // What the name of the file of its graph ends in: libraries of several servers have a graph each.
    base::Result<std::string> graphSuffix();
    base::Result<std::int64_t> bytes();  // that the index takes, without what deletions left free

  private:
    explicit LibraryStore(std::unique_ptr<LibraryDatabase> database);
    std::unique_ptr<LibraryDatabase> database_;
    std::unique_ptr<WordIndex> words_;
    std::vector<std::pair<SearchFilter, std::int64_t>> counted_;  // documents, when the database was at
    std::string countedAt_;
};

}  // namespace hearth::rag
