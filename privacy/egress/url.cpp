#include "egress/url.h"

#include <curl/curl.h>

#include <memory>

namespace hearth::privacy {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

using Handle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(CURLU* handle, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(handle, which, &text, flags) != CURLUE_OK) return {};
    std::string out = text;
    curl_free(text);
    return out;
}

// For messages: nothing behind the host, where secrets may stand.
std::string shown(const std::string& text) {
    constexpr std::size_t kLongest = 200;
    const auto end = text.find_first_of("?#");
    return text.substr(0, std::min(end, kLongest));
}

}  // namespace

Result<Url> parseUrl(const std::string& text, const std::string& relativeTo) {
    const Handle handle(curl_url(), &curl_url_cleanup);
    if (!handle) return fail(ErrorCode::OutOfMemory, "There is not enough memory to read an address.");
    const unsigned flags = CURLU_NON_SUPPORT_SCHEME;
    CURLUcode code = CURLUE_OK;
    if (!relativeTo.empty()) code = curl_url_set(handle.get(), CURLUPART_URL, relativeTo.c_str(), flags);
    if (code == CURLUE_OK) code = curl_url_set(handle.get(), CURLUPART_URL, text.c_str(), flags);
    if (code != CURLUE_OK || text.find('\0') != std::string::npos)
        return fail(ErrorCode::InvalidInput, "This is no web address.", shown(text));
    Url url;
    url.scheme = part(handle.get(), CURLUPART_SCHEME);
    if (url.scheme != "https" && url.scheme != "http")
        return fail(ErrorCode::Unsupported, "Only addresses that begin with https:// can be opened.",
                    shown(text));
    if (!part(handle.get(), CURLUPART_USER).empty() || !part(handle.get(), CURLUPART_PASSWORD).empty())
        return fail(ErrorCode::InvalidInput, "An address must not carry a user name or password.");
    url.host = part(handle.get(), CURLUPART_HOST);
    for (char& c : url.host)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (url.host.size() > 1 && url.host.front() == '[') url.host = url.host.substr(1, url.host.size() - 2);
    if (!url.host.empty() && url.host.back() == '.') url.host.pop_back();
    if (url.host.empty()) return fail(ErrorCode::InvalidInput, "This address names no host.", shown(text));
    url.port = part(handle.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
    url.text = part(handle.get(), CURLUPART_URL);
    return url;
}

bool isThisMachine(const std::string& host) {
    return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

bool hostMatches(const std::string& host, const std::string& pattern) {
    if (!pattern.starts_with("*.")) return host == pattern;
    const std::string tail = pattern.substr(1);
    return host.size() > tail.size() && host.ends_with(tail);
}

Result<std::string> hostOf(const std::string& url) {
    auto parsed = parseUrl(url);
    if (!parsed) return tl::unexpected(parsed.error());
    return std::move(parsed->host);
}

}  // namespace hearth::privacy
