// One open file of SQLite below which pages are sealed (see privacy/sealed_files.h), or which passes through
// as it is. Memory belongs to SQLite: it makes room for SealedFile and the system's own file behind it.
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>

#include "vault/page_cipher.h"

namespace hearth::privacy {

enum class Sealing : std::uint8_t {
    None,      // a database that is not sealed, and its log and journal
    Pages,     // whole pages, each by itself: databases, logs, journals
    Ephemeral  // temporary files: a stream cipher with a key that dies with the file
};

struct SealedFile {
    sqlite3_file handle;  // first: SQLite sees this
    const PageCipher* cipher;
    Sealing sealing;
    PagePlace::File kind;
    std::array<unsigned char, kKeyBytes> ephemeralKey;

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

// The operations that SQLite calls on such a file.
const sqlite3_io_methods* sealedFileMethods();

}  // namespace hearth::privacy
