// The tagger of names: a linear model over words (averaged perceptron, Collins 2002) that says which words
// are people, organizations, places, addresses and the like. Small (1.5 MB) and trained by
// assets/training/tagger. Immutable once opened; any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "names/word_features.h"
#include "privacy/finder.h"

namespace hearth::privacy {

class Tagger {
  public:
    // Reads a model file. Layout, little endian: "HEARTHNT", u32 version 1, u32 labels, u32 bucketBits,
    // f32 scale, u32 entries; per label u8 length and its name ("O", "B-PERSON", …); labels × labels int8
    // moves; entries × (u32 hash, u8 classes); 2^bucketBits × labels int8 weights.
    // Errors: NotFound, InvalidInput with the place in the file.
    static base::Result<Tagger> open(const std::filesystem::path& file);

    // Names with their scores, in order, apart from each other. Linear in the text.
    std::vector<Finding> tag(std::string_view text) const;

    std::vector<std::string> kinds() const;  // "PERSON", …

  private:
    using Row = std::vector<std::int32_t>;  // a score for each label

    std::vector<Row> scores(const std::vector<Word>& words) const;
    std::vector<std::size_t> bestPath(const std::vector<Row>& scores) const;
    Finding finding(const std::vector<Word>& words, const std::vector<Row>& scores, std::size_t first,
                    std::size_t last, std::size_t label) const;
    void tagStretch(const std::vector<Word>& words, std::vector<Finding>& out) const;
    bool continues(std::size_t before, std::size_t label) const;

    std::vector<std::string> labels_;
    std::vector<std::int8_t> moves_;    // [before][label]
    std::vector<std::int8_t> weights_;  // [bucket][label]
    Gazetteer gazetteer_;
    unsigned bucketBits_ = 0;
    float scale_ = 1;
};

}  // namespace hearth::privacy
