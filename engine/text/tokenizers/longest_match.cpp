#include "text/tokenizers/longest_match.h"

#include <algorithm>

namespace hearth::engine {

namespace {

std::optional<int> hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

// The bytes that a name stands for; what is no escape stays as it is.
std::string unescaped(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] != '\\' || i + 1 == name.size()) {
            out += name[i];
            continue;
        }
        const char kind = name[++i];
        const auto high = i + 2 < name.size() ? hexDigit(name[i + 1]) : std::nullopt;
        const auto low = i + 2 < name.size() ? hexDigit(name[i + 2]) : std::nullopt;
        if (kind == 'x' && high && low) {
            out += static_cast<char>(*high * 16 + *low);
            i += 2;
        } else {
            out += kind == 'n' ? '\n' : kind == 'r' ? '\r' : kind == 't' ? '\t' : kind;
        }
    }
    return out;
}

std::size_t twoBytes(std::string_view text) {
    const auto second = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0u;
    return std::size_t{static_cast<unsigned char>(text[0])} * 256 + second;
}

}  // namespace

LongestMatchTokenizer::LongestMatchTokenizer(std::unique_ptr<const Vocabulary> vocabulary)
    : vocabulary_(std::move(vocabulary)), special_(*vocabulary_) {
    bytes_.reserve(static_cast<std::size_t>(size()));
    index_.reserve(static_cast<std::size_t>(size()));
    for (TokenId id = 0; id < size(); ++id) {
        bytes_.push_back(unescaped(vocabulary_->name(id)));
        const std::string& text = bytes_.back();
        if (text.empty() || kind(id) == TokenKind::Control || !index_.insert(text, id)) continue;
        std::size_t& longest = longest_[twoBytes(text)];
        longest = std::max(longest, text.size());
    }
}

base::Result<std::unique_ptr<Tokenizer>> LongestMatchTokenizer::load(
    const gguf::File&, std::unique_ptr<const Vocabulary> vocabulary) {
    return std::unique_ptr<Tokenizer>(new LongestMatchTokenizer(std::move(vocabulary)));
}

std::vector<TokenId> LongestMatchTokenizer::encode(std::string_view text,
                                                   const EncodeOptions& options) const {
    std::vector<TokenId> out;
    if (options.addSpecial && bos() && vocabulary_->addsBos().value_or(false)) out.push_back(*bos());
    special_.split(
        text, options.parseSpecial, [&](std::string_view part) { encodeText(part, out); },
        [&](TokenId id) { out.push_back(id); });
    if (options.addSpecial && eos() && vocabulary_->addsEos().value_or(false)) out.push_back(*eos());
    return out;
}

void LongestMatchTokenizer::encodeText(std::string_view text, std::vector<TokenId>& out) const {
    while (!text.empty()) {
        std::size_t length = std::min(longest_[twoBytes(text)], text.size());
        std::optional<TokenId> found;
        for (; length > 1 && !found; --length) found = index_.find(text.substr(0, length));
        // A single byte; where the vocabulary lacks it, the token for what is unknown.
        length = found ? length + 1 : 1;
        if (!found) found = index_.find(text.substr(0, 1));
        if (!found) found = vocabulary_->unknown();
        if (found) out.push_back(*found);
        text.remove_prefix(length);
    }
}

std::string LongestMatchTokenizer::bytes(TokenId id, bool special) const {
    if (!vocabulary_->has(id)) return {};
    if (kind(id) == TokenKind::Control || kind(id) == TokenKind::Unknown)
        return special ? std::string(vocabulary_->name(id)) : std::string();
    return bytes_[static_cast<std::size_t>(id)];
}

}  // namespace hearth::engine
