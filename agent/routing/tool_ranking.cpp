// BM25: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), with weighted fields (BM25F).
#include "routing/tool_ranking.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numeric>
#include <set>

namespace hearth::agent {

namespace {

// Fields by how much a word in them says.
constexpr double kNameWeight = 3;
constexpr double kVerbWeight = 2;
constexpr double kDescriptionWeight = 2;
constexpr double kExampleWeight = 1.5;
constexpr double kArgumentWeight = 0.5;
// BM25's own.
constexpr double kSaturation = 1.2;
constexpr double kLengthShare = 0.5;
constexpr std::size_t kModelsInARow = 3;

bool isWordByte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

const std::set<std::string>& stopWords() {
    static const std::set<std::string> kWords{
        "a",    "an",   "the",  "of",   "to",   "in",    "on",    "at",     "for",  "and",  "or",
        "with", "is",   "are",  "be",   "do",   "does",  "it",    "its",    "that", "this", "i",
        "me",   "my",   "you",  "your", "can",  "could", "would", "please", "want", "need", "like",
        "as",   "by",   "from", "one",  "some", "there", "will",  "so",     "if",   "was",  "hey",
        "ok",   "just", "have", "has",  "am",   "im",    "us",    "we"};
    return kWords;
}

// Without the endings that change nothing of what is meant: "reminders", "setting", "cancelled".
std::string stem(std::string word) {
    const auto drop = [&word](std::string_view ending, std::size_t least) {
        if (!word.ends_with(ending) || word.size() < ending.size() + least) return false;
        word.resize(word.size() - ending.size());
        return true;
    };
    if (drop("ies", 2)) return word + "y";
    if (!word.ends_with("ss") && !word.ends_with("us")) drop("s", 3);
    const bool cut = drop("ing", 3) || drop("ed", 3);
    const std::size_t n = word.size();
    if (cut && n > 3 && word[n - 1] == word[n - 2]) word.resize(n - 1);
    drop("e", 3);
    return word;
}

}  // namespace

std::vector<std::string> termsOf(std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    const auto end = [&] {
        if (!word.empty() && !stopWords().contains(word)) out.push_back(stem(word));
        word.clear();
    };
    for (const char c : text) {
        if (c == '\'') continue;
        if (isWordByte(c))
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else
            end();
    }
    end();
    return out;
}

ToolRanking::ToolRanking(const std::vector<const ToolSpec*>& specs) {
    for (const ToolSpec* spec : specs) {
        Document document;
        document.name = spec->name;
        const auto add = [&document](const std::string& text, double weight) {
            for (const std::string& term : termsOf(text)) {
                document.weights[term] += weight;
                document.length += weight;
            }
        };
        add(spec->name, kNameWeight);
        add(spec->verb, kVerbWeight);
        add(spec->description, kDescriptionWeight);
        for (const std::string& example : spec->examples) add(example, kExampleWeight);
        for (const ArgumentSpec& argument : spec->arguments) {
            add(argument.label, kArgumentWeight);
            for (const std::string& value : argument.values) add(value, kArgumentWeight);
        }
        for (const auto& [term, weight] : document.weights) ++documentsWith_[term];
        documents_.push_back(std::move(document));
    }
    double length = 0;
    for (const Document& document : documents_) length += document.length;
    if (length > 0) averageLength_ = length / static_cast<double>(documents_.size());
}

std::vector<double> ToolRanking::wordScores(const std::string& request) const {
    std::vector<double> scores(documents_.size(), 0);
    const double count = static_cast<double>(documents_.size());
    for (const std::string& term : termsOf(request)) {
        const auto known = documentsWith_.find(term);
        if (known == documentsWith_.end()) continue;
        const double rarity = std::log(1 + (count - known->second + 0.5) / (known->second + 0.5));
        for (std::size_t i = 0; i < documents_.size(); ++i) {
            const auto found = documents_[i].weights.find(term);
            if (found == documents_[i].weights.end()) continue;
            const double length = 1 - kLengthShare + kLengthShare * documents_[i].length / averageLength_;
            scores[i] += rarity * found->second * (kSaturation + 1) / (found->second + kSaturation * length);
        }
    }
    const double best = scores.empty() ? 0 : *std::max_element(scores.begin(), scores.end());
    for (double& score : scores)
        if (best > 0) score /= best;
    return scores;
}

// Three of the model's choice, then one by words, and so on: the model is right far more often, and words
// find what it was never trained for.
std::vector<std::string> ToolRanking::rank(const std::string& request, std::vector<Likely> likely) const {
    std::sort(likely.begin(), likely.end(),
              [](const Likely& a, const Likely& b) { return a.second > b.second; });
    const std::vector<double> scores = wordScores(request);
    std::vector<std::size_t> byWords(documents_.size());
    std::iota(byWords.begin(), byWords.end(), 0u);
    std::stable_sort(byWords.begin(), byWords.end(),
                     [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    std::vector<std::string> names;
    const auto take = [&](const std::string& name) {
        if (std::find(names.begin(), names.end(), name) != names.end()) return false;
        names.push_back(name);
        return true;
    };
    std::size_t at = 0, sinceWords = 0;
    const auto takeByWords = [&] {
        while (at < byWords.size() && !take(documents_[byWords[at]].name)) ++at;
        sinceWords = 0;
    };
    for (const auto& [function, probability] : likely) {
        const bool isTool = std::any_of(documents_.begin(), documents_.end(),
                                        [&name = function](const Document& d) { return d.name == name; });
        if (!isTool || !take(function) || ++sinceWords < kModelsInARow) continue;
        if (at < byWords.size() && scores[byWords[at]] > 0) takeByWords();
    }
    while (at < byWords.size()) takeByWords();
    return names;
}

std::vector<std::string> offeredTools(const std::vector<std::string>& ranked,
                                      const std::vector<std::string>& kept,
                                      const std::vector<std::string>& before) {
    constexpr std::size_t kBest = 3;
    const auto has = [](const std::vector<std::string>& list, const std::string& name) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    const auto in = [&](const std::string& name) { return has(before, name); };
    const auto best = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(kBest, ranked.size()));
    if (!before.empty() && std::all_of(ranked.begin(), best, in) && std::all_of(kept.begin(), kept.end(), in))
        return before;
    std::vector<std::string> out;
    for (const auto* list : {&kept, &ranked})
        for (const std::string& name : *list)
            if (out.size() < kOfferedTools && !has(out, name)) out.push_back(name);
    std::sort(out.begin(), out.end());  // the same tools make the same prompt
    return out;
}

}  // namespace hearth::agent
