#include "conversation/special_names.h"

#include <algorithm>

namespace hearth::agent {

namespace {

using engine::TokenId;
using engine::TokenKind;

// A character for private use (U+F8FE) that no text has; where one does, it is taken out.
constexpr std::string_view kMark = "\xEF\xA3\xBE";

// Some vocabularies define runs of blanks and line feeds; those may be what they are.
bool looksLikeAMark(std::string_view name) {
    return name.size() >= 2 && (name.front() == '<' || name.front() == '[') &&
           name.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

}  // namespace

SpecialNames::SpecialNames(const engine::Tokenizer& tokenizer) {
    for (TokenId id = 0; id < tokenizer.size(); ++id) {
        const TokenKind kind = tokenizer.kind(id);
        const bool control = kind == TokenKind::Control || kind == TokenKind::Unknown;
        if (!control && kind != TokenKind::UserDefined) continue;
        std::string name = tokenizer.bytes(id, true);
        if (name.size() < 2 || (!control && !looksLikeAMark(name))) continue;
        auto& lengths = lengths_[static_cast<unsigned char>(name[0])];
        if (std::find(lengths.begin(), lengths.end(), name.size()) == lengths.end())
            lengths.push_back(name.size());
        names_.insert(std::move(name));
    }
}

bool SpecialNames::startsAt(std::string_view text) const {
    const auto& lengths = lengths_[static_cast<unsigned char>(text.front())];
    return std::any_of(lengths.begin(), lengths.end(), [&](std::size_t length) {
        return length <= text.size() && names_.contains(std::string(text.substr(0, length)));
    });
}

std::string SpecialNames::broken(std::string_view text) const {
    std::string out;
    const std::string bare = joined(text);
    for (std::size_t i = 0; i < bare.size(); ++i) {
        out += bare[i];
        // The first character may be longer than a byte: the mark stands behind it.
        if (!startsAt(std::string_view(bare).substr(i))) continue;
        while (i + 1 < bare.size() && (static_cast<unsigned char>(bare[i + 1]) & 0xC0) == 0x80)
            out += bare[++i];
        out += kMark;
    }
    return out;
}

std::string SpecialNames::joined(std::string_view broken) {
    std::string out;
    for (std::size_t at = 0; at < broken.size();) {
        const std::size_t next = std::min(broken.size(), broken.find(kMark, at));
        out += broken.substr(at, next - at);
        at = next + kMark.size();
    }
    return out;
}

std::vector<TokenId> SpecialNames::encode(const engine::Tokenizer& tokenizer, std::string_view rendered,
                                          bool addSpecial) {
    std::vector<TokenId> out;
    for (std::size_t at = 0; at == 0 || at < rendered.size();) {
        const std::size_t next = std::min(rendered.size(), rendered.find(kMark, at));
        const auto part = tokenizer.encode(rendered.substr(at, next - at),
                                           {.addSpecial = addSpecial && at == 0, .parseSpecial = true});
        out.insert(out.end(), part.begin(), part.end());
        at = next + kMark.size();
    }
    return out;
}

}  // namespace hearth::agent
