// Addresses from the user's words (RFC 3986). Pure functions, any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearth::agent {

// Every byte but the unreserved ones as %XX: fits any part of an address.
std::string percentEncoded(std::string_view text);

// `base` with "?a=b&c=d" behind it; pairs with an empty value are left out.
std::string withQuery(const std::string& base, const std::vector<std::pair<std::string, std::string>>& query);

// "file:///home/ana/a%20b.pdf" of an absolute path.
std::string fileUri(const std::filesystem::path& path);

// "duckduckgo.com" of "https://duckduckgo.com/?q=x": what a person checks before words are sent there.
std::string hostOf(const std::string& url);

}  // namespace hearth::agent
