#include "text/tokenizers/sentence_piece.h"

#include "base/utf8.h"
#include "text/tokenizers/merge.h"

namespace hearth::engine {

SentencePieceTokenizer::SentencePieceTokenizer(std::unique_ptr<const Vocabulary> vocabulary)
    : vocabulary_(std::move(vocabulary)), special_(*vocabulary_), bytes_(*vocabulary_) {}

base::Result<std::unique_ptr<Tokenizer>> SentencePieceTokenizer::load(
    const gguf::File& file, std::unique_ptr<const Vocabulary> vocabulary) {
    std::unique_ptr<SentencePieceTokenizer> out(new SentencePieceTokenizer(std::move(vocabulary)));
    const auto prefix = file.boolean("tokenizer.ggml.add_space_prefix");
    if (!prefix) return tl::unexpected(prefix.error());
    out->spaceInFront_ = prefix->value_or(true);
    return out;
}

std::vector<TokenId> SentencePieceTokenizer::encode(std::string_view text,
                                                    const EncodeOptions& options) const {
    std::vector<TokenId> out;
    if (options.addSpecial && bos() && vocabulary_->addsBos().value_or(true)) out.push_back(*bos());
    bool atStart = true;
    special_.split(
        text, options.parseSpecial,
        [&](std::string_view part) {
            encodeText(part, spaceInFront_ && atStart, out);
            atStart = false;
        },
        [&](TokenId id) {
            out.push_back(id);
            atStart = true;
        });
    if (options.addSpecial && eos() && vocabulary_->addsEos().value_or(false)) out.push_back(*eos());
    return out;
}

std::optional<TokenId> SentencePieceTokenizer::piece(std::string_view text) const {
    if (text.size() > vocabulary_->longestName()) return std::nullopt;
    const auto id = vocabulary_->find(text);
    if (!id || (kind(*id) != TokenKind::Normal && kind(*id) != TokenKind::UserDefined)) return std::nullopt;
    return id;
}

void SentencePieceTokenizer::encodeText(std::string_view text, bool spaceInFront,
                                        std::vector<TokenId>& out) const {
    const std::string escaped = (spaceInFront ? std::string(kSpacePiece) : "") + withSpacePieces(text);
    Merger<float> merger;
    for (std::uint32_t at = 0; at < escaped.size();) {
        const std::uint32_t length = base::decodeUtf8(escaped, at).length;
        merger.symbols.push_back({at, length, -1});
        at += length;
    }
    const std::string_view view = escaped;
    merger.run([&](const Symbol& left, const Symbol& right) -> std::optional<Merge<float>> {
        const auto id = piece(view.substr(left.begin, std::size_t{left.length} + right.length));
        if (!id) return std::nullopt;
        return Merge<float>{-vocabulary_->score(*id), *id};
    });
    for (const Symbol& symbol : merger.symbols) {
        const std::string_view part = view.substr(symbol.begin, symbol.length);
        if (const auto id = piece(part))
            out.push_back(*id);
        else
            bytes_.emit(part, out);
    }
}

std::string SentencePieceTokenizer::bytes(TokenId id, bool special) const {
    return pieceBytes(*vocabulary_, id, special);
}

}  // namespace hearth::engine
