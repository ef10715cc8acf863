// Reads one file into the library for a single conversation: it stands under that conversation's folder
// (attachmentFolder) and in no other search. One thread, that of the store.
#pragma once

#include <cstdint>
#include <string>

#include "base/cancel.h"
#include "base/result.h"
#include "rag/chunker.h"
#include "rag/document_reader.h"
#include "rag/library_store.h"

namespace hearth::rag {

// Gives how many passages it has. InvalidInput for a file that cannot be read, with the reason; Cancelled;
// the errors of the store.
base::Result<std::size_t> attachFile(LibraryStore& store, const DocumentReader& reader,
                                     const TokenCounter& tokens, std::int64_t conversation,
                                     const std::string& path, const base::CancelToken& cancel = {});

}  // namespace hearth::rag
