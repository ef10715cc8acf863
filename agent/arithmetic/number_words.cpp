#include "arithmetic/number_words.h"

#include <cctype>
#include <unordered_map>

#include "words/words.h"

namespace hearth::agent {
namespace {

const std::unordered_map<std::string, int>& units() {
    static const std::unordered_map<std::string, int> table = {
        {"zero", 0},      {"nought", 0},   {"one", 1},      {"two", 2},        {"three", 3},
        {"four", 4},      {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},
        {"nine", 9},      {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13},
        {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
        {"nineteen", 19}};
    return table;
}

const std::unordered_map<std::string, int>& tens() {
    static const std::unordered_map<std::string, int> table = {
        {"twenty", 20}, {"thirty", 30},  {"forty", 40},  {"fourty", 40}, {"fifty", 50},
        {"sixty", 60},  {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};
    return table;
}

// Scales above a hundred, by their power of ten. Short scale, as in English today.
std::optional<int> scaleOf(const std::string& word) {
    static const std::unordered_map<std::string, int> table = {
        {"thousand", 3}, {"thousands", 3}, {"k", 3},        {"grand", 3},     {"million", 6},
        {"millions", 6}, {"billion", 9},   {"billions", 9}, {"trillion", 12}, {"quadrillion", 15}};
    auto it = table.find(word);
    return it == table.end() ? std::nullopt : std::optional<int>(it->second);
}

mpz_class tenTo(int exponent) {
    mpz_class result;
    mpz_ui_pow_ui(result.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
    return result;
}

bool isDigits(const std::string& word) {
    return !word.empty() &&
           (std::isdigit(static_cast<unsigned char>(word[0])) ||
            (word[0] == '.' && word.size() > 1 && std::isdigit(static_cast<unsigned char>(word[1]))));
}

// Reads words of one number from left to right; every step takes the longest piece that fits.
class Reader {
  public:
    Reader(const std::vector<std::string>& words, std::size_t from)
        : words_(words), start_(from), at_(from) {}

    std::optional<SpokenNumber> read() {
        if (readFractionAlone() || readDozen()) return result();
        if (!readGroups()) return std::nullopt;
        readPoint();
        readAndFraction();
        while (auto scale = scaleOf(word(0))) total_ *= tenTo(*scale), ++at_;
        return result();
    }

  private:
    const std::string& word(std::size_t ahead) const {
        static const std::string none;
        return at_ + ahead < words_.size() ? words_[at_ + ahead] : none;
    }
    SpokenNumber result() const { return {Number{total_, true}, at_ - start_}; }

    // "half", "a half", "a quarter", "a third", "half a", "half an".
    bool readFractionAlone() {
        const std::size_t skip = word(0) == "a" || word(0) == "an" || word(0) == "one" ? 1 : 0;
        const std::string& name = word(skip);
        const auto part = ordinal(name);
        if (!part || *part < 2 || std::isdigit(static_cast<unsigned char>(name[0]))) return false;
        if (skip == 0 && name != "half" && name != "quarter") return false;
        if (name == "second") return false;
        total_ = mpq_class(1, *part);
        at_ += skip + 1;
        if (skip == 0 && (word(0) == "a" || word(0) == "an")) ++at_;
        if (auto scale = scaleOf(word(0))) total_ *= tenTo(*scale), ++at_;
        if (word(0) == "dozen") total_ *= 12, ++at_;
        return true;
    }

    bool readDozen() {
        if (word(0) == "dozen" || ((word(0) == "a" || word(0) == "one") && word(1) == "dozen")) {
            at_ += word(0) == "dozen" ? 1 : 2;
            total_ = 12;
            return true;
        }
        return false;
    }

    // Below a hundred, or digits. "twenty five", "nineteen", "42", "3.5".
    bool readSmall(mpq_class& value) {
        if (isDigits(word(0))) {
            auto number = parseDecimal(word(0));
            if (!number) return false;
            value = number->value;
            ++at_;
            return true;
        }
        if (auto ten = tens().find(word(0)); ten != tens().end()) {
            value = ten->second;
            ++at_;
            auto unit = units().find(word(0));
            if (unit != units().end() && unit->second > 0 && unit->second < 10) value += unit->second, ++at_;
            return true;
        }
        if (auto unit = units().find(word(0)); unit != units().end()) {
            value = unit->second;
            ++at_;
            return true;
        }
        return false;
    }

    // "three hundred and five", "a hundred", "hundred".
    bool readBelowThousand(mpq_class& value) {
        const bool article = word(0) == "a" || word(0) == "an";
        if (article && word(1) != "hundred" && !scaleOf(word(1))) return false;
        if (article) {
            value = 1;
            ++at_;
        } else if (word(0) == "hundred") {
            value = 1;
        } else if (!readSmall(value)) {
            return false;
        }
        if (word(0) != "hundred" && word(0) != "hundreds") return true;
        value *= 100;
        ++at_;
        const std::size_t before = at_;
        if (word(0) == "and") ++at_;
        mpq_class rest;
        if (!isDigits(word(0)) && readSmall(rest))
            value += rest;
        else
            at_ = before;
        return true;
    }

    bool readGroups() {
        int last = 1000;  // the scale before; the next one must be smaller
        bool any = false;
        while (true) {
            const std::size_t before = at_;
            if (any && word(0) == "and") ++at_;
            mpq_class group;
            if (!readBelowThousand(group)) {
                at_ = before;
                return any;
            }
            const auto scale = scaleOf(word(0));
            const int power = scale ? *scale : 0;
            // "five hundred, six hundred" are two numbers: only a smaller scale goes on with the first.
            if (any && (power >= last || isDigits(words_[before]))) {
                at_ = before;
                return true;
            }
            total_ += group * tenTo(power);
            any = true;
            last = power;
            if (!scale) return true;
            ++at_;
        }
    }

    // "point two five".
    void readPoint() {
        if (word(0) != "point") return;
        mpq_class place(1, 10);
        std::size_t count = 0;
        while (true) {
            auto unit = units().find(word(1 + count));
            if (unit == units().end() || unit->second > 9) break;
            total_ += unit->second * place;
            place /= 10;
            ++count;
        }
        if (count > 0) at_ += count + 1;
    }

    // "and a half", "and three quarters"; and "two thirds", where the number so far is the numerator.
    void readAndFraction() {
        if (word(0) == "and") {
            if (word(1) == "a" || word(1) == "one") {
                auto part = ordinal(word(2));
                if (part && word(2) != "second") total_ += mpq_class(1, *part), at_ += 3;
            } else if (auto unit = units().find(word(1)); unit != units().end() && unit->second > 1) {
                const std::string& name = word(2);
                if (name.size() > 2 && name.back() == 's')
                    if (auto part = ordinal(name.substr(0, name.size() - 1)))
                        total_ += mpq_class(unit->second, *part), at_ += 3;
            }
            return;
        }
        const std::string& name = word(0);
        const bool plural = name.size() > 3 && name.back() == 's';
        const std::string singular = name == "halves" ? "half"
                                     : plural         ? name.substr(0, name.size() - 1)
                                                      : name;
        if (singular == "second" || std::isdigit(static_cast<unsigned char>(singular.c_str()[0]))) return;
        // Singular only after one: "1 fifth".
        if (!plural && total_ != 1) return;
        if (auto part = ordinal(singular)) total_ /= *part, ++at_;
    }

    const std::vector<std::string>& words_;
    std::size_t start_;
    std::size_t at_;
    mpq_class total_ = 0;
};

}  // namespace

std::optional<unsigned> ordinal(const std::string& word) {
    static const std::unordered_map<std::string, unsigned> table = {
        {"half", 2},        {"second", 2},       {"third", 3},    {"quarter", 4},    {"fourth", 4},
        {"fifth", 5},       {"sixth", 6},        {"seventh", 7},  {"eighth", 8},     {"ninth", 9},
        {"tenth", 10},      {"eleventh", 11},    {"twelfth", 12}, {"sixteenth", 16}, {"twentieth", 20},
        {"hundredth", 100}, {"thousandth", 1000}};
    if (auto it = table.find(word); it != table.end()) return it->second;
    std::size_t digits = 0;
    while (digits < word.size() && std::isdigit(static_cast<unsigned char>(word[digits]))) ++digits;
    if (digits == 0 || digits > 4 || word.size() != digits + 2) return std::nullopt;
    const std::string ending = word.substr(digits);
    if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") return std::nullopt;
    return static_cast<unsigned>(std::stoul(word.substr(0, digits)));
}

std::optional<SpokenNumber> readNumber(const std::vector<std::string>& words, std::size_t from) {
    return Reader(words, from).read();
}

std::optional<Number> numberIn(const std::string& text) {
    const auto words = words::of(text);
    std::optional<Number> found;
    for (std::size_t i = 0; i < words.size();) {
        bool negative = (words[i] == "minus" || words[i] == "negative") && i + 1 < words.size();
        if (auto number = readNumber(words, i + (negative ? 1 : 0))) {
            if (found) return std::nullopt;
            found = number->number;
            if (negative) found->value = -found->value;
            i += number->words + (negative ? 1 : 0);
        } else {
            ++i;
        }
    }
    return found;
}

}  // namespace hearth::agent
