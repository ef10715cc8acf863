// Stand-ins for personal data before a text leaves the device, and the originals again in what comes back.
// Within one conversation the same person, place or number always gets the same stand-in, dates move by the
// same number of days, and numbers keep their form while their check digits fail. The mapping lives in
// memory, in the Masker, and goes with it unless somebody keeps it (privacy/mapping_store.h). One thread at a
// time; the Finder must outlive the Masker.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "privacy/finder.h"

namespace hearth::privacy {

// A row of the table of what was replaced.
struct Replacement {
    std::string kind;
    std::string original;
    std::string standIn;
};

// All that a Masker needs to go on as it began: the same stand-ins for the same things.
struct Mapping {
    std::uint64_t seed = 0;
    std::vector<Replacement> replacements;
};

// Finds stand-ins in text: at word borders, the longest first, and with up to three bytes of inflection.
class StandInMatcher {
  public:
    void add(std::string standIn, std::string original);

    // The text with each stand-in replaced by its original.
    // `before`: the byte in front of the text.
    std::string restore(std::string_view text, char before = ' ') const;
    // The same for the part of the text that cannot change any more, whatever follows: gives that part,
    // restored, and how many bytes it takes.
    std::pair<std::string, std::size_t> restoreSettled(std::string_view text, char before) const;
    // Where stand-ins are, with their endings.
    std::vector<std::pair<std::size_t, std::size_t>> places(std::string_view text) const;

  private:
    struct Pair {
        std::string standIn;
        std::string original;
    };
    // The pair whose stand-in begins at `at`; nullptr if none.
    const Pair* matchAt(std::string_view text, std::size_t at, char before) const;
    bool mayGrow(std::string_view text, std::size_t at, char before) const;

    std::vector<Pair> pairs_[256];  // by first byte, the longest first
};

class Masker {
  public:
    // `seed` decides which stand-ins are taken; a different one for each conversation.
    Masker(const Finder& finder, std::uint64_t seed, FindOptions options = {});
    // Goes on with what another one has done.
    Masker(const Finder& finder, const Mapping& before, FindOptions options = {});

    // The text with stand-ins for all that is found in it. restore(mask(text)) is the text.
    std::string mask(std::string_view text);
    // The text with the originals for all stand-ins.
    std::string restore(std::string_view text) const { return matcher_.restore(text); }

    const std::vector<Replacement>& replacements() const { return replacements_; }
    Mapping mapping() const { return {seed_, replacements_}; }
    // What is looked for from now on. What has a stand-in keeps it.
    void setOptions(FindOptions options) { options_ = std::move(options); }
    const StandInMatcher& matcher() const { return matcher_; }

  private:
    const Replacement* known(std::string_view original) const;
    std::string standInOf(const Finding& finding, std::string_view original);
    std::string markOf(const Finding& finding, std::string_view original);
    std::string candidate(const std::string& kind, std::string_view original, unsigned attempt) const;
    void rememberParts(const Replacement& replacement);
    bool isFree(std::string_view standIn) const;
    bool passesCheck(const std::string& kind, const std::string& standIn) const;
    void noteWords(std::string_view text);
    std::string withStandIns(std::string_view text, const std::vector<Finding>& findings);

    const Finder& finder_;
    std::uint64_t seed_;
    FindOptions options_;
    std::vector<Replacement> replacements_;
    StandInMatcher matcher_;
    std::unordered_set<std::string> seenWords_;  // lower case: what stand-ins must not be
};

// Restores an answer that comes in pieces, however they are cut. Holds back only what may be the beginning of
// a stand-in. The matcher must outlive it.
class StreamRestorer {
  public:
    explicit StreamRestorer(const StandInMatcher& matcher) : matcher_(matcher) {}

    // What of the answer so far is certain and was not given yet.
    std::string feed(std::string_view piece);
    // The rest, when the answer has ended.
    std::string finish();

  private:
    const StandInMatcher& matcher_;
    std::string held_;
    char before_ = ' ';
};

}  // namespace hearth::privacy
