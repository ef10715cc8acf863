#include "cli/library.h"

#include "assistant/data_folder.h"
#include "cli/terminal.h"
#include "storage/library_files.h"

namespace hearth::app::cli {

using base::Error;
using base::Result;

Result<std::unique_ptr<rag::TextEmbedder>> openEmbedder(const std::string& file, int threads) {
    if (!file.empty()) return rag::openTextEmbedder(file, threads);
    const auto builtIn = assetFile("models/words.gguf");
    if (!builtIn) return tl::unexpected<Error>(builtIn.error());
    return rag::openTextEmbedder(builtIn->string(), threads);
}

Result<std::unique_ptr<rag::Library>> openLibrary(int threads) {
    const auto data = dataFolder();
    if (!data) return tl::unexpected<Error>(data.error());
    auto embedder = openEmbedder({}, threads);
    if (!embedder) return tl::unexpected<Error>(embedder.error());
    return rag::Library::open(libraryFile(*data).string(), libraryGraph(*data).string(), std::move(*embedder),
                              interruption());
}

}  // namespace hearth::app::cli
