// The schema of the library's database, as steps of rag/schema.h. Constant.
#pragma once

#include <span>

namespace hearth::rag {

std::span<const char* const> librarySchema();

}  // namespace hearth::rag
