#include "text/tokenizers/byte_tokens.h"

namespace hearth::engine {

namespace {

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

ByteTokens::ByteTokens(const Vocabulary& vocabulary) : unknown_(vocabulary.unknown()) {
    for (TokenId id = 0; id < vocabulary.size(); ++id) {
        if (vocabulary.kind(id) != TokenKind::Byte) continue;
        if (const auto byte = byteOf(vocabulary.name(id))) {
            tokens_[*byte] = id;
            any_ = true;
        }
    }
}

void ByteTokens::emit(std::string_view bytes, std::vector<TokenId>& out) const {
    for (const char c : bytes) {
        if (const auto& id = tokens_[static_cast<unsigned char>(c)])
            out.push_back(*id);
        else if (unknown_)
            out.push_back(*unknown_);
    }
}

std::string withSpacePieces(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 2);
    for (const char c : text) {
        if (c == ' ')
            out += kSpacePiece;
        else
            out += c;
    }
    return out;
}

std::string pieceBytes(const Vocabulary& vocabulary, TokenId id, bool special) {
    if (!vocabulary.has(id)) return {};
    const std::string_view name = vocabulary.name(id);
    const TokenKind kind = vocabulary.kind(id);
    if (kind == TokenKind::Control || kind == TokenKind::Unknown)
        return special ? std::string(name) : std::string();
    if (kind == TokenKind::Byte)
        if (const auto byte = byteOf(name)) return std::string(1, static_cast<char>(*byte));
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        if (name.substr(at, kSpacePiece.size()) == kSpacePiece) {
            out += ' ';
            at += kSpacePiece.size();
        } else {
            out += name[at++];
        }
    }
    return out;
}

}  // namespace hearth::engine
