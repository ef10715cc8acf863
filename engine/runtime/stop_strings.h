// Watches an answer for texts that end it. What might be the beginning of one is held back until it is clear.
// Used by one thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::engine {

class StopStrings {
  public:
    explicit StopStrings(std::vector<std::string> stops);

    // Appends text. True once a stop string is complete: the answer is text() then, and ends before it.
    bool push(std::string_view text);
    // How much of text() can be shown now: no stop string begins before that.
    std::size_t safe() const { return safe_; }
    const std::string& text() const { return text_; }

  private:
    std::vector<std::string> stops_;
    std::size_t longest_ = 0;
    std::string text_;
    std::size_t safe_ = 0;
};

}  // namespace hearth::engine
