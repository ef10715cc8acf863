// The text of an INI file as QSettings writes it: sections in brackets, "key=value" lines, values quoted and
// escaped where they must be. Lines it has no use for are kept as they stand. A value; one thread at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::app {

class IniText {
  public:
    explicit IniText(std::string_view text);

    std::optional<std::string> find(std::string_view section, std::string_view key) const;
    void set(std::string_view section, std::string_view key, std::string_view value);
    void remove(std::string_view section, std::string_view key);
    std::string text() const;

  private:
    struct Place {
        std::size_t section;  // line behind the last one of the section; 0: there is no such section
        std::optional<std::size_t> line;
    };
    Place locate(std::string_view section, std::string_view key) const;

    std::vector<std::string> lines_;
};

}  // namespace hearth::app
