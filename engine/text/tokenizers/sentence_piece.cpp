#include "text/tokenizers/sentence_piece.h"

#include <cstdio>

#include "base/utf8.h"
#include "text/tokenizers/merge.h"

namespace hearth::engine {

namespace {

constexpr std::string_view kSpace = "\xE2\x96\x81";  // ▁

std::optional<int> hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return std::nullopt;
}

// The byte of a token named "<0x41>".
std::optional<unsigned char> byteOf(std::string_view name) {
    if (name.size() != 6 || name.substr(0, 3) != "<0x" || name[5] != '>') return std::nullopt;
    const auto high = hexDigit(name[3]);
    const auto low = hexDigit(name[4]);
    if (!high || !low) return std::nullopt;
    return static_cast<unsigned char>(*high * 16 + *low);
}

}  // namespace

SentencePieceTokenizer::SentencePieceTokenizer(std::unique_ptr<const Vocabulary> vocabulary)
    : vocabulary_(std::move(vocabulary)), special_(*vocabulary_) {
    for (TokenId id = 0; id < vocabulary_->size(); ++id) {
        if (vocabulary_->kind(id) != TokenKind::Byte) continue;
        if (const auto byte = byteOf(vocabulary_->name(id))) byteTokens_[*byte] = id;
    }
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
    if (!id || (kind(*id) != TokenKind::Normal && kind(*id) != TokenKind::UserDefined)) return std::nullopt;
    return id;
}

void SentencePieceTokenizer::encodeText(std::string_view text, bool spaceInFront,
                                        std::vector<TokenId>& out) const {
    std::string escaped;
    escaped.reserve(text.size() + text.size() / 2);
    if (spaceInFront) escaped += kSpace;
    for (const char c : text) {
        if (c == ' ')
            escaped += kSpace;
        else
            escaped += c;
    }
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
            emitBytes(part, out);
    }
}

void SentencePieceTokenizer::emitBytes(std::string_view bytes, std::vector<TokenId>& out) const {
    for (const char c : bytes) {
        if (const auto& id = byteTokens_[static_cast<unsigned char>(c)])
            out.push_back(*id);
        else if (vocabulary_->unknown())
            out.push_back(*vocabulary_->unknown());
    }
}

std::string SentencePieceTokenizer::bytes(TokenId id, bool special) const {
    if (!vocabulary_->has(id)) return {};
    const std::string_view name = vocabulary_->name(id);
    if (kind(id) == TokenKind::Control || kind(id) == TokenKind::Unknown)
        return special ? std::string(name) : std::string();
    if (kind(id) == TokenKind::Byte) {
        if (const auto byte = byteOf(name)) return std::string(1, static_cast<char>(*byte));
    }
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        if (name.substr(at, kSpace.size()) == kSpace) {
            out += ' ';
            at += kSpace.size();
        } else {
            out += name[at++];
        }
    }
    return out;
}

}  // namespace hearth::engine
