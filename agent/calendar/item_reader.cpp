#include <algorithm>

#include "agent/phrases.h"
#include "calendar/item.h"

namespace hearth::agent::calendar {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

std::string safe(const char* text) {
    return text ? text : "";
}

// The zone a time is meant in: its own, that of its TZID by name, or the user's for floating times.
icaltimezone* zoneOf(const icaltimetype& time, icalproperty* property, const std::string& userZone) {
    if (icaltime_is_utc(time)) return icaltimezone_get_utc_timezone();
    if (time.zone) return const_cast<icaltimezone*>(time.zone);
    if (icalparameter* parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER)) {
        std::string name = safe(icalparameter_get_tzid(parameter));
        if (icaltimezone* zone = icaltimezone_get_builtin_timezone(name.c_str())) return zone;
        // "/example.org/20231/Europe/Berlin": the last two parts are the name.
        const auto city = name.rfind('/');
        const auto region = city == std::string::npos || city == 0 ? city : name.rfind('/', city - 1);
        if (region != std::string::npos)
            if (icaltimezone* zone = icaltimezone_get_builtin_timezone(name.c_str() + region + 1))
                return zone;
    }
    return zoneNamed(userZone);
}

std::optional<std::int64_t> instantOfProperty(icalcomponent* component, icalproperty_kind kind,
                                              const std::string& userZone, bool* dateOnly = nullptr) {
    icalproperty* property = icalcomponent_get_first_property(component, kind);
    if (property == nullptr) return std::nullopt;
    const icaltimetype time = icalproperty_get_datetime_with_component(property, component);
    if (icaltime_is_null_time(time)) return std::nullopt;
    if (dateOnly) *dateOnly = time.is_date != 0;
    icaltimetype whole = time;
    whole.is_date = 0;
    return static_cast<std::int64_t>(icaltime_as_timet_with_zone(whole, zoneOf(time, property, userZone)));
}

std::string textProperty(icalcomponent* component, icalproperty_kind kind) {
    icalproperty* property = icalcomponent_get_first_property(component, kind);
    if (property == nullptr) return {};
    icalvalue* value = icalproperty_get_value(property);
    if (value && icalvalue_isa(value) == ICAL_TEXT_VALUE) return safe(icalvalue_get_text(value));
    return safe(icalproperty_get_value_as_string(property));
}

std::vector<Attendee> attendeesOf(icalcomponent* component) {
    std::vector<Attendee> attendees;
    for (icalproperty* p = icalcomponent_get_first_property(component, ICAL_ATTENDEE_PROPERTY); p;
         p = icalcomponent_get_next_property(component, ICAL_ATTENDEE_PROPERTY)) {
        Attendee attendee;
        std::string address = safe(icalproperty_get_attendee(p));
        if (address.size() > 7 && (address.starts_with("mailto:") || address.starts_with("MAILTO:")))
            attendee.address = address.substr(7);
        if (icalparameter* name = icalproperty_get_first_parameter(p, ICAL_CN_PARAMETER))
            attendee.name = safe(icalparameter_get_cn(name));
        if (icalparameter* status = icalproperty_get_first_parameter(p, ICAL_PARTSTAT_PARAMETER))
            attendee.status = safe(icalparameter_enum_to_string(icalparameter_get_partstat(status)));
        if (attendee.name.empty()) attendee.name = attendee.address;
        attendees.push_back(std::move(attendee));
    }
    return attendees;
}

std::vector<Alarm> alarmsOf(icalcomponent* component) {
    std::vector<Alarm> alarms;
    for (icalcomponent* c = icalcomponent_get_first_component(component, ICAL_VALARM_COMPONENT); c;
         c = icalcomponent_get_next_component(component, ICAL_VALARM_COMPONENT)) {
        icalproperty* property = icalcomponent_get_first_property(c, ICAL_TRIGGER_PROPERTY);
        if (property == nullptr) continue;
        const icaltriggertype trigger = icalproperty_get_trigger(property);
        Alarm alarm;
        if (icaltime_is_null_time(trigger.time))
            alarm.offset = icaldurationtype_as_int(trigger.duration);
        else
            alarm.absolute = icaltime_as_timet_with_zone(trigger.time, icaltimezone_get_utc_timezone());
        if (icalparameter* related = icalproperty_get_first_parameter(property, ICAL_RELATED_PARAMETER))
            alarm.fromEnd = icalparameter_get_related(related) == ICAL_RELATED_END;
        alarms.push_back(alarm);
    }
    return alarms;
}

// Start and end of an event or to-do (RFC 5545 section 3.6.1: without DTEND a date lasts a day, a time none).
Result<void> readTimes(Item& item, const std::string& zone) {
    icalcomponent* c = item.component;
    auto start = instantOfProperty(c, ICAL_DTSTART_PROPERTY, zone, &item.allDay);
    auto due = instantOfProperty(c, ICAL_DUE_PROPERTY, zone, start ? nullptr : &item.allDay);
    if (item.kind == Item::Kind::Todo) {
        item.timeless = !start && !due;
        item.start = start.value_or(due.value_or(0));
        item.end = due.value_or(item.start);
        return {};
    }
    if (!start)
        return fail(ErrorCode::InvalidInput, phrase("The event has no readable DTSTART"), item.file.string());
    item.start = *start;
    constexpr std::int64_t kDay = 86400;
    if (auto end = instantOfProperty(c, ICAL_DTEND_PROPERTY, zone))
        item.end = *end;
    else if (icalproperty* duration = icalcomponent_get_first_property(c, ICAL_DURATION_PROPERTY))
        item.end = item.start + icaldurationtype_as_int(icalproperty_get_duration(duration));
    else
        item.end = item.start + (item.allDay ? kDay : 0);
    item.end = std::max(item.end, item.start);
    return {};
}

Result<Item> readItem(icalcomponent* component, std::shared_ptr<icalcomponent> document,
                      const std::filesystem::path& file, const std::string& zone) {
    Item item;
    item.kind =
        icalcomponent_isa(component) == ICAL_VEVENT_COMPONENT ? Item::Kind::Appointment : Item::Kind::Todo;
    item.file = file;
    item.document = std::move(document);
    item.component = component;
    item.uid = textProperty(component, ICAL_UID_PROPERTY);
    if (item.uid.empty()) item.uid = file.filename().string();
    item.title = textProperty(component, ICAL_SUMMARY_PROPERTY);
    item.location = textProperty(component, ICAL_LOCATION_PROPERTY);
    item.description = textProperty(component, ICAL_DESCRIPTION_PROPERTY);
    item.status = textProperty(component, ICAL_STATUS_PROPERTY);
    item.categories = textProperty(component, ICAL_CATEGORIES_PROPERTY);
    item.attendees = attendeesOf(component);
    item.alarms = alarmsOf(component);
    item.replaces = instantOfProperty(component, ICAL_RECURRENCEID_PROPERTY, zone);
    item.rule = textProperty(component, ICAL_RRULE_PROPERTY);
    if (auto read = readTimes(item, zone); !read) return tl::unexpected(read.error());
    return item;
}

// Instants of all EXDATE or RDATE values.
std::vector<std::int64_t> dates(const Item& item, icalproperty_kind kind, const std::string& zone) {
    std::vector<std::int64_t> instants;
    for (icalproperty* p = icalcomponent_get_first_property(item.component, kind); p;
         p = icalcomponent_get_next_property(item.component, kind)) {
        icaltimetype time = icalproperty_get_datetime_with_component(p, item.component);
        if (icaltime_is_null_time(time)) continue;
        icaltimezone* timeZone = zoneOf(time, p, zone);
        time.is_date = 0;
        instants.push_back(icaltime_as_timet_with_zone(time, timeZone));
    }
    return instants;
}

// Starts that the rule gives before `to`, ending no earlier than `from`.
std::vector<std::int64_t> ruleStarts(const Item& item, std::int64_t from, std::int64_t to,
                                     const std::string& zone) {
    std::vector<std::int64_t> starts;
    icalproperty* rule = icalcomponent_get_first_property(item.component, ICAL_RRULE_PROPERTY);
    icalproperty* startProperty = icalcomponent_get_first_property(item.component, ICAL_DTSTART_PROPERTY);
    if (startProperty == nullptr)
        startProperty = icalcomponent_get_first_property(item.component, ICAL_DUE_PROPERTY);
    if (rule == nullptr || startProperty == nullptr) return starts;
    const icalrecurrencetype recurrence = icalproperty_get_rrule(rule);
    const icaltimetype start = icalproperty_get_datetime_with_component(startProperty, item.component);
    icaltimezone* startZone = zoneOf(start, startProperty, zone);
    icalrecur_iterator* iterator = icalrecur_iterator_new(recurrence, start);
    if (iterator == nullptr) return starts;
    const std::int64_t length = item.end - item.start;
    // Skipping ahead is wrong where the rule counts its occurrences.
    if (recurrence.count == 0 && from - length > item.start) {
        icaltimetype ahead = icaltime_from_timet_with_zone(static_cast<time_t>(from - length - 86400),
                                                           start.is_date, startZone);
        ahead.zone = start.zone;
        if (icaltime_compare(ahead, start) > 0) icalrecur_iterator_set_start(iterator, ahead);
    }
    for (int step = 0; step < kMaxSteps; ++step) {
        icaltimetype next = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(next)) break;
        next.is_date = 0;
        const std::int64_t instant = icaltime_as_timet_with_zone(next, startZone);
        if (instant >= to) break;
        if (instant + length >= from) starts.push_back(instant);
    }
    icalrecur_iterator_free(iterator);
    return starts;
}

bool touches(std::int64_t start, std::int64_t end, std::int64_t from, std::int64_t to) {
    return start < to && (end > from || start >= from);
}

}  // namespace

Result<std::vector<Item>> readItems(const std::string& text, const std::filesystem::path& file,
                                    const std::string& zone) {
    (void)zoneNamed(zone);  // sets libical up
    const auto notReadable = [&](const std::string& why) {
        return fail(ErrorCode::InvalidInput, "This is no readable calendar file: " + why, file.string());
    };
    if (text.find('\0') != std::string::npos) return notReadable("it holds a zero byte");
    std::shared_ptr<icalcomponent> document(icalparser_parse_string(text.c_str()), IcalDeleter());
    if (!document) return notReadable("BEGIN:VCALENDAR or END:VCALENDAR is missing");
    std::vector<Item> items;
    base::Error first;
    for (const auto kind : {ICAL_VEVENT_COMPONENT, ICAL_VTODO_COMPONENT}) {
        for (icalcomponent* c = icalcomponent_get_first_component(document.get(), kind); c;
             c = icalcomponent_get_next_component(document.get(), kind)) {
            auto item = readItem(c, document, file, zone);
            if (item)
                items.push_back(std::move(*item));
            else if (first.message.empty())
                first = item.error();
        }
    }
    if (!items.empty()) return items;
    if (!first.message.empty()) return tl::unexpected(first);
    return notReadable("it has no VEVENT and no VTODO");
}

std::vector<Occurrence> occurrencesOf(const std::vector<std::shared_ptr<const Item>>& items,
                                      std::int64_t from, std::int64_t to, const std::string& zone) {
    std::vector<Occurrence> found;
    for (const auto& item : items) {
        if (item->timeless || item->status == "CANCELLED") continue;
        if (item->replaces) {
            if (touches(item->start, item->end, from, to))
                found.push_back({item, item->start, item->end, *item->replaces, true});
            continue;
        }
        if (item->rule.empty() && !icalcomponent_get_first_property(item->component, ICAL_RDATE_PROPERTY)) {
            if (touches(item->start, item->end, from, to))
                found.push_back({item, item->start, item->end, item->start, false});
            continue;
        }
        std::vector<std::int64_t> starts = ruleStarts(*item, from, to, zone);
        for (const std::int64_t extra : dates(*item, ICAL_RDATE_PROPERTY, zone)) starts.push_back(extra);
        if (item->rule.empty()) starts.push_back(item->start);
        std::vector<std::int64_t> left = dates(*item, ICAL_EXDATE_PROPERTY, zone);
        for (const auto& other : items)
            if (other->replaces && other->uid == item->uid && other->file == item->file)
                left.push_back(*other->replaces);
        std::sort(starts.begin(), starts.end());
        starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
        const std::int64_t length = item->end - item->start;
        for (const std::int64_t start : starts)
            if (touches(start, start + length, from, to) &&
                std::find(left.begin(), left.end(), start) == left.end())
                found.push_back({item, start, start + length, start, true});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Occurrence& a, const Occurrence& b) { return a.start < b.start; });
    return found;
}

}  // namespace hearth::agent::calendar
