#include "services/adapter_shelf.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <utility>

namespace hearth::app {
namespace {

QString nameOf(const std::string& path) {
    return QFileInfo(QString::fromStdString(path)).completeBaseName();
}

}  // namespace

QVariantList AdapterShelf::list() const {
    QVariantList out;
    for (const auto& adapter : adapters_) {
        const QString path = QString::fromStdString(adapter.path);
        out.append(QVariantMap{{QStringLiteral("path"), path},
                               {QStringLiteral("name"), nameOf(adapter.path)},
                               {QStringLiteral("scale"), static_cast<double>(adapter.scale)},
                               {QStringLiteral("there"), QFileInfo::exists(path)}});
    }
    return out;
}

void AdapterShelf::modelOpened(const QString& path) {
    model_ = path;
    adapters_.clear();
    inForce_.clear();
    error_.clear();
    if (!path.isEmpty())
        if (auto known = settings_.chatAdapters(path); !known.empty()) use(std::move(known));
    emit changed();
}

void AdapterShelf::add(const QUrl& url, double scale) {
    const QString path = url.isLocalFile() ? url.toLocalFile() : QString();
    if (path.isEmpty()) {
        error_ = tr("“%1” is no file of this computer.").arg(url.toDisplayString());
        emit changed();
        return;
    }
    auto next = adapters_;
    const std::string file = QFileInfo(path).absoluteFilePath().toStdString();
    std::erase_if(next, [&](const auto& known) { return known.path == file; });
    next.push_back({file, static_cast<float>(std::clamp(scale, kLeastScale, kMostScale))});
    use(std::move(next));
}

void AdapterShelf::setScale(const QString& path, double scale) {
    auto next = adapters_;
    for (auto& adapter : next)
        if (adapter.path == path.toStdString() && std::isfinite(scale))
            adapter.scale = static_cast<float>(std::clamp(scale, kLeastScale, kMostScale));
    use(std::move(next));
}

void AdapterShelf::remove(const QString& path) {
    auto next = adapters_;
    std::erase_if(next, [&](const auto& adapter) { return adapter.path == path.toStdString(); });
    use(std::move(next));
}

void AdapterShelf::dismissError() {
    error_.clear();
    emit changed();
}

void AdapterShelf::use(std::vector<engine::AdapterFile> adapters) {
    error_.clear();
    if (worker_ == nullptr || model_.isEmpty()) {
        error_ = tr("An adapter changes a larger model. Open the model that it was made for first.");
        emit changed();
        return;
    }
    ++pending_;
    adapters_ = adapters;
    emit changed();
    worker_->useAdapters(adapters, [this, model = model_, adapters](const base::Result<void>& result) {
        QMetaObject::invokeMethod(
            this, [this, model, adapters, result] { onUsed(model, adapters, result); }, Qt::QueuedConnection);
    });
}

void AdapterShelf::onUsed(const QString& model, const std::vector<engine::AdapterFile>& adapters,
                          const base::Result<void>& result) {
    --pending_;
    if (model == model_ && result) {
        inForce_ = adapters;
        settings_.setChatAdapters(model_, adapters);
    } else if (model == model_) {
        adapters_ = inForce_;
        error_ = QString::fromStdString(result.error().message);
    }
    emit changed();
}

}  // namespace hearth::app
