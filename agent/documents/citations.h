// A written answer as sentences with the passages they cite. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::agent::documents {

struct CitedSentence {
    std::string before;         // blanks and line ends between it and the one before
    std::string text;           // without its citations
    std::vector<int> passages;  // that it cites, from 1; each once
    bool states = true;         // false: a heading or "This is what I found:", which states nothing
    bool supported = true;
};

// "It is 800 [1][3]. It ends [2, 3]": numbers above `passages` and below 1 are dropped.
std::vector<CitedSentence> citedSentences(std::string_view written, int passages);

}  // namespace hearth::agent::documents
