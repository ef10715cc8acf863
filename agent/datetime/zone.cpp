// Time zones: the rules come from ICU, which carries the tz database and knows the user's zone.
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>

#include "agent/datetime.h"
#include "civil.h"

namespace hearth::agent {

std::optional<Zone> Zone::named(std::string_view name) {
    std::shared_ptr<icu::TimeZone> rules;
    if (name.empty()) {
        rules.reset(icu::TimeZone::detectHostTimeZone());
    } else {
        rules.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(
            icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())))));
    }
    if (!rules) return std::nullopt;
    icu::UnicodeString id;
    rules->getID(id);
    Zone zone;
    id.toUTF8String(zone.name_);
    if (zone.name_ == "Etc/Unknown") {  // what ICU answers for a name it does not know
        if (!name.empty()) return std::nullopt;
        return fixed(0);
    }
    zone.offsetAt_ = [rules](std::int64_t seconds) {
        std::int32_t raw = 0;
        std::int32_t saving = 0;
        UErrorCode status = U_ZERO_ERROR;
        rules->getOffset(static_cast<UDate>(seconds) * 1000.0, false, raw, saving, status);
        return U_SUCCESS(status) ? (raw + saving) / 1000 : 0;
    };
    return zone;
}

Zone Zone::fixed(int secondsEastOfUtc) {
    Zone zone;
    zone.name_ = secondsEastOfUtc == 0 ? "UTC"
                                       : "UTC" + std::string(secondsEastOfUtc > 0 ? "+" : "") +
                                             std::to_string(secondsEastOfUtc / 3600);
    zone.offsetAt_ = [secondsEastOfUtc](std::int64_t) { return secondsEastOfUtc; };
    return zone;
}

// A local time has the offset of a day earlier or of a day later: near a change of the clock one of
// the two is right, both (the hour that comes twice), or none (the hour that is left out).
Zone::Instant Zone::toInstant(const CivilTime& local) const {
    constexpr std::int64_t kDay = 86400;
    const std::int64_t tick = datetime::tickFromCivil(local);
    const int before = offsetAt_(tick - kDay);
    const int after = offsetAt_(tick + kDay);
    const std::int64_t early = tick - before;
    const std::int64_t late = tick - after;
    const bool earlyFits = offsetAt_(early) == before;
    const bool lateFits = offsetAt_(late) == after;
    if (earlyFits && lateFits && early != late) return {std::min(early, late), Kind::Repeated};
    if (earlyFits) return {early, Kind::Unique};
    if (lateFits) return {late, Kind::Unique};
    return {early, Kind::Skipped};  // the old offset moves it past the gap
}

CivilTime Zone::toLocal(std::int64_t seconds) const {
    return datetime::civilFromTick(seconds + offsetAt_(seconds));
}

}  // namespace hearth::agent
