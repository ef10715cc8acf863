// A place on Earth in degrees, decimal or in minutes and seconds.
// Source: ISO 6709.
#include <cstdlib>
#include <string>

#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string value(match.value());
    if (value.find("\xC2\xB0") != std::string::npos) return Verdict::Unknown;
    const std::size_t comma = value.find(',');
    return possibleIf(std::abs(std::strtod(value.c_str(), nullptr)) <= 90 &&
                      std::abs(std::strtod(value.c_str() + comma + 1, nullptr)) <= 180);
}

}  // namespace

Detector coordinates() {
    return {"COORDINATES",
            {{"decimal degrees", R"([-+]?\b\d{1,2}\.\d{4,12}, ?[-+]?\d{1,3}\.\d{4,12}\b)", 0.6},
             {"degrees, minutes, seconds",
              "\\b\\d{1,2}\xC2\xB0 ?\\d{1,2}(?:'|\xE2\x80\xB2) ?(?:\\d{1,2}(?:\\.\\d+)?(?:\"|\xE2\x80\xB3) "
              "?)?[NS],? "
              "?\\d{1,3}\xC2\xB0 ?\\d{1,2}(?:'|\xE2\x80\xB2) ?(?:\\d{1,2}(?:\\.\\d+)?(?:\"|\xE2\x80\xB3) "
              "?)?[EWO]\\b",
              0.8}},
            {"coordinates", "latitude", "longitude", "gps", "location", "lat", "lon"},
            check};
}

}  // namespace hearth::privacy
