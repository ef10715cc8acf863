#include "text/tokenizers/word_piece.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/tokenizers/unicode.h"

namespace hearth::engine {

namespace {

constexpr std::string_view kSpace = "\xE2\x96\x81";  // ▁
constexpr std::size_t kLongestWord = 100;            // characters; longer ones are unknown, as in BERT

// Chinese characters are words of their own.
bool isIdeograph(char32_t code) {
    static constexpr std::pair<char32_t, char32_t> kRanges[] = {
        {0x4E00, 0x9FFF},   {0x3400, 0x4DBF},   {0x20000, 0x2A6DF}, {0x2A700, 0x2B73F},
        {0x2B740, 0x2B81F}, {0x2B920, 0x2CEAF}, {0xF900, 0xFAFF},   {0x2F800, 0x2FA1F},
    };
    return std::any_of(std::begin(kRanges), std::end(kRanges),
                       [code](const auto& range) { return code >= range.first && code <= range.second; });
}

bool standsAlone(char32_t code) {
    using namespace unicode;
    const CategorySet kind = bit(category(code));
    return (kind & kPunctuation) != 0 || (code < 0x80 && (kind & kSymbol) != 0) || isIdeograph(code);
}

bool isDropped(char32_t code) {
    using namespace unicode;
    return code == 0xFFFD || (bit(category(code)) & kOther) != 0;
}

}  // namespace

WordPieceTokenizer::WordPieceTokenizer(std::unique_ptr<const Vocabulary> vocabulary)
    : vocabulary_(std::move(vocabulary)), special_(*vocabulary_) {}

base::Result<std::unique_ptr<Tokenizer>> WordPieceTokenizer::load(
    const gguf::File& file, std::unique_ptr<const Vocabulary> vocabulary) {
    std::unique_ptr<WordPieceTokenizer> out(new WordPieceTokenizer(std::move(vocabulary)));
    // The second key is misspelled in the files there are.
    const std::pair<std::string_view, std::optional<TokenId>*> ids[] = {
        {"tokenizer.ggml.cls_token_id", &out->first_},
        {"tokenizer.ggml.seperator_token_id", &out->last_},
    };
    for (const auto& [key, into] : ids) {
        const auto id = file.integer(key);
        if (!id) return tl::unexpected(id.error());
        if (!*id) continue;
        if (**id < 0 || **id >= out->size())
            return file.wrong(key, "is " + std::to_string(**id) + ", which is no token of the vocabulary.");
        *into = static_cast<TokenId>(**id);
    }
    if (!out->first_) out->first_ = out->vocabulary_->bos();
    if (!out->last_) out->last_ = out->vocabulary_->eos();
    return out;
}

std::vector<TokenId> WordPieceTokenizer::encode(std::string_view text, const EncodeOptions& options) const {
    std::vector<TokenId> out;
    if (options.addSpecial && first_ && vocabulary_->addsBos().value_or(true)) out.push_back(*first_);
    special_.split(
        text, options.parseSpecial, [&](std::string_view part) { encodeText(part, out); },
        [&](TokenId id) { out.push_back(id); });
    if (options.addSpecial && last_ && vocabulary_->addsEos().value_or(true)) out.push_back(*last_);
    return out;
}

void WordPieceTokenizer::encodeText(std::string_view text, std::vector<TokenId>& out) const {
    std::u32string word;
    std::u32string folded;
    const auto endWord = [&] {
        if (!word.empty()) encodeWord(word, out);
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::decodeUtf8(text, at);
        at += point.length;
        if (unicode::isWhiteSpace(point.value)) {
            endWord();
            continue;
        }
        if (isDropped(point.value)) continue;
        folded.clear();
        unicode::appendFolded(folded, point.value);
        for (const char32_t code : folded) {
            if (!standsAlone(code)) {
                word += code;
                continue;
            }
            endWord();
            word += code;
            endWord();
        }
    }
    endWord();
}

// The longest piece at each place; if there is none anywhere, the whole word is unknown.
void WordPieceTokenizer::encodeWord(std::u32string_view word, std::vector<TokenId>& out) const {
    const std::size_t before = out.size();
    std::string text(kSpace);
    for (const char32_t code : word) base::appendUtf8(text, code);
    bool known = word.size() <= kLongestWord;
    for (std::size_t at = 0; known && at < text.size();) {
        std::size_t length = std::min(text.size() - at, vocabulary_->longestName());
        std::optional<TokenId> found;
        for (; length > 0; --length)
            if ((found = vocabulary_->find(std::string_view(text).substr(at, length)))) break;
        // "▁" alone would leave the first character to a piece of the middle of words.
        known = found && !(at == 0 && length <= kSpace.size());
        if (known) out.push_back(*found);
        at += length;
    }
    if (known) return;
    out.resize(before);
    if (vocabulary_->unknown()) out.push_back(*vocabulary_->unknown());
}

std::string WordPieceTokenizer::bytes(TokenId id, bool special) const {
    if (!vocabulary_->has(id)) return {};
    const std::string_view name = vocabulary_->name(id);
    if (kind(id) == TokenKind::Control || kind(id) == TokenKind::Unknown)
        return special ? std::string(name) : std::string();
    if (name.substr(0, kSpace.size()) == kSpace) return " " + std::string(name.substr(kSpace.size()));
    return std::string(name);
}

}  // namespace hearth::engine
