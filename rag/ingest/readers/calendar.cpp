// Calendars: a block for each event, task and journal entry, through libical. Source: RFC 5545.
#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <string>

#include "ingest/reader.h"
#include "ingest/text_encoding.h"

namespace hearth::rag {

namespace {

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

// "2024-03-01 10:00 Europe/Berlin", "2024-03-01".
std::string timeText(const icaltimetype& time) {
    if (icaltime_is_null_time(time)) return {};
    char text[64];
    if (time.is_date)
        (void)std::snprintf(text, sizeof text, "%04d-%02d-%02d", time.year, time.month, time.day);
    else
        (void)std::snprintf(text, sizeof text, "%04d-%02d-%02d %02d:%02d", time.year, time.month, time.day,
                            time.hour, time.minute);
    std::string out = text;
    const char* zone = icaltime_get_tzid(time);
    if (zone == nullptr || time.is_date) return out;
    std::string_view name = zone;
    // libical's own zones stand behind the name of who made them:
    // "/freeassociation.sourceforge.net/Europe/Rome".
    if (name.substr(0, 1) == "/") name.remove_prefix(std::min(name.size(), name.find('/', 1) + 1));
    return out.append(" ").append(name);
}

void addLine(std::string& out, const char* name, const std::string& value) {
    if (!value.empty()) out.append(name).append(": ").append(value).append("\n");
}

std::string valueOf(icalcomponent* component, icalproperty_kind kind) {
    std::string out;
    for (icalproperty* property = icalcomponent_get_first_property(component, kind); property != nullptr;
         property = icalcomponent_get_next_property(component, kind)) {
        const icalvalue* value = icalproperty_get_value(property);
        std::string text;
        const bool isText = value != nullptr && icalvalue_isa(value) == ICAL_TEXT_VALUE;
        if (const char* plain = isText ? icalvalue_get_text(value) : nullptr)
            text = plain;
        else if (const char* shown = icalproperty_get_value_as_string(property))
            text = shown;
        if (text.rfind("mailto:", 0) == 0 || text.rfind("MAILTO:", 0) == 0) text.erase(0, 7);
        if (icalparameter* name = icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER))
            text = std::string(icalparameter_get_cn(name)) + " <" + text + ">";
        out.append(out.empty() ? "" : ", ").append(text);
    }
    return out;
}

void writeEntry(icalcomponent* component, BlockWriter& out) {
    std::string text = valueOf(component, ICAL_SUMMARY_PROPERTY);
    if (text.empty()) text = "(no title)";
    text += '\n';
    addLine(text, "Start", timeText(icalcomponent_get_dtstart(component)));
    if (icalcomponent_isa(component) == ICAL_VEVENT_COMPONENT)
        addLine(text, "End", timeText(icalcomponent_get_dtend(component)));
    if (icalcomponent_isa(component) == ICAL_VTODO_COMPONENT)
        addLine(text, "Due", timeText(icalcomponent_get_due(component)));
    addLine(text, "Repeats", valueOf(component, ICAL_RRULE_PROPERTY));
    addLine(text, "Place", valueOf(component, ICAL_LOCATION_PROPERTY));
    addLine(text, "Organizer", valueOf(component, ICAL_ORGANIZER_PROPERTY));
    addLine(text, "Attendees", valueOf(component, ICAL_ATTENDEE_PROPERTY));
    addLine(text, "Status", valueOf(component, ICAL_STATUS_PROPERTY));
    addLine(text, "Categories", valueOf(component, ICAL_CATEGORIES_PROPERTY));
    text += valueOf(component, ICAL_DESCRIPTION_PROPERTY);
    Location location;
    if (const char* uid = icalcomponent_get_uid(component)) location.message = uid;
    out.addLines(BlockKind::Event, text, location);
}

bool isEntry(icalcomponent* component) {
    const icalcomponent_kind kind = icalcomponent_isa(component);
    return kind == ICAL_VEVENT_COMPONENT || kind == ICAL_VTODO_COMPONENT || kind == ICAL_VJOURNAL_COMPONENT;
}

void writeAll(icalcomponent* parent, BlockWriter& out, int depth) {
    if (icalcomponent_isa(parent) == ICAL_VCALENDAR_COMPONENT)
        for (icalproperty* own = icalcomponent_get_first_property(parent, ICAL_X_PROPERTY); own != nullptr;
             own = icalcomponent_get_next_property(parent, ICAL_X_PROPERTY))
            if (std::string_view(icalproperty_get_x_name(own)) == "X-WR-CALNAME")
                out.title(icalproperty_get_value_as_string(own));
    for (icalcomponent* child = icalcomponent_get_first_component(parent, ICAL_ANY_COMPONENT);
         child != nullptr && !out.full();
         child = icalcomponent_get_next_component(parent, ICAL_ANY_COMPONENT)) {
        if (isEntry(child))
            writeEntry(child, out);
        else if (depth < 3)
            writeAll(child, out, depth + 1);
    }
}

}  // namespace

ReadResult readCalendar(const Source& source, BlockWriter& out) {
    const std::string text = decodeText(source.bytes, source.charset).text;
    const std::unique_ptr<icalcomponent, FreeComponent> root(icalparser_parse_string(text.c_str()));
    if (!root) return unreadable(SkipReason::Damaged, "It is no calendar that can be read.");
    if (isEntry(root.get())) writeEntry(root.get(), out);
    writeAll(root.get(), out, 0);
    return {};
}

}  // namespace hearth::rag
