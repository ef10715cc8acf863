// HTTP on the loopback interface: reads whole requests within bounds and gives them to a handler, on a few
// threads of its own. The only place that knows the HTTP library. Made and destroyed on one thread; the
// destructor waits for requests in progress.
#pragma once

#include <cstddef>
#include <memory>

#include "base/result.h"
#include "server/http_message.h"

namespace hearth::app::server {

struct HttpOptions {
    int port = 0;  // 0: any that is free
    std::size_t mostBodyBytes = 8u << 20;
    int threads = 24;  // connections that are served at once; further ones wait
};

class HttpServer {
  public:
    // Listens on 127.0.0.1. The handler is called from several threads. Errors: Conflict where the port is
    // taken.
    static base::Result<std::unique_ptr<HttpServer>> listen(const HttpOptions& options, HttpHandler handler);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    int port() const;
    void stop();  // takes no more requests; any thread

  private:
    class Library;
    explicit HttpServer(std::unique_ptr<Library> library);
    std::unique_ptr<Library> library_;
};

}  // namespace hearth::app::server
