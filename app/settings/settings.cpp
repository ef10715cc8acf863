#include "settings/settings.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRect>
#include <QSaveFile>
#include <QScreen>
#include <algorithm>
#include <cstdlib>

namespace hearth::app {
namespace {

constexpr qint64 kLargestImport = 1 << 20;  // bytes; what is exported has a few hundred

}  // namespace

Settings::Settings(const std::filesystem::path& file, QObject* parent) : QObject(parent), file_(file) {
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, [this] {
        read();
        follow();
        emit changed();
    });
    read();
    follow();
}

void Settings::read() {
    values_ = file_.all();
}

// The file is replaced when it changes, which ends the watch of the one before.
void Settings::follow() {
    const QString path = QString::fromStdString(file_.file().string());
    if (!watcher_.files().contains(path) && QFile::exists(path)) watcher_.addPath(path);
}

std::string Settings::value(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string() : found->second;
}

bool Settings::put(const std::string& name, const std::string& text) {
    if (const auto now = values_.find(name); now != values_.end() && now->second == text) return true;
    return done(file_.set(name, text));
}

void Settings::reset(const std::string& name) {
    done(file_.reset(name));
}

bool Settings::done(const base::Result<void>& result) {
    if (!result) emit problem(QString::fromStdString(result.error().text()));
    read();
    follow();
    emit changed();
    return result.has_value();
}

Settings::Look Settings::look() const {
    const std::string look = value("window.look");
    return look == "light" ? Look::Light : look == "dark" ? Look::Dark : Look::System;
}

void Settings::setLook(Look look) {
    put("window.look", look == Look::Light ? "light" : look == Look::Dark ? "dark" : "system");
}

QColor Settings::accent() const {
    return QColor(QString::fromStdString(value("window.accent")));
}

double Settings::textScale() const {
    return std::strtod(value("window.text_scale").c_str(), nullptr);
}

void Settings::setTextScale(double scale) {
    put("window.text_scale", QString::number(std::clamp(scale, 1.0, 2.0), 'g', 4).toStdString());
}

bool Settings::rightToLeft() const {
    const std::string direction = value("window.direction");
    if (direction != "language") return direction == "right_to_left";
    const QString code = language();
    const QLocale locale = code == QLatin1String("system") ? QLocale() : QLocale(code);
    return locale.textDirection() == Qt::RightToLeft && code != QLatin1String("system");
}

void Settings::rememberSize(int width, int height) {
    put("window.width", std::to_string(std::clamp(width, 320, 8192)));
    put("window.height", std::to_string(std::clamp(height, 320, 8192)));
}

std::vector<engine::AdapterFile> Settings::chatAdapters(const QString& model) const {
    std::vector<engine::AdapterFile> out;
    const auto all = QJsonDocument::fromJson(QByteArray::fromStdString(value("chat.adapters"))).object();
    for (const auto& one : all.value(model).toArray()) {
        const auto adapter = one.toObject();
        const std::string path = adapter.value(QLatin1String("file")).toString().toStdString();
        if (path.empty()) continue;
        out.push_back({path, static_cast<float>(adapter.value(QLatin1String("scale")).toDouble(1))});
    }
    return out;
}

void Settings::setChatAdapters(const QString& model, const std::vector<engine::AdapterFile>& adapters) {
    auto all = QJsonDocument::fromJson(QByteArray::fromStdString(value("chat.adapters"))).object();
    QJsonArray list;
    for (const auto& adapter : adapters)
        list.append(QJsonObject{{QStringLiteral("file"), QString::fromStdString(adapter.path)},
                                {QStringLiteral("scale"), static_cast<double>(adapter.scale)}});
    if (list.isEmpty())
        all.remove(model);
    else
        all.insert(model, list);
    put("chat.adapters",
        all.isEmpty() ? "" : QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString());
}

bool Settings::isOnScreen(int x, int y, int width) {
    constexpr int kGrip = 80;
    const QRect top(x, y, width, kGrip);
    for (const auto* screen : QGuiApplication::screens()) {
        const QRect seen = screen->availableGeometry().intersected(top);
        if (seen.width() >= kGrip && seen.height() >= kGrip / 2) return true;
    }
    return false;
}

void Settings::rememberPlace(int x, int y) {
    put("window.x", std::to_string(x));
    put("window.y", std::to_string(y));
}

int Settings::unloadAfterMinutes() const {
    return std::atoi(value("models.unload_after").c_str());  // "never" is 0
}

void Settings::exportTo(const QUrl& url) {
    const QString path = url.toLocalFile();
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(file_.exported());
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        emit problem(tr("The settings could not be written to %1: %2").arg(path, file.errorString()));
        return;
    }
    emit said(tr("Your settings are in %1.").arg(path));
}

void Settings::importFrom(const QUrl& url) {
    QFile file(url.toLocalFile());
    if (!file.open(QIODevice::ReadOnly)) {
        emit problem(tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
        return;
    }
    if (file.size() > kLargestImport) {
        emit problem(tr("%1 is too large to be settings. Nothing was changed.").arg(file.fileName()));
        return;
    }
    const auto taken = file_.import(file.readAll().toStdString());
    if (!taken) {
        emit problem(tr("Nothing was changed. %1").arg(QString::fromStdString(taken.error().text())));
        return;
    }
    done({});
    emit said(tr("Settings taken over: %1.").arg(*taken));
}

}  // namespace hearth::app
