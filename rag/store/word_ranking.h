// Chunks by the words of one question: BM25 of the words and of pairs of them that follow each other, and
// what is known of single chunks. Reads the index it was made of, which must outlive it and stay as it is.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rag/word_tokenizer.h"
#include "store/word_index.h"

namespace hearth::rag {

// What of a chunk speaks for it, each as a share of what the question's words weigh together.
struct WordEvidence {
    double coverage = 0;  // words that occur in it
    double window = 0;    // words that occur within 24 words of its text or headings, at best
    double near = 0;      // words within 8 words of the one that follows in the question
};

class WordRanking {
  public:
    // allowed: as WordIndex::allowed() gives it; how rare a word is counts among those.
    static base::Result<WordRanking> make(WordIndex& index, std::string_view question,
                                          std::span<const std::uint8_t> allowed);

    // [rows], 0 where none of the words occurs. BM25 (Robertson & Zaragoza 2009, eq. 3.15) with k1 1.2 and
    // b 0.75, all words alike.
    const std::vector<float>& scores() const { return scores_; }
    // The same of what the question is about: words that frame it ("discuss") count a quarter.
    const std::vector<float>& topicScores() const { return topicScores_; }
    const std::vector<float>& pairScores() const { return pairScores_; }
    WordEvidence evidence(std::uint32_t row) const;
    bool empty() const { return terms_.empty(); }  // the question has no words

  private:
    struct Term {
        std::string stem;
        bool framing = false;
        double weight = 0;  // its rarity
        const Postings* postings = nullptr;
    };

    WordRanking(WordIndex& index, std::span<const std::uint8_t> allowed);
    base::Result<void> read(std::string_view question);
    std::size_t termOf(const StemmedWord& word, bool framing);
    bool lets(std::uint32_t row) const { return allowed_.empty() || allowed_[row] != 0; }
    double rarity(std::size_t occurs) const;
    float gain(double weight, std::size_t times, std::uint32_t row) const;
    double nearness(std::uint32_t row) const;
    void addWords();
    void addPair(const Postings& first, const Postings& second);

    WordIndex& index_;
    std::span<const std::uint8_t> allowed_;
    double count_ = 0;                                        // of rows that are let through
    double meanWords_ = 1;                                    // of them
    std::vector<Term> terms_;                                 // each once
    std::vector<std::pair<std::size_t, std::size_t>> pairs_;  // terms that follow each other in the question
    std::vector<std::pair<std::size_t, std::size_t>> following_;  // the same, past common words
    std::vector<float> scores_;
    std::vector<float> topicScores_;
    std::vector<float> pairScores_;
};

// The `limit` rows with the highest scores above 0, the best first.
std::vector<std::uint32_t> bestRows(std::span<const float> scores, std::size_t limit);

}  // namespace hearth::rag
