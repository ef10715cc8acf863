#include "runtime/stop_strings.h"

#include <algorithm>

namespace hearth::engine {

StopStrings::StopStrings(std::vector<std::string> stops) : stops_(std::move(stops)) {
    std::erase(stops_, std::string());
    for (const std::string& stop : stops_) longest_ = std::max(longest_, stop.size());
}

bool StopStrings::push(std::string_view text) {
    // A stop string that is complete now began at most that far back.
    const std::size_t from = text_.size() < longest_ ? 0 : text_.size() - longest_ + 1;
    text_ += text;
    std::size_t found = std::string::npos;
    for (const std::string& stop : stops_) found = std::min(found, text_.find(stop, from));
    if (found != std::string::npos) {
        text_.resize(found);
        safe_ = found;
        return true;
    }
    // The longest end of the text that a stop string begins with stays back.
    safe_ = text_.size();
    for (std::size_t at = from; at < text_.size() && safe_ == text_.size(); ++at) {
        const std::string_view tail = std::string_view(text_).substr(at);
        for (const std::string& stop : stops_)
            if (std::string_view(stop).substr(0, tail.size()) == tail) safe_ = at;
    }
    return false;
}

}  // namespace hearth::engine
