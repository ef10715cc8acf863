#include "privacy/sealed_files.h"

#include <sodium.h>
#include <sqlite3.h>

#include <cstring>
#include <fstream>

#include "vault/no_core_dump.h"
#include "vault/page_cipher.h"
#include "vault/sealed_file.h"

namespace hearth::privacy {

struct SealingLayer {
    explicit SealingLayer(const Secret& key) : cipher(key) {}
    PageCipher cipher;
    NoCoreDump noCoreDump;
    sqlite3_vfs* below = nullptr;
    sqlite3_vfs vfs{};
};

namespace {

using Kind = PagePlace::File;

constexpr int kTemporary =
    SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_TRANSIENT_DB | SQLITE_OPEN_TEMP_JOURNAL | SQLITE_OPEN_SUBJOURNAL;

FileForm formOfStart(const std::array<unsigned char, kMagic.size()>& start) {
    if (start == kMagic) return FileForm::Sealed;
    return std::memcmp(start.data(), "SQLite format 3", start.size()) == 0 ? FileForm::Plain
                                                                           : FileForm::Other;
}

// An existing database is what its first bytes say; a new one is sealed, but where its name says otherwise.
Sealing sealingOfDatabase(sqlite3_file* real, const char* name) {
    std::array<unsigned char, kMagic.size()> start{};
    if (real->pMethods->xRead(real, start.data(), static_cast<int>(start.size()), 0) == SQLITE_OK)
        return formOfStart(start) == FileForm::Sealed ? Sealing::Pages : Sealing::None;
    return sqlite3_uri_boolean(name, "sealed", 1) != 0 ? Sealing::Pages : Sealing::None;
}

void describe(SealedFile& file, const char* name, int flags) {
    if ((flags & kTemporary) != 0) {
        file.sealing = Sealing::Ephemeral;
        randombytes_buf(file.ephemeralKey.data(), file.ephemeralKey.size());
    } else if ((flags & SQLITE_OPEN_MAIN_DB) != 0) {
        file.sealing = sealingOfDatabase(file.real(), name);
    } else if ((flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0) {
        file.kind = (flags & SQLITE_OPEN_WAL) != 0 ? Kind::Log : Kind::Journal;
        file.sealing = reinterpret_cast<SealedFile*>(sqlite3_database_file_object(name))->sealing;
    }
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* handle, int flags, int* outFlags) {
    const auto& layer = *static_cast<const SealingLayer*>(vfs->pAppData);
    std::memset(handle, 0, static_cast<std::size_t>(vfs->szOsFile));
    auto& file = *reinterpret_cast<SealedFile*>(handle);
    const int code = layer.below->xOpen(layer.below, name, file.real(), flags, outFlags);
    if (code != SQLITE_OK) return code;
    file.cipher = &layer.cipher;
    file.kind = Kind::Database;
    file.sealing = Sealing::None;
    describe(file, name, flags);
    handle->pMethods = sealedFileMethods();
    return SQLITE_OK;
}

// Every new connection: room at the end of each page of a sealed database.
int reserveBytes(sqlite3* database, char**, const sqlite3_api_routines*) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (file == nullptr || file->pMethods != sealedFileMethods()) return SQLITE_OK;
    if (reinterpret_cast<SealedFile*>(file)->sealing != Sealing::Pages) return SQLITE_OK;
    int bytes = kReservedBytes;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
    return SQLITE_OK;
}

// The form that SQLite wants extensions in.
void (*extension())() {
    return reinterpret_cast<void (*)()>(&reserveBytes);
}

}  // namespace

SealedFiles::SealedFiles(const Secret& key) : layer_(std::make_unique<SealingLayer>(key)) {
    sqlite3_initialize();
    layer_->below = sqlite3_vfs_find(nullptr);
    // All but opening is as below: those calls do not look at who is asked.
    layer_->vfs = *layer_->below;
    layer_->vfs.zName = "hearth-sealed";
    layer_->vfs.pNext = nullptr;
    layer_->vfs.szOsFile = static_cast<int>(sizeof(SealedFile)) + layer_->below->szOsFile;
    layer_->vfs.pAppData = layer_.get();
    layer_->vfs.xOpen = openFile;
    sqlite3_vfs_register(&layer_->vfs, 1);
    sqlite3_auto_extension(extension());
}

SealedFiles::~SealedFiles() {
    sqlite3_cancel_auto_extension(extension());
    sqlite3_vfs_unregister(&layer_->vfs);
    sqlite3_vfs_register(layer_->below, 1);
}

FileForm formOf(const std::filesystem::path& database) {
    std::error_code error;
    if (!std::filesystem::exists(database, error)) return FileForm::Missing;
    std::array<unsigned char, kMagic.size()> start{};
    std::ifstream(database, std::ios::binary).read(reinterpret_cast<char*>(start.data()), start.size());
    return formOfStart(start);
}

}  // namespace hearth::privacy
