#include "text/tokenizers/char_map.h"

#include <cstring>

#include "base/utf8.h"

namespace hearth::engine {

namespace {

// The parts of a unit of the double array.
std::size_t offsetOf(std::uint32_t unit) {
    return std::size_t{unit >> 10} << ((unit & (1u << 9)) >> 6);
}
bool hasLeaf(std::uint32_t unit) {
    return (unit >> 8) & 1;
}
std::uint32_t labelOf(std::uint32_t unit) {
    return unit & (0x80000000u | 0xFF);
}
std::size_t valueOf(std::uint32_t unit) {
    return unit & 0x7FFFFFFF;
}

}  // namespace

base::Result<CharMap> CharMap::load(const gguf::File& file) {
    constexpr std::string_view kKey = "tokenizer.ggml.precompiled_charsmap";
    CharMap out;
    const gguf::Value* value = file.find(kKey);
    if (!value) return out;
    const auto numbers = value->asIntegers();
    if (!numbers) return file.wrong(kKey, "is " + value->print() + "; an array of bytes is needed.");
    std::string bytes;
    for (const std::int64_t number : *numbers) bytes += static_cast<char>(number);
    const auto unitAt = [&](std::size_t at) {
        std::uint32_t unit = 0;
        for (std::size_t i = 0; i < 4; ++i)
            unit |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
        return unit;
    };
    const std::size_t size = bytes.size() < 4 ? 0 : unitAt(0);
    if (size == 0 || size % 4 != 0 || size + 4 > bytes.size())
        return file.wrong(
            kKey, "is damaged: its table does not fit in its " + std::to_string(bytes.size()) + " bytes.");
    for (std::size_t at = 4; at < 4 + size; at += 4) out.units_.push_back(unitAt(at));
    out.replacements_ = bytes.substr(4 + size);
    return out;
}

std::optional<CharMap::Match> CharMap::longest(std::string_view text) const {
    std::optional<Match> best;
    if (units_.empty()) return best;
    std::size_t at = offsetOf(units_[0]);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        at ^= byte;
        if (byte == 0 || at >= units_.size() || labelOf(units_[at]) != byte) break;
        const std::uint32_t unit = units_[at];
        at ^= offsetOf(unit);
        if (at >= units_.size()) break;
        if (!hasLeaf(unit)) continue;
        const std::size_t value = valueOf(units_[at]);
        if (value >= replacements_.size()) break;
        const std::string_view rest = std::string_view(replacements_).substr(value);
        best = {i + 1, rest.substr(0, rest.find('\0'))};
    }
    return best;
}

std::string CharMap::apply(std::string_view text) const {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto match = longest(text.substr(at))) {
            out += match->replacement;
            at += match->length;
            continue;
        }
        const std::size_t length = base::decodeUtf8(text, at).length;
        out += text.substr(at, length);
        at += length;
    }
    return out;
}

}  // namespace hearth::engine
