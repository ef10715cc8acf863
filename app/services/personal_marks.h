// Underlines in a text that is being written what would be masked before it goes to a larger model elsewhere.
// The finder works on a thread of its own, a moment after the last key; until then the marks move with the
// words. Lives on the GUI thread; finder and document must outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>
#include <QTimer>
#include <vector>

#include "services/finder_service.h"

namespace hearth::app {

class PersonalMarks : public QSyntaxHighlighter {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument* textDocument READ textDocument WRITE setTextDocument NOTIFY changed)
    Q_PROPERTY(hearth::app::FinderService* finder READ finder WRITE setFinder NOTIFY changed)
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY changed)
    Q_PROPERTY(QColor tint READ tint WRITE setTint NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY marked)
  public:
    explicit PersonalMarks(QObject* parent = nullptr);

    QQuickTextDocument* textDocument() const { return document_; }
    void setTextDocument(QQuickTextDocument* document);
    FinderService* finder() const { return finder_; }
    void setFinder(FinderService* finder);
    bool active() const { return active_; }
    void setActive(bool active);
    QColor tint() const { return tint_; }
    void setTint(const QColor& tint);
    int count() const { return static_cast<int>(places_.size()); }

  signals:
    void changed();
    void marked();

  protected:
    void highlightBlock(const QString& text) override;

  private:
    void move(int at, int removed, int added);
    void look();
    void show(std::vector<FoundPlace> places);

    QQuickTextDocument* document_ = nullptr;
    FinderService* finder_ = nullptr;
    bool active_ = false;
    QColor tint_;
    std::vector<FoundPlace> places_;
    QTimer settle_;
};

}  // namespace hearth::app
