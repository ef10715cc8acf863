// get_datetime: the time, the date or the day of the week, here or elsewhere.
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "agent/datetime.h"
#include "places/time_places.h"
#include "tools/basic_tool.h"
#include "tools/clock_text.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "get_datetime";
    spec.verb = "Tell the time";
    spec.description = "Time or date, also elsewhere";
    spec.icon = "clock";
    spec.arguments = {
        {"location", ArgumentType::Text, "Where", "In which city or country?", false, {}},
        {"what",
         ArgumentType::Enum,
         "What",
         "The time, the date or the day?",
         false,
         {"time", "date", "weekday"}},
    };
    spec.examples = {"what time is it", "what time is it in Tokyo", "what day is it today"};
    return spec;
}

bool meansHere(const std::string& location) {
    for (const std::string& word : words::of(location))
        if (word != "here" && word != "my" && word != "local" && word != "current" && word != "timezone" &&
            word != "time" && word != "zone" && word != "home" && word != "location" && word != "place")
            return false;
    return true;
}

class GetDatetime final : public BasicTool {
  public:
    explicit GetDatetime(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string location = valueOf(result.fields, "location");
        result.summary =
            location.empty() ? say("Time and date") : say("Time and date in {place}", {{"place", location}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string what = valueOf(fields, "what");
        const std::string location = valueOf(fields, "location");
        const std::int64_t now = context().clock->now();
        const auto here = Zone::named(context().zone).value_or(Zone::fixed(0));
        const CivilTime local = here.toLocal(now);
        nlohmann::json items = nlohmann::json::array();
        std::string text;
        if (meansHere(location)) {
            text = sayHere(local, what);
            items.push_back({{"zone", here.name()}, {"time", formatCivilTime(local)}});
        } else {
            const auto places = findTimePlaces(location, now);
            if (places.empty())
                return fail(ErrorCode::NotFound,
                            say("I don't know the time zone of “{place}”. Name a larger city nearby.",
                                {{"place", location}}),
                            "location");
            for (const TimePlace& place : places) {
                const auto zone = Zone::named(place.zone);
                if (!zone) continue;
                const CivilTime there = zone->toLocal(now);
                text += (text.empty() ? "" : "\n") + sayThere(place, there, local, what, now);
                items.push_back({{"zone", place.zone}, {"time", formatCivilTime(there)}});
            }
        }
        return Outcome{text, {}, {}, items.dump()};
    }

  private:
    std::string sayHere(const CivilTime& local, const std::string& what) const {
        const Phrases& phrases = context().phrases;
        if (what == "weekday") return say("Today is {day}.", {{"day", weekdayText(phrases, local)}});
        if (what == "date") return say("Today is {day}.", {{"day", dayText(phrases, local)}});
        if (what == "time") return say("It is {time}.", {{"time", clockText(local)}});
        return say("It is {time} on {day}.", {{"time", clockText(local)}, {"day", dayText(phrases, local)}});
    }

    std::string sayThere(const TimePlace& place, const CivilTime& there, const CivilTime& here,
                         const std::string& what, std::int64_t now) const {
        const Phrases& phrases = context().phrases;
        if (what == "weekday" || what == "date")
            return say("In {place} it is {day}.",
                       {{"place", place.name},
                        {"day", what == "date" ? dayText(phrases, there) : weekdayText(phrases, there)}});
        const bool otherDay = there.day != here.day;
        return say(
            otherDay ? "In {place} it is {time} on {day} ({offset})." : "In {place} it is {time} ({offset}).",
            {{"place", place.name},
             {"time", clockText(there)},
             {"day", weekdayText(phrases, there)},
             {"offset", offsetText(offsetOf(place.zone, now))}});
    }
};

}  // namespace

std::unique_ptr<Tool> makeGetDatetime(const ToolContext& context) {
    return std::make_unique<GetDatetime>(context);
}

}  // namespace hearth::agent::tools
