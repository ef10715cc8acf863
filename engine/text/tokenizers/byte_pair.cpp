#include "text/tokenizers/byte_pair.h"

#include "base/utf8.h"

namespace hearth::engine {

using base::Result;

namespace {

// GPT-2 writes each byte as one visible character: itself where it is printable in Latin-1, otherwise one
// from U+0100 on, in order.
struct ByteAlphabet {
    std::array<std::string, 256> names;
    std::array<std::int16_t, 0x180> bytes;  // of a character, or -1

    ByteAlphabet() {
        bytes.fill(-1);
        char32_t next = 0x100;
        for (int byte = 0; byte < 256; ++byte) {
            const bool printable = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) ||
                                   (byte >= 0xAE && byte <= 0xFF);
            const char32_t code = printable ? static_cast<char32_t>(byte) : next++;
            base::appendUtf8(names[static_cast<std::size_t>(byte)], code);
            bytes[code] = static_cast<std::int16_t>(byte);
        }
    }
};

const ByteAlphabet& alphabet() {
    static const ByteAlphabet instance;
    return instance;
}

}  // namespace

BytePairTokenizer::BytePairTokenizer(std::unique_ptr<const Vocabulary> vocabulary)
    : vocabulary_(std::move(vocabulary)), special_(*vocabulary_), bytes_(*vocabulary_) {}

Result<std::unique_ptr<Tokenizer>> BytePairTokenizer::load(const gguf::File& file,
                                                           std::unique_ptr<const Vocabulary> vocabulary) {
    std::unique_ptr<BytePairTokenizer> out(new BytePairTokenizer(std::move(vocabulary)));
    const auto name = file.string("tokenizer.ggml.pre");
    if (!name) return tl::unexpected(name.error());
    const auto model = file.string("tokenizer.ggml.model");
    out->characters_ = model && *model == "gemma4";
    auto words = PreTokenizer::make(name->value_or(out->characters_ ? "gemma4" : "default"));
    if (!words) {
        base::Error error = words.error();
        error.where = file.name() + ", " + error.where;
        return tl::unexpected(error);
    }
    out->words_ = std::move(*words);
    for (std::size_t byte = 0; byte < 256; ++byte)
        out->byteSymbols_[byte] = out->symbolOf(alphabet().names[byte]);
    if (auto read = out->readMerges(file); !read) return tl::unexpected(read.error());
    return out;
}

// The id of a symbol, which is made up if no token has that name.
std::int32_t BytePairTokenizer::symbolOf(std::string_view name) {
    if (const auto id = vocabulary_->find(name)) return *id;
    if (const auto id = extra_.find(name)) return *id;
    const auto id = static_cast<std::int32_t>(vocabulary_->size() + static_cast<int>(extraNames_.size()));
    extraNames_.emplace_back(name);
    extra_.insert(extraNames_.back(), id);
    return id;
}

std::size_t BytePairTokenizer::slot(std::int32_t left, std::int32_t right) const {
    const std::uint64_t key = static_cast<std::uint64_t>(left) << 32 | static_cast<std::uint32_t>(right);
    const std::size_t mask = pairs_.size() - 1;
    std::size_t at = (key * 0x9E3779B97F4A7C15) >> 32 & mask;
    while (pairs_[at].left >= 0 && (pairs_[at].left != left || pairs_[at].right != right))
        at = (at + 1) & mask;
    return at;
}

Result<void> BytePairTokenizer::readMerges(const gguf::File& file) {
    constexpr std::string_view kKey = "tokenizer.ggml.merges";
    const gguf::Value* value = file.find(kKey);
    if (!value) return file.wrong(kKey, "is missing: this kind of vocabulary needs its list of merges.");
    const auto merges = value->asStrings();
    if (!merges) return file.wrong(kKey, "is " + value->print() + "; an array of strings is needed.");
    std::size_t slots = 16;
    while (slots < merges->size() * 2) slots *= 2;
    pairs_.resize(slots);
    std::string joined;
    for (std::size_t rank = 0; rank < merges->size(); ++rank) {
        const std::string_view text = (*merges)[rank];
        const std::size_t space = text.find(' ', 1);
        if (space == std::string_view::npos || space + 1 >= text.size())
            return file.wrong(kKey, "has an entry, number " + std::to_string(rank) +
                                        ", that is not two symbols with a space between.");
        const std::string_view first = text.substr(0, space);
        const std::string_view second = text.substr(space + 1);
        joined.assign(first).append(second);
        const std::int32_t left = symbolOf(first);
        const std::int32_t right = symbolOf(second);
        Pair& pair = pairs_[slot(left, right)];
        if (pair.left < 0) pair = {left, right, static_cast<std::int32_t>(rank), symbolOf(joined)};
    }
    return {};
}

std::vector<TokenId> BytePairTokenizer::encode(std::string_view text, const EncodeOptions& options) const {
    std::vector<TokenId> out;
    if (options.addSpecial && bos() && vocabulary_->addsBos().value_or(words_.addsBos()))
        out.push_back(*bos());
    special_.split(
        text, options.parseSpecial, [&](std::string_view part) { encodeText(part, out); },
        [&](TokenId id) { out.push_back(id); });
    if (options.addSpecial && eos() && vocabulary_->addsEos().value_or(false)) out.push_back(*eos());
    return out;
}

void BytePairTokenizer::encodeText(std::string_view text, std::vector<TokenId>& out) const {
    std::vector<std::uint32_t> ends;
    std::string escaped;
    if (characters_) text = escaped = withSpacePieces(text);
    words_.split(text, ends);
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ends) {
        encodeWord(text.substr(begin, end - begin), out);
        begin = end;
    }
}

void BytePairTokenizer::encodeWord(std::string_view word, std::vector<TokenId>& out) const {
    static thread_local Merger<std::int32_t> merger;
    if (words_.wholeWordsFirst() && word.size() <= vocabulary_->longestName()) {
        static thread_local std::string name;
        name.clear();
        for (const char c : word) name += alphabet().names[static_cast<unsigned char>(c)];
        const auto id = vocabulary_->find(name);
        if (id && kind(*id) == TokenKind::Normal) {
            out.push_back(*id);
            return;
        }
    }
    merger.symbols.clear();
    addSymbols(word, merger.symbols);
    merger.run([this](const Symbol& left, const Symbol& right) -> std::optional<Merge<std::int32_t>> {
        if (left.id < 0 || right.id < 0) return std::nullopt;
        const Pair& pair = pairs_[slot(left.id, right.id)];
        if (pair.left < 0) return std::nullopt;
        return Merge<std::int32_t>{pair.rank, pair.merged};
    });
    for (const Symbol& symbol : merger.symbols) {
        if (symbol.id >= 0 && symbol.id < vocabulary_->size())
            out.push_back(symbol.id);
        else
            emitBytes(word.substr(symbol.begin, symbol.length), out);
    }
}

void BytePairTokenizer::addSymbols(std::string_view word, std::vector<Symbol>& symbols) const {
    if (!characters_) {
        for (std::uint32_t i = 0; i < word.size(); ++i)
            symbols.push_back({i, 1, byteSymbols_[static_cast<unsigned char>(word[i])]});
        return;
    }
    for (std::uint32_t i = 0; i < word.size();) {
        const std::uint32_t length = base::decodeUtf8(word, i).length;
        symbols.push_back({i, length, vocabulary_->find(word.substr(i, length)).value_or(-1)});
        i += length;
    }
}

// A symbol that is no token: its bytes one by one; those that are no token either become the unknown one.
void BytePairTokenizer::emitBytes(std::string_view bytes, std::vector<TokenId>& out) const {
    if (characters_) return bytes_.emit(bytes, out);
    for (const char c : bytes) {
        const std::int32_t id = byteSymbols_[static_cast<unsigned char>(c)];
        if (id < vocabulary_->size())
            out.push_back(id);
        else if (vocabulary_->unknown())
            out.push_back(*vocabulary_->unknown());
    }
}

std::string BytePairTokenizer::bytes(TokenId id, bool special) const {
    if (!vocabulary_->has(id)) return {};
    if (characters_) return pieceBytes(*vocabulary_, id, special);
    const std::string_view name = vocabulary_->name(id);
    switch (kind(id)) {
        case TokenKind::Control:
        case TokenKind::Unknown:
            return special ? std::string(name) : std::string();
        case TokenKind::UserDefined:
            return std::string(name);
        default:
            break;
    }
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const base::CodePoint point = base::decodeUtf8(name, at);
        const bool known =
            point.valid && point.value < alphabet().bytes.size() && alphabet().bytes[point.value] >= 0;
        if (known)
            out += static_cast<char>(alphabet().bytes[point.value]);
        else
            out.append(name.substr(at, point.length));
        at += point.length;
    }
    return out;
}

}  // namespace hearth::engine
