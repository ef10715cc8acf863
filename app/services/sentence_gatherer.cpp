#include "services/sentence_gatherer.h"

#include <utility>

namespace hearth::app {
namespace {

constexpr qsizetype kShortest = 8;  // "1." and "e. g." are no sentences

bool endsSentence(QChar c) {
    return c == QLatin1Char('.') || c == QLatin1Char('!') || c == QLatin1Char('?') || c == QChar(0x2026);
}

bool endsWideSentence(QChar c) {  // of Chinese and Japanese, which have no blank behind it
    return c == QChar(0x3002) || c == QChar(0xFF01) || c == QChar(0xFF1F);
}

}  // namespace

qsizetype SentenceGatherer::endOfSentence() const {
    const QString fence = QStringLiteral("```");
    if (const auto open = rest_.indexOf(fence); open >= 0 && rest_.left(open).trimmed().isEmpty()) {
        const auto close = rest_.indexOf(fence, open + 3);
        return close < 0 ? -1 : close + 3;
    }
    for (qsizetype i = 0; i + 1 < rest_.size(); ++i) {
        const QChar c = rest_[i];
        if (c == QLatin1Char('`') && rest_.mid(i, 3) == fence) return i;
        const bool end = endsSentence(c) && rest_[i + 1].isSpace();
        if ((end && i + 1 >= kShortest) || endsWideSentence(c)) return i + 1;
        if (c == QLatin1Char('\n') && !rest_.left(i).trimmed().isEmpty()) return i + 1;
    }
    return -1;
}

std::vector<QString> SentenceGatherer::push(const QString& text) {
    heard_ = heard_ || !text.isEmpty();
    rest_ += text;
    std::vector<QString> out;
    for (auto end = endOfSentence(); end > 0; end = endOfSentence()) {
        out.push_back(rest_.left(end).trimmed());
        rest_.remove(0, end);
    }
    return out;
}

std::vector<QString> SentenceGatherer::finish(const QString& whole) {
    auto out = heard_ ? std::vector<QString>() : push(whole);
    if (const QString last = std::exchange(rest_, {}).trimmed(); !last.isEmpty()) out.push_back(last);
    heard_ = true;
    return out;
}

}  // namespace hearth::app
