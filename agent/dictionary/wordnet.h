// Meanings of English words from a WordNet database on this machine (files of version 3.x as in wndb(5WN);
// Debian's package wordnet-base puts them into /usr/share/wordnet). Nothing is bundled and nothing cached.
// Any thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hearth::agent {

struct Meaning {
    std::string partOfSpeech;  // "noun", "verb", "adjective", "adverb"
    std::string text;          // "a domesticated mammal that barks"
    std::string example;       // may be empty
};

// The folder with the database below `root` ("/"); empty where there is none.
std::filesystem::path wordnetFolder(const std::filesystem::path& root);

// At most `limit` meanings a part of speech, the usual ones first. Empty for an unknown word. "dogs", "ran"
// and "walking" find their base forms.
std::vector<Meaning> meaningsOf(const std::filesystem::path& folder, const std::string& word,
                                std::size_t limit);

}  // namespace hearth::agent
