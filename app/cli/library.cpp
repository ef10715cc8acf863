#include "cli/library.h"

#include "cli/terminal.h"
#include "library/open_library.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

using base::Error;
using base::Result;

Result<std::unique_ptr<rag::TextEmbedder>> openEmbedder(const std::string& file, int threads) {
    return file.empty() ? openBuiltInEmbedder(threads) : rag::openTextEmbedder(file, threads);
}

Result<std::unique_ptr<rag::Library>> openLibrary(int threads, const std::string& address) {
    const auto data = dataFolder();
    if (!data) return tl::unexpected<Error>(data.error());
    return address.empty() ? app::openLibrary(*data, threads, interruption())
                           : openSharedLibrary(address, *data, threads, interruption());
}

void addStoreOption(CLI::App& command, std::string& address) {
    command
        .add_option("--store", address,
                    "The library that several machines share, in PostgreSQL; without it this machine's own")
        ->type_name("postgresql://HOST/DATABASE");
}

}  // namespace hearth::app::cli
