// sealDatabase and unsealDatabase: a whole copy in the other form, checked, then put in the old one's place.
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "privacy/overwrite.h"
#include "privacy/sealed_files.h"
#include "vault/page_cipher.h"

namespace hearth::privacy {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

// A file descriptor that closes itself.
class Descriptor {
  public:
    Descriptor(const fs::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    bool synced() const { return number_ >= 0 && ::fsync(number_) == 0; }

  private:
    int number_;
};

class Connection {
  public:
    Connection(const fs::path& path, int flags) {
        opened_ = sqlite3_open_v2(path.c_str(), &handle_, flags | SQLITE_OPEN_URI, nullptr);
    }
    ~Connection() { sqlite3_close(handle_); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Result<void> run(const std::string& sql, const fs::path& path) {
        if (opened_ == SQLITE_OK &&
            sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK)
            return {};
        const int code = sqlite3_errcode(handle_) & 0xff;
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            return fail(ErrorCode::Conflict,
                        "Another program has this file open. Close Hearth everywhere, then try again.",
                        path.string());
        const bool damaged = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
        return fail(damaged ? ErrorCode::InvalidInput : ErrorCode::Io,
                    std::string(damaged ? "The file is damaged: " : "The file could not be rewritten: ") +
                        sqlite3_errmsg(handle_) + ". It is unchanged.",
                    path.string());
    }

    // A copy made from here leaves room at the end of each page for what sealing adds.
    void reserve() {
        int bytes = kReservedBytes;
        sqlite3_file_control(handle_, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
    }

    // Errors: InvalidInput where any page does not hold what it should.
    Result<void> check(const fs::path& path) {
        std::string verdict;
        const auto collect = [](void* to, int, char** columns, char**) {
            static_cast<std::string*>(to)->assign(columns[0]);
            return 0;
        };
        const int code = sqlite3_exec(handle_, "PRAGMA quick_check(1)", collect, &verdict, nullptr);
        if (code == SQLITE_OK && verdict == "ok") return {};
        return fail(ErrorCode::InvalidInput,
                    "The rewritten copy is not whole (" + verdict + "). The file is unchanged.",
                    path.string());
    }

  private:
    sqlite3* handle_ = nullptr;
    int opened_ = SQLITE_OK;
};

// The name as part of an SQL string and of a file: URI.
std::string uriInSql(const fs::path& path) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : path.string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || std::strchr("/-_.~", c) != nullptr)
            out += c;
        else
            out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
    return out;
}

fs::path nextOf(const fs::path& database, bool seal) {
    return database.string() + (seal ? ".sealing" : ".unsealing");
}

// What interrupted attempts left, content and all.
void discardAttempts(const fs::path& database) {
    std::error_code ignored;
    for (const bool seal : {true, false})
        for (const char* tail : {"", "-journal", "-wal", "-shm"}) {
            const fs::path left = nextOf(database, seal).string() + tail;
            if (!fs::exists(left, ignored)) continue;
            overwriteFile(left);
            fs::remove(left, ignored);
        }
}

Result<void> rewrite(const fs::path& database, bool seal) {
    const fs::path next = nextOf(database, seal);
    const Descriptor old(database,
                         O_RDWR);  // before SQLite's and closed after: closing it drops SQLite's lock
    {
        Connection from(database, SQLITE_OPEN_READWRITE);
        // Alone with the file, and its log written back, for the log belongs to the old form.
        if (auto alone = from.run("PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=MEMORY; PRAGMA "
                                  "journal_mode=DELETE; BEGIN EXCLUSIVE; COMMIT",
                                  database);
            !alone)
            return alone;
        if (seal) from.reserve();
        const std::string into = "VACUUM INTO '" + uriInSql(next) + (seal ? "" : "?sealed=0") + "'";
        if (auto copied = from.run(into, database); !copied) return copied;
        {
            Connection copy(next, SQLITE_OPEN_READWRITE);
            if (auto whole = copy.check(database); !whole) return whole;
        }
        std::error_code ignored;
        fs::permissions(next, fs::perms::owner_read | fs::perms::owner_write, ignored);
        if (const Descriptor written(next, O_RDWR);
            !written.synced() || ::rename(next.c_str(), database.c_str()) != 0)
            return fail(ErrorCode::Io,
                        std::string("The rewritten file cannot be kept: ") + std::strerror(errno) +
                            ". The old one is unchanged.",
                        database.string());
        (void)Descriptor(database.parent_path(), O_RDONLY | O_DIRECTORY).synced();
    }
    if (seal) overwriteOpenFile(old.number());
    return {};
}

}  // namespace

Result<void> sealDatabase(const fs::path& database) {
    discardAttempts(database);
    return formOf(database) == FileForm::Plain ? rewrite(database, true) : Result<void>{};
}

Result<void> unsealDatabase(const fs::path& database) {
    discardAttempts(database);
    return formOf(database) == FileForm::Sealed ? rewrite(database, false) : Result<void>{};
}

}  // namespace hearth::privacy
