// The text of a grammar as its parser reads it: spaces, names, characters, counts, and errors with their
// place. Used by one thread; the text stays the caller's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace hearth::engine::grammar {

class GrammarReader {
  protected:
    explicit GrammarReader(std::string_view text) : text_(text) {}

    bool atEnd() const { return at_ >= text_.size(); }
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    void skipSpace();  // and comments
    std::string_view name();
    bool ruleStartsHere();
    // One character of a literal or class, in UTF-8 or escaped; `closing` is what it misses at the end.
    base::Result<std::uint32_t> character(std::string_view closing);
    base::Result<std::pair<int, int>> braces();  // {m}, {m,} or {m,n}; without end: -1

    tl::unexpected<base::Error> error(const std::string& message, std::optional<std::size_t> at = {});
    std::pair<int, int> position(std::size_t at);  // line and column

    std::string_view text_;
    std::size_t at_ = 0;

  private:
    base::Result<std::uint32_t> escape();
    base::Result<std::uint32_t> hex(int digits);
    base::Result<std::optional<int>> number();

    struct {
        std::size_t at = 0;
        int line = 1;
        int column = 1;
    } counted_;
};

}  // namespace hearth::engine::grammar
