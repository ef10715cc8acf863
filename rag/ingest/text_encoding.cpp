#include "ingest/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace hearth::rag {

namespace {

constexpr std::size_t looked = std::size_t{64} * 1024;  // bytes that the detector sees

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

struct Mark {
    std::string_view bytes;
    const char* encoding;
};
constexpr Mark marks[] = {{{"\xEF\xBB\xBF", 3}, "UTF-8"},
                          {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                          {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                          {{"\xFF\xFE", 2}, "UTF-16LE"},
                          {{"\xFE\xFF", 2}, "UTF-16BE"}};

// UTF-16 without a mark: in most scripts every second byte of spaces, digits and line ends is zero.
const char* unmarkedUtf16(std::string_view bytes) {
    std::size_t zeros[2] = {0, 0};
    const std::size_t count = std::min(bytes.size(), looked) & ~std::size_t{1};
    for (std::size_t i = 0; i < count; ++i) zeros[i % 2] += bytes[i] == '\0';
    if (count < 4 || zeros[0] + zeros[1] < count / 50 + 1) return nullptr;
    if (zeros[0] * 20 < zeros[1]) return "UTF-16LE";
    if (zeros[1] * 20 < zeros[0]) return "UTF-16BE";
    return nullptr;
}

std::string detected(std::string_view bytes, bool& sure) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    if (U_FAILURE(status)) return "windows-1252";
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(std::min(bytes.size(), looked)),
                   &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr) return "windows-1252";
    const std::int32_t confidence = ucsdet_getConfidence(match, &status);
    const char* name = ucsdet_getName(match, &status);
    sure = confidence >= 30;
    if (U_FAILURE(status) || name == nullptr || confidence < 10) return "windows-1252";
    // Of the two, Windows' one has more characters and the same letters.
    return std::string_view(name) == "ISO-8859-1" ? "windows-1252" : name;
}

// Empty where no converter has the name.
std::string convert(std::string_view bytes, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> from(ucnv_open(encoding.c_str(), &status));
    const std::unique_ptr<UConverter, CloseConverter> to(ucnv_open("UTF-8", &status));
    if (U_FAILURE(status)) return {};
    std::string out;
    char buffer[16384];
    UChar pivot[4096];
    UChar *pivotSource = pivot, *pivotTarget = pivot;
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    bool first = true;
    do {
        char* target = buffer;
        status = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), from.get(), &target, buffer + sizeof buffer, &source, end, pivot,
                       &pivotSource, &pivotTarget, pivot + 4096, first, true, &status);
        first = false;
        out.append(buffer, target);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return out;
}

void endLinesAlike(std::string& text) {
    if (text.find('\r') == std::string::npos) return;
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out.push_back(text[i]);
        } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
            out.push_back('\n');
        }
    }
    text = std::move(out);
}

DecodedText decoded(std::string_view bytes, std::string_view declared) {
    for (const Mark& mark : marks)
        if (bytes.substr(0, mark.bytes.size()) == mark.bytes) {
            bytes.remove_prefix(mark.bytes.size());
            return {mark.encoding == std::string_view("UTF-8") ? base::repairUtf8(bytes)
                                                               : convert(bytes, mark.encoding),
                    mark.encoding, true};
        }
    if (const char* wide = unmarkedUtf16(bytes)) return {convert(bytes, wide), wide, false};
    const bool hasEscape = bytes.find('\x1B') != std::string_view::npos;  // ISO-2022 is ASCII too
    if (!hasEscape && base::isValidUtf8(bytes)) return {std::string(bytes), "UTF-8", true};
    if (!declared.empty() && declared.size() < 40) {
        const std::string name(declared);
        std::string text = convert(bytes, name);
        // A wrong name shows: characters that cannot be.
        if (!text.empty() && text.find("\xEF\xBF\xBD") == std::string::npos)
            return {std::move(text), name, true};
    }
    DecodedText out;
    out.encoding = detected(bytes, out.sure);
    out.text = convert(bytes, out.encoding);
    return out;
}

bool hasFewControls(std::string_view text) {
    const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1B';
    });
    return static_cast<std::size_t>(controls) * 50 <= text.size();
}

}  // namespace

DecodedText decodeText(std::string_view bytes, std::string_view declared) {
    DecodedText out = decoded(bytes, declared);
    if (out.text.empty() && !bytes.empty()) out.text = base::repairUtf8(bytes);
    endLinesAlike(out.text);
    return out;
}

std::string fromCharset(std::string_view bytes, const std::string& charset) {
    std::string out = convert(bytes, charset);
    return out.empty() ? convert(bytes, "windows-1252") : out;
}

bool looksLikeText(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 8192);
    for (const Mark& mark : marks)
        if (head.substr(0, mark.bytes.size()) == mark.bytes) return true;
    if (head.find('\0') != std::string_view::npos) {
        const char* wide = unmarkedUtf16(head);
        return wide != nullptr &&
               hasFewControls(convert(head.substr(0, head.size() & ~std::size_t{1}), wide));
    }
    return hasFewControls(head);
}

}  // namespace hearth::rag
