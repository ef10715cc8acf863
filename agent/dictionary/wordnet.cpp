#include "dictionary/wordnet.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "agent/phrases.h"
#include "words/words.h"

namespace hearth::agent {

namespace fs = std::filesystem;

namespace {

struct Part {
    const char* file;
    const char* name;
};
constexpr std::array<Part, 4> kParts = {{{"noun", phrase("noun")},
                                         {"verb", phrase("verb")},
                                         {"adj", phrase("adjective")},
                                         {"adv", phrase("adverb")}}};

// The line of a sorted file that begins with `key` and a space, by binary search over its bytes.
std::string lineOf(std::ifstream& in, const std::string& key) {
    in.clear();
    in.seekg(0, std::ios::end);
    std::streamoff low = 0;
    std::streamoff high = in.tellg();
    std::string line;
    // `low` always lies at or before the start of the line that is looked for.
    while (high - low > 1024) {
        const std::streamoff middle = low + (high - low) / 2;
        in.clear();
        in.seekg(middle);
        std::getline(in, line);  // the rest of a line
        const std::streamoff start = in.tellg();
        if (!std::getline(in, line) || line.substr(0, line.find(' ')) > key || start < 0)
            high = middle;
        else
            low = start;
    }
    in.clear();
    in.seekg(low);
    while (std::getline(in, line)) {
        const std::string word = line.substr(0, line.find(' '));
        if (word == key) return line;
        if (word > key) break;
    }
    return {};
}

// Offsets of the synsets in the data file: the last numbers of an index line (index.noun in wndb(5WN)).
std::vector<std::streamoff> offsetsOf(const std::string& indexLine) {
    std::istringstream in(indexLine);
    std::string lemma;
    std::string pos;
    std::size_t synsets = 0;
    std::size_t pointers = 0;
    if (!(in >> lemma >> pos >> synsets >> pointers) || synsets > 1000 || pointers > 1000) return {};
    std::string skipped;
    for (std::size_t i = 0; i < pointers + 2; ++i) in >> skipped;  // pointer signs, sense_cnt, tagsense_cnt
    std::vector<std::streamoff> offsets;
    std::streamoff offset = 0;
    while (offsets.size() < synsets && in >> offset) offsets.push_back(offset);
    return offsets;
}

// "… | gloss; "example""
Meaning meaningAt(std::ifstream& data, std::streamoff offset, const char* part) {
    data.clear();
    data.seekg(offset);
    std::string line;
    std::getline(data, line);
    const std::size_t bar = line.find(" | ");
    if (bar == std::string::npos) return {};
    const std::string gloss = line.substr(bar + 3);
    const std::size_t quote = gloss.find("; \"");
    Meaning meaning{part, words::trimmed(gloss.substr(0, quote)), ""};
    if (quote != std::string::npos) {
        const std::size_t end = gloss.find('"', quote + 3);
        meaning.example = gloss.substr(quote + 3, end == std::string::npos ? end : end - quote - 3);
    }
    return meaning;
}

// Base forms by the rules of morphy (morphy(7WN)); irregular ones are in <part>.exc.
std::vector<std::string> baseForms(const fs::path& folder, const Part& part, const std::string& word) {
    std::vector<std::string> forms = {word};
    std::ifstream exceptions(folder / (std::string(part.file) + ".exc"));
    if (std::istringstream line(lineOf(exceptions, word)); line) {
        std::string form;
        line >> form;
        while (line >> form) forms.push_back(form);
    }
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kEndings = {
        {{"ies", "y"},
         {"ses", "s"},
         {"xes", "x"},
         {"zes", "z"},
         {"ches", "ch"},
         {"shes", "sh"},
         {"s", ""},
         {"ing", ""},
         {"ing", "e"},
         {"ed", ""},
         {"ed", "e"},
         {"es", ""}}};
    for (const auto& [ending, base] : kEndings)
        if (word.size() > ending.size() + 1 &&
            word.compare(word.size() - ending.size(), ending.size(), ending) == 0)
            forms.push_back(word.substr(0, word.size() - ending.size()) + std::string(base));
    return forms;
}

}  // namespace

fs::path wordnetFolder(const fs::path& root) {
    for (const char* place : {"usr/share/wordnet", "usr/local/share/wordnet", "usr/share/wordnet/dict"}) {
        std::error_code error;
        if (fs::exists(root / place / "index.noun", error)) return root / place;
    }
    return {};
}

std::vector<Meaning> meaningsOf(const fs::path& folder, const std::string& word, std::size_t limit) {
    std::string key;
    for (const std::string& piece : words::of(word)) key += (key.empty() ? "" : "_") + piece;
    std::vector<Meaning> meanings;
    if (key.empty()) return meanings;
    for (const Part& part : kParts) {
        std::ifstream index(folder / ("index." + std::string(part.file)), std::ios::binary);
        std::ifstream data(folder / ("data." + std::string(part.file)), std::ios::binary);
        if (!index || !data) continue;
        for (const std::string& form : baseForms(folder, part, key)) {
            const auto offsets = offsetsOf(lineOf(index, form));
            for (std::size_t i = 0; i < offsets.size() && i < limit; ++i)
                if (Meaning meaning = meaningAt(data, offsets[i], part.name); !meaning.text.empty())
                    meanings.push_back(std::move(meaning));
            if (!offsets.empty()) break;
        }
    }
    return meanings;
}

}  // namespace hearth::agent
