// The folders of the library, and what belongs to one conversation alone.
#include <cstdlib>
#include <set>

#include "rag/library_store.h"
#include "store/library_database.h"
#include "store/rows.h"
#include "store/transaction.h"

namespace hearth::rag {

using base::Result;

namespace {

constexpr std::string_view kAttached = "attached:";

tl::unexpected<base::Error> broken(const base::Error& error) {
    return tl::unexpected<base::Error>(error);
}

Result<void> removeWithin(LibraryDatabase& database, const std::string& folder,
                          const std::string& unless = {}) {
    SearchFilter filter;
    filter.folders = {folder};
    auto statement = database.prepare("DELETE FROM documents AS d WHERE " + filterCondition(filter) + unless);
    if (!statement) return broken(statement.error());
    bindFilter(*statement, filter, 1);
    return statement->run();
}

}  // namespace

std::string attachmentFolder(std::int64_t conversation) {
    return std::string(kAttached) + std::to_string(conversation);
}

bool isAttached(const std::string& documentPath) {
    return documentPath.starts_with(kAttached);
}

std::string filePath(const std::string& documentPath) {
    if (!isAttached(documentPath)) return documentPath;
    const std::size_t slash = documentPath.find('/');
    return slash == std::string::npos ? std::string() : documentPath.substr(slash);
}

Result<std::vector<LibraryFolder>> LibraryStore::folders() {
    auto statement =
        database_->prepare("SELECT path, exclude, hidden, added, changed FROM folders ORDER BY path");
    std::vector<LibraryFolder> out;
    auto done = eachRow(statement, [&](const Query& row) {
        out.push_back(
            {row.text(0), {splitLines(row.text(1)), row.integer(2) != 0}, row.integer(3), row.integer(4)});
    });
    if (!done) return broken(done.error());
    return out;
}

Result<void> LibraryStore::keepFolder(const LibraryFolder& folder) {
    auto statement = database_->prepare(
        "INSERT INTO folders(path, exclude, hidden, added) VALUES(?1, ?2, ?3, ?4) "
        "ON CONFLICT(path) DO UPDATE SET exclude = ?2, hidden = ?3");
    if (!statement) return broken(statement.error());
    statement->bind(1, folder.path)
        .bind(2, joinLines(folder.rules.exclude))
        .bind(3, std::int64_t{folder.rules.hidden})
        .bind(4, folder.added);
    return statement->run();
}

Result<void> LibraryStore::noteChange(const std::string& folder, std::int64_t when) {
    auto statement = database_->prepare("UPDATE folders SET changed = ?2 WHERE path = ?1");
    if (!statement) return broken(statement.error());
    return statement->bind(1, folder).bind(2, when).run();
}

Result<void> LibraryStore::forgetFolder(const std::string& folder) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return broken(transaction.error());
    auto statement = database_->prepare("DELETE FROM folders WHERE path = ?1");
    if (!statement) return broken(statement.error());
    if (auto done = statement->bind(1, folder).run(); !done) return done;
    const std::string unless =
        " AND NOT EXISTS (SELECT 1 FROM folders f WHERE f.path = '/' OR "
        "substr(d.path, 1, length(f.path) + 1) = f.path || '/')";
    if (auto done = removeWithin(*database_, folder, unless); !done) return done;
    return transaction->commit();
}

Result<std::vector<std::int64_t>> LibraryStore::attachedConversations() {
    auto statement =
        database_->prepare("SELECT path FROM documents WHERE path >= 'attached:' AND path < 'attached;'");
    std::set<std::int64_t> out;
    auto done = eachRow(statement, [&](const Query& row) {
        out.insert(std::strtoll(row.text(0).c_str() + kAttached.size(), nullptr, 10));
    });
    if (!done) return broken(done.error());
    return std::vector<std::int64_t>(out.begin(), out.end());
}

Result<void> LibraryStore::forgetAttachments(std::int64_t conversation) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return broken(transaction.error());
    if (auto done = removeWithin(*database_, attachmentFolder(conversation)); !done) return done;
    return transaction->commit();
}

Result<std::int64_t> LibraryStore::bytes() {
    return database_->bytes();
}

}  // namespace hearth::rag
