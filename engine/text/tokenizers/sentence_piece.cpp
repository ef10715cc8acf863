#include "text/tokenizers/sentence_piece.h"

#include <unordered_map>

#include "base/utf8.h"

namespace hearth::engine {

namespace {

bool isPiece(TokenKind kind) {
    return kind == TokenKind::Normal || kind == TokenKind::UserDefined;
}

// Where in the output the tokens of a word stand.
struct Encoded {
    std::size_t begin = 0;
    std::size_t count = 0;
};
constexpr std::size_t kLongestRemembered = 48;     // bytes of a word
constexpr std::size_t kMostRemembered = 1u << 16;  // words

}  // namespace

SentencePieceTokenizer::SentencePieceTokenizer(std::unique_ptr<const Vocabulary> vocabulary)
    : vocabulary_(std::move(vocabulary)), special_(*vocabulary_), bytes_(*vocabulary_) {
    for (TokenId id = 0; id < vocabulary_->size(); ++id)
        if (isPiece(kind(id))) pairs_.add(vocabulary_->name(id));
}

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
    if (!id || !isPiece(kind(*id))) return std::nullopt;
    return id;
}

void SentencePieceTokenizer::encodeText(std::string_view text, bool spaceInFront,
                                        std::vector<TokenId>& out) const {
    const std::string escaped = (spaceInFront ? std::string(kSpacePiece) : "") + withSpacePieces(text);
    const std::string_view view = escaped;
    Merger<float> merger;
    std::unordered_map<std::string_view, Encoded> known;
    for (std::size_t begin = 0; begin < view.size();) {
        const std::string_view word = view.substr(begin, wordEnd(view, begin) - begin);
        begin += word.size();
        if (word.size() > kLongestRemembered || known.size() >= kMostRemembered) {
            encodeWord(word, merger, out);
            continue;
        }
        const auto [entry, isNew] = known.try_emplace(word, Encoded{out.size(), 0});
        if (isNew) {
            encodeWord(word, merger, out);
            entry->second.count = out.size() - entry->second.begin;
            continue;
        }
        for (std::size_t i = 0; i < entry->second.count; ++i) out.push_back(out[entry->second.begin + i]);
    }
}

// The first place behind `begin` that no piece reaches across.
std::size_t SentencePieceTokenizer::wordEnd(std::string_view text, std::size_t begin) const {
    base::CodePoint before = base::decodeUtf8(text, begin);
    std::size_t at = begin + before.length;
    while (at < text.size()) {
        const base::CodePoint point = base::decodeUtf8(text, at);
        if (!pairs_.mayMeet(before, point)) break;
        before = point;
        at += point.length;
    }
    return at;
}

void SentencePieceTokenizer::encodeWord(std::string_view word, Merger<float>& merger,
                                        std::vector<TokenId>& out) const {
    if (const auto id = base::decodeUtf8(word, 0).length == word.size() ? piece(word) : std::nullopt) {
        out.push_back(*id);
        return;
    }
    merger.symbols.clear();
    for (std::uint32_t at = 0; at < word.size();) {
        const std::uint32_t length = base::decodeUtf8(word, at).length;
        merger.symbols.push_back({at, length, -1});
        at += length;
    }
    merger.run([&](const Symbol& left, const Symbol& right) -> std::optional<Merge<float>> {
        const auto id = piece(word.substr(left.begin, std::size_t{left.length} + right.length));
        if (!id) return std::nullopt;
        return Merge<float>{-vocabulary_->score(*id), *id};
    });
    for (const Symbol& symbol : merger.symbols) {
        const std::string_view part = word.substr(symbol.begin, symbol.length);
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
