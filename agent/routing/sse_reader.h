// Server-sent events out of a stream of bytes that comes in pieces of any size (HTML standard, 9.2.6). Only
// the data of events is kept; bounded. One thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hearth::agent::routing {

class SseReader {
  public:
    using OnData = std::function<base::Result<void>(const std::string&)>;
    explicit SseReader(OnData onData) : onData_(std::move(onData)) {}

    // Errors: those of the callback; InvalidInput for a line or event that is too long.
    base::Result<void> push(std::string_view bytes);
    // At the end of the stream: an event that no empty line closed counts too.
    base::Result<void> finish();

  private:
    base::Result<void> line(std::string_view line);
    base::Result<void> give();

    OnData onData_;
    std::string held_;  // an unfinished line
    std::string data_;
    bool hasData_ = false;
};

}  // namespace hearth::agent::routing
