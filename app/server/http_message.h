// A request to the local server and its answer, free of the library that carries them. Values; a reply's
// stream runs on the thread of its connection.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace hearth::app::server {

struct HttpRequest {
    std::string method;                          // "POST"
    std::string path;                            // without the query
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

// Gives bytes to the other side; false where it is gone.
using HttpWrite = std::function<bool(std::string_view)>;

struct HttpReply {
    int status = 200;
    std::string contentType = "application/json";
    std::map<std::string, std::string> headers;
    std::string body;
    std::function<void(const HttpWrite&)> stream;  // where set, it writes what else would be in `body`
};

using HttpHandler = std::function<HttpReply(const HttpRequest&)>;

}  // namespace hearth::app::server
