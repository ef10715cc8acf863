#include "base/utf8.h"

namespace hearth::base {

namespace {

bool isContinuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

// Length that a lead byte promises; 0 for a byte that cannot lead.
std::size_t promisedLength(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;  // continuation bytes, and C0/C1, which only overlong forms use
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    if (lead < 0xF5) return 4;
    return 0;
}

// The second byte has a narrower range after some lead bytes: no overlong forms, surrogates, or > 0x10FFFF.
bool secondByteFits(unsigned char lead, unsigned char second) {
    if (lead == 0xE0) return second >= 0xA0 && second <= 0xBF;
    if (lead == 0xED) return second >= 0x80 && second <= 0x9F;
    if (lead == 0xF0) return second >= 0x90 && second <= 0xBF;
    if (lead == 0xF4) return second >= 0x80 && second <= 0x8F;
    return isContinuation(second);
}

}  // namespace

CodePoint decodeUtf8(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    const std::size_t length = promisedLength(lead);
    if (length == 1) return {lead, 1, true};
    if (length == 0 || text.size() - at < length || !secondByteFits(lead, byte(1))) return {};
    char32_t value = lead & (0xFF >> (length + 1));
    value = (value << 6) | (byte(1) & 0x3F);
    for (std::size_t i = 2; i < length; ++i) {
        if (!isContinuation(byte(i))) return {};
        value = (value << 6) | (byte(i) & 0x3F);
    }
    return {value, static_cast<std::uint8_t>(length), true};
}

void appendUtf8(std::string& out, char32_t value) {
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0 | (value >> 6));
        put(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        put(0xE0 | (value >> 12));
        put(0x80 | ((value >> 6) & 0x3F));
        put(0x80 | (value & 0x3F));
    } else {
        put(0xF0 | (value >> 18));
        put(0x80 | ((value >> 12) & 0x3F));
        put(0x80 | ((value >> 6) & 0x3F));
        put(0x80 | (value & 0x3F));
    }
}

bool isValidUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decodeUtf8(text, i);
        if (!point.valid) return false;
        i += point.length;
    }
    return true;
}

std::size_t incompleteUtf8Tail(std::string_view text) {
    const std::size_t most = text.size() < 3 ? text.size() : 3;
    for (std::size_t back = 1; back <= most; ++back) {
        const auto lead = static_cast<unsigned char>(text[text.size() - back]);
        if (isContinuation(lead)) continue;
        if (promisedLength(lead) <= back) return 0;
        if (back > 1 && !secondByteFits(lead, static_cast<unsigned char>(text[text.size() - back + 1])))
            return 0;
        return back;
    }
    return 0;
}

std::string repairUtf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decodeUtf8(text, i);
        if (point.valid)
            out.append(text.substr(i, point.length));
        else
            appendUtf8(out, 0xFFFD);
        i += point.length;
    }
    return out;
}

}  // namespace hearth::base
