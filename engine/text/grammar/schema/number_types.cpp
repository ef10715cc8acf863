// Whole numbers and numbers: limits and multiples.
#include <cmath>
#include <optional>

#include "text/grammar/schema/compiler.h"
#include "text/grammar/schema/pieces.h"

namespace hearth::engine::grammar {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// The limits beside a number; whole ones outside ±maxWhole count as none.
struct Limits {
    double least = -static_cast<double>(maxWhole);
    double most = static_cast<double>(maxWhole);
    bool leastExcluded = false;
    bool mostExcluded = false;
    bool any = false;
};

Result<Limits> readLimits(const Json& schema, const std::string& pointer) {
    Limits out;
    for (const char* keyword : {"minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"}) {
        if (!schema.contains(keyword)) continue;
        if (!schema[keyword].is_number())
            return fail(ErrorCode::InvalidInput, "A limit is a number", pointer + "/" + keyword);
        const double value = schema[keyword].get<double>();
        const bool excluded = keyword[0] == 'e';
        const bool lower = std::string_view(keyword).find("Min") != std::string_view::npos ||
                           std::string_view(keyword) == "minimum";
        out.any = true;
        if (lower && value >= out.least) {
            out.least = value;
            out.leastExcluded = excluded;
        } else if (!lower && value <= out.most) {
            out.most = value;
            out.mostExcluded = excluded;
        }
    }
    const auto limit = static_cast<double>(maxWhole);
    if (out.least > limit || out.most < -limit)
        return fail(ErrorCode::Unsupported, "Numbers of more than 15 digits are not supported", pointer);
    return out;
}

// multipleOf as whole numbers, or as digits behind the point; neither: there is none.
struct Step {
    std::int64_t whole = 0;
    std::optional<int> digits;
};

Result<Step> readStep(const Json& schema, const std::string& pointer) {
    if (!schema.contains("multipleOf")) return Step{};
    const Json& value = schema["multipleOf"];
    if (!value.is_number() || !(value.get<double>() > 0))
        return fail(ErrorCode::InvalidInput, "multipleOf is a number above 0", pointer + "/multipleOf");
    const double step = value.get<double>();
    if (std::floor(step) == step && step <= static_cast<double>(maxWhole))
        return Step{static_cast<std::int64_t>(step), std::nullopt};
    for (int digits = 1; digits <= maxDigits; ++digits)
        if (std::fabs(step * std::pow(10.0, digits) - 1) < 1e-9) return Step{0, digits};
    return fail(ErrorCode::Unsupported, "multipleOf is supported for whole numbers and 0.1, 0.01, …",
                pointer + "/multipleOf");
}

// A limit in units of 10^-maxLimitDigits, or nothing where it has more digits.
std::optional<std::int64_t> scaled(double limit) {
    const double units = limit * std::pow(10.0, maxLimitDigits);
    const double nearest = std::round(units);
    if (std::fabs(units - nearest) > 1e-4 + std::fabs(units) * 1e-15 || std::fabs(nearest) > 9.2e18)
        return std::nullopt;
    return static_cast<std::int64_t>(nearest);
}

}  // namespace

// Whole numbers from `least` to `most` that are multiples of `step`.
Result<std::string> SchemaCompiler::multiples(std::int64_t step, std::int64_t least, std::int64_t most,
                                              const std::string& pointer) {
    constexpr std::int64_t kMostListed = 2000;
    const auto up = [&](std::int64_t value) { return value / step + (value % step > 0 ? 1 : 0); };
    const auto down = [&](std::int64_t value) { return value / step - (value % step < 0 ? 1 : 0); };
    const std::int64_t first = up(least);
    const std::int64_t last = down(most);
    if (first > last)
        return fail(ErrorCode::InvalidInput, "No multiple is between the limits", pointer + "/multipleOf");
    if (last - first < kMostListed) {
        std::string body;
        for (std::int64_t i = first; i <= last; ++i)
            body += (body.empty() ? "" : " | ") + literalOf(std::to_string(i * step));
        return rule("multiple", body);
    }
    const bool below = least == -maxWhole;
    if (most != maxWhole || (!below && first != 0 && first != 1) || (step > maxStep && !isPowerOfTen(step)))
        return fail(
            ErrorCode::Unsupported,
            "multipleOf is supported up to 100 and for powers of ten, without limits or from 0 up, or "
            "with at most 2000 numbers between the limits",
            pointer + "/multipleOf");
    const std::string name = "multiples-" + std::to_string(++rules_);
    text_ += multiplesOf(step, name, first != 1);
    return rule("multiple", (below ? "\"-\"? " : "") + name);
}

Result<std::string> SchemaCompiler::integer(const Json& schema, const std::string& pointer) {
    const auto limits = readLimits(schema, pointer);
    if (!limits) return tl::unexpected(limits.error());
    const auto step = readStep(schema, pointer);
    if (!step) return tl::unexpected(step.error());
    if (!limits->any && step->whole <= 1) return basic("integer");
    auto least = static_cast<std::int64_t>(std::ceil(limits->least));
    auto most = static_cast<std::int64_t>(std::floor(limits->most));
    if (limits->leastExcluded && static_cast<double>(least) == limits->least) ++least;
    if (limits->mostExcluded && static_cast<double>(most) == limits->most) --most;
    if (step->whole > 1 && least <= most) return multiples(step->whole, least, most, pointer);
    const std::string text = least <= most ? integersBetween(least, most) : "";
    if (text.empty()) return fail(ErrorCode::InvalidInput, "No whole number is between the limits", pointer);
    return rule("integer", text);
}

Result<std::string> SchemaCompiler::number(const Json& schema, const std::string& pointer) {
    const auto limits = readLimits(schema, pointer);
    if (!limits) return tl::unexpected(limits.error());
    const auto step = readStep(schema, pointer);
    if (!step) return tl::unexpected(step.error());
    if (step->whole > 0) return integer(schema, pointer);
    if (!limits->any && !step->digits) return basic("number");
    const auto least = scaled(limits->least);
    const auto most = scaled(limits->most);
    if (!least || !most)
        return fail(
            ErrorCode::Unsupported,
            "Limits of a number have at most " + std::to_string(maxLimitDigits) + " digits behind the point",
            pointer);
    const std::string text = numbersBetween({*least, limits->leastExcluded}, {*most, limits->mostExcluded},
                                            step->digits.value_or(maxDigits));
    if (text.empty()) return fail(ErrorCode::InvalidInput, "No number is between the limits", pointer);
    return rule("number", text);
}

}  // namespace hearth::engine::grammar
