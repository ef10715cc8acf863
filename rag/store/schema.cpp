#include "rag/schema.h"

namespace hearth::rag {
namespace {

base::Result<int> schemaVersion(Database& database) {
    auto statement = database.prepare("PRAGMA user_version");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    auto row = statement->step();
    if (!row) return tl::unexpected<base::Error>(row.error());
    return static_cast<int>(statement->integer(0));
}

// Puts the backup back where a step failed, and says what is the matter now.
base::Error restored(Database& database, int version, const std::string& backup, base::Error error) {
    if (version == 0) return error;  // there was nothing yet
    const auto back = database.restoreFrom(backup);
    error.message =
        "Your " + database.subject() +
        " could not be brought to the form of this version of Hearth: " + error.message +
        (back ? " They are as they were before. Please go on with the earlier version and report this."
              : " The copy of before could not be put back either; it is kept.");
    error.where = back ? error.where : backup;
    return error;
}

}  // namespace

base::Result<void> migrate(Database& database, std::span<const char* const> steps, int target) {
    const int newest = static_cast<int>(steps.size());
    if (target == 0) target = newest;
    auto version = schemaVersion(database);
    if (!version) return tl::unexpected<base::Error>(version.error());
    if (*version > newest)
        return base::fail(base::ErrorCode::Unsupported,
                          "These " + database.subject() + " were saved by a newer Hearth (form " +
                              std::to_string(*version) + "; this one knows up to " + std::to_string(newest) +
                              "). Nothing was changed. Install the newer Hearth to open them.",
                          database.path());
    if (*version == target) return {};
    const std::string backup = database.path() + ".v" + std::to_string(*version) + ".backup";
    if (*version > 0)
        if (auto kept = database.copyTo(backup); !kept) return kept;
    for (int step = *version; step < target; ++step) {
        const std::string sql = "BEGIN IMMEDIATE;" + std::string(steps[static_cast<std::size_t>(step)]) +
                                "PRAGMA user_version=" + std::to_string(step + 1) + ";COMMIT;";
        const auto done = database.execute(sql);
        if (done) continue;
        (void)database.execute("ROLLBACK");  // the first error is the one to report
        return tl::unexpected<base::Error>(restored(database, *version, backup, done.error()));
    }
    return {};
}

}  // namespace hearth::rag
