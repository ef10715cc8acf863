#include "detectors/windows.h"

#include <algorithm>
#include <array>

#include "detectors/checks.h"

namespace hearth::privacy {

namespace {

// Words before and after a digit that may belong to the same identifier, or announce it.
constexpr std::size_t margin = 32;
// How much further a cut may move to get to white space.
constexpr std::size_t slack = 64;

enum Class : unsigned char { Plain, Trigger, Colon, Dot, Hyphen };

constexpr std::array<Class, 256> classes = [] {
    std::array<Class, 256> out{};
    for (int c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = Trigger;
    out['@'] = Trigger;
    out[':'] = Colon;
    out['='] = Colon;
    out['.'] = Dot;
    out['-'] = Hyphen;
    return out;
}();

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

char at(std::string_view text, std::size_t i) {
    return i < text.size() ? text[i] : ' ';
}

bool triggers(std::string_view text, std::size_t i) {
    switch (classes[static_cast<unsigned char>(text[i])]) {
        case Plain:
            return false;
        case Trigger:
        case Colon:
            return true;
        case Dot:
            return isAlnum(at(text, i + 1)) && i > 0 && isAlnum(text[i - 1]);
        case Hyphen:  // "-----", or octets of letters such as AA-BB
            return at(text, i + 1) == '-' || at(text, i + 3) == '-';
    }
    return false;
}

std::size_t windowStart(std::string_view text, std::size_t trigger, std::size_t floor) {
    std::size_t start = trigger - std::min(trigger, margin);
    const std::size_t limit = std::max(floor, start - std::min(start, slack));
    start = std::max(start, floor);
    while (start > limit && !isSpace(text[start - 1])) --start;
    return start;
}

std::size_t windowEnd(std::string_view text, std::size_t trigger) {
    std::size_t end = std::min(text.size(), trigger + margin);
    const std::size_t limit = std::min(text.size(), end + slack);
    while (end < limit && !isSpace(text[end])) ++end;
    return end;
}

}  // namespace

std::vector<Window> identifierWindows(std::string_view text) {
    std::vector<Window> windows;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!triggers(text, i)) continue;
        const std::size_t end = windowEnd(text, i);
        const std::size_t start = windowStart(text, i, windows.empty() ? 0 : windows.back().end);
        if (!windows.empty() && start <= windows.back().end)
            windows.back().end = std::max(end, windows.back().end);
        else
            windows.push_back({start, end});
        // What triggers before the last bytes of the window would not make it longer.
        i = std::max(i, windows.back().end - std::min(windows.back().end, margin + 1));
    }
    return windows;
}

}  // namespace hearth::privacy
