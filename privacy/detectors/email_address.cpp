// E-mail address.
// Source: RFC 5321 section 4.1.2 without quoted local parts; RFC 1035 for the names of hosts.
#include "detectors/checks.h"
#include "detectors/detector.h"
#include "detectors/domains.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    // What stands around addresses in text is no part of them, though RFC 5321 would let it be.
    while (!isAlnum(match.value()[0]) && match.value()[0] != '_' && match.value()[1] != '@') ++match.start;
    const std::string_view value = match.value();
    const std::size_t at = value.find('@');
    const bool dots = value[0] != '.' && value[at - 1] != '.' && value.find("..") == std::string_view::npos;
    return possibleIf(dots && isTopLevel(value.substr(value.rfind('.') + 1)));
}

}  // namespace

Detector emailAddress() {
    return {
        "EMAIL_ADDRESS",
        {{"name, @ and host",
          R"((?i)[A-Z0-9!#$%&'*+/=?^_`{|}~.-]*[A-Z0-9_+~-]@(?:[A-Z0-9][A-Z0-9-]*\.)+(?:XN--[A-Z0-9-]{2,}|[A-Z]{2,24})\b)",
          0.95}},
        {"email", "e-mail", "mail"},
        check};
}

}  // namespace hearth::privacy
