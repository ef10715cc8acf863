// The schema of a database as a list of steps: step i leads from version i to i + 1, kept in user_version. A
// step that shipped is never changed; a change is a new step. Before the steps of an existing database run, a
// copy is kept beside it. The thread of the connection.
#pragma once

#include <span>

#include "base/result.h"
#include "rag/sqlite.h"

namespace hearth::rag {

// Brings the database to version `target` (0: the newest). An existing database is first copied to
// "<path>.v<version>.backup"; where a step fails, that copy is put back and the error says so. Errors: made
// by a newer Hearth; the copy or a step failed.
base::Result<void> migrate(Database& database, std::span<const char* const> steps, int target = 0);

}  // namespace hearth::rag
