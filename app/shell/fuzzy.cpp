#include "shell/fuzzy.h"

#include <algorithm>
#include <vector>

namespace hearth::app {
namespace {

constexpr int kNone = -1000000;
constexpr int kWordBegin = 8;
constexpr int kFollows = 6;

bool beginsWord(const QString& text, qsizetype at) {
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

}  // namespace

int fuzzyScore(const QString& typed, const QString& text) {
    QString letters = typed.toCaseFolded();
    letters.removeIf([](QChar c) { return c.isSpace(); });
    if (letters.isEmpty()) return 0;
    const QString line = text.left(200).toCaseFolded();
    // best[j]: the letters so far, the last of them at j. The best way of all is looked for, not the first.
    std::vector<int> best(static_cast<std::size_t>(line.size()), kNone);
    for (qsizetype i = 0; i < letters.size(); ++i) {
        std::vector<int> next(best.size(), kNone);
        int reached = i == 0 ? 0 : kNone;  // the best before j, with a gap
        for (qsizetype j = 0; j < line.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int follows = j > 0 && i > 0 && best[at - 1] > kNone ? best[at - 1] + kFollows : kNone;
            if (line[j] == letters[i]) {
                const int from = std::max(reached, follows);
                if (from > kNone) next[at] = from + 1 + (beginsWord(line, j) ? kWordBegin : 0);
            }
            if (i > 0 && j > 0) reached = std::max(reached, best[at - 1]);
        }
        best = std::move(next);
    }
    const int score = best.empty() ? kNone : *std::max_element(best.begin(), best.end());
    if (score <= kNone) return -1;
    return score * 4 + (line.startsWith(letters) ? 20 : 0);
}

}  // namespace hearth::app
