#include "library/open_library.h"

#include "storage/data_folder.h"
#include "storage/library_files.h"

namespace hearth::app {

using base::Error;
using base::Result;

Result<std::unique_ptr<rag::TextEmbedder>> openBuiltInEmbedder(int threads) {
    const auto builtIn = assetFile("models/words.gguf");
    if (!builtIn) return tl::unexpected<Error>(builtIn.error());
    return rag::openTextEmbedder(builtIn->string(), threads);
}

Result<std::unique_ptr<rag::Library>> openLibrary(const std::filesystem::path& dataFolder, int threads,
                                                  const base::CancelToken& cancel) {
    auto embedder = openBuiltInEmbedder(threads);
    if (!embedder) return tl::unexpected<Error>(embedder.error());
    return rag::Library::open(libraryFile(dataFolder).string(), libraryGraph(dataFolder).string(),
                              std::move(*embedder), cancel);
}

}  // namespace hearth::app
