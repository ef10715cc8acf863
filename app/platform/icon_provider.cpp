#include "platform/icon_provider.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace hearth::app {

QImage IconProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
    const QString name = id.section(QLatin1Char('/'), 0, 0);
    const QString colour = id.section(QLatin1Char('/'), 1, 1);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.exists()) file.setFileName(QStringLiteral(":/icons/action.svg"));
    const QSize wanted = requestedSize.isEmpty() ? QSize(20, 20) : requestedSize;
    if (size != nullptr) *size = wanted;
    QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (!file.open(QIODevice::ReadOnly)) return image;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", "#" + colour.toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

}  // namespace hearth::app
