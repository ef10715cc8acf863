// convert: units of measure and times of day between time zones, worked out here; currencies by a search, as
// their rates are not on this device.
#include <nlohmann/json.hpp>
#include <set>

#include "agent/datetime.h"
#include "arithmetic/number_words.h"
#include "arithmetic/units.h"
#include "places/time_places.h"
#include "tools/basic_tool.h"
#include "tools/clock_text.h"
#include "tools/tools.h"
#include "tools/web_tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "convert";
    spec.verb = "Convert";
    spec.description = "Convert units, currencies or time zones";
    spec.icon = "ruler";
    spec.arguments = {
        {"amount", ArgumentType::Number, "Amount", "How much?", false, {}},
        {"from", ArgumentType::Text, "From", "From which unit?", true, {}},
        {"to", ArgumentType::Text, "Into", "Into which unit?", true, {}},
    };
    spec.examples = {"how many feet are in a mile", "convert 72 fahrenheit to celsius",
                     "3 pm in New York in Berlin time"};
    return spec;
}

bool isCurrency(const std::string& text) {
    static const std::set<std::string> kNames = {
        "dollar", "dollars", "usd",     "euro",   "euros",   "eur",    "gbp",     "sterling", "yen",
        "jpy",    "yuan",    "cny",     "rmb",    "rupee",   "rupees", "inr",     "franc",    "francs",
        "chf",    "peso",    "pesos",   "mxn",    "real",    "reais",  "brl",     "cad",      "aud",
        "nzd",    "krona",   "kronor",  "sek",    "krone",   "kroner", "nok",     "dkk",      "zloty",
        "pln",    "rouble",  "ruble",   "rubles", "roubles", "rub",    "won",     "krw",      "lira",
        "try",    "shekel",  "shekels", "ils",    "rand",    "zar",    "dirham",  "dirhams",  "aed",
        "baht",   "thb",     "forint",  "huf",    "koruna",  "czk",    "bitcoin", "btc",      "currency",
        "cents",  "bucks",   "quid"};
    if (text.find("€") != std::string::npos || text.find("$") != std::string::npos ||
        text.find("£") != std::string::npos || text.find("¥") != std::string::npos)
        return true;
    for (const std::string& word : words::of(text))
        if (kNames.contains(word)) return true;
    return false;
}

// "3 pm est" as a time of day and a place; without a time, now.
struct ClockTime {
    std::optional<CivilTime> time;
    std::vector<TimePlace> places;
};

ClockTime clockTimeIn(const std::string& text, const CivilTime& now, std::int64_t instant) {
    ClockTime result;
    std::string rest = text;
    for (const TimeEntity& entity : findTimes(text, now, Language::English)) {
        const TimeReading* reading = entity.future(now);
        if (!reading || !reading->start ||
            (entity.type != TimeType::Time && entity.type != TimeType::DateTime))
            continue;
        result.time = reading->start;
        rest = text.substr(0, entity.begin) + " " + text.substr(entity.end);
        break;
    }
    result.places = findTimePlaces(rest, instant);
    return result;
}

class Convert final : public BasicTool {
  public:
    explicit Convert(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        if (call.argument("search_words"))
            return preparedSearch(context(), spec().name, *call.argument("search_words"));
        Prepared result = prepared(call);
        const std::string from = fromText(result.fields);
        const std::string to = valueOf(result.fields, "to");
        result.summary = say("Convert {from} to {to}", {{"from", from}, {"to", to}});
        if (!result.question.empty()) return result;
        // "100 pounds in euros": pounds are money where the other side is.
        if (isCurrency(from) || isCurrency(to)) {
            Prepared search = preparedSearch(context(), spec().name, from + " in " + to);
            search.warnings.push_back(say("Exchange rates change every day and are not on this device"));
            return search;
        }
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        if (isSearch(fields)) return runSearch(context(), fields);
        const std::string from = fromText(fields);
        const std::string to = valueOf(fields, "to");
        const auto quantity = readQuantity(from);
        const Unit* unit = findUnit(to);
        if (quantity && unit) return convertUnits(*quantity, *unit);
        // "how many feet and inches" names the target with its amount at times: "1 metre".
        if (const auto target = readQuantity(to); quantity && target)
            return convertUnits(*quantity, *target->unit);
        if (auto clock = convertClock(from, to)) return *clock;
        const std::string unknown = quantity ? to : from;
        return fail(
            ErrorCode::InvalidInput,
            say("I don't know “{words}” as a unit or a place. Try a name like “miles”, “cups” or “Tokyo”.",
                {{"words", unknown}}),
            quantity ? "to" : "from");
    }

  private:
    // The amount may stand in either argument.
    static std::string fromText(const std::vector<Field>& fields) {
        const std::string amount = valueOf(fields, "amount");
        const std::string from = valueOf(fields, "from");
        if (amount.empty() || from.find(amount) != std::string::npos) return from;
        return amount + " " + from;
    }

    Result<Outcome> convertUnits(const Quantity& quantity, const Unit& unit) const {
        auto result = agent::convert(quantity.amount, *quantity.unit, unit, context().phrases);
        if (!result) return tl::unexpected(result.error());
        const std::string left = withUnit(quantity.amount, *quantity.unit, 12, context().phrases);
        constexpr int kDigits = 6;  // more than anybody measures
        const std::string right = withUnit(*result, unit, kDigits, context().phrases);
        const nlohmann::json items = {
            {{"from", left}, {"to", right}, {"result", toPlainText(*result)}, {"unit", unit.many}}};
        return Outcome{left + (right.rfind("≈", 0) == 0 ? " " : " = ") + right + ".", {}, {}, items.dump()};
    }

    std::optional<Result<Outcome>> convertClock(const std::string& from, const std::string& to) const {
        const std::int64_t now = context().clock->now();
        const auto here = Zone::named(context().zone).value_or(Zone::fixed(0));
        const ClockTime source = clockTimeIn(from, here.toLocal(now), now);
        const auto targets = findTimePlaces(to, now);
        if (targets.empty() || (source.places.empty() && !source.time)) return std::nullopt;
        const auto there = Zone::named(targets.front().zone);
        const std::string placeName = source.places.empty() ? "" : source.places.front().name;
        const auto origin =
            source.places.empty() ? std::optional(here) : Zone::named(source.places.front().zone);
        if (!there || !origin) return std::nullopt;
        CivilTime start = origin->toLocal(now);
        if (source.time) start.hour = source.time->hour, start.minute = source.time->minute, start.second = 0;
        const CivilTime target = there->toLocal(origin->toInstant(start).seconds);
        const std::string text =
            say("{from} {place, select, here{here} other{in {place}}} is {to} in {other}"
                "{day, select, same{} other{ on {day}}}.",
                {{"from", clockText(start)},
                 {"place", placeName.empty() ? "here" : placeName},
                 {"to", clockText(target)},
                 {"other", targets.front().name},
                 {"day", target.day == start.day ? "same" : weekdayText(context().phrases, target)}});
        const nlohmann::json items = {{{"from", formatCivilTime(start)}, {"to", formatCivilTime(target)}}};
        return Outcome{text, {}, {}, items.dump()};
    }
};

}  // namespace

std::unique_ptr<Tool> makeConvert(const ToolContext& context) {
    return std::make_unique<Convert>(context);
}

}  // namespace hearth::agent::tools
