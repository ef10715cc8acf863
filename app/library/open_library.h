// The library of a data folder with the embedding model that comes with Hearth. Any thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/cancel.h"
#include "base/result.h"
#include "rag/library.h"
#include "rag/text_embedder.h"

namespace hearth::app {

// The built-in embedding model. Errors: NotFound, and those of openTextEmbedder().
base::Result<std::unique_ptr<rag::TextEmbedder>> openBuiltInEmbedder(int threads = 0);

// Several may be open at once: one of them indexes, the others search. Errors: those of Library::open().
base::Result<std::unique_ptr<rag::Library>> openLibrary(const std::filesystem::path& dataFolder,
                                                        int threads = 0,
                                                        const base::CancelToken& cancel = {});

// The library of a server, which several machines share: a search from here needs its graph, which lies in
// the data folder. Errors: those of Library::open(); InvalidInput (no address), Refused (elsewhere, while
// Offline is on).
base::Result<std::unique_ptr<rag::Library>> openSharedLibrary(const std::string& address,
                                                              const std::filesystem::path& dataFolder,
                                                              int threads = 0,
                                                              const base::CancelToken& cancel = {});

}  // namespace hearth::app
