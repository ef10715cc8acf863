#include "documents/citations.h"

#include <algorithm>
#include <cctype>

#include "documents/terms.h"
#include "rag/sentences.h"

namespace hearth::agent::documents {

namespace {

// The end of "[1]", "[1, 2]", "[passage 3]" or "【1】" at `at`; `at` where there is none. Adds its numbers.
std::size_t citationEnd(std::string_view text, std::size_t at, std::vector<int>& numbers) {
    std::string_view open = "[", close = "]";
    if (text.substr(at).starts_with("【")) {
        open = "【";
        close = "】";
    }
    if (!text.substr(at).starts_with(open)) return at;
    const std::size_t end = text.find(close, at);
    constexpr std::size_t kLongest = 40;
    if (end == std::string_view::npos || end - at > kLongest) return at;
    std::string inside(text.substr(at + open.size(), end - at - open.size()));
    for (const std::string_view word : {"passages", "passage", "Passages", "Passage", "and", "und", "†", "^"})
        for (std::size_t i = inside.find(word); i != std::string::npos; i = inside.find(word))
            std::fill_n(inside.begin() + static_cast<std::ptrdiff_t>(i), word.size(), ' ');
    if (inside.find_first_not_of("0123456789, ;-") != std::string::npos ||
        inside.find_first_of("0123456789") == std::string::npos)
        return at;
    for (std::size_t i = 0; i < inside.size();) {
        if (std::isdigit(static_cast<unsigned char>(inside[i])) == 0) {
            ++i;
            continue;
        }
        int value = 0;
        for (; i < inside.size() && std::isdigit(static_cast<unsigned char>(inside[i])) != 0; ++i)
            value = std::min(value * 10 + (inside[i] - '0'), 1 << 20);
        numbers.push_back(value);
    }
    return end + close.size();
}

// The text without citations, and where each of them stood in it.
struct Bare {
    std::string text;
    std::vector<std::pair<std::size_t, int>> cited;
};

Bare withoutCitations(std::string_view written, int passages) {
    Bare out;
    for (std::size_t at = 0; at < written.size();) {
        std::vector<int> numbers;
        const std::size_t end = citationEnd(written, at, numbers);
        if (end == at) {
            out.text += written[at++];
            continue;
        }
        while (!out.text.empty() && out.text.back() == ' ') out.text.pop_back();
        for (const int number : numbers)
            if (number >= 1 && number <= passages) out.cited.emplace_back(out.text.size(), number);
        at = end;
    }
    return out;
}

bool statesSomething(const std::string& sentence) {
    constexpr std::size_t kFewest = 2;
    const std::size_t last = sentence.find_last_not_of(" *_\n");
    if (last == std::string::npos || sentence[last] == ':' || sentence[last] == '?') return false;
    return !sentence.starts_with('#') && termsOf(sentence).size() >= kFewest;
}

}  // namespace

std::vector<CitedSentence> citedSentences(std::string_view written, int passages) {
    const Bare bare = withoutCitations(written, passages);
    std::vector<CitedSentence> out;
    std::size_t after = 0;
    const std::vector<rag::Sentence> sentences = rag::sentencesOf(bare.text);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        CitedSentence sentence;
        sentence.before = bare.text.substr(after, sentences[i].begin - after);
        sentence.text = bare.text.substr(sentences[i].begin, sentences[i].end - sentences[i].begin);
        sentence.states = statesSomething(sentence.text);
        // A citation behind the full stop is of the sentence before it: it stands at its end.
        const std::size_t from = i == 0 ? 0 : sentences[i - 1].end + 1;
        const std::size_t to = i + 1 == sentences.size() ? bare.text.size() : sentences[i].end;
        for (const auto& [at, number] : bare.cited)
            if (at >= from && at <= to &&
                std::find(sentence.passages.begin(), sentence.passages.end(), number) ==
                    sentence.passages.end())
                sentence.passages.push_back(number);
        after = sentences[i].end;
        out.push_back(std::move(sentence));
    }
    return out;
}

}  // namespace hearth::agent::documents
