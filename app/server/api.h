// The local server's interface: who may ask, what may be asked, and how much at once; the answers come from
// one file per path. handle() may be called from any thread; replies must be done before this goes.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>

#include "base/cancel.h"
#include "server/http_message.h"
#include "server/model_host.h"

namespace hearth::app::server {

struct ApiOptions {
    std::string token;       // that clients must show
    std::string corsOrigin;  // the web page that may ask from a browser; empty: none
    int mostRequests = 16;   // that compute or wait for it; more are told to come again
};

class Api {
  public:
    Api(ModelHost& host, ApiOptions options) : host_(host), options_(std::move(options)) {}

    HttpReply handle(const HttpRequest& request);
    // Ends the requests that compute.
    void close() { closing_.cancel(); }

  private:
    HttpReply answer(const HttpRequest& request);
    HttpReply compute(const HttpRequest& request);
    HttpReply models(const std::string& path) const;

    ModelHost& host_;
    ApiOptions options_;
    base::CancelSource closing_;
    std::atomic<int> requests_ = 0;
};

}  // namespace hearth::app::server
