// Finding personal data in text: every identifier that detectors/ knows, phone numbers, and names by a
// small tagger. A Finder is built once (it compiles its patterns, some 20 ms) and never changes; it may be
// used from several threads. Time is linear in the text, whatever the text.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearth::privacy {

// What scores mean: 0.5 and more is likely enough to be masked unasked.
inline constexpr double defaultMinScore = 0.5;

struct Finding {
    std::string kind;       // "US_SSN"
    std::size_t start = 0;  // bytes into the text
    std::size_t end = 0;    // exclusive
    double score = 0;       // 0 to 1
    std::string why;        // "three-two-four digits; context \"ssn\""
    bool checked = false;   // its check digits agree
};

struct FindOptions {
    std::vector<std::string> kinds;  // only these; empty: all
    double minScore = defaultMinScore;
    bool names = true;  // people, places and organizations, by the tagger
};

class Finder {
  public:
    Finder();  // without names
    ~Finder();
    Finder(Finder&&) noexcept;
    Finder& operator=(Finder&&) noexcept;

    // Reads the model that finds people, places and organizations (assets/models/names.tagger).
    // Errors: NotFound, InvalidInput.
    static base::Result<Finder> withNames(const std::filesystem::path& model);

    // What was found, in order of its place and without overlaps: of two that overlap the likelier stays,
    // of equally likely ones the longer.
    std::vector<Finding> find(std::string_view text, const FindOptions& options = {}) const;

    // Every kind that may be found, in alphabetical order.
    std::vector<std::string> kinds() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hearth::privacy
