// The schema of the conversations' database as steps of rag/schema.h.
#pragma once

#include <string>

#include "base/result.h"
#include "rag/sqlite.h"

namespace hearth::app {

int newestSchema();

// rag::migrate with these steps.
base::Result<void> migrate(rag::Database& database, int target = 0);

}  // namespace hearth::app
