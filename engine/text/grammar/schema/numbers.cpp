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

// Digits behind a point between two limits, digit by digit; see numbersBetween.
class Fractions {
  public:
    // Limits as maxLimitDigits digits; no `high`: up to 1.
    Fractions(std::string low, bool lowExcluded, std::string high, bool highExcluded, int most)
        : low_(std::move(low)),
          high_(std::move(high)),
          lowExcluded_(lowExcluded),
          highExcluded_(highExcluded),
          most_(most) {}

    // With the point, or "" for none at all where nothing may follow; nothing at all: no expression.
    std::string text() {
        step(0, true, !high_.empty(), "\".\"");
        if (mayStop(0, true, !high_.empty())) options_.push_back("\"\"");
        return alternatives(options_);
    }

  private:
    static bool zerosFrom(const std::string& digits, std::size_t i) {
        return i >= digits.size() || digits.find_first_not_of('0', i) == std::string::npos;
    }
    // Whether the digits so far, which are those of a limit where it is tight, are a number between both.
    bool mayStop(std::size_t i, bool lowTight, bool highTight) const {
        const bool aboveLow = !lowTight || (zerosFrom(low_, i) && !lowExcluded_);
        return aboveLow && (!highTight || !zerosFrom(high_, i) || !highExcluded_);
    }
    void add(const std::string& before, char first, char last, std::size_t i) {
        if (first <= last)
            options_.push_back(before + " " + digits(first, last) + " [0-9]{0," +
                               std::to_string(most_ - static_cast<int>(i) - 1) + "}");
    }
    // Digits from the i-th on, behind `before`.
    void step(std::size_t i, bool lowTight, bool highTight, const std::string& before) {
        if (i > 0 && mayStop(i, lowTight, highTight)) options_.push_back(before);
        if (static_cast<int>(i) >= most_) return;
        if (i == static_cast<std::size_t>(maxLimitDigits)) {
            // Behind the digits of the lower limit anything but zeros makes a number larger.
            if (lowTight && !highTight)
                options_.push_back(before + " [0-9]{0," + std::to_string(most_ - static_cast<int>(i) - 1) +
                                   "} [1-9]");
            return;
        }
        const char low = lowTight ? low_[i] : '0';
        const char high = highTight ? high_[i] : '9';
        if (lowTight && highTight && low == high) {
            step(i + 1, true, true, before + " " + digits(low, low));
            return;
        }
        if (lowTight) step(i + 1, true, false, before + " " + digits(low, low));
        add(before, static_cast<char>(low + (lowTight ? 1 : 0)),
            static_cast<char>(high - (highTight ? 1 : 0)), i);
        if (highTight) step(i + 1, false, true, before + " " + digits(high, high));
    }

    std::string low_, high_;
    bool lowExcluded_, highExcluded_;
    int most_;
    std::vector<std::string> options_;
};

constexpr std::int64_t unit = 1'000;  // 10^maxLimitDigits

std::string fractionOf(std::int64_t value) {
    std::string out = std::to_string(value % unit);
    return std::string(static_cast<std::size_t>(maxLimitDigits) - out.size(), '0') + out;
}

// Numbers ≥ 0.
std::string magnitudes(NumberLimit least, NumberLimit most, int fractionDigits) {
    std::vector<std::string> options;
    const auto add = [&](const std::string& whole, const std::string& fraction) {
        if (!whole.empty() && !fraction.empty()) options.push_back(whole + " " + fraction);
    };
    const std::string zeros(static_cast<std::size_t>(maxLimitDigits), '0');
    const std::int64_t from = least.value / unit;
    const std::int64_t to = most.value / unit;
    const bool same = from == to;
    if (least.value > most.value) return "";
    add(literalOf(std::to_string(from)),
        Fractions(fractionOf(least.value), least.excluded, same ? fractionOf(most.value) : "", most.excluded,
                  fractionDigits)
            .text());
    if (same) return alternatives(options);
    add(naturals(from + 1, to - 1), Fractions(zeros, false, "", false, fractionDigits).text());
    add(literalOf(std::to_string(to)),
        Fractions(zeros, false, fractionOf(most.value), most.excluded, fractionDigits).text());
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

std::string numbersBetween(NumberLimit least, NumberLimit most, int fractionDigits) {
    std::vector<std::string> options;
    if (least.value < 0) {
        const NumberLimit from =
            most.value < 0 ? NumberLimit{-most.value, most.excluded} : NumberLimit{0, true};
        const std::string below = magnitudes(from, {-least.value, least.excluded}, fractionDigits);
        if (!below.empty()) options.push_back("\"-\" " + below);
    }
    if (most.value >= 0) {
        const std::string above =
            magnitudes(least.value < 0 ? NumberLimit{0, false} : least, most, fractionDigits);
        if (!above.empty()) options.push_back(above);
    }
    return alternatives(options);
}

bool isPowerOfTen(std::int64_t value) {
    while (value > 1 && value % 10 == 0) value /= 10;
    return value == 1;
}

// One rule for each remainder and number of digits that may still come: digits lead from one to the other,
// but never to where no multiple can be reached any more.
std::string multiplesOf(std::int64_t step, const std::string& name, bool withZero) {
    const std::string zero = withZero ? " ::= \"0\" | " : " ::= ";
    if (isPowerOfTen(step)) {
        const int zeros = static_cast<int>(std::to_string(step).size()) - 1;
        return name + zero + "[1-9] [0-9]{0," + std::to_string(maxDigits - 1 - zeros) + "} \"" +
               std::string(static_cast<std::size_t>(zeros), '0') + "\"\n";
    }
    const auto count = static_cast<std::size_t>(step);
    std::vector<std::vector<bool>> reaches(1, std::vector<bool>(count));  // by digits left
    reaches[0][0] = true;
    for (int left = 1; left < maxDigits; ++left) {
        reaches.emplace_back(count);
        for (std::size_t remainder = 0; remainder < count; ++remainder)
            for (std::size_t digit = 0; digit <= 9; ++digit)
                if (remainder == 0 || reaches[reaches.size() - 2][(remainder * 10 + digit) % count])
                    reaches.back()[remainder] = true;
    }
    const auto digitsFrom = [&](std::size_t remainder, std::size_t left, char first) {
        std::vector<std::string> options;
        for (char digit = first; digit <= '9'; ++digit) {
            const std::size_t next = (remainder * 10 + static_cast<std::size_t>(digit - '0')) % count;
            if (reaches[left][next])
                options.push_back(digits(digit, digit) + " " + name + "-" + std::to_string(next) + "-" +
                                  std::to_string(left));
        }
        return alternatives(options);
    };
    std::string out = name + zero + digitsFrom(0, reaches.size() - 1, '1') + "\n";
    for (std::size_t left = 0; left < reaches.size(); ++left)
        for (std::size_t remainder = 0; remainder < count; ++remainder) {
            if (!reaches[left][remainder]) continue;
            const std::string more = left == 0 ? "" : digitsFrom(remainder, left - 1, '0');
            const std::string end = remainder == 0 ? "\"\"" : "";
            out += name + "-" + std::to_string(remainder) + "-" + std::to_string(left) + " ::= " + end +
                   (end.empty() || more.empty() ? "" : " | ") + more + "\n";
        }
    return out;
}

}  // namespace hearth::engine::grammar
