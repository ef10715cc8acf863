#include "calendar/item_writer.h"

#include <algorithm>

#include "agent/phrases.h"
#include "calendar/ics_text.h"

namespace hearth::agent::calendar {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

std::string propertyText(icalproperty* owned) {
    const Property property(owned);
    return textOf(property.get());
}

bool isUtc(const std::string& zone) {
    return zoneNamed(zone) == icaltimezone_get_utc_timezone();
}

// DTSTART, DTEND, DUE, EXDATE or RECURRENCE-ID with TZID, as UTC, or as a date.
std::string timeLine(icalproperty_kind kind, const CivilTime& time, bool dateOnly, const std::string& zone) {
    icaltimetype ical = icalTimeOf(time, dateOnly);
    const bool utc = !dateOnly && isUtc(zone);
    if (utc) ical.zone = icaltimezone_get_utc_timezone();
    icalproperty* property = icalproperty_new(kind);
    icalproperty_set_value(property, dateOnly ? icalvalue_new_date(ical) : icalvalue_new_datetime(ical));
    if (dateOnly)
        icalproperty_set_parameter(property, icalparameter_new_value(ICAL_VALUE_DATE));
    else if (!utc)
        icalproperty_set_parameter(property, icalparameter_new_tzid(zone.c_str()));
    return propertyText(property);
}

std::string attendeeLine(const Attendee& attendee) {
    // People without an address are written as KDE's calendar does: the name counts.
    const std::string uri = attendee.address.empty() ? "invalid:nomail" : "mailto:" + attendee.address;
    icalproperty* property = icalproperty_new_attendee(uri.c_str());
    if (!attendee.name.empty()) {
        std::string name = attendee.name;
        std::replace(name.begin(), name.end(), '"', '\'');  // cannot be written (RFC 5545 section 3.1)
        icalproperty_set_parameter(property, icalparameter_new_cn(name.c_str()));
    }
    const std::string status = attendee.status.empty() ? "NEEDS-ACTION" : attendee.status;
    icalproperty_set_parameter(property,
                               icalparameter_new_from_value_string(ICAL_PARTSTAT_PARAMETER, status.c_str()));
    return propertyText(property);
}

std::string ruleLine(const std::string& rule) {
    return folded("RRULE:" + rule);
}

std::string alarmText(std::int64_t offset, const std::string& title) {
    icaltriggertype trigger{icaltime_null_time(), icaldurationtype_from_int(static_cast<int>(offset))};
    return "BEGIN:VALARM\r\nACTION:DISPLAY\r\n" + propertyText(icalproperty_new_description(title.c_str())) +
           propertyText(icalproperty_new_trigger(trigger)) + "END:VALARM\r\n";
}

std::string stampLine(const char* name, std::int64_t stamp) {
    return std::string(name) + ":" + utcText(stamp) + "\r\n";
}

const char* kindName(Item::Kind kind) {
    return kind == Item::Kind::Appointment ? "VEVENT" : "VTODO";
}

std::string itemText(const Draft& draft) {
    std::string text = std::string("BEGIN:") + kindName(draft.kind) + "\r\n";
    text += propertyText(icalproperty_new_uid(draft.uid.c_str()));
    text += stampLine("DTSTAMP", draft.stamp) + stampLine("CREATED", draft.stamp);
    text += propertyText(icalproperty_new_summary(draft.title.c_str()));
    text += timeLine(ICAL_DTSTART_PROPERTY, draft.start, draft.allDay, draft.zone);
    if (draft.kind == Item::Kind::Todo)
        text += timeLine(ICAL_DUE_PROPERTY, draft.start, draft.allDay, draft.zone);
    else if (draft.end)
        text += timeLine(ICAL_DTEND_PROPERTY, *draft.end, draft.allDay, draft.zone);
    if (!draft.rule.empty()) text += ruleLine(draft.rule);
    if (!draft.location.empty()) text += propertyText(icalproperty_new_location(draft.location.c_str()));
    if (!draft.description.empty())
        text += propertyText(icalproperty_new_description(draft.description.c_str()));
    if (!draft.categories.empty())
        text += propertyText(icalproperty_new_categories(draft.categories.c_str()));
    for (const Attendee& attendee : draft.attendees) text += attendeeLine(attendee);
    for (const std::int64_t offset : draft.alarmOffsets) text += alarmText(offset, draft.title);
    return text + "END:" + kindName(draft.kind) + "\r\n";
}

std::string uidOf(const IcsText& text, const IcsText::Block& block) {
    const Property property(icalproperty_new_from_string(text.line(block, "UID").c_str()));
    const char* uid = property ? icalproperty_get_uid(property.get()) : nullptr;
    return uid ? uid : "";
}

// The block of the item: of its uid, and standing for the same occurrence.
std::optional<IcsText::Block> blockOf(const IcsText& text, const Item& item) {
    for (const IcsText::Block& block : text.blocks(kindName(item.kind))) {
        const std::string uid = uidOf(text, block);
        if (!uid.empty() && uid != item.uid) continue;
        if (text.line(block, "RECURRENCE-ID").empty() != !item.replaces) continue;
        if (item.replaces) {
            icalproperty* there =
                icalcomponent_get_first_property(item.component, ICAL_RECURRENCEID_PROPERTY);
            const Property wanted(icalproperty_new_from_string(text.line(block, "RECURRENCE-ID").c_str()));
            if (!wanted || !there ||
                icaltime_compare(icalproperty_get_recurrenceid(there),
                                 icalproperty_get_recurrenceid(wanted.get())) != 0)
                continue;
        }
        return block;
    }
    return std::nullopt;
}

tl::unexpected<base::Error> gone(const Item& item) {
    return fail(ErrorCode::NotFound, phrase("The entry is no longer in its file"), item.file.string());
}

// Adds the VTIMEZONE that a TZID needs, if the file lacks it.
void ensureZone(IcsText& text, const std::string& zone, const CivilTime& from) {
    for (const IcsText::Block& block : text.blocks("VTIMEZONE"))
        if (text.value(block, "TZID") == zone) return;
    std::size_t first = 0;
    for (const char* kind : {"VEVENT", "VTODO"})
        for (const IcsText::Block& block : text.blocks(kind))
            if (first == 0 || block.begin < first) first = block.begin;
    text.insertBefore(first, zoneComponentText(zone, from));
}

void setAnswer(IcsText& text, IcsText::Block& block, const Item& item, const Revision& revision) {
    std::string lines;
    bool found = false;
    for (icalproperty* p = icalcomponent_get_first_property(item.component, ICAL_ATTENDEE_PROPERTY); p;
         p = icalcomponent_get_next_property(item.component, ICAL_ATTENDEE_PROPERTY)) {
        const std::string address = icalproperty_get_attendee(p) ? icalproperty_get_attendee(p) : "";
        const bool mine = item.attendees.size() == 1 ||
                          (!revision.userAddress.empty() && address == "mailto:" + revision.userAddress);
        const Property clone(icalproperty_new_clone(p));
        if (mine) {
            icalproperty_set_parameter(clone.get(), icalparameter_new_from_value_string(
                                                        ICAL_PARTSTAT_PARAMETER, revision.answer.c_str()));
            found = true;
        }
        lines += textOf(clone.get());
    }
    if (found) {
        text.set(block, "ATTENDEE", lines);
        return;
    }
    // Nobody in the list is known to be the user: the answer is kept beside it.
    text.set(block, "X-HEARTH-ANSWER", "X-HEARTH-ANSWER:" + revision.answer + "\r\n");
}

// In place of the alarms that the block has. The block's end moves: look it up again.
void setAlarms(IcsText& text, IcsText::Block block, const std::vector<std::int64_t>& offsets,
               const std::string& title) {
    for (bool removed = true; removed;) {
        removed = false;
        for (const IcsText::Block& alarm : text.blocks("VALARM")) {
            if (alarm.begin < block.begin || alarm.end > block.end) continue;
            text.remove(alarm);
            block.end -= alarm.end - alarm.begin + 1;
            removed = true;
            break;
        }
    }
    std::string alarms;
    for (const std::int64_t offset : offsets) alarms += alarmText(offset, title);
    if (!alarms.empty()) text.insertBefore(block.end, alarms);
}

void applyWords(IcsText& text, IcsText::Block& block, const Revision& revision) {
    if (revision.title)
        text.set(block, "SUMMARY", propertyText(icalproperty_new_summary(revision.title->c_str())));
    const auto setWords = [&](const char* name, const std::optional<std::string>& words,
                              icalproperty* (*make)(const char*)) {
        if (words) text.set(block, name, words->empty() ? std::string() : propertyText(make(words->c_str())));
    };
    setWords("LOCATION", revision.location, icalproperty_new_location);
    setWords("DESCRIPTION", revision.description, icalproperty_new_description);
}

void applyTo(IcsText& text, IcsText::Block& block, const Item& item, const Revision& revision) {
    applyWords(text, block, revision);
    if (revision.start) {
        const auto& zone = revision.zone;
        text.set(block, "DTSTART", timeLine(ICAL_DTSTART_PROPERTY, *revision.start, revision.allDay, zone));
        text.set(block, "DURATION", "");
        if (item.kind == Item::Kind::Todo)
            text.set(block, "DUE", timeLine(ICAL_DUE_PROPERTY, *revision.start, revision.allDay, zone));
        else
            text.set(block, "DTEND",
                     revision.end ? timeLine(ICAL_DTEND_PROPERTY, *revision.end, revision.allDay, zone) : "");
    }
    if (revision.rule)
        text.set(block, "RRULE", revision.rule->empty() ? std::string() : ruleLine(*revision.rule));
    if (revision.status) text.set(block, "STATUS", "STATUS:" + *revision.status + "\r\n");
    for (const Attendee& attendee : revision.addAttendees) text.add(block, attendeeLine(attendee));
    if (!revision.answer.empty()) setAnswer(text, block, item, revision);
    int sequence = 0;
    try {
        sequence = std::stoi(text.value(block, "SEQUENCE"));
    } catch (const std::exception&) {
        sequence = 0;  // none, or no number
    }
    text.set(block, "SEQUENCE", "SEQUENCE:" + std::to_string(sequence + 1) + "\r\n");
    text.set(block, "LAST-MODIFIED", stampLine("LAST-MODIFIED", revision.stamp));
    if (revision.alarmOffsets)
        setAlarms(text, block, *revision.alarmOffsets, revision.title.value_or(item.title));
}

// The occurrence's start as the master writes its own: a date, UTC, or with the master's TZID.
std::string occurrenceLine(const char* name, const IcsText& text, const IcsText::Block& block,
                           const Item& item, std::int64_t occurrence, const std::string& userZone) {
    std::string start = text.line(block, "DTSTART");
    if (start.empty()) start = text.line(block, "DUE");
    const std::size_t colon = start.rfind(':');
    const std::size_t parameters = std::min(start.find(';'), colon);
    icalproperty* property = icalcomponent_get_first_property(item.component, ICAL_DTSTART_PROPERTY);
    if (!property) property = icalcomponent_get_first_property(item.component, ICAL_DUE_PROPERTY);
    const icaltimetype master = icalproperty_get_datetime_with_component(property, item.component);
    icaltimezone* zone = master.zone ? const_cast<icaltimezone*>(master.zone) : zoneNamed(userZone);
    icaltimetype time = icaltime_from_timet_with_zone(static_cast<time_t>(occurrence), 0, zone);
    if (master.is_date) time = icalTimeOf(localOf(occurrence, userZone), true);
    time.zone = icaltime_is_utc(master) ? icaltimezone_get_utc_timezone() : nullptr;
    char* value = icaltime_as_ical_string_r(time);
    const std::string line = name + start.substr(parameters, colon - parameters) + ":" + value;
    icalmemory_free_buffer(value);
    return folded(line);
}

}  // namespace

std::string newFile(const Draft& draft) {
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hearth//Hearth//EN\r\n";
    if (!draft.allDay) text += zoneComponentText(draft.zone, draft.start);
    return text + itemText(draft) + "END:VCALENDAR\r\n";
}

Result<std::string> revised(const std::string& bytes, const Item& item, const Revision& revision,
                            std::optional<std::int64_t> occurrence, const std::string& userZone) {
    IcsText text(bytes);
    auto block = blockOf(text, item);
    if (!block) return gone(item);
    if (occurrence && !item.replaces && !item.rule.empty()) {
        // A copy of the master that stands for this one occurrence (RFC 5545 section 3.8.4.4).
        IcsText copy(text.text(*block));
        IcsText::Block whole = copy.blocks(kindName(item.kind)).front();
        const std::string id = occurrenceLine("RECURRENCE-ID", text, *block, item, *occurrence, userZone);
        for (const char* name : {"RRULE", "EXDATE", "RDATE"}) copy.set(whole, name, "");
        copy.set(whole, "RECURRENCE-ID", id);
        if (!revision.start) {
            const std::string start = occurrenceLine("DTSTART", text, *block, item, *occurrence, userZone);
            const std::string end =
                occurrenceLine("DTEND", text, *block, item, *occurrence + item.end - item.start, userZone);
            copy.set(whole, "DTSTART", start);
            if (!copy.line(whole, "DTEND").empty()) copy.set(whole, "DTEND", end);
        }
        applyTo(copy, whole, item, revision);
        text.insertBefore(block->end + 1, copy.text());
    } else {
        applyTo(text, *block, item, revision);
    }
    if (revision.start && !revision.allDay && !isUtc(revision.zone))
        ensureZone(text, revision.zone, *revision.start);
    return text.text();
}

Result<std::string> withoutOccurrence(const std::string& bytes, const Item& item, std::int64_t occurrence,
                                      const std::string& userZone, std::int64_t stamp) {
    IcsText text(bytes);
    auto block = blockOf(text, item);
    if (!block) return gone(item);
    if (item.replaces) {
        // The replaced occurrence goes, and the rule must not bring it back.
        const std::string id = text.line(*block, "RECURRENCE-ID");
        text.remove(*block);
        for (IcsText::Block master : text.blocks(kindName(item.kind))) {
            if (uidOf(text, master) != item.uid || !text.line(master, "RECURRENCE-ID").empty()) continue;
            text.add(master, folded("EXDATE" + id.substr(id.find_first_of(":;"))));
            break;
        }
        return text.text();
    }
    text.add(*block, occurrenceLine("EXDATE", text, *block, item, occurrence, userZone));
    text.set(*block, "LAST-MODIFIED", stampLine("LAST-MODIFIED", stamp));
    return text.text();
}

Result<std::optional<std::string>> withoutItem(const std::string& bytes, const Item& item) {
    IcsText text(bytes);
    if (!blockOf(text, item)) return gone(item);
    for (bool removed = true; removed;) {
        removed = false;
        for (const IcsText::Block& block : text.blocks(kindName(item.kind))) {
            const std::string uid = uidOf(text, block);
            if (!uid.empty() && uid != item.uid) continue;
            text.remove(block);
            removed = true;
            break;
        }
    }
    if (text.blocks("VEVENT").empty() && text.blocks("VTODO").empty())
        return std::optional<std::string>(std::nullopt);
    return std::optional<std::string>(text.text());
}

}  // namespace hearth::agent::calendar
