#include "vault/sealed_file.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace hearth::privacy {
namespace {

// Write-ahead log (https://www.sqlite.org/fileformat2.html#the_write_ahead_log): a header, then frames of
// 24 bytes and a page. Headers hold page numbers and checksums alone and stay as they are.
constexpr int kFrameHeader = 24;

SealedFile& of(sqlite3_file* file) {
    return *reinterpret_cast<SealedFile*>(file);
}

bool allZero(ConstPage page) {
    return std::all_of(page.begin(), page.end(), [](unsigned char byte) { return byte == 0; });
}

// Reads and opens the page that stands at `offset` of the file.
int readPage(SealedFile& file, std::uint64_t offset, Page plain) {
    std::array<unsigned char, kPageBytes> sealed;
    const int code = file.real()->pMethods->xRead(file.real(), sealed.data(), kPageBytes,
                                                  static_cast<sqlite3_int64>(offset));
    if (code != SQLITE_OK) return code;
    if (file.cipher->open(sealed, {file.kind, offset}, plain)) return SQLITE_OK;
    // A page that SQLite never wrote, in a file that grew past it.
    if (!allZero(sealed)) return SQLITE_CORRUPT;
    std::memset(plain.data(), 0, kPageBytes);
    return SQLITE_OK;
}

// Any part of a database file: SQLite looks into its first page before it knows the size of pages.
int readDatabase(SealedFile& file, unsigned char* out, std::uint64_t amount, std::uint64_t offset) {
    std::array<unsigned char, kPageBytes> plain;
    while (amount > 0) {
        const std::uint64_t inside = offset % kPageBytes;
        const std::uint64_t now = std::min<std::uint64_t>(amount, kPageBytes - inside);
        if (const int code = readPage(file, offset - inside, plain); code != SQLITE_OK) {
            std::memset(out, 0, amount);
            return code;
        }
        std::memcpy(out, plain.data() + inside, now);
        out += now;
        offset += now;
        amount -= now;
    }
    return SQLITE_OK;
}

// Pages of logs and journals are read and written whole; in a log, a frame may be read with its header.
int readJournal(SealedFile& file, unsigned char* out, int amount, std::uint64_t offset) {
    const int header = amount == kFrameHeader + static_cast<int>(kPageBytes) ? kFrameHeader : 0;
    if (amount - header != static_cast<int>(kPageBytes))
        return file.real()->pMethods->xRead(file.real(), out, amount, static_cast<sqlite3_int64>(offset));
    if (header > 0) {
        const int code =
            file.real()->pMethods->xRead(file.real(), out, header, static_cast<sqlite3_int64>(offset));
        if (code != SQLITE_OK) return code;
    }
    const auto page = static_cast<std::uint64_t>(header);
    const int code = readPage(file, offset + page, Page(out + header, kPageBytes));
    // The end of a log after a crash: SQLite tells such a page by its checksum, and must get to see it.
    if (code == SQLITE_CORRUPT) std::memset(out + header, 0, kPageBytes);
    return code == SQLITE_CORRUPT ? SQLITE_OK : code;
}

int writePage(SealedFile& file, const unsigned char* plain, std::uint64_t offset) {
    std::array<unsigned char, kPageBytes> sealed;
    file.cipher->seal(ConstPage(plain, kPageBytes), {file.kind, offset}, sealed);
    return file.real()->pMethods->xWrite(file.real(), sealed.data(), kPageBytes,
                                         static_cast<sqlite3_int64>(offset));
}

// Enciphers or deciphers bytes of a temporary file in place.
void ephemeral(const SealedFile& file, unsigned char* bytes, std::size_t amount, std::uint64_t offset) {
    constexpr std::uint64_t kBlock = 64;
    const std::size_t lead = offset % kBlock;
    std::vector<unsigned char> work(lead + amount, 0);
    std::copy_n(bytes, amount, work.begin() + static_cast<std::ptrdiff_t>(lead));
    const std::array<unsigned char, crypto_stream_chacha20_NONCEBYTES> nonce{};  // one file, one key
    crypto_stream_chacha20_xor_ic(work.data(), work.data(), work.size(), nonce.data(), offset / kBlock,
                                  file.ephemeralKey.data());
    std::copy_n(work.begin() + static_cast<std::ptrdiff_t>(lead), amount, bytes);
}

int readEphemeral(SealedFile& file, unsigned char* out, int amount, std::uint64_t offset) {
    const int code =
        file.real()->pMethods->xRead(file.real(), out, amount, static_cast<sqlite3_int64>(offset));
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return code;
    sqlite3_int64 size = 0;
    file.real()->pMethods->xFileSize(file.real(), &size);
    const auto end = static_cast<std::uint64_t>(size);
    const std::uint64_t there =
        end > offset ? std::min<std::uint64_t>(end - offset, static_cast<std::uint64_t>(amount)) : 0;
    ephemeral(file, out, there, offset);
    return code;
}

int closeFile(sqlite3_file* handle) {
    SealedFile& file = of(handle);
    sodium_memzero(file.ephemeralKey.data(), file.ephemeralKey.size());
    return file.real()->pMethods == nullptr ? SQLITE_OK : file.real()->pMethods->xClose(file.real());
}

int readFile(sqlite3_file* handle, void* to, int amount, sqlite3_int64 at) {
    SealedFile& file = of(handle);
    auto* out = static_cast<unsigned char*>(to);
    const auto offset = static_cast<std::uint64_t>(at);
    if (file.sealing == Sealing::Ephemeral) return readEphemeral(file, out, amount, offset);
    if (file.sealing == Sealing::None) return file.real()->pMethods->xRead(file.real(), to, amount, at);
    if (file.kind == PagePlace::File::Database)
        return readDatabase(file, out, static_cast<std::uint64_t>(amount), offset);
    return readJournal(file, out, amount, offset);
}

int writeFile(sqlite3_file* handle, const void* from, int amount, sqlite3_int64 at) {
    SealedFile& file = of(handle);
    const auto* bytes = static_cast<const unsigned char*>(from);
    if (file.sealing == Sealing::Ephemeral) {
        std::vector<unsigned char> work(bytes, bytes + amount);
        ephemeral(file, work.data(), work.size(), static_cast<std::uint64_t>(at));
        return file.real()->pMethods->xWrite(file.real(), work.data(), amount, at);
    }
    if (file.sealing == Sealing::Pages) {
        if (amount == static_cast<int>(kPageBytes))
            return writePage(file, bytes, static_cast<std::uint64_t>(at));
        // Only headers of logs and journals are smaller; content never is.
        if (file.kind == PagePlace::File::Database || amount > 512) return SQLITE_IOERR_WRITE;
    }
    return file.real()->pMethods->xWrite(file.real(), from, amount, at);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    return of(file).real()->pMethods->xTruncate(of(file).real(), size);
}

int syncFile(sqlite3_file* file, int flags) {
    return of(file).real()->pMethods->xSync(of(file).real(), flags);
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    return of(file).real()->pMethods->xFileSize(of(file).real(), size);
}

int lockFile(sqlite3_file* file, int level) {
    return of(file).real()->pMethods->xLock(of(file).real(), level);
}

int unlockFile(sqlite3_file* file, int level) {
    return of(file).real()->pMethods->xUnlock(of(file).real(), level);
}

int checkReservedLock(sqlite3_file* file, int* held) {
    return of(file).real()->pMethods->xCheckReservedLock(of(file).real(), held);
}

int controlFile(sqlite3_file* file, int operation, void* argument) {
    return of(file).real()->pMethods->xFileControl(of(file).real(), operation, argument);
}

int sectorSize(sqlite3_file* file) {
    return of(file).real()->pMethods->xSectorSize(of(file).real());
}

// With powersafe overwrite SQLite never writes parts of pages into its log, and pads no journal.
int characteristics(sqlite3_file* file) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE |
           (of(file).real()->pMethods->xDeviceCharacteristics(of(file).real()) &
            SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN);
}

int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** mapped) {
    return of(file).real()->pMethods->xShmMap(of(file).real(), page, size, extend, mapped);
}

int lockShared(sqlite3_file* file, int offset, int count, int flags) {
    return of(file).real()->pMethods->xShmLock(of(file).real(), offset, count, flags);
}

void sharedBarrier(sqlite3_file* file) {
    of(file).real()->pMethods->xShmBarrier(of(file).real());
}

int unmapShared(sqlite3_file* file, int remove) {
    return of(file).real()->pMethods->xShmUnmap(of(file).real(), remove);
}

}  // namespace

const sqlite3_io_methods* sealedFileMethods() {
    // Version 2: without memory mapping, which would show SQLite the sealed bytes.
    static const sqlite3_io_methods methods = {
        2,          closeFile,     readFile,          writeFile,   truncateFile, syncFile,        sizeOfFile,
        lockFile,   unlockFile,    checkReservedLock, controlFile, sectorSize,   characteristics, mapShared,
        lockShared, sharedBarrier, unmapShared,       nullptr,     nullptr};
    return &methods;
}

}  // namespace hearth::privacy
