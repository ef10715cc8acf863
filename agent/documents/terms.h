// The words of a text as answers compare them: without case, accents and common endings, Chinese and Japanese
// by their words too. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::agent::documents {

struct Term {
    std::string stem;  // what is compared
    std::string word;  // as it is written
};

// In order, function words ("the", "wer", "的") left out.
std::vector<Term> termsOf(std::string_view text);

// Numbers as they compare, by their digits: "1.200,50" and "1,200.5" are both "12005"; in the order of the
// text.
std::vector<std::string> numbersOf(std::string_view text);

// Words that begin in upper case inside a sentence, and words of several capitals: names, mostly.
std::vector<std::string> namesOf(std::string_view text);

}  // namespace hearth::agent::documents
