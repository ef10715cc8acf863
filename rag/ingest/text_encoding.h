// Text of unknown encoding as UTF-8. Byte-order marks and valid UTF-8 decide by themselves; what the
// container says comes next; the rest is guessed by ICU's detector. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace hearth::rag {

struct DecodedText {
    std::string text;      // UTF-8, without a byte-order mark, lines ended by a line feed
    std::string encoding;  // "UTF-8", "Shift_JIS", …
    bool sure = true;      // false: guessed with little to go by
};

// `declared` is a charset's name from a header or a meta tag, and may be empty or wrong.
DecodedText decodeText(std::string_view bytes, std::string_view declared = {});

// Bytes whose encoding is known, as UTF-8; by Windows-1252 where no converter has the name.
std::string fromCharset(std::string_view bytes, const std::string& charset);

// Whether the beginning of a file looks like text in some encoding, and not like a program or a picture.
bool looksLikeText(std::string_view bytes);

}  // namespace hearth::rag
