// Web addresses, read by the same parser that opens the connection, so that what was checked is what is
// contacted. Pure functions.
#pragma once

#include <string>

#include "base/result.h"

namespace hearth::privacy {

struct Url {
    std::string text;    // whole and normalized
    std::string scheme;  // "https" or "http"
    std::string host;    // lower case, without brackets and final dot
    std::string port;    // also where the text leaves it out
};

// `relativeTo`: the address of the page that named it; may be empty. Errors: InvalidInput, also where it
// carries a user name or password; Unsupported for another scheme.
base::Result<Url> parseUrl(const std::string& text, const std::string& relativeTo = {});

// Whether it names this machine itself.
bool isThisMachine(const std::string& host);

// Whether `host` is `pattern`, or for "*.x" any name below x.
bool hostMatches(const std::string& host, const std::string& pattern);

}  // namespace hearth::privacy
