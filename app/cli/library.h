// The document library as subcommands use it, and what makes its vectors. Main thread.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "base/result.h"
#include "rag/library.h"
#include "rag/text_embedder.h"

namespace hearth::app::cli {

// The embedding model of `file`, or the built-in one where it is empty.
base::Result<std::unique_ptr<rag::TextEmbedder>> openEmbedder(const std::string& file, int threads);

// That of the data folder, or the shared one at `address`, with the built-in embedding model. Errors: those
// of app::openLibrary and openSharedLibrary.
base::Result<std::unique_ptr<rag::Library>> openLibrary(int threads, const std::string& address = {});
// --store, which gives the address.
void addStoreOption(CLI::App& command, std::string& address);

}  // namespace hearth::app::cli
