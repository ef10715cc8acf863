#include "cli/library.h"

#include "assistant/data_folder.h"

namespace hearth::app::cli {

std::filesystem::path libraryFile(const std::filesystem::path& dataFolder) {
    return dataFolder / "library.db";
}

std::filesystem::path libraryGraph(const std::filesystem::path& dataFolder) {
    return dataFolder / "library.graph";
}

base::Result<std::unique_ptr<rag::TextEmbedder>> openEmbedder(const std::string& file, int threads) {
    if (!file.empty()) return rag::openTextEmbedder(file, threads);
    const auto builtIn = assetFile("models/words.gguf");
    if (!builtIn) return tl::unexpected<base::Error>(builtIn.error());
    return rag::openTextEmbedder(builtIn->string(), threads);
}

}  // namespace hearth::app::cli
