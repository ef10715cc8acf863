#include "chunk/pieces.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <string>

namespace hearth::rag {

namespace {

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};
struct CloseBreaks {
    void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};

// The longest text that is counted at once: a page without a break is estimated from its beginning.
constexpr std::size_t longestCounted = 1 << 16;

std::vector<std::size_t> lineEnds(std::string_view text) {
    std::vector<std::size_t> ends;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        ends.push_back(at + 1);
    ends.push_back(text.size());
    return ends;
}

bool insideCharacter(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

class Cutter {
  public:
    Cutter(const Block& block, const TokenCounter& tokens, const ChunkLimits& limits)
        : block_(block), tokens_(tokens), limits_(limits) {}

    std::vector<Piece> cut() {
        const std::string_view text = block_.text;
        if (text.size() <= longestCounted)
            if (const std::uint32_t whole = tokens_(text); whole <= limits_.most) {
                add(0, text.size(), whole);
                return std::move(pieces_);
            }
        std::size_t begin = 0;
        for (const std::size_t end : block_.kind == BlockKind::Code ? lineEnds(text) : sentenceEnds(text)) {
            if (end <= begin) continue;
            part(begin, end);
            begin = end;
        }
        flush();
        return std::move(pieces_);
    }

  private:
    // A sentence or line: joined to those before it while they fit.
    void part(std::size_t begin, std::size_t end) {
        const bool countable = end - begin <= longestCounted;
        const std::uint32_t count =
            countable ? tokens_(std::string_view(block_.text).substr(begin, end - begin)) : limits_.most + 1;
        if (count > limits_.most) {
            flush();
            return cutSentence(begin, end);
        }
        if (waitingEnd_ > waitingBegin_ && waitingTokens_ + count > limits_.target) flush();
        if (waitingEnd_ == waitingBegin_) waitingBegin_ = begin;
        waitingEnd_ = end;
        waitingTokens_ += count;
    }

    void flush() {
        if (waitingEnd_ > waitingBegin_) add(waitingBegin_, waitingEnd_, waitingTokens_);
        waitingBegin_ = waitingEnd_;
        waitingTokens_ = 0;
    }

    void cutSentence(std::size_t begin, std::size_t end) {
        const std::string_view text = block_.text;
        while (begin < end) {
            std::size_t length = std::min(end - begin, std::size_t{limits_.most} * 6);
            std::uint32_t count = 0;
            for (;;) {
                length = shorten(begin, length, end);
                count = tokens_(text.substr(begin, length));
                if (count <= limits_.most || length <= 4) break;
                length = std::max<std::size_t>(length * limits_.most / (count + 1), length / 4);
            }
            add(begin, begin + length, count);
            if (begin + length >= end) break;
            begin = overlapped(begin, length, count);
        }
        waitingBegin_ = waitingEnd_ = end;
    }

    // Down to the end of a word, or at least of a character.
    std::size_t shorten(std::size_t begin, std::size_t length, std::size_t end) const {
        const std::string_view text = block_.text;
        if (begin + length >= end) return end - begin;
        const std::size_t space = text.rfind(' ', begin + length);
        if (space != std::string_view::npos && space > begin + length / 2) return space + 1 - begin;
        length = std::max<std::size_t>(length, 1);
        while (length > 1 && insideCharacter(text, begin + length)) --length;
        while (insideCharacter(text, begin + length)) ++length;  // the first character is longer
        return length;
    }

    // Where the next part begins: some tokens before this one ends, at the beginning of a word.
    std::size_t overlapped(std::size_t begin, std::size_t length, std::uint32_t count) const {
        const std::string_view text = block_.text;
        const std::size_t end = begin + length;
        std::size_t back = length * limits_.overlap / std::max<std::uint32_t>(count, 1);
        back = std::min(back, length / 2);
        std::size_t next = end - back;
        const std::size_t space = text.find(' ', next);
        if (space != std::string_view::npos && space + 1 < end) next = space + 1;
        while (next < end && insideCharacter(text, next)) ++next;
        return next;
    }

    void add(std::size_t begin, std::size_t end, std::uint32_t count) {
        pieces_.push_back({&block_, block_.begin + begin, block_.begin + end, count});
    }

    const Block& block_;
    const TokenCounter& tokens_;
    const ChunkLimits& limits_;
    std::vector<Piece> pieces_;
    std::size_t waitingBegin_ = 0, waitingEnd_ = 0;
    std::uint32_t waitingTokens_ = 0;
};

}  // namespace

std::vector<std::size_t> sentenceEnds(std::string_view text) {
    // A line's end is no sentence's end, but the rules take it for a paragraph's.
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '\n', ' ');
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> wrapped(
        utext_openUTF8(nullptr, spaced.data(), static_cast<std::int64_t>(spaced.size()), &status));
    const std::unique_ptr<UBreakIterator, CloseBreaks> breaks(
        ubrk_open(UBRK_SENTENCE, "", nullptr, 0, &status));
    if (U_SUCCESS(status)) ubrk_setUText(breaks.get(), wrapped.get(), &status);
    std::vector<std::size_t> ends;
    if (U_SUCCESS(status))
        for (std::int32_t at = ubrk_next(breaks.get()); at != UBRK_DONE; at = ubrk_next(breaks.get()))
            ends.push_back(static_cast<std::size_t>(at));
    if (ends.empty() || ends.back() != text.size()) ends.push_back(text.size());
    return ends;
}

std::vector<Piece> piecesOf(const Block& block, const TokenCounter& tokens, const ChunkLimits& limits) {
    return Cutter(block, tokens, limits).cut();
}

}  // namespace hearth::rag
