// What the agent says, in the user's language. Code holds English phrases; assets/i18n/agent_<language>.json
// has the others, compiled in, and a test fails where one is missing. A phrase is a pattern of ICU's
// MessageFormat (unicode-org.github.io/icu/userguide/format_parse/messages), so that a translation may order
// its places, count and choose as its language does:
//
//   phrases.say("You have {count, plural, one{# note} other{# notes}} about “{query}”:",
//               {{"count", n}, {"query", query}})
//
// A value, cheap to copy; any thread. Handed in with ToolContext; the default speaks English.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "agent/datetime.h"

namespace hearth::agent {

// Marks a phrase of a table, which is said later: it is found by the test as those of say() are.
constexpr const char* phrase(const char* english) {
    return english;
}

// A place of a phrase and what stands there.
struct Place {
    Place(const char* placeName, std::string text) : name(placeName), value(std::move(text)) {}
    template <std::integral Number>
    Place(const char* placeName, Number number) : name(placeName), value(static_cast<std::int64_t>(number)) {}

    const char* name;
    std::variant<std::string, std::int64_t> value;
};

class Phrases {
  public:
    Phrases() = default;
    // "de", "zh_CN.UTF-8", "de-AT"; English for a language that has no translation here.
    static Phrases of(std::string_view tag);
    // The languages there are, as their files are named: "en", "de", "zh_CN".
    static std::vector<std::string> languages();

    const std::string& language() const { return language_; }

    // The phrase in this language, its places filled.
    std::string say(std::string_view english, std::initializer_list<Place> places) const;
    // One without places, also from a table or another floor; what is no phrase stays as it is.
    std::string say(std::string_view english) const;
    // Whether there is a translation; in English always.
    bool knows(std::string_view english) const;

    // "a, b and c"; "a, b or c".
    std::string all(const std::vector<std::string>& parts) const;
    std::string any(const std::vector<std::string>& parts) const;
    // “text”, with the language's quotation marks.
    std::string quoted(const std::string& text) const;
    std::string quoted(std::vector<std::string> texts) const;  // a, b and c, each in quotation marks
    // "1,234.5" as the language writes it: "1.234,5". Other characters stay.
    std::string numerals(std::string english) const;
    // A day by a pattern of ICU's date formats, which is a phrase too: "EEEE d MMMM".
    std::string day(const CivilTime& day, std::string_view pattern) const;

  private:
    using Table = std::map<std::string_view, const char*>;

    std::string_view translated(std::string_view english) const;

    std::string language_ = "en";
    std::shared_ptr<const Table> table_;  // null: English
};

}  // namespace hearth::agent
