#include "platform/accent.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hearth::app {
namespace {

constexpr double kLeast = 4.5;

// What the accent stands on, and the second words that stand on its soft form: see qml/theme.
struct Ground {
    std::array<QRgb, 3> pages;
    QRgb surface;
    QRgb text2;
};

const Ground& ground(bool dark) {
    static const Ground light{{0xfbfaf8, 0xffffff, 0xf3f1ec}, 0xffffff, 0x5c574f};
    static const Ground night{{0x171513, 0x1f1c19, 0x2a2622}, 0x1f1c19, 0xb8b0a5};
    return dark ? night : light;
}

double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

QColor mixed(const QColor& a, const QColor& b, float share) {
    const auto mix = [share](float x, float y) { return x + (y - x) * share; };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

// A mix with as much of the accent as second words on it bear.
QColor softOf(const QColor& accent, bool dark) {
    const QColor surface(ground(dark).surface);
    const QColor text2(ground(dark).text2);
    for (float share = dark ? 0.16F : 0.14F; share > 0.02F; share -= 0.01F) {
        const QColor soft = mixed(surface, accent, share);
        if (contrast(soft, text2) >= kLeast) return soft;
    }
    return surface;
}

// White, or the dark of its own hue.
QColor textOn(const QColor& accent) {
    const QColor white(Qt::white);
    if (contrast(white, accent) >= kLeast) return white;
    const QColor deep =
        QColor::fromHslF(std::max(accent.hslHueF(), 0.F), accent.hslSaturationF() * 0.9F, 0.09F);
    return contrast(deep, accent) >= kLeast ? deep : QColor(Qt::black);
}

double leastContrast(const QColor& accent, bool dark) {
    double least = contrast(accent, softOf(accent, dark));
    for (const QRgb page : ground(dark).pages) least = std::min(least, contrast(accent, QColor(page)));
    return least;
}

}  // namespace

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

AccentColours accentColours(const QColor& wish, bool dark) {
    const QColor standard(dark ? 0xf0946a : 0xa8431b);
    // The standard one has a form of its own in the dark, chosen by eye.
    const bool isStandard = !wish.isValid() || wish == QColor(0xa8431b);
    const QColor start = isStandard ? standard : wish;
    AccentColours out{start, {}, {}, leastContrast(start, dark)};
    const float step = dark ? 0.01F : -0.01F;
    for (float lightness = start.lightnessF(); lightness >= 0 && lightness <= 1; lightness += step) {
        if (leastContrast(out.accent, dark) >= kLeast) break;
        out.accent = QColor::fromHslF(std::max(start.hslHueF(), 0.F), start.hslSaturationF(),
                                      std::clamp(lightness + step, 0.F, 1.F));
    }
    out.text = textOn(out.accent);
    out.soft = softOf(out.accent, dark);
    return out;
}

bool Accent::refused() const {
    return colours_.asked < kLeast;
}

void Accent::set(const QColor& wish, bool dark) {
    if (wish == wish_ && dark == dark_) return;
    wish_ = wish;
    dark_ = dark;
    colours_ = accentColours(wish, dark);
    emit changed();
}

}  // namespace hearth::app
