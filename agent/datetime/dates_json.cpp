// `hearth dates`: the finder over lines of JSON.
#include <chrono>
#include <ctime>
#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "agent/datetime.h"

namespace hearth::agent {
namespace {

using Json = nlohmann::ordered_json;

std::string formatted(const CivilTime& time, TimeType type) {
    const std::string both = formatCivilTime(time);
    switch (type) {
        case TimeType::Date:
        case TimeType::DateRange:
            return both.substr(0, 10);
        case TimeType::Time:
        case TimeType::TimeRange:
            return both.substr(11);
        default:
            return both;
    }
}

std::string formattedSeconds(double seconds) {
    Json number = seconds;
    if (seconds == static_cast<double>(static_cast<long long>(seconds)))
        number = static_cast<long long>(seconds);
    return number.dump();
}

Json entityJson(const TimeEntity& entity, const CivilTime& reference) {
    Json json;
    json["text"] = entity.text;
    json["offset"] = entity.offset;
    json["type"] = timeTypeName(entity.type);
    const TimeReading* reading = entity.future(reference);
    if (entity.recurrence) json["recurrence"] = entity.recurrence->rule();
    if (reading == nullptr) {
        json["value"] = "not resolved";
    } else if (entity.type == TimeType::Duration) {
        json["value"] = formattedSeconds(reading->seconds);
    } else if (!reading->end && reading->start &&
               (entity.type == TimeType::Date || entity.type == TimeType::Time ||
                entity.type == TimeType::DateTime)) {
        json["value"] = formatted(*reading->start, entity.type);
    } else {
        if (reading->start) json["start"] = formatted(*reading->start, entity.type);
        if (reading->end) json["end"] = formatted(*reading->end, entity.type);
    }
    return json;
}

CivilTime localNow() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    return {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
            parts.tm_hour,        parts.tm_min,     std::min(parts.tm_sec, 59)};
}

// The answer to one line, or what is wrong with it.
base::Result<std::string> answerLine(const std::string& line, Language language) {
    const Json input = Json::parse(line, nullptr, false);
    if (input.is_discarded()) return base::fail(base::ErrorCode::InvalidInput, "not JSON");
    if (!input.is_object()) return base::fail(base::ErrorCode::InvalidInput, "not a JSON object");
    const auto text = input.find("text");
    if (text == input.end() || !text->is_string()) {
        return base::fail(base::ErrorCode::InvalidInput, "no \"text\" that is a string");
    }
    CivilTime reference = localNow();
    const auto said = input.find("reference");
    if (said != input.end() && !said->is_null()) {
        const auto parsed =
            said->is_string() ? parseCivilTime(said->get_ref<const std::string&>()) : std::nullopt;
        if (!parsed) {
            return base::fail(base::ErrorCode::InvalidInput,
                              "\"reference\" is no local time such as \"2026-11-22T15:30:00\"");
        }
        reference = *parsed;
    }
    Json output;
    output["entities"] = Json::array();
    for (const TimeEntity& entity : findTimes(text->get_ref<const std::string&>(), reference, language)) {
        output["entities"].push_back(entityJson(entity, reference));
    }
    return output.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

int runDates(std::istream& in, std::ostream& out, std::ostream& err, std::string_view languageTag) {
    const auto language = languageFromTag(languageTag);
    if (!language) {
        err << "hearth dates: no dates in the language \"" << languageTag
            << "\"; there are en, de, fr, es, zh\n";
        return 2;
    }
    int code = 0;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto answer = answerLine(line, *language);
        if (answer) {
            out << *answer << '\n';
        } else {
            err << "hearth dates: line " << number << ": " << answer.error().message << '\n';
            out << R"({"entities":[],"error":")"
                << "line not understood"
                << "\"}\n";
            code = 2;
        }
    }
    return code;
}

}  // namespace hearth::agent
