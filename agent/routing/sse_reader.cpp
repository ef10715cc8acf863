#include "routing/sse_reader.h"

namespace hearth::agent::routing {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {
constexpr std::size_t kLongest = 4u << 20;
}

Result<void> SseReader::push(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        held_ += bytes.substr(0, end);
        if (held_.size() + data_.size() > kLongest)
            return fail(ErrorCode::InvalidInput, "The server sends an event that does not end.");
        if (end == std::string_view::npos) return {};
        bytes.remove_prefix(end + 1);
        const std::string whole = std::move(held_);
        held_.clear();
        if (auto done = line(whole); !done) return done;
    }
    return {};
}

Result<void> SseReader::finish() {
    const std::string rest = std::move(held_);
    held_.clear();
    if (auto done = line(rest); !done) return done;
    return give();
}

Result<void> SseReader::line(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return give();
    constexpr std::string_view kData = "data:";
    if (!line.starts_with(kData)) return {};
    line.remove_prefix(kData.size());
    if (line.starts_with(' ')) line.remove_prefix(1);
    if (hasData_) data_ += '\n';
    data_ += line;
    hasData_ = true;
    return {};
}

Result<void> SseReader::give() {
    if (!hasData_) return {};
    const std::string data = std::move(data_);
    data_.clear();
    hasData_ = false;
    return onData_(data);
}

}  // namespace hearth::agent::routing
