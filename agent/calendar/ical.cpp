#include "calendar/ical.h"

#include <cstdlib>
#include <filesystem>
#include <mutex>

namespace hearth::agent::calendar {

namespace {

template <typename T>
std::string takeText(T* owned) {
    std::string text = owned ? owned : "";
    icalmemory_free_buffer(owned);
    return text;
}

void setUpOnce() {
    static std::once_flag once;
    std::call_once(once, [] { icalerror_set_errors_are_fatal(0); });
}

}  // namespace

std::string textOf(icalcomponent* component) {
    return takeText(icalcomponent_as_ical_string_r(component));
}
std::string textOf(icalproperty* property) {
    return takeText(icalproperty_as_ical_string_r(property));
}

icaltimezone* zoneNamed(const std::string& name) {
    setUpOnce();
    if (name.empty() || name == "UTC" || name == "Etc/UTC") return icaltimezone_get_utc_timezone();
    icaltimezone* zone = icaltimezone_get_builtin_timezone(name.c_str());
    return zone ? zone : icaltimezone_get_utc_timezone();
}

std::string systemZone() {
    namespace fs = std::filesystem;
    const auto known = [](const std::string& name) {
        setUpOnce();
        return !name.empty() && icaltimezone_get_builtin_timezone(name.c_str()) != nullptr;
    };
    if (const char* variable = std::getenv("TZ")) {
        std::string name = variable;
        if (name.starts_with(':')) name.erase(0, 1);
        if (known(name)) return name;
    }
    std::error_code error;
    const std::string target = fs::weakly_canonical("/etc/localtime", error).string();
    const std::string folder = "/zoneinfo/";
    if (const auto at = target.find(folder); !error && at != std::string::npos)
        if (std::string name = target.substr(at + folder.size()); known(name)) return name;
    return "UTC";
}

icaltimetype icalTimeOf(const CivilTime& time, bool dateOnly) {
    icaltimetype ical = icaltime_null_time();
    ical.year = time.year;
    ical.month = time.month;
    ical.day = time.day;
    ical.hour = dateOnly ? 0 : time.hour;
    ical.minute = dateOnly ? 0 : time.minute;
    ical.second = dateOnly ? 0 : time.second;
    ical.is_date = dateOnly ? 1 : 0;
    return ical;
}

CivilTime civilOf(const icaltimetype& time) {
    return {time.year, time.month, time.day, time.hour, time.minute, time.second};
}

std::int64_t instantOf(const CivilTime& local, const std::string& zone) {
    return icaltime_as_timet_with_zone(icalTimeOf(local, false), zoneNamed(zone));
}

CivilTime localOf(std::int64_t instant, const std::string& zone) {
    return civilOf(icaltime_from_timet_with_zone(static_cast<time_t>(instant), 0, zoneNamed(zone)));
}

std::string zoneComponentText(const std::string& zone, const CivilTime& from) {
    icaltimezone* handle = zoneNamed(zone);
    if (handle == icaltimezone_get_utc_timezone()) return {};
    const Component component(icalcomponent_new_clone(icaltimezone_get_component(handle)));
    CivilTime start;
    start.year = from.year;
    icaltimezone_truncate_vtimezone(component.get(), icalTimeOf(start, false), icaltime_null_time(), 0);
    // libical puts a prefix before the name; the plain name is what other programs write and read.
    if (icalproperty* id = icalcomponent_get_first_property(component.get(), ICAL_TZID_PROPERTY))
        icalproperty_set_tzid(id, zone.c_str());
    return textOf(component.get());
}

std::string utcText(std::int64_t instant) {
    const icaltimetype time =
        icaltime_from_timet_with_zone(static_cast<time_t>(instant), 0, icaltimezone_get_utc_timezone());
    return takeText(icaltime_as_ical_string_r(time));
}

}  // namespace hearth::agent::calendar
