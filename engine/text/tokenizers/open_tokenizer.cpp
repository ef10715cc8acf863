#include "gguf/model_file.h"
#include "text/tokenizers/load.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Tokenizer>> openTokenizer(const std::string& path) {
    const auto file = gguf::ModelFile::open(path);
    if (!file) return tl::unexpected(file.error());
    return loadTokenizer(file->file());
}

}  // namespace hearth::engine
