#include "settings/settings.h"

#include <algorithm>

namespace hearth::app {
namespace {

constexpr int kSmallest = 320;
constexpr int kLargest = 8192;

}  // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent), file_(file, QSettings::IniFormat) {}

Settings::Look Settings::look() const {
    const int value = file_.value(QStringLiteral("window/look"), 0).toInt();
    return value == 1 ? Look::Light : value == 2 ? Look::Dark : Look::System;
}

void Settings::setLook(Look look) {
    if (look == this->look()) return;
    file_.setValue(QStringLiteral("window/look"), static_cast<int>(look));
    emit lookChanged();
}

double Settings::textScale() const {
    return std::clamp(file_.value(QStringLiteral("window/text_scale"), 1.0).toDouble(), 1.0, 2.0);
}

void Settings::setTextScale(double scale) {
    if (qFuzzyCompare(scale, textScale())) return;
    file_.setValue(QStringLiteral("window/text_scale"), std::clamp(scale, 1.0, 2.0));
    emit textScaleChanged();
}

bool Settings::reducedMotion() const {
    return file_.value(QStringLiteral("window/reduced_motion"), false).toBool();
}

void Settings::setReducedMotion(bool reduced) {
    if (reduced == reducedMotion()) return;
    file_.setValue(QStringLiteral("window/reduced_motion"), reduced);
    emit reducedMotionChanged();
}

bool Settings::sideBar() const {
    return file_.value(QStringLiteral("window/side_bar"), true).toBool();
}

void Settings::setSideBar(bool shown) {
    if (shown == sideBar()) return;
    file_.setValue(QStringLiteral("window/side_bar"), shown);
    emit sideBarChanged();
}

int Settings::windowWidth() const {
    return std::clamp(file_.value(QStringLiteral("window/width"), 1080).toInt(), kSmallest, kLargest);
}

void Settings::setWindowWidth(int width) {
    if (width == windowWidth()) return;
    file_.setValue(QStringLiteral("window/width"), width);
    emit windowSizeChanged();
}

int Settings::windowHeight() const {
    return std::clamp(file_.value(QStringLiteral("window/height"), 760).toInt(), kSmallest, kLargest);
}

void Settings::setWindowHeight(int height) {
    if (height == windowHeight()) return;
    file_.setValue(QStringLiteral("window/height"), height);
    emit windowSizeChanged();
}

QString Settings::chatModel() const {
    return file_.value(QStringLiteral("chat/model")).toString();
}

void Settings::setChatModel(const QString& path) {
    file_.setValue(QStringLiteral("chat/model"), path);
}

}  // namespace hearth::app
