// The colours that follow from an accent of the user's choice: it is taken as it is where everything that is
// put together can be read (4.5:1, WCAG 2.1), and moved in lightness until it can be where not. The theme has
// one. Lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QObject>

namespace hearth::app {

// Contrast of two colours, 1 … 21 (WCAG 2.1, relative luminance).
double contrast(const QColor& a, const QColor& b);

struct AccentColours {
    QColor accent;
    QColor text;   // on it
    QColor soft;   // a surface with a breath of it
    double asked;  // the least contrast the wish itself had; below 4.5 it was refused
};

// `wish`: any opaque colour; an invalid one counts as the standard one.
AccentColours accentColours(const QColor& wish, bool dark);

class Accent : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor wish READ wish WRITE setWish NOTIFY changed)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY changed)
    Q_PROPERTY(QColor colour READ colour NOTIFY changed)
    Q_PROPERTY(QColor text READ text NOTIFY changed)
    Q_PROPERTY(QColor soft READ soft NOTIFY changed)
    Q_PROPERTY(double asked READ asked NOTIFY changed)
    Q_PROPERTY(bool refused READ refused NOTIFY changed)
  public:
    explicit Accent(QObject* parent = nullptr) : QObject(parent) {}

    QColor wish() const { return wish_; }
    void setWish(const QColor& wish) { set(wish, dark_); }
    bool dark() const { return dark_; }
    void setDark(bool dark) { set(wish_, dark); }
    QColor colour() const { return colours_.accent; }
    QColor text() const { return colours_.text; }
    QColor soft() const { return colours_.soft; }
    double asked() const { return colours_.asked; }
    bool refused() const;

  signals:
    void changed();

  private:
    void set(const QColor& wish, bool dark);

    QColor wish_;
    bool dark_ = false;
    AccentColours colours_ = accentColours({}, false);
};

}  // namespace hearth::app
