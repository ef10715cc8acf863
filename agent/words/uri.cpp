#include "words/uri.h"

namespace hearth::agent {
namespace {

std::string encoded(std::string_view text, std::string_view alsoKept) {
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    static constexpr std::string_view kUnreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (kUnreserved.find(c) != std::string_view::npos || alsoKept.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        }
    }
    return out;
}

}  // namespace

std::string percentEncoded(std::string_view text) {
    return encoded(text, "");
}

std::string withQuery(const std::string& base,
                      const std::vector<std::pair<std::string, std::string>>& query) {
    std::string out = base;
    char separator = '?';
    for (const auto& [name, value] : query) {
        if (value.empty()) continue;
        out += separator + name + "=" + percentEncoded(value);
        separator = '&';
    }
    return out;
}

std::string fileUri(const std::filesystem::path& path) {
    return "file://" + encoded(path.string(), "/");
}

std::string hostOf(const std::string& url) {
    const std::size_t start = url.find("://");
    if (start == std::string::npos) return {};
    const std::size_t end = url.find_first_of("/?#", start + 3);
    std::string host = url.substr(start + 3, end == std::string::npos ? end : end - start - 3);
    if (host.rfind("www.", 0) == 0) host.erase(0, 4);
    return host;
}

}  // namespace hearth::agent
