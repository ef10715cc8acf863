#include "base/mapped_file.h"
#include "text/tokenizers/load.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Tokenizer>> openTokenizer(const std::string& path) {
    auto map = base::MappedFile::open(path);
    if (!map) return tl::unexpected(map.error());
    auto file = gguf::File::parse(map->bytes(), path);
    if (!file) return tl::unexpected(file.error());
    return loadTokenizer(*file);
}

}  // namespace hearth::engine
