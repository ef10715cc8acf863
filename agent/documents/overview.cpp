#include "documents/overview.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

#include "documents/word_weights.h"
#include "words/others_text.h"

namespace hearth::agent::documents {

using base::Result;
using rag::StoredDocument;

namespace {

constexpr std::size_t kDocumentsTold = 8;
constexpr std::size_t kKeyTerms = 8;

std::vector<std::string> sentencesOf(const StoredDocument& document) {
    std::vector<std::string> out;
    std::istringstream lines(document.summary);
    for (std::string line; std::getline(lines, line);)
        if (line.size() > 1) out.push_back(line);
    return out;
}

std::string stemOfPath(const StoredDocument& document) {
    return std::filesystem::path(document.document.path).stem().string();
}

// The passage of a sentence, with the sentence marked; a line end in it stands as a blank in the summary.
Result<std::optional<Passage>> passageOf(PassageFinder& finder, const StoredDocument& document,
                                         const std::string& sentence) {
    auto chunk = finder.holding(document.document.path, sentence);
    if (!chunk) return tl::unexpected(chunk.error());
    if (!*chunk) return std::optional<Passage>();
    Passage out;
    std::string line = (*chunk)->chunk.text;
    std::replace(line.begin(), line.end(), '\n', ' ');
    out.markBegin = line.find(sentence);
    out.markEnd = out.markBegin + sentence.size();
    out.found.chunk = std::move(**chunk);
    return std::optional(std::move(out));
}

// Writes sentences with their citations.
class Teller {
  public:
    Teller(PassageFinder& finder, const Finding& finding) : finder_(finder) {
        documents_ = finding.state;
        documents_.statements.clear();
        documents_.sources.clear();
    }

    void add(const std::string& text) { text_ += text; }
    Result<void> cite(const StoredDocument& document, const std::string& sentence) {
        const auto passage = passageOf(finder_, document, sentence);
        if (!passage) return tl::unexpected(passage.error());
        const std::size_t begin = text_.size();
        text_ += asMarkdown(sentence);
        Statement statement{begin, 0, {}, passage->has_value()};
        if (*passage) {
            const int number = static_cast<int>(documents_.sources.size()) + 1;
            documents_.sources.push_back(sourceOf(**passage, number));
            statement.sources.push_back(number);
            text_ += " [" + std::to_string(number) + "]";
        }
        statement.end = text_.size();
        documents_.statements.push_back(std::move(statement));
        return {};
    }
    AnswerDone take() {
        AnswerDone out;
        out.text = std::move(text_);
        documents_.used = static_cast<int>(documents_.sources.size());
        documents_.found = std::max(documents_.found, documents_.used);
        out.documents = std::move(documents_);
        return out;
    }

  private:
    PassageFinder& finder_;
    std::string text_;
    DocumentAnswer documents_;
};

// The kind as a person names it: a phrase.
const char* nameOf(rag::DocumentKind kind) {
    using enum rag::DocumentKind;
    switch (kind) {
        case Pdf:
            return phrase("PDF");
        case Docx:
        case Odt:
        case Rtf:
            return phrase("word processor");
        case Pptx:
            return phrase("presentation");
        case Xlsx:
        case Csv:
            return phrase("table");
        case Html:
            return phrase("web page");
        case Epub:
            return phrase("e-book");
        case Mail:
        case Mailbox:
            return phrase("mail");
        case Calendar:
            return phrase("calendar");
        case Code:
            return phrase("source code");
        case Image:
            return phrase("picture");
        case Markdown:
        case Text:
        case Unknown:
            break;
    }
    return phrase("text");
}

// "5 documents: 3 × text, 2 × PDF.", the most frequent kind first
std::string kindsOf(const std::vector<StoredDocument>& documents, const Phrases& phrases) {
    std::map<std::string_view, int> counts;
    for (const StoredDocument& each : documents) ++counts[nameOf(each.document.kind)];
    std::vector<std::pair<std::string_view, int>> kinds(counts.begin(), counts.end());
    std::stable_sort(kinds.begin(), kinds.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> parts;
    for (const auto& [kind, count] : kinds)
        parts.push_back(phrases.say("{count} × {kind}", {{"count", count}, {"kind", phrases.say(kind)}}));
    return phrases.say("{count, plural, one{# document} other{# documents}}: {kinds}.",
                       {{"count", documents.size()}, {"kinds", phrases.all(parts)}});
}

Result<void> tellOne(Teller& teller, const StoredDocument& document) {
    teller.add("**" + asMarkdown(document.document.title) + "**\n");
    for (const std::string& sentence : sentencesOf(document)) {
        teller.add("\n- ");
        if (auto done = teller.cite(document, sentence); !done) return done;
    }
    return {};
}

Result<void> tellAll(Teller& teller, const std::vector<StoredDocument>& documents, const Phrases& phrases) {
    teller.add(kindsOf(documents, phrases));
    auto terms = keyTerms(documents, kKeyTerms);
    for (std::string& term : terms) term = asMarkdown(term);
    if (!terms.empty())
        teller.add(" " + phrases.say("They speak of {words}.", {{"words", phrases.all(terms)}}));
    teller.add("\n");
    for (std::size_t i = 0; i < std::min(documents.size(), kDocumentsTold); ++i) {
        teller.add("\n- **" + asMarkdown(documents[i].document.title) + "**");
        const auto sentences = sentencesOf(documents[i]);
        if (sentences.empty()) continue;
        teller.add(": ");
        if (auto done = teller.cite(documents[i], sentences.front()); !done) return done;
    }
    if (documents.size() > kDocumentsTold)
        teller.add("\n\n" + phrases.say("And {count, plural, one{# more document} other{# more documents}}.",
                                        {{"count", documents.size() - kDocumentsTold}}));
    return {};
}

}  // namespace

std::vector<StoredDocument> meantDocuments(const std::string& question,
                                           const std::vector<StoredDocument>& all) {
    static const Stems kAsking = stemsOf(
        "summarize summarise summary overview gist about document documents file files folder report paper "
        "book everything this whole short brief zusammenfassung zusammenfassen überblick inhalt ordner "
        "dokument datei bericht 总结 概括 文件 文件夹 报告 内容");
    Stems wanted = stemsOf(question);
    const StoredDocument* best = nullptr;
    double most = 0;
    for (const StoredDocument& document : all) {
        const Stems named = stemsOf(document.document.title + " " + stemOfPath(document));
        double shared = 0;  // "report" names a document too, where nothing else does
        for (const std::string& stem : named)
            if (wanted.contains(stem)) shared += kAsking.contains(stem) ? 0.5 : 1;
        if (shared <= most) continue;
        most = shared;
        best = &document;
    }
    if (best != nullptr) return {*best};
    return all;
}

std::vector<std::string> keyTerms(const std::vector<StoredDocument>& documents, std::size_t count) {
    struct Seen {
        std::string word;
        std::size_t documents = 0;
    };
    std::map<std::string, Seen> seen;
    for (const StoredDocument& document : documents) {
        Stems here;
        for (const Term& term : termsOf(document.document.title + "\n" + document.summary)) {
            constexpr std::size_t kShortest = 4;
            if (term.word.size() < kShortest || !here.insert(term.stem).second) continue;
            Seen& entry = seen[term.stem];
            if (entry.word.empty()) entry.word = term.word;
            ++entry.documents;
        }
    }
    std::vector<Seen> shared;
    for (const auto& [stem, entry] : seen)
        if (entry.documents >= 2) shared.push_back(entry);
    std::stable_sort(shared.begin(), shared.end(),
                     [](const Seen& a, const Seen& b) { return a.documents > b.documents; });
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(count, shared.size()); ++i) out.push_back(shared[i].word);
    return out;
}

Result<AnswerDone> overviewAnswer(PassageFinder& finder, const Finding& finding,
                                  const std::vector<StoredDocument>& documents, const Phrases& phrases) {
    Teller teller(finder, finding);
    const auto told =
        documents.size() == 1 ? tellOne(teller, documents.front()) : tellAll(teller, documents, phrases);
    if (!told) return tl::unexpected(told.error());
    return teller.take();
}

Result<std::vector<Passage>> overviewPassages(PassageFinder& finder,
                                              const std::vector<StoredDocument>& documents,
                                              std::uint32_t tokens) {
    std::vector<Passage> out;
    if (documents.size() == 1) {
        auto all = finder.passagesOf(documents.front().id, tokens);
        if (!all) return tl::unexpected(all.error());
        if (all->size() == documents.front().chunks) {
            for (rag::StoredChunk& chunk : *all) out.push_back({{std::move(chunk), 0, {}, {}}, 0, 0, 0});
            return out;
        }
    }
    std::uint32_t used = 0;
    for (std::size_t i = 0; i < std::min(documents.size(), kDocumentsTold); ++i)
        for (const std::string& sentence : sentencesOf(documents[i])) {
            auto passage = passageOf(finder, documents[i], sentence);
            if (!passage) return tl::unexpected(passage.error());
            if (!*passage) continue;
            const auto known = std::any_of(out.begin(), out.end(), [&](const Passage& other) {
                return other.found.chunk.id == (*passage)->found.chunk.id;
            });
            used += known ? 0 : (*passage)->chunk().tokens;
            if (used > tokens) return out;
            if (!known) out.push_back(std::move(**passage));
            if (documents.size() > 1) break;
        }
    return out;
}

}  // namespace hearth::agent::documents
