// Internet address, version 4 or 6, with a prefix length or a zone if there is one.
// Source: RFC 4291 section 2.2 (text forms, read by inet_pton), RFC 4632, RFC 4007 section 11.
#include <arpa/inet.h>
#include <algorithm>
#include <string>

#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

bool reads(int family, std::string_view text) {
    unsigned char out[16];
    return text.size() < 64 && inet_pton(family, std::string(text).c_str(), out) == 1;
}

// Whether "/NN" at the end is a prefix length of the family; without a slash: yes.
bool prefixFits(std::string_view value, std::size_t slash, int bits) {
    if (slash == std::string_view::npos) return true;
    return value.size() - slash <= 4 && number(value, slash + 1, value.size() - slash - 1) <= bits;
}

Verdict check(Match& match) {
    const bool six = match.value().find(':') != std::string_view::npos;
    const char before = match.before();
    if (isAlnum(before) || before == '_' || before == '.' || (six && before == ':')) return Verdict::Invalid;
    while (match.value().size() > 2 && match.value().back() == '.') --match.end;
    if (six && match.value().back() == ':' && match.value()[match.value().size() - 2] != ':') --match.end;
    if (isAlnum(match.after()) || match.after() == '_') return Verdict::Invalid;
    if (match.after() == '.' && match.end + 1 < match.text.size() && isDigit(match.text[match.end + 1]))
        return Verdict::Invalid;  // a longer row of numbers
    const std::string_view value = match.value();
    const std::size_t slash = value.find('/');
    const std::string_view address = value.substr(0, std::min(slash, value.find('%')));
    return possibleIf(reads(six ? AF_INET6 : AF_INET, address) && prefixFits(value, slash, six ? 128 : 32));
}

}  // namespace

Detector ipAddress() {
    return {
        "IP_ADDRESS",
        {{"four numbers", R"(\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:/\d{1,2})?)", 0.6},
         {"groups of hexadecimal digits", R"((?i)[0-9A-F:]*:[0-9A-F:.]+(?:%[A-Z0-9]+)?(?:/\d{1,3})?)", 0.6}},
        {"ip", "ipv4", "ipv6", "address", "host", "server", "subnet"},
        check};
}

}  // namespace hearth::privacy
