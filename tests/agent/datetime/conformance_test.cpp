// The finder against the cases in several languages that the project keeps beside the sources.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "agent/datetime.h"

namespace hearth::agent {
namespace {

using Json = nlohmann::json;

struct Score {
    int cases = 0;
    int exact = 0;   // every expression with its words, place, type and value, and no other
    int values = 0;  // the same values in the same order, whatever words were marked
};

std::string valueOf(const Json& json) {
    return json.value("value", "") + "|" + json.value("start", "") + "|" + json.value("end", "");
}

// A value's moment, to find the first after the reference; times of day are those of that day.
std::optional<CivilTime> momentOf(const Json& value, const CivilTime& reference) {
    std::string text = value.value("value", value.value("start", value.value("end", "")));
    if (text.size() == 8) text = formatCivilTime(reference).substr(0, 11) + text;
    return parseCivilTime(text);
}

// The values that an assistant may answer: in their order the first after the reference, else the last
// before; all of them where there is no reference to choose by.
std::vector<std::string> wantedValues(const Json& entity, const std::optional<CivilTime>& reference) {
    std::vector<std::string> all;
    std::optional<CivilTime> first;
    std::optional<CivilTime> last;
    std::string firstValue;
    std::string lastValue;
    bool comparable = reference.has_value();
    for (const Json& value : entity["values"]) {
        all.push_back(valueOf(value));
        const auto moment = reference ? momentOf(value, *reference) : std::nullopt;
        if (!moment) {
            comparable = false;
            continue;
        }
        if (*moment > *reference && !first) {
            first = moment;
            firstValue = all.back();
        }
        if (!last || *moment > *last) {
            last = moment;
            lastValue = all.back();
        }
    }
    if (!comparable || all.size() < 2) return all;
    if (first) return {firstValue};
    const std::string type = entity["type"];
    if (type == "time" || type == "timerange") return all;
    return {lastValue};
}

bool hasWantedValue(const Json& wanted, const Json& got, const std::optional<CivilTime>& reference) {
    const auto values = wantedValues(wanted, reference);
    return std::find(values.begin(), values.end(), valueOf(got)) != values.end();
}

bool isExact(const Json& wanted, const Json& got) {
    std::string text = wanted["text"];
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return c < 128 ? std::tolower(c) : c; });
    if (got["text"] != text || got["type"] != wanted["type"]) return false;
    return !wanted.contains("start") || wanted["start"].is_null() || got["offset"] == wanted["start"];
}

std::optional<Score> scoreOf(const std::string& language) {
    std::ifstream file(std::string(HEARTH_SHARED) + "/conformance/datetime/" + language + ".jsonl");
    if (!file) return std::nullopt;
    std::stringstream input;
    input << file.rdbuf();
    std::stringstream output;
    std::stringstream errors;
    EXPECT_EQ(runDates(input, output, errors, language), 0) << errors.str();
    input.clear();
    input.seekg(0);
    Score score;
    std::string answer;
    for (std::string line; std::getline(input, line) && std::getline(output, answer);) {
        const Json wanted = Json::parse(line);
        const Json got = Json::parse(answer);
        std::optional<CivilTime> reference;
        if (wanted["reference"].is_string())
            reference = parseCivilTime(wanted["reference"].get<std::string>());
        const Json& a = wanted["entities"];
        const Json& b = got["entities"];
        bool values = a.size() == b.size();
        bool exact = values;
        for (std::size_t i = 0; values && i < a.size(); ++i) {
            values = hasWantedValue(a[i], b[i], reference);
            exact = exact && values && isExact(a[i], b[i]);
        }
        ++score.cases;
        score.values += values ? 1 : 0;
        score.exact += values && exact ? 1 : 0;
    }
    return score;
}

struct Floor {
    const char* language;
    double exactPercent;
};

class DateConformance : public testing::TestWithParam<Floor> {};

TEST_P(DateConformance, ReachesItsFloor) {
    const auto score = scoreOf(GetParam().language);
    if (!score) GTEST_SKIP() << "no cases in " HEARTH_SHARED "/conformance/datetime";
    const double exact = 100.0 * score->exact / score->cases;
    const double values = 100.0 * score->values / score->cases;
    std::printf("%s: %d cases, %.1f %% exact, %.1f %% by value\n", GetParam().language, score->cases, exact,
                values);
    EXPECT_GE(exact, GetParam().exactPercent);
}

INSTANTIATE_TEST_SUITE_P(Languages, DateConformance,
                         testing::Values(Floor{"en", 98}, Floor{"de", 97}, Floor{"fr", 48}, Floor{"es", 93},
                                         Floor{"zh", 96}),
                         [](const auto& one) { return std::string(one.param.language); });

}  // namespace
}  // namespace hearth::agent
