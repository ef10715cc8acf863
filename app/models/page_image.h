// The picture of a page, as wide as the item. Lives and changes on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QPainter>
#include <QPointer>
#include <QQuickPaintedItem>

#include "models/page_view.h"

namespace hearth::app {

class PageImage : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(hearth::app::PageView* pages READ pages WRITE setPages NOTIFY changed)
    Q_PROPERTY(qreal ratio READ ratio NOTIFY changed)  // height for a width of 1; 0: nothing is drawn yet
  public:
    explicit PageImage(QQuickItem* parent = nullptr) : QQuickPaintedItem(parent) {}

    PageView* pages() const { return pages_; }
    void setPages(PageView* pages) {
        if (pages_) disconnect(pages_, nullptr, this, nullptr);
        pages_ = pages;
        if (pages_) connect(pages_, &PageView::changed, this, &PageImage::show);
        show();
    }
    qreal ratio() const {
        const QSize size = pages_ ? pages_->picture().size() : QSize();
        return size.isEmpty() ? 0 : static_cast<qreal>(size.height()) / size.width();
    }
    void paint(QPainter* painter) override {
        if (!pages_) return;
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(boundingRect(), pages_->picture());
    }

  signals:
    void changed();

  private:
    void show() {
        update();
        emit changed();
    }
    QPointer<PageView> pages_;
};

}  // namespace hearth::app
