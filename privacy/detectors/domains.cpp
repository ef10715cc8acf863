#include "detectors/domains.h"

#include <algorithm>
#include <string>

#include "detectors/checks.h"

namespace hearth::privacy {

namespace {

// Source: IANA root zone database. Countries whose code is an English word or a common file suffix are left
// out ("is", "in", "so", "no", "py", "sh", "md", …): a bare name under them is more often no address.
constexpr std::string_view common[] = {
    "com",  "org",  "net",   "edu",    "gov",    "mil",        "int",  "info", "biz",  "name",   "pro",
    "mobi", "app",  "dev",   "io",     "ai",     "co",         "me",   "tv",   "site", "online", "store",
    "shop", "blog", "cloud", "tech",   "xyz",    "club",       "wiki", "news", "live", "email",  "museum",
    "aero", "coop", "jobs",  "travel", "webcam", "vlaanderen", "de",   "uk",   "fr",   "es",     "nl",
    "ch",   "se",   "dk",    "fi",     "pl",     "cz",         "sk",   "hu",   "ro",   "bg",     "gr",
    "pt",   "ie",   "ru",    "ua",     "tr",     "il",         "za",   "ng",   "ke",   "eg",     "cn",
    "jp",   "kr",   "tw",    "hk",     "sg",     "th",         "vn",   "id",   "ph",   "au",     "nz",
    "ca",   "mx",   "br",    "ar",     "cl",     "pe",         "eu",   "us",   "lt",   "lv",     "ee",
    "si",   "hr",   "rs",    "lu",     "cy",     "mt"};

}  // namespace

bool isTopLevel(std::string_view name) {
    if (name.size() < 2 || name.size() > 63) return false;
    if (name.substr(0, 4) == "xn--" || name.substr(0, 4) == "XN--") return true;
    return std::all_of(name.begin(), name.end(), [](char c) { return isLetter(c) || (c & 0x80) != 0; });
}

bool isCommonTopLevel(std::string_view name) {
    std::string small(name);
    std::transform(small.begin(), small.end(), small.begin(), lower);
    return std::find(std::begin(common), std::end(common), small) != std::end(common);
}

}  // namespace hearth::privacy
