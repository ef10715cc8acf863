#include "names/tagger.h"

#include <algorithm>
#include <cmath>

namespace hearth::privacy {

namespace {

constexpr std::int32_t forbidden = -1000000;
// The search for the best labels goes through the text in stretches, so that memory stays small.
constexpr std::size_t stretchWords = 4096;

}  // namespace

// An inside label continues the beginning or the inside of its own kind.
bool Tagger::continues(std::size_t before, std::size_t label) const {
    if (labels_[label][0] != 'I') return true;
    return labels_[before][0] != 'O' && labels_[before].substr(2) == labels_[label].substr(2);
}

std::vector<Tagger::Row> Tagger::scores(const std::vector<Word>& words) const {
    std::vector<Row> out(words.size(), Row(labels_.size()));
    std::vector<std::uint32_t> buckets;
    for (std::size_t i = 0; i < words.size(); ++i) {
        buckets.clear();
        appendFeatures(words, i, bucketBits_, buckets);
        for (const std::uint32_t bucket : buckets) {
            const std::int8_t* weights = &weights_[std::size_t{bucket} * labels_.size()];
            for (std::size_t label = 0; label < labels_.size(); ++label) out[i][label] += weights[label];
        }
    }
    return out;
}

// Viterbi: the labels whose scores and moves add up to most.
std::vector<std::size_t> Tagger::bestPath(const std::vector<Row>& scores) const {
    const std::size_t count = labels_.size();
    std::vector<std::int32_t> moves(count * count);
    for (std::size_t i = 0; i < moves.size(); ++i)
        moves[i] = continues(i / count, i % count) ? moves_[i] : forbidden;
    Row best = scores.front();
    for (std::size_t label = 0; label < count; ++label)
        if (labels_[label][0] == 'I') best[label] += forbidden;
    std::vector<std::uint8_t> back(scores.size() * count);
    Row next(count);
    for (std::size_t i = 1; i < scores.size(); ++i) {
        for (std::size_t label = 0; label < count; ++label) {
            std::size_t from = 0;
            for (std::size_t before = 1; before < count; ++before)
                if (best[before] + moves[before * count + label] > best[from] + moves[from * count + label])
                    from = before;
            next[label] = best[from] + moves[from * count + label] + scores[i][label];
            back[i * count + label] = static_cast<std::uint8_t>(from);
        }
        // What all have in common does not matter, and would outgrow the integers.
        const std::int32_t top = *std::max_element(next.begin(), next.end());
        for (std::size_t label = 0; label < count; ++label)
            best[label] = std::max(next[label] - top, 4 * forbidden);
    }
    std::vector<std::size_t> path(scores.size());
    path.back() = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t i = scores.size() - 1; i > 0; --i) path[i - 1] = back[i * count + path[i]];
    return path;
}

Finding Tagger::finding(const std::vector<Word>& words, const std::vector<Row>& scores, std::size_t first,
                        std::size_t last, std::size_t label) const {
    double margin = 0;  // by how much the words prefer their kind to none, on average
    for (std::size_t i = first; i <= last; ++i)
        margin += scores[i][i == first ? label : label + 1] - scores[i][0];
    margin *= scale_ / static_cast<double>(last - first + 1);
    const double score = 0.5 + 0.3 * std::tanh(std::max(0.0, margin) / 4);
    return {labels_[label].substr(2), words[first].start, words[last].end, score,
            "looks like a name by its words"};
}

void Tagger::tagStretch(const std::vector<Word>& words, std::vector<Finding>& out) const {
    if (words.empty()) return;
    const std::vector<Row> rows = scores(words);
    const std::vector<std::size_t> path = bestPath(rows);
    for (std::size_t first = 0; first < path.size(); ++first) {
        if (labels_[path[first]][0] != 'B') continue;
        std::size_t last = first;
        while (last + 1 < path.size() && labels_[path[last + 1]][0] == 'I') ++last;
        out.push_back(finding(words, rows, first, last, path[first]));
        first = last;
    }
}

std::vector<std::string> Tagger::kinds() const {
    std::vector<std::string> out;
    for (const std::string& label : labels_)
        if (label[0] == 'B') out.push_back(label.substr(2));
    return out;
}

std::vector<Finding> Tagger::tag(std::string_view text) const {
    std::vector<Finding> out;
    const std::vector<Word> all = wordsOf(text, gazetteer_);
    for (std::size_t at = 0; at < all.size(); at += stretchWords) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(at);
        const std::size_t count = std::min(stretchWords, all.size() - at);
        tagStretch({begin, begin + static_cast<std::ptrdiff_t>(count)}, out);
    }
    return out;
}

}  // namespace hearth::privacy
