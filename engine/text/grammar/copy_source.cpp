#include "text/grammar/copy_source.h"

#include <cstdint>

#include "base/utf8.h"

namespace hearth::engine::grammar {

namespace {

// What a character is to its neighbours: words hold together, everything else may be parted from them.
enum class Class : std::uint8_t { Space, Word, Mark, Ideograph, Inside };  // Inside: not a first byte

Class classOf(std::uint32_t c) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000) return Class::Space;
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? Class::Word
                                                                                          : Class::Mark;
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA ? Class::Word : Class::Mark;
    if (c == 0xD7 || c == 0xF7) return Class::Mark;
    if (c >= 0x2000 && c <= 0x2BFF) return Class::Mark;  // punctuation, currency, arrows, symbols
    if (c >= 0x3001 && c <= 0x303F) return Class::Mark;
    if (c >= 0x2E80 && c <= 0x9FFF) return Class::Ideograph;  // written without spaces
    return Class::Word;
}

std::vector<Class> classify(std::string_view text) {
    std::vector<Class> out(text.size(), Class::Inside);
    for (std::size_t i = 0; i < text.size();) {
        const base::CodePoint c = base::decodeUtf8(text, i);
        out[i] = classOf(c.value);
        i += c.length;
    }
    return out;
}

}  // namespace

CopySource::CopySource(std::string_view text, const TokenTrie& trie)
    : text_(text), nextEnd_(text.size() + 1, npos), breaks_(text.size(), false) {
    const std::vector<Class> classes = classify(text);
    for (std::size_t i = 0; i < text.size(); ++i)
        breaks_[i] = !trie.spellsByte(static_cast<std::uint8_t>(text[i]));
    // Between two characters there is a border unless both belong to one word.
    Class before = Class::Space;
    std::vector<bool> mayEnd(text.size() + 1, false);
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const Class here = i < text.size() ? classes[i] : Class::Space;
        if (here == Class::Inside) continue;
        const bool border = here != Class::Word || before != Class::Word;
        const bool endsSpace = before == Class::Space;
        if (i > 0 && border && !endsSpace) mayEnd[i] = true;
        // A mark begins a value only at the start of what stands between spaces: "$20", but not ", ana".
        if (i < text.size() && here != Class::Space && border && (here != Class::Mark || endsSpace) &&
            !breaks_[i])
            begins_.push_back(i);
        before = here;
    }
    for (std::size_t i = text.size() + 1; i-- > 0;) {
        if (mayEnd[i])
            nextEnd_[i] = i;
        else if (i < text.size() && !breaks_[i])
            nextEnd_[i] = nextEnd_[i + 1];
    }
}

}  // namespace hearth::engine::grammar
