// Draws the project's outlined icons in any colour: "image://icons/calendar/a8431b". Asked on the window's
// loading threads; keeps nothing.
#pragma once

#include <QQuickImageProvider>

namespace hearth::app {

class IconProvider : public QQuickImageProvider {
  public:
    IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
    // An unknown name gives the icon "action": a card must not lose its place for a picture.
    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

}  // namespace hearth::app
