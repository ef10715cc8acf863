// What the assistant did: one row an action, written before it acts and completed after, so that nothing
// done is ever unrecorded. Rows are never changed otherwise but for the mark that an action was undone.
// Owns its connection to the database; one thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "privacy/database.h"

namespace hearth::privacy {

struct AuditEntry {
    enum class State { Begun = 0, Done = 1, Failed = 2, Lost = 3 };  // on disk: never renumber
    std::int64_t id = 0;
    std::int64_t time = 0;  // seconds since 1970 UTC, when it began
    std::string actionId;
    std::string tool;
    std::string arguments;  // JSON: exactly the fields that the tool was given
    std::string summary;    // the line of the card
    State state = State::Begun;
    std::string outcome;  // what the user was told
    std::string link;
    std::string undoToken;   // empty: cannot be undone
    bool automatic = false;  // ran without asking, by "always allow"
    bool undone = false;
    std::int64_t undoneTime = 0;
};

class AuditLog {
  public:
    static base::Result<AuditLog> open(const std::filesystem::path& database);

    // Before the tool runs; only the fields up to `summary` and `automatic` are read. Gives the row's id.
    base::Result<std::int64_t> begin(const AuditEntry& entry);
    // After it ran. `state` Lost: interrupted, and it is not known whether it took effect.
    base::Result<void> complete(std::int64_t id, AuditEntry::State state, const std::string& outcome,
                                const std::string& link = {}, const std::string& undoToken = {});
    base::Result<void> markUndone(std::int64_t id, std::int64_t time);
    base::Result<void> markStanding(std::int64_t id);  // what was undone is in force again

    base::Result<AuditEntry> find(std::int64_t id);  // NotFound
    // Newest first. `tool` empty: all.
    base::Result<std::vector<AuditEntry>> list(int limit, int offset = 0, const std::string& tool = {});
    base::Result<std::vector<AuditEntry>> unfinished();
    // Deletes rows older than `time`, at the user's wish.
    base::Result<void> forgetBefore(std::int64_t time);

  private:
    explicit AuditLog(Database database) : database_(std::move(database)) {}
    base::Result<std::vector<AuditEntry>> rows(const std::string& tail, const SqlRow& parameters);
    Database database_;
};

}  // namespace hearth::privacy
