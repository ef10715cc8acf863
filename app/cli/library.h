// The document library as subcommands use it: its files, and what makes its vectors. Values; main thread.
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "rag/text_embedder.h"

namespace hearth::app::cli {

std::filesystem::path libraryFile(const std::filesystem::path& dataFolder);   // the database
std::filesystem::path libraryGraph(const std::filesystem::path& dataFolder);  // the graph of its vectors

// The embedding model of `file`, or the built-in one where it is empty.
base::Result<std::unique_ptr<rag::TextEmbedder>> openEmbedder(const std::string& file, int threads);

}  // namespace hearth::app::cli
