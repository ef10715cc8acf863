// Databases sealed on disk. SealedFiles makes SQLite read and write sealed databases for as long as it lives,
// through a layer below SQLite (a VFS over the system's own): every page of the database, its write-ahead log
// and its journals is sealed (vault/page_cipher.h), so that tables, indexes and full text are unreadable
// without the key and work as always with it. New databases come into being sealed; one that is not sealed
// stays readable as it is until sealDatabase(). Temporary files are refused: SQLite keeps such things in
// memory. No core dump is made meanwhile. One at a time in a process; make it before any database is opened.
// Databases: page size 4096.
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "privacy/secret.h"

namespace hearth::privacy {

struct SealingLayer;

class SealedFiles {
  public:
    explicit SealedFiles(const Secret& key);
    ~SealedFiles();
    SealedFiles(const SealedFiles&) = delete;
    SealedFiles& operator=(const SealedFiles&) = delete;

  private:
    std::unique_ptr<SealingLayer> layer_;
};

// How a file begins, without a key.
enum class FileForm { Missing, Plain, Sealed, Other };
FileForm formOf(const std::filesystem::path& database);

// Rewrites a closed database in the other form, under SealedFiles; nothing is lost whenever the process ends:
// the new file takes the old one's place at once when it is complete, and what is left of an earlier attempt
// is removed. The plain file's bytes are overwritten before they are let go. Nothing is done where the form
// is right already. Errors: Conflict where the database is in use; InvalidInput where it is damaged; Io.
base::Result<void> sealDatabase(const std::filesystem::path& database);
base::Result<void> unsealDatabase(const std::filesystem::path& database);

}  // namespace hearth::privacy
