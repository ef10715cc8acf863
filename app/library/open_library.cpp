#include "library/open_library.h"

#include "base/log.h"
#include "remote/remote_desk.h"
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

Result<std::unique_ptr<rag::Library>> openSharedLibrary(const std::string& address,
                                                        const std::filesystem::path& dataFolder, int threads,
                                                        const base::CancelToken& cancel) {
    if (!rag::isLibraryAddress(address))
        return base::fail(base::ErrorCode::InvalidInput,
                          "A shared library is in PostgreSQL. Give an address such as "
                          "postgresql://anna@db.example.org/library");
    std::shared_ptr<privacy::Egress> wayOut;
    if (const std::string host = rag::otherMachineOf(address); !host.empty()) {
        auto opened = openEgress(dataFolder, {{rag::kLibraryPurpose, host, false}});
        if (!opened) return tl::unexpected<Error>(opened.error());
        wayOut = std::move(*opened);
    }
    auto embedder = openBuiltInEmbedder(threads);
    if (!embedder) return tl::unexpected<Error>(embedder.error());
    auto library = rag::Library::open(address, libraryGraph(dataFolder).string(), std::move(*embedder),
                                      cancel, std::move(wayOut));
    if (!library) return library;
    // Who only asks makes it too, and not for every question.
    if (auto saved = (*library)->saveGraph(); !saved)
        base::log(base::LogLevel::Warning, "library", saved.error().text());
    return library;
}

}  // namespace hearth::app
