// What people, documents and tools wrote, on its way through a chat template: the names of a model's control
// tokens in it stay text. A mark is set into each name, carried through the template, and the text is
// tokenized part by part at the marks, so that no name is whole. Immutable; any thread.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/tokenizer.h"

namespace hearth::agent {

class SpecialNames {
  public:
    explicit SpecialNames(const engine::Tokenizer& tokenizer);

    std::string broken(std::string_view text) const;
    static std::string joined(std::string_view broken);  // as it was
    // Of a rendered prompt. `addSpecial`: with the tokens that the file wants around a text.
    static std::vector<engine::TokenId> encode(const engine::Tokenizer& tokenizer, std::string_view rendered,
                                               bool addSpecial);

  private:
    bool startsAt(std::string_view text) const;

    std::unordered_set<std::string> names_;
    std::array<std::vector<std::size_t>, 256> lengths_;  // of names with that first byte
};

}  // namespace hearth::agent
