// The schema of the database as a list of steps. A step that shipped is never changed; a change is a new
// step. Before the steps of an existing database run, a copy is kept beside it.
#pragma once

#include <string>

#include "base/result.h"
#include "store/sqlite.h"

namespace hearth::app {

int newestSchema();

// Brings the database to `target` (0: the newest). An existing database is first copied to
// "<path>.v<version>.backup"; where a step fails, that copy is put back and the error says so. Errors: made
// by a newer Hearth; the copy or a step failed.
base::Result<void> migrate(Database& database, int target = 0);

}  // namespace hearth::app
