#include "services/personal_marks.h"

#include <QTextDocument>
#include <algorithm>
#include <utility>

namespace hearth::app {

PersonalMarks::PersonalMarks(QObject* parent) : QSyntaxHighlighter(parent) {
    settle_.setSingleShot(true);
    settle_.setInterval(150);
    connect(&settle_, &QTimer::timeout, this, &PersonalMarks::look);
}

void PersonalMarks::setTextDocument(QQuickTextDocument* document) {
    if (document == document_) return;
    document_ = document;
    QTextDocument* text = document == nullptr ? nullptr : document->textDocument();
    // Before the base hears of a change and asks what to underline.
    if (text != nullptr) connect(text, &QTextDocument::contentsChange, this, &PersonalMarks::move);
    setDocument(text);
    emit changed();
}

void PersonalMarks::setFinder(FinderService* finder) {
    if (finder == finder_) return;
    finder_ = finder;
    if (finder_ != nullptr)
        connect(finder_, &FinderService::changed, &settle_, QOverload<>::of(&QTimer::start));
    emit changed();
}

void PersonalMarks::setActive(bool active) {
    if (active == active_) return;
    active_ = active;
    if (active_) {
        settle_.start();
    } else {
        settle_.stop();
        show({});
    }
    emit changed();
}

void PersonalMarks::setTint(const QColor& tint) {
    if (tint == tint_) return;
    tint_ = tint;
    if (!places_.empty()) rehighlight();
    emit changed();
}

void PersonalMarks::move(int at, int removed, int added) {
    if (!active_ || (removed == 0 && added == 0)) return;
    std::erase_if(places_, [&](const FoundPlace& place) {
        return place.start < at + removed && at < place.start + place.length;
    });
    for (FoundPlace& place : places_)
        if (place.start >= at + removed) place.start += added - removed;
    settle_.start();
}

void PersonalMarks::look() {
    if (!active_ || finder_ == nullptr || document() == nullptr) return;
    finder_->find(document()->toPlainText(), false, this,
                  [this](FinderService::Found found) { show(std::move(found.places)); });
}

void PersonalMarks::show(std::vector<FoundPlace> places) {
    if (!active_) places.clear();
    const bool same =
        places.size() == places_.size() && std::equal(places.begin(), places.end(), places_.begin(),
                                                      [](const FoundPlace& a, const FoundPlace& b) {
                                                          return a.start == b.start && a.length == b.length;
                                                      });
    places_ = std::move(places);
    if (same) return;
    rehighlight();
    emit marked();
}

void PersonalMarks::highlightBlock(const QString& text) {
    QTextCharFormat format;
    format.setFontUnderline(true);
    format.setUnderlineColor(tint_);
    format.setForeground(tint_);
    const int begin = currentBlock().position();
    for (const FoundPlace& place : places_) {
        const int from = std::max(place.start - begin, 0);
        const int to = std::min(place.start + place.length - begin, static_cast<int>(text.size()));
        if (from < to) setFormat(from, to - from, format);
    }
}

}  // namespace hearth::app
