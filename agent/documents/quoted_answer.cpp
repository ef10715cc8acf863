#include "documents/quoted_answer.h"

#include <algorithm>

#include "words/others_text.h"

namespace hearth::agent::documents {

namespace {

constexpr std::size_t kMostQuotes = 3;
constexpr double kBesideTheBest = 0.75;  // of its relevance: what is further below is not quoted
constexpr std::size_t kAround = 220;     // bytes on either side of the sentence

bool insideCharacter(const std::string& text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// What stands before the sentence, from the beginning of a word on.
std::string lead(const std::string& text, std::size_t begin) {
    if (begin <= kAround) return asMarkdown(text.substr(0, begin));
    std::size_t from = text.find_first_of(" \n", begin - kAround);
    if (from == std::string::npos || from >= begin) from = begin - kAround;
    while (insideCharacter(text, from)) ++from;
    return "…" + asMarkdown(text.substr(from, begin - from));
}

std::string tail(const std::string& text, std::size_t end) {
    if (text.size() - end <= kAround) return asMarkdown(text.substr(end));
    std::size_t to = text.find_last_of(" \n", end + kAround);
    if (to == std::string::npos || to <= end) to = end + kAround;
    while (insideCharacter(text, to)) --to;
    return asMarkdown(text.substr(end, to - end)) + " …";
}

std::string quoteOf(const Passage& passage, int number) {
    const std::string& text = passage.chunk().text;
    const bool marked = passage.markEnd > passage.markBegin;
    std::string out = "> " + lead(text, passage.markBegin);
    if (marked)
        out += "**" + asMarkdown(text.substr(passage.markBegin, passage.markEnd - passage.markBegin)) + "**";
    out += tail(text, passage.markEnd);
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out + " [" + std::to_string(number) + "]";
}

}  // namespace

AnswerDone quotedAnswer(const Finding& finding) {
    AnswerDone out;
    DocumentAnswer documents = finding.state;
    for (const Passage& passage : finding.passages) {
        const bool far = passage.relevance < kBesideTheBest * finding.passages.front().relevance;
        if (documents.sources.size() == kMostQuotes || far) break;
        const int number = static_cast<int>(documents.sources.size()) + 1;
        if (!out.text.empty()) out.text += "\n\n";
        const std::size_t begin = out.text.size();
        out.text += quoteOf(passage, number);
        documents.statements.push_back({begin, out.text.size(), {number}, true});
        documents.sources.push_back(sourceOf(passage, number));
    }
    documents.used = static_cast<int>(documents.sources.size());
    out.documents = std::move(documents);
    return out;
}

}  // namespace hearth::agent::documents
