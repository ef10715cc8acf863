#include "text/tokenizers/load.h"

#include "text/tokenizers/byte_pair.h"
#include "text/tokenizers/longest_match.h"
#include "text/tokenizers/sentence_piece.h"
#include "text/tokenizers/unigram.h"
#include "text/tokenizers/word_piece.h"

namespace hearth::engine {

namespace {

using Load = base::Result<std::unique_ptr<Tokenizer>> (*)(const gguf::File& file,
                                                          std::unique_ptr<const Vocabulary> vocabulary);

constexpr std::pair<std::string_view, Load> kKinds[] = {
    {"gpt2", &BytePairTokenizer::load},   {"llama", &SentencePieceTokenizer::load},
    {"bert", &WordPieceTokenizer::load},  {"t5", &UnigramTokenizer::load},
    {"gemma4", &BytePairTokenizer::load}, {"rwkv", &LongestMatchTokenizer::load},
};

}  // namespace

base::Result<std::unique_ptr<Tokenizer>> loadTokenizer(const gguf::File& file) {
    constexpr std::string_view kKey = "tokenizer.ggml.model";
    const auto kind = file.string(kKey);
    if (!kind) return tl::unexpected(kind.error());
    if (!*kind) return file.wrong(kKey, "is missing: the file does not say how text becomes tokens.");
    for (const auto& [name, load] : kKinds) {
        if (name != **kind) continue;
        auto vocabulary = Vocabulary::load(file);
        if (!vocabulary) return tl::unexpected(vocabulary.error());
        return load(file, std::make_unique<const Vocabulary>(std::move(*vocabulary)));
    }
    std::string known;
    for (const auto& [name, load] : kKinds) known += (known.empty() ? "" : ", ") + std::string(name);
    return base::fail(base::ErrorCode::Unsupported,
                      "Tokenizers of the kind \"" + **kind + "\" are not known here. Known: " + known + ".",
                      file.name() + ", " + std::string(kKey));
}

}  // namespace hearth::engine
