// The pages of the document that is shown, as pictures, with the places where a passage stands on them. One
// page is drawn at a time, in the reader's locked-in process; a few stay in memory. Lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QCache>
#include <QImage>
#include <QObject>
#include <QVariantList>

#include "platform/background_task.h"
#include "rag/page_picture.h"

namespace hearth::app {

class PageView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the viewer")
    Q_PROPERTY(bool possible READ possible NOTIFY changed)  // the document has pages
    Q_PROPERTY(bool drawing READ drawing NOTIFY changed)
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY changed)  // from 1
    Q_PROPERTY(int pages READ pages NOTIFY changed)
    Q_PROPERTY(QVariantList boxes READ boxes NOTIFY changed)  // {x, y, width, height} in shares of the page
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
  public:
    using QObject::QObject;

    bool possible() const { return rag::hasPages(kind_); }
    bool drawing() const { return drawing_; }
    int page() const { return page_; }
    void setPage(int page);
    int pages() const { return pages_; }
    QImage picture() const { return picture_; }
    QVariantList boxes() const { return boxes_; }
    QString problem() const { return problem_; }

    // Shows the page with the passage marked.
    void show(const QString& path, rag::DocumentKind kind, int page, const std::string& passage);
    void clear();

  signals:
    void changed();

  private:
    struct Drawn {
        QImage image;
        rag::PagePicture page;  // without its colours
    };
    static base::Result<Drawn> draw(const std::string& path, rag::DocumentKind kind, int page,
                                    const base::CancelToken& cancel);
    void draw();
    void take(const Drawn& drawn);

    QString path_, problem_;
    rag::DocumentKind kind_ = rag::DocumentKind::Unknown;
    std::string passage_;
    int page_ = 1, pages_ = 1;
    bool drawing_ = false;
    QImage picture_;
    QVariantList boxes_;
    QCache<QString, Drawn> kept_{24};
    BackgroundTask drawer_;
};

}  // namespace hearth::app
