// Address on the web: with a scheme, with www, or a bare host of a well-known top-level domain; the scores
// of addresses with a user name and password are the highest.
// Source: RFC 3986, section 3.
#include "detectors/checks.h"
#include "detectors/detector.h"
#include "detectors/domains.h"

namespace hearth::privacy {

namespace {

// The host of an address: after scheme and user, up to port, path or query.
std::string_view hostOf(std::string_view value) {
    const std::size_t scheme = value.find("://");
    if (scheme != std::string_view::npos) value.remove_prefix(scheme + 3);
    value = value.substr(0, value.find_first_of("/?#"));
    const std::size_t user = value.rfind('@');
    if (user != std::string_view::npos) value.remove_prefix(user + 1);
    return value.substr(0, value.find(':'));
}

// Chinese and Japanese signs of punctuation, and full-width forms, stand in no address.
void endBeforeFullWidthSigns(Match& match) {
    for (std::size_t at = match.start; at + 2 < match.end; ++at) {
        const std::string_view lead = match.text.substr(at, 2);
        if (lead == "\xE3\x80" || lead == "\xEF\xBC" || lead == "\xEF\xBD") match.end = at;
    }
}

Verdict check(Match& match) {
    endBeforeFullWidthSigns(match);
    while (match.value().find_last_of(".,;:!?*'\")]}>") == match.value().size() - 1) --match.end;
    const std::string_view value = match.value();
    const bool scheme = value.find("://") != std::string_view::npos;
    if (match.before() == '@' || (!scheme && (match.before() == '.' || match.before() == '-')))
        return Verdict::Invalid;
    const std::string_view host = hostOf(value);
    const std::size_t dot = host.rfind('.');
    if (host == "localhost") return Verdict::Unknown;
    if (dot == std::string_view::npos || dot == 0) return Verdict::Invalid;
    if (host.substr(0, 4) == "www." && dot == 3) return Verdict::Invalid;
    const std::string_view top = host.substr(dot + 1);
    const bool numeric = hasDigit(top) && host.find_first_not_of("0123456789.") == std::string_view::npos;
    if (scheme) return possibleIf(numeric || isTopLevel(top));
    return possibleIf(match.after() != '@' &&
                      (host.substr(0, 4) == "www." ? isTopLevel(top) : isCommonTopLevel(top)));
}

}  // namespace

Detector url() {
    return {
        "URL",
        {{"user and password in an address",
          R"((?i)\b[A-Z][A-Z0-9+.-]{1,20}://[^\s/:@"'<>]+:[^\s/@"'<>]+@[^\s"'<>]+)", 0.95},
         {"address with a scheme", R"((?i)\b(?:https?|ftps?|wss?|ssh|git)://[^\s"'<>]+)", 0.6},
         {"host from www", R"((?i)\bwww\.[A-Z0-9-]+(?:\.[A-Z0-9-]+)+(?::\d+)?(?:[/?#][^\s"'<>]*)?)", 0.55},
         {"bare host", R"((?i)\b[A-Z0-9][A-Z0-9-]*(?:\.[A-Z0-9-]+)+(?::\d+)?(?:[/?#][^\s"'<>]*)?)", 0.5}},
        {"url", "website", "link", "site"},
        check};
}

}  // namespace hearth::privacy
