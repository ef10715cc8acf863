// The library's tables in PostgreSQL, in a schema of their own ("hearth"), and how they got where they are:
// as rag/schema.h does it in a file, but in one transaction, so that no copy is needed.
#pragma once

#include "base/result.h"
#include "store/postgres/connection.h"

namespace hearth::rag::postgres {

// Makes them, or brings them to this version; several that try at once wait for each other. Errors:
// Unsupported (made by a newer Hearth, or a server before version 13), and those of Connection::execute.
base::Result<void> migrate(Connection& connection);

}  // namespace hearth::rag::postgres
