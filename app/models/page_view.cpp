#include "models/page_view.h"

#include <algorithm>

namespace hearth::app {
namespace {

constexpr int kWidth = 1400;  // dots: sharp at twice the width of the pane

QString keyOf(const QString& path, int page) {
    return QString::number(page) + QLatin1Char(':') + path;
}

}  // namespace

void PageView::show(const QString& path, rag::DocumentKind kind, int page, const std::string& passage) {
    if (path != path_) {
        picture_ = QImage();
        kept_.clear();  // it may be another state of the file next time
        pages_ = 1;
    }
    path_ = path;
    kind_ = kind;
    passage_ = passage;
    page_ = std::max(1, page);
    draw();
}

void PageView::clear() {
    drawer_.cancel();
    path_.clear();
    kind_ = rag::DocumentKind::Unknown;
    picture_ = QImage();
    boxes_.clear();
    kept_.clear();
    drawing_ = false;
    emit changed();
}

void PageView::setPage(int page) {
    const int wanted = std::clamp(page, 1, pages_);
    if (wanted == page_) return;
    page_ = wanted;
    draw();
}

base::Result<PageView::Drawn> PageView::draw(const std::string& path, rag::DocumentKind kind, int page,
                                             const base::CancelToken& cancel) {
    const auto program = rag::findReaderProgram();
    if (!program) return tl::unexpected<base::Error>(program.error());
    auto picture = rag::PageDrawer(*program).draw(path, kind, page, kWidth, cancel);
    if (!picture) return tl::unexpected<base::Error>(picture.error());
    const QImage seen(reinterpret_cast<const uchar*>(picture->colours.data()), picture->width,
                      picture->height, qsizetype{3} * picture->width, QImage::Format_RGB888);
    Drawn drawn{seen.convertToFormat(QImage::Format_RGB32), {}};
    picture->colours.clear();
    drawn.page = std::move(*picture);
    return drawn;
}

void PageView::draw() {
    problem_.clear();
    boxes_.clear();
    drawing_ = false;
    drawer_.cancel();
    if (!possible()) return emit changed();
    if (const Drawn* kept = kept_.object(keyOf(path_, page_))) return take(*kept);
    drawing_ = true;
    emit changed();
    drawer_.run(
        this,
        [path = path_.toStdString(), kind = kind_, page = page_](const base::CancelToken& cancel) {
            return draw(path, kind, page, cancel);
        },
        [this](const base::Result<Drawn>& drawn) {
            drawing_ = false;
            if (drawn) {
                kept_.insert(keyOf(path_, drawn->page.page), new Drawn(*drawn));
                return take(*drawn);
            }
            if (drawn.error().code != base::ErrorCode::Cancelled)
                problem_ = QString::fromStdString(drawn.error().message);
            emit changed();
        });
}

void PageView::take(const Drawn& drawn) {
    picture_ = drawn.image;
    page_ = drawn.page.page;
    pages_ = drawn.page.pages;
    boxes_.clear();
    for (const rag::PageBox& box : rag::passageBoxes(drawn.page, passage_))
        boxes_.append(QVariantMap{{QStringLiteral("x"), box.left},
                                  {QStringLiteral("y"), box.top},
                                  {QStringLiteral("width"), box.right - box.left},
                                  {QStringLiteral("height"), box.bottom - box.top}});
    emit changed();
}

}  // namespace hearth::app
