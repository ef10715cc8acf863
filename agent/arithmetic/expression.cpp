#include "arithmetic/expression.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "arithmetic/expression_words.h"
#include "arithmetic/number_words.h"
#include "words/words.h"

namespace hearth::agent {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr std::size_t kMaxWords = 400;
constexpr int kMaxDepth = 60;

tl::unexpected<base::Error> problem(std::string message) {
    return fail(ErrorCode::InvalidInput, std::move(message), "expression");
}

// A value while it is parsed: how it is written, how tightly that binds, and whether it is "p percent".
struct Term {
    Number number;
    std::string text;
    int binding = 4;  // 1 sum, 2 product, 3 power, 4 single
    bool percent = false;
    bool share = false;  // counts percent: the answer to “what percent of …”
};

std::string wrapped(const Term& term, int binding) {
    return term.binding < binding ? "(" + term.text + ")" : term.text;
}

Result<Term> combine(char sign, const Term& a, const Term& b) {
    Term out;
    out.number.exact = a.number.exact && b.number.exact;
    const mpq_class& x = a.number.value;
    mpq_class y = b.number.value;
    const bool shareOf = b.percent && !a.percent && (sign == '+' || sign == '-');
    if (shareOf) y *= x;  // "100 plus 10 percent" is 110, as on every pocket calculator
    switch (sign) {
        case '+':
            out.number.value = x + y;
            break;
        case '-':
            out.number.value = x - y;
            break;
        case '*':
            out.number.value = x * y;
            break;
        default:
            if (y == 0) return problem(phrase("That divides by zero, which has no answer."));
            if (sign == '/') {
                out.number.value = x / y;
                break;
            }
            mpq_class share = x / y;
            mpz_class whole;
            mpz_fdiv_q(whole.get_mpz_t(), share.get_num_mpz_t(), share.get_den_mpz_t());
            out.number.value = x - y * whole;
    }
    if (mpz_sizeinbase(out.number.value.get_num_mpz_t(), 2) > kMaxNumberBits ||
        mpz_sizeinbase(out.number.value.get_den_mpz_t(), 2) > kMaxNumberBits)
        return problem(phrase("That number is too large to work out here."));
    const bool sum = sign == '+' || sign == '-';
    out.binding = sum ? 1 : 2;
    out.percent = sum && a.percent && b.percent;
    const std::string shown = sign == '*'   ? "×"
                              : sign == '/' ? "÷"
                              : sign == '-' ? "−"
                              : sign == 'm' ? "mod"
                                            : "+";
    out.text = wrapped(a, out.binding) + " " + shown + " " +
               wrapped(b, sign == '+' || sign == '*' ? out.binding : out.binding + 1);
    return out;
}

class Parser {
  public:
    Parser(std::vector<std::string> words, const Phrases& phrases)
        : words_(std::move(words)), phrases_(phrases) {}

    Result<Term> parse() {
        if (words_.empty())
            return problem(phrase("There is no sum to work out. Say one like “15 percent of 80”."));
        if (words_.size() > kMaxWords)
            return problem(phrase("That sum is too long; split it into smaller ones."));
        auto share = shareQuestion();
        if (share) return *share;
        auto value = sum(0);
        if (!value) return value;
        if (at_ < words_.size()) return unexpected();
        return value;
    }

  private:
    bool is(std::string_view word, std::size_t ahead = 0) const {
        return at_ + ahead < words_.size() && words_[at_ + ahead] == word;
    }
    bool take(std::initializer_list<std::string_view> phrase) {
        std::size_t i = 0;
        for (auto word : phrase)
            if (!is(word, i++)) return false;
        at_ += phrase.size();
        return true;
    }
    bool takeAny(std::initializer_list<std::string_view> words) {
        for (auto word : words)
            if (take({word})) return true;
        return false;
    }
    tl::unexpected<base::Error> unexpected() const {
        if (at_ >= words_.size())
            return problem(phrases_.say("The sum ends too early: a number is missing after “{word}”.",
                                        {{"word", words_.back()}}));
        return problem(phrases_.say("I can't read “{word}” in this sum.", {{"word", words_[at_]}}));
    }

    // "what percent of 80 is 12", "12 is what percent of 80". Anything else gives nothing and moves nothing.
    std::optional<Result<Term>> shareQuestion() {
        auto answer = [this](const Term& part, const Term& whole) -> Result<Term> {
            auto quotient = combine('/', part, whole);
            if (!quotient) return quotient;
            quotient->number.value *= 100;
            quotient->text = phrases_.say("{part} as a percentage of {whole}",
                                          {{"part", wrapped(part, 3)}, {"whole", wrapped(whole, 3)}});
            quotient->share = true;
            return quotient;
        };
        auto asks = [this] {
            return take({"what"}) && takeAny({"percent", "percentage", "%"}) && take({"of"});
        };
        if (asks()) {
            auto whole = sum(0);
            if (!whole) return whole;
            if (!takeAny({"is", "are"})) return Result<Term>(unexpected());
            auto part = sum(0);
            if (!part) return part;
            if (at_ < words_.size()) return Result<Term>(unexpected());
            return answer(*part, *whole);
        }
        at_ = 0;
        auto isAt =
            std::find_if(words_.begin(), words_.end(), [](auto& w) { return w == "is" || w == "as"; });
        if (isAt == words_.end()) return std::nullopt;
        auto part = sum(0);
        const bool turned =
            part && ((takeAny({"is", "are"}) && asks()) ||
                     (take({"as"}) && takeAny({"a"}) && takeAny({"percent", "percentage"}) && take({"of"})));
        if (!turned) {
            at_ = 0;
            words_.erase(std::remove(words_.begin(), words_.end(), "is"), words_.end());
            return std::nullopt;
        }
        auto whole = sum(0);
        if (!whole) return whole;
        if (at_ < words_.size()) return Result<Term>(unexpected());
        return answer(*part, *whole);
    }

    Result<Term> sum(int depth) {
        auto left = product(depth);
        while (left) {
            char sign = 0;
            if (takeAny({"+", "plus"}) || take({"added", "to"}))
                sign = '+';
            else if (takeAny({"-", "minus", "less"}))
                sign = '-';
            else if (take({"subtracted", "from"}) || take({"taken", "from"}))
                sign = 'r';
            else
                return left;
            auto right = product(depth);
            if (!right) return right;
            left = sign == 'r' ? combine('-', *right, *left) : combine(sign, *left, *right);
        }
        return left;
    }

    Result<Term> product(int depth) {
        auto left = signedPower(depth);
        while (left) {
            if (left->percent && (take({"off", "of"}) || take({"off"}))) {
                auto whole = signedPower(depth);
                if (!whole) return whole;
                left = combine('-', *whole, *left);
                continue;
            }
            char sign = 0;
            if (takeAny({"*", "times", "time", "x", "by"}) || take({"multiplied", "by"}) ||
                take({"multiplied", "with"}))
                sign = '*';
            else if (takeAny({"/", "over", ":"}) || take({"divided", "by"}) || take({"split", "by"}) ||
                     take({"divided", "buy"}))
                sign = '/';
            else if (take({"go", "into"}) || take({"goes", "into"}))
                sign = 'i';
            else if (takeAny({"mod", "modulo"}))
                sign = 'm';
            else if (takeAny({"of"}) ||
                     (left->percent && (take({"tip", "on"}) || take({"tax", "on"}) || take({"on"}))))
                sign = '*';
            else if (is("("))
                sign = '*';
            else
                return left;
            auto right = signedPower(depth);
            if (!right) return right;
            left = sign == 'i' ? combine('/', *right, *left) : combine(sign, *left, *right);
        }
        return left;
    }

    Result<Term> signedPower(int depth) {
        if (depth > kMaxDepth)
            return problem(phrase("That sum is nested too deeply; split it into smaller ones."));
        if (takeAny({"-", "minus", "negative"})) {
            auto value = signedPower(depth + 1);
            if (!value) return value;
            value->number.value = -value->number.value;
            value->text = "−" + wrapped(*value, 3);
            value->binding = 2;
            return value;
        }
        if (takeAny({"+", "plus"})) return signedPower(depth + 1);
        return powers(depth);
    }

    Result<Term> powers(int depth) {
        auto left = postfixed(depth);
        if (!left) return left;
        Result<Term> exponent = *left;
        if (takeAny({"^"}) || take({"to", "power", "of"}) || take({"to", "power"}) ||
            take({"raised", "to", "power", "of"}) || take({"raised", "to"}) || take({"power"})) {
            exponent = signedPower(depth + 1);
            if (!exponent) return exponent;
        } else if (is("to") && at_ + 1 < words_.size() && ordinal(words_[at_ + 1])) {
            Term degree;  // "2 to the tenth power"
            degree.number.value = *ordinal(words_[at_ + 1]);
            degree.text = toText(degree.number);
            at_ += 2;
            take({"power"});
            exponent = degree;
        } else {
            return left;
        }
        return raised(*left, *exponent);
    }

    static Result<Term> raised(const Term& left, const Term& exponent) {
        auto number = power(left.number, exponent.number);
        if (!number) return tl::unexpected(number.error());
        Term out;
        out.number = *number;
        out.binding = 3;
        out.text = wrapped(left, 4) + "^" + wrapped(exponent, 4);
        return out;
    }

    Result<Term> postfixed(int depth) {
        auto value = primary(depth);
        while (value) {
            if (take({"%"}) || take({"percent"}) || take({"per", "cent"}) || take({"pct"}) ||
                take({"percentage"}) || take({"percentages"})) {
                value->number.value /= 100;
                value->percent = true;
                value->text = wrapped(*value, 4) + "%";
                value->binding = 4;
            } else if (takeAny({"!", "factorial"})) {
                value = factorial(*value);
            } else if (take({"squared"}) || take({"cubed"})) {
                Term degree;
                degree.number.value = words_[at_ - 1] == "squared" ? 2 : 3;
                degree.text = toText(degree.number);
                value = raised(*value, degree);
            } else {
                return value;
            }
        }
        return value;
    }

    static Result<Term> factorial(const Term& term) {
        const mpq_class& n = term.number.value;
        if (n.get_den() != 1 || n < 0)
            return problem(phrase("A factorial needs a whole number that is not negative."));
        if (n > 500)
            return problem(phrase("That factorial is too large to work out here; the limit is 500!."));
        Term out;
        out.number.exact = term.number.exact;
        mpz_fac_ui(out.number.value.get_num_mpz_t(), n.get_num().get_ui());
        out.text = wrapped(term, 4) + "!";
        return out;
    }

    // "sum of 3, 7 and 9": the values of a list that "and" and commas separate.
    Result<std::vector<Term>> list(int depth) {
        std::vector<Term> terms;
        do {
            take({"and"});
            auto value = product(depth + 1);
            if (!value) return tl::unexpected(value.error());
            terms.push_back(*value);
        } while (takeAny({",", "and", "from"}));
        if (terms.size() < 2)
            return problem(phrase("That needs at least two numbers, as in “sum of 3 and 4”."));
        return terms;
    }

    Result<Term> folding(char sign, bool mean, int depth) {
        takeAny({"of", "between"});
        const std::size_t start = at_;
        auto terms = list(depth);
        if (!terms && sign == '+' && !mean) {
            at_ = start;  // "the sum of 8 plus 3"
            const auto whole = sum(depth + 1);
            if (whole && whole->binding == 1) return whole;
        }
        if (!terms) return tl::unexpected(terms.error());
        Result<Term> total = terms->front();
        for (std::size_t i = 1; i < terms->size() && total; ++i) total = combine(sign, *total, (*terms)[i]);
        if (!total || !mean) return total;
        Term count;
        count.number.value = static_cast<unsigned long>(terms->size());
        count.text = toText(count.number);
        return combine('/', *total, count);
    }

    // "add 3 to 4", "subtract 3 from 10", "divide 10 by 2", "multiply 3 and 4", "increase 80 by 10 percent".
    std::optional<Result<Term>> command(int depth) {
        char sign = 0;
        if (take({"add"}))
            sign = '+';
        else if (take({"subtract"}) || take({"take"}))
            sign = 'r';
        else if (take({"multiply"}))
            sign = '*';
        else if (take({"divide"}) || take({"split"}))
            sign = '/';
        else if (take({"increase"}))
            sign = '+';
        else if (take({"decrease"}) || take({"reduce"}))
            sign = '-';
        if (sign == 0) return std::nullopt;
        const std::string verb = words_[at_ - 1];
        auto first = powers(depth + 1);
        if (!first) return first;
        if (!takeAny({"to", "from", "by", "with", "and", "into", ",", "plus"}))
            return Result<Term>(unexpected());
        auto second = signedPower(depth + 1);
        if (!second) return second;
        if (sign == 'r') return combine('-', *second, *first);
        auto total = combine(sign, *first, *second);
        while (total && verb == "add" && takeAny({",", "and", "to", "plus"})) {
            take({"and"});
            auto next = powers(depth + 1);
            if (!next) return next;
            total = combine('+', *total, *next);
        }
        return total;
    }

    using Function = double (*)(double);
    Result<Term> apply(const char* name, Function compute, bool angle, int depth) {
        takeAny({"of"});
        auto argument = postfixed(depth + 1);
        if (!argument) return argument;
        // People mean degrees, unless they say radians or speak of π.
        const bool radians = take({"radians"}) || argument->text.find("π") != std::string::npos;
        const bool degrees = angle && (takeAny({"degrees", "degree"}) || !radians);
        double x = argument->number.value.get_d();
        if (degrees) x *= std::acos(-1.0) / 180;
        double y = compute(x);
        if (angle && std::fabs(y) < 1e-15) y = 0;  // sin(π) of a rounded π
        if (!std::isfinite(y) || std::fabs(y) > 1e15)
            return problem(phrases_.say("There is no {function} of that number.", {{"function", name}}));
        Term out;
        out.number = rounded(y);
        out.text = std::string(name) + "(" + argument->text + (degrees ? "°)" : ")");
        return out;
    }

    Result<Term> rootOf(unsigned degree, int depth) {
        takeAny({"of"});
        auto argument = signedPower(depth + 1);
        if (!argument) return argument;
        auto number = root(argument->number, degree);
        if (!number) return tl::unexpected(number.error());
        Term out;
        out.number = *number;
        const std::string sign = degree == 2   ? "√"
                                 : degree == 3 ? "∛"
                                               : std::to_string(degree) + "th root of ";
        out.text = sign + wrapped(*argument, 4);
        return out;
    }

    std::optional<Result<Term>> function(int depth) {
        if (take({"square", "root"}) || takeAny({"sqrt", "root"})) return rootOf(2, depth);
        if (take({"cube", "root"}) || take({"cubed", "root"}) || take({"cbrt"})) return rootOf(3, depth);
        if (at_ + 1 < words_.size() && words_[at_ + 1] == "root")
            if (auto degree = ordinal(words_[at_])) {
                at_ += 2;
                return rootOf(*degree, depth);
            }
        if (take({"square", "of"}) || take({"cube", "of"})) {
            const int degree = words_[at_ - 2] == "square" ? 2 : 3;
            auto argument = primary(depth + 1);
            if (!argument) return argument;
            Term exponent;
            exponent.number.value = degree;
            exponent.text = std::to_string(degree);
            return raised(*argument, exponent);
        }
        if (takeAny({"sum", "total"})) return folding('+', false, depth);
        if (take({"product"})) return folding('*', false, depth);
        if (take({"difference"})) return folding('-', false, depth);
        if (take({"quotient"})) return folding('/', false, depth);
        if (takeAny({"average", "mean"})) return folding('+', true, depth);
        if (take({"factorial"})) {
            takeAny({"of"});
            auto argument = primary(depth + 1);
            return argument ? factorial(*argument) : argument;
        }
        if (take({"remainder"})) return remainderOf(depth);
        if (takeAny({"double", "twice"})) return times(2, depth);
        if (takeAny({"triple"})) return times(3, depth);
        if (take({"natural", "log"}) || take({"ln"})) return apply("ln", std::log, false, depth);
        if (take({"log"}) || take({"logarithm"})) return apply("log", std::log10, false, depth);
        if (takeAny({"sin", "sine"})) return apply("sin", std::sin, true, depth);
        if (takeAny({"cos", "cosine"})) return apply("cos", std::cos, true, depth);
        if (takeAny({"tan", "tangent"})) return apply("tan", std::tan, true, depth);
        return command(depth);
    }

    Result<Term> times(int factor, int depth) {
        takeAny({"of"});
        auto value = postfixed(depth + 1);
        if (!value) return value;
        Term two;
        two.number.value = factor;
        two.text = std::to_string(factor);
        return combine('*', two, *value);
    }

    Result<Term> remainderOf(int depth) {
        takeAny({"of", "when"});
        auto left = powers(depth + 1);
        if (!left) return left;
        if (!take({"divided", "by"}) && !takeAny({"/", "by"})) return unexpected();
        auto right = powers(depth + 1);
        return right ? combine('m', *left, *right) : right;
    }

    Result<Term> primary(int depth) {
        if (depth > kMaxDepth)
            return problem(phrase("That sum is nested too deeply; split it into smaller ones."));
        if (take({"("})) {
            auto inner = sum(depth + 1);
            if (!inner) return inner;
            if (!take({")"})) return problem(phrase("A closing parenthesis is missing."));
            return inner;
        }
        if (auto result = function(depth)) return *result;
        if (take({"pi"})) {
            Term pi;
            pi.number = rounded(std::acos(-1.0));
            pi.text = "π";
            return pi;
        }
        auto spoken = readNumber(words_, at_);
        if (!spoken) {
            const bool digits =
                at_ < words_.size() && std::isdigit(static_cast<unsigned char>(words_[at_][0]));
            auto number = digits ? parseDecimal(words_[at_]) : Result<Number>(unexpected());
            return number ? unexpected() : tl::unexpected(number.error());
        }
        if (mpz_sizeinbase(spoken->number.value.get_num_mpz_t(), 2) > kMaxNumberBits)
            return problem(phrase("That number is too large to work out here."));
        at_ += spoken->words;
        Term out;
        out.number = spoken->number;
        const mpq_class& value = out.number.value;
        const std::string shown = toText(out.number);
        // A fraction without an end reads better as one: "1/3" rather than "≈ 0.333".
        const bool endless = shown.rfind("≈", 0) == 0;
        out.text = endless ? value.get_str() : shown;
        if (endless) out.binding = 2;
        return out;
    }

    std::vector<std::string> words_;
    std::size_t at_ = 0;
    const Phrases& phrases_;
};

}  // namespace

Result<Calculation> calculate(const std::string& text, const Phrases& phrases) {
    constexpr std::size_t kMaxBytes = 4000;
    auto term = text.size() > kMaxBytes
                    ? Result<Term>(problem(phrase("That sum is too long; split it into smaller ones.")))
                    : Parser(expressionWords(text), phrases).parse();
    if (!term) return problem(phrases.say(term.error().message));
    Calculation out;
    out.reading = term->text;
    out.result = term->number;
    out.percent = term->share;
    return out;
}

}  // namespace hearth::agent
