// Reading values that models print where JSON was asked for: JSON itself, and what is near it (Python
// literals, single quotes, names without quotes, commas too many, a code fence around). Pure functions; depth
// is bounded.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace hearth::engine::answer {

using Json = nlohmann::ordered_json;

// Reads value by value. Strings may stand between any of the `quotes` texts ("\"", "'", "<|\"|>").
class LooseReader {
  public:
    static constexpr int kMaxDepth = 100;

    explicit LooseReader(std::string_view text) : text_(text) {}

    void skipSpace();
    bool atEnd() const { return at_ >= text_.size(); }
    bool take(std::string_view what);
    std::string_view rest() const { return text_.substr(std::min(at_, text_.size())); }
    std::size_t position() const { return at_; }
    // A name as in Python, dots and dashes included; empty where there is none.
    std::string name();
    std::optional<Json> value();

  private:
    std::optional<std::string> quoted();
    void escape(std::string& out);
    std::optional<unsigned> hex(std::size_t digits);
    std::optional<Json> object();
    std::optional<Json> list(char close);
    std::optional<Json> word();
    std::optional<std::string> key();

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

// One value and nothing after it; a code fence around it is taken off.
std::optional<Json> readLoosely(std::string_view text);
// JSON as it should be.
std::optional<Json> readStrictly(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace hearth::engine::answer
