// Changes to the user's files that survive a power cut and can be taken back exactly. Before files are
// touched, a journal entry with their bytes before and after is on disk; every file is replaced by rename,
// so a reader sees the old or the new bytes and never half of them.
//
// Journal: <dir>/<id>.json = {"edits":[{"path","before":base64|null,"after":base64|null}]}, null where the
// file does not exist. One writer at a time; the objects keep no state but the folder's name.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace hearth::agent {

// What a file is to hold; nothing: it is to be gone.
struct FileEdit {
    std::filesystem::path path;
    std::optional<std::string> after;
};

class FileChanges {
  public:
    explicit FileChanges(std::filesystem::path journalDir) : dir_(std::move(journalDir)) {}

    // A new id, unique on this machine.
    static std::string newId();

    // Writes the journal entry, then the files, making folders as needed. `id` may hold letters, digits and
    // "-"; Conflict if it was used. After an error in the middle nothing is changed.
    base::Result<void> apply(const std::string& id, const std::vector<FileEdit>& edits);
    // Puts the bytes from before back. Conflict, and nothing changed, if a file was changed since.
    base::Result<void> undo(const std::string& id);
    // Puts the bytes from after back where undo() took them away. Conflict as there.
    base::Result<void> redo(const std::string& id);
    // After a power cut: finishes an entry that was begun. False: there is no such entry, nothing happened.
    base::Result<bool> finish(const std::string& id);
    // True while all files of the entry still hold what it wrote.
    bool stands(const std::string& id) const;

  private:
    std::filesystem::path entryPath(const std::string& id) const;
    base::Result<void> setAll(const std::string& id, bool toAfter);
    std::filesystem::path dir_;
};

// The whole file. NotFound if there is none; Refused above `limitBytes`.
base::Result<std::string> readFile(const std::filesystem::path& path, std::size_t limitBytes = 16u << 20);
// Temporary file beside it, fsync, rename, fsync of the folder. Makes the folder if needed.
base::Result<void> writeFileAtomically(const std::filesystem::path& path, const std::string& bytes);
// `text` as a file name that every system takes, without extension: at most 80 bytes, whole characters.
std::string fileNameFor(const std::string& text);

}  // namespace hearth::agent
