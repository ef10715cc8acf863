// Numbers in digits and words, ordinals, years.
#include "calendar.h"
#include "rules.h"

namespace hearth::agent::datetime {
namespace {

Value number(std::int64_t n, int digits = 0) {
    Value value;
    value.number = n;
    value.real = static_cast<double>(n);
    value.digits = digits;
    return value;
}

MaybeValue decimal(const Value& whole, const Value& fraction) {
    Value value = whole;
    double scale = 1;
    for (int i = 0; i < fraction.digits; ++i) scale /= 10;
    value.real = static_cast<double>(whole.number) + static_cast<double>(fraction.number) * scale;
    return value;
}

Meaning passNumber(std::size_t which) {
    return [which](const Parts& p) -> MaybeValue { return number(p[which].number); };
}

}  // namespace

void addNumberRules(Grammar& g, const Style& style) {
    const auto sum = [](std::size_t a, std::size_t b) -> Meaning {
        return [a, b](const Parts& p) -> MaybeValue { return number(p[a].number + p[b].number); };
    };
    // Up to 99 in words.
    g.rule("Word99", "N1|Teen|Tens", passNumber(0));
    g.rule("Word99", "Tens -? N1", sum(0, 2));
    // Hundreds and thousands in words.
    g.rule("Word999", "N1 Hundred", [](const Parts& p) -> MaybeValue { return number(p[0].number * 100); });
    g.rule("Word999", "N1 Hundred And? Word99",
           [](const Parts& p) -> MaybeValue { return number(p[0].number * 100 + p[3].number); });
    g.rule("WordBig", "N1 Thousand", [](const Parts& p) -> MaybeValue { return number(p[0].number * 1000); });
    g.rule("WordBig", "N1 Thousand And? Word99|Word999",
           [](const Parts& p) -> MaybeValue { return number(p[0].number * 1000 + p[3].number); });
    g.same("NumWord", "Word99|Word999|WordBig");
    g.rule("Num", "Digits", [](const Parts& p) -> MaybeValue {
        if (p[0].digits > 6) return std::nullopt;
        return p[0];
    });
    g.same("Num", "NumWord");
    g.same("Real", "Num");
    g.rule("Real", "Digits _. _Digits", [](const Parts& p) { return decimal(p[0], p[2]); });
    if (style.decimalComma) {
        g.rule("Real", "Digits _, _Digits", [](const Parts& p) { return decimal(p[0], p[2]); });
    }
    // Ordinals.
    g.rule("Ord", "Digits _OrdSuffix", [](const Parts& p) -> MaybeValue {
        if (p[0].digits > 2) return std::nullopt;
        return p[0];
    });
    g.rule("Ord", "OrdWord", passNumber(0));
    g.rule("Ord", "Tens -? OrdWord", [](const Parts& p) -> MaybeValue {
        if (p[2].number > 9) return std::nullopt;
        return number(p[0].number + p[2].number);
    });
    g.same("DayOrd", "Ord");
    g.rule("DayNum", "Digits", [](const Parts& p) -> MaybeValue {
        if (p[0].digits > 2 || p[0].number < 1 || p[0].number > 31) return std::nullopt;
        return p[0];
    });
    g.rule("DayNumWord", "Word99", [](const Parts& p) -> MaybeValue {
        if (p[0].number < 1 || p[0].number > 31) return std::nullopt;
        return p[0];
    });
    g.rule("Year", "Digits", [](const Parts& p) -> MaybeValue {
        if (p[0].digits != 4 || p[0].number < 1500 || p[0].number > 2199) return std::nullopt;
        Value value = p[0];
        value.year = static_cast<int>(value.number);
        return value;
    });
    g.rule("Year2", "Digits", [](const Parts& p) -> MaybeValue {
        if (p[0].digits != 2) return std::nullopt;
        Value value = p[0];
        value.year = fullYear(value);
        return value;
    });
    g.same("AnyYear", "Year|Year2|YearWord");
    g.same("LongYear", "Year|YearWord");
}

}  // namespace hearth::agent::datetime
