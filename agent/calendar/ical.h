// The few things all of agent/calendar needs of libical: owning handles, time zones and line texts.
// libical keeps its state per object and per thread here; the built-in zones are guarded by a lock of its
// own.
#pragma once

#include <libical/ical.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "agent/datetime.h"

namespace hearth::agent::calendar {

struct IcalDeleter {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
    void operator()(icalproperty* property) const { icalproperty_free(property); }
};
using Component = std::unique_ptr<icalcomponent, IcalDeleter>;
using Property = std::unique_ptr<icalproperty, IcalDeleter>;

// "BEGIN:…END:…\r\n" or "NAME:value\r\n", folded at 75 octets.
std::string textOf(icalcomponent* component);
std::string textOf(icalproperty* property);

// A zone of the tz database, or UTC where the name is not known or empty.
icaltimezone* zoneNamed(const std::string& name);
// The system's zone by its tz database name ("Europe/Berlin"): TZ, /etc/localtime, or "UTC".
std::string systemZone();

std::int64_t instantOf(const CivilTime& local, const std::string& zone);
CivilTime localOf(std::int64_t instant, const std::string& zone);
CivilTime civilOf(const icaltimetype& time);
icaltimetype icalTimeOf(const CivilTime& time, bool dateOnly);

// The VTIMEZONE of a zone from the year of `from` on; empty for UTC.
std::string zoneComponentText(const std::string& zone, const CivilTime& from);

// "20261123T110000Z".
std::string utcText(std::int64_t instant);

}  // namespace hearth::agent::calendar
