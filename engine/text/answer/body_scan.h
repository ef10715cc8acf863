// Follows the text of one call, byte by byte: whether it is inside a string, and where a JSON value ends.
#pragma once

#include <string_view>

namespace hearth::engine::answer {

class BodyScan {
  public:
    explicit BodyScan(std::string_view quotes = "\"") : quotes_(quotes) {}

    void feed(char c) {
        if (quote_ != '\0') {
            if (escaped_)
                escaped_ = false;
            else if (c == '\\')
                escaped_ = true;
            else if (c == quote_)
                quote_ = '\0';
            return;
        }
        if (quotes_.find(c) != std::string_view::npos && (depth_ > 0 || quotes_.size() > 1)) {
            quote_ = c;
        } else if (c == '{' || (c == '[' && (depth_ > 0 || blank_))) {
            // A "[" behind a word is a marker such as [ARGS], not a list.
            ++depth_;
            opened_ = true;
        } else if ((c == '}' || c == ']') && depth_ > 0) {
            --depth_;
        }
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') blank_ = false;
    }

    bool inString() const { return quote_ != '\0'; }
    bool complete() const { return opened_ && depth_ == 0; }  // a list or an object was opened and closed
    bool opened() const { return opened_; }

  private:
    std::string_view quotes_;
    char quote_ = '\0';
    bool escaped_ = false, opened_ = false, blank_ = true;
    int depth_ = 0;
};

}  // namespace hearth::engine::answer
