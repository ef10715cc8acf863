#include <algorithm>
#include <vector>

#include "text/grammar/schema/pieces.h"

namespace hearth::engine::grammar {

namespace {

std::string anyDigits(std::size_t count) {
    return count == 0 ? "" : " [0-9]{" + std::to_string(count) + "}";
}

std::string digits(char first, char last) {
    return first == last ? std::string("\"") + first + "\"" : std::string("[") + first + "-" + last + "]";
}

// Numbers of one length between `a` and `b`, digit by digit: 137 … 542 is 1 (3 [7-9] | [4-9] x) | [2-4] x x |
// 5 ([0-3] x | 4 [0-2]).
void sameLength(const std::string& before, const std::string& a, const std::string& b,
                std::vector<std::string>& out) {
    const bool wholeRange =
        a.find_first_not_of('0', 1) == std::string::npos && b.find_first_not_of('9', 1) == std::string::npos;
    if (a.size() == 1 || wholeRange) {
        out.push_back(before + digits(a[0], b[0]) + anyDigits(a.size() - 1));
        return;
    }
    const std::string restA = a.substr(1);
    const std::string restB = b.substr(1);
    if (a[0] == b[0]) {
        sameLength(before + digits(a[0], a[0]) + " ", restA, restB, out);
        return;
    }
    sameLength(before + digits(a[0], a[0]) + " ", restA, std::string(restA.size(), '9'), out);
    if (a[0] + 1 <= b[0] - 1)
        out.push_back(before + digits(static_cast<char>(a[0] + 1), static_cast<char>(b[0] - 1)) +
                      anyDigits(restA.size()));
    sameLength(before + digits(b[0], b[0]) + " ", std::string(restB.size(), '0'), restB, out);
}

std::string alternatives(const std::vector<std::string>& options) {
    if (options.empty()) return "";
    std::string out = "(";
    for (const std::string& option : options) out += (out.size() > 1 ? " | " : "") + option;
    return out + ")";
}

std::string naturals(std::int64_t least, std::int64_t most) {
    std::vector<std::string> options;
    std::int64_t power = 1;  // the smallest number of this length; 0 counts as of length 1
    for (int length = 1; length <= maxDigits; ++length, power *= 10) {
        const std::int64_t from = std::max(least, length == 1 ? 0 : power);
        const std::int64_t to = std::min(most, power * 10 - 1);
        if (from <= to) sameLength("", std::to_string(from), std::to_string(to), options);
    }
    return alternatives(options);
}

// Numbers ≥ 0.
std::string magnitudes(NumberLimit least, NumberLimit most) {
    std::vector<std::string> options;
    const std::string fraction = "(\".\" [0-9]{1," + std::to_string(maxDigits) + "})?";
    if (least.excluded && least.value < most.value)
        options.push_back(literalOf(std::to_string(least.value)) + " \".\" [0-9]{0," +
                          std::to_string(maxDigits - 1) + "} [1-9]");
    const std::string between = naturals(least.value + (least.excluded ? 1 : 0), most.value - 1);
    if (!between.empty()) options.push_back(between + " " + fraction);
    const bool reachesMost = least.value < most.value || (least.value == most.value && !least.excluded);
    if (!most.excluded && reachesMost) options.push_back(literalOf(std::to_string(most.value)));
    return alternatives(options);
}

}  // namespace

std::string integersBetween(std::int64_t least, std::int64_t most) {
    std::vector<std::string> options;
    if (least < 0) {
        const std::string below = naturals(most < 0 ? -most : 1, -least);
        if (!below.empty()) options.push_back("\"-\" " + below);
    }
    if (most >= 0) {
        const std::string above = naturals(std::max<std::int64_t>(least, 0), most);
        if (!above.empty()) options.push_back(above);
    }
    return alternatives(options);
}

std::string numbersBetween(NumberLimit least, NumberLimit most) {
    std::vector<std::string> options;
    if (least.value < 0) {
        const NumberLimit from =
            most.value < 0 ? NumberLimit{-most.value, most.excluded} : NumberLimit{0, true};
        const std::string below = magnitudes(from, {-least.value, least.excluded});
        if (!below.empty()) options.push_back("\"-\" " + below);
    }
    if (most.value >= 0) {
        const std::string above = magnitudes(least.value < 0 ? NumberLimit{0, false} : least, most);
        if (!above.empty()) options.push_back(above);
    }
    return alternatives(options);
}

}  // namespace hearth::engine::grammar
