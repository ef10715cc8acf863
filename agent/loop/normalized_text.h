// A request as the built-in model reads it (lower-cased, white space collapsed), and the way back from its
// bytes to the user's own. Values; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearth::agent {

class NormalizedText {
  public:
    explicit NormalizedText(std::string_view original);

    // Without a space at either end.
    const std::string& text() const { return text_; }
    // The bytes of the original that [begin, end) of text() came from.
    std::pair<std::size_t, std::size_t> origin(std::size_t begin, std::size_t end) const;

  private:
    std::string text_;
    std::vector<std::pair<std::size_t, std::size_t>> origins_;  // of each byte of text_
};

}  // namespace hearth::agent
