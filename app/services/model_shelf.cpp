#include "services/model_shelf.h"

#include <QFileInfo>
#include <utility>

namespace hearth::app {
namespace {

ModelFile describe(const QString& path, const engine::ModelInfo& info) {
    ModelFile file;
    file.path = path;
    file.name = QString::fromStdString(info.name);
    if (file.name.isEmpty()) file.name = QFileInfo(path).completeBaseName();
    file.detail = QStringLiteral("%1 · %2").arg(QString::fromStdString(info.weightType),
                                                QString::fromStdString(sizeText(info.fileBytes)));
    return file;
}

}  // namespace

ModelShelf::ModelShelf(Settings& settings, QObject* parent)
    : QObject(parent), settings_(settings), list_(this) {
    std::vector<ModelFile> files = settings_.modelFiles();
    files.insert(files.begin(), {QString(), tr("Built-in model"), tr("Actions, no conversation")});
    list_.load(std::move(files));
}

ModelShelf::~ModelShelf() = default;

void ModelShelf::setWorker(AgentWorker* worker) {
    worker_ = worker;
    if (worker == nullptr) {
        endOpening();
    } else if (const QString last = settings_.chatModel(); !last.isEmpty()) {
        open(last);
    }
}

QString ModelShelf::currentName() const {
    const auto* file = list_.find(list_.current());
    return file == nullptr ? QString() : file->name;
}

QString ModelShelf::openingName() const {
    const auto* file = list_.find(openingPath_);
    return file == nullptr ? QFileInfo(openingPath_).fileName() : file->name;
}

void ModelShelf::openFile(const QUrl& url) {
    const QString path = url.isLocalFile() ? url.toLocalFile() : QString();
    if (path.endsWith(QLatin1String(".gguf"), Qt::CaseInsensitive)) return open(path);
    error_ = tr("“%1” is no model that I can open. Model files end in .gguf.").arg(url.fileName());
    emit changed();
}

void ModelShelf::choose(const QString& path) {
    if (path == list_.current() && !opening()) return;
    if (path.isEmpty()) return useBuiltIn();
    open(path);
}

void ModelShelf::forget(const QString& path) {
    if (path.isEmpty()) return;
    if (path == list_.current() || path == openingPath_) useBuiltIn();
    list_.remove(path);
    settings_.setModelFiles(list_.files());
    emit changed();
}

void ModelShelf::cancelOpening() {
    endOpening();
    settings_.setChatModel(list_.current());
    emit changed();
}

void ModelShelf::dismissError() {
    error_.clear();
    emit changed();
}

void ModelShelf::endOpening() {
    ++attempt_;
    opening_.reset();
    openingPath_.clear();
    progress_ = -1;
}

void ModelShelf::open(const QString& path) {
    endOpening();
    error_.clear();
    openingPath_ = path;
    const int attempt = attempt_;
    opening_ = std::make_unique<ModelOpening>(
        path.toStdString(),
        [this, attempt](double share) {
            QMetaObject::invokeMethod(
                this,
                [this, attempt, share] {
                    if (attempt != attempt_) return;
                    progress_ = share;
                    emit changed();
                },
                Qt::QueuedConnection);
        },
        [this, attempt](base::Result<ModelOpening::Model> model) {
            QMetaObject::invokeMethod(
                this, [this, attempt, m = std::move(model)] { onOpened(attempt, m); }, Qt::QueuedConnection);
        });
    emit changed();
}

void ModelShelf::onOpened(int attempt, const base::Result<ModelOpening::Model>& result) {
    if (attempt != attempt_) return;
    if (!result) return failWith(result.error());
    const ModelFile file = describe(openingPath_, (*result)->info());
    if (worker_ == nullptr) return;
    worker_->useChatModel(*result, [this, attempt, file](const base::Result<void>& used) {
        QMetaObject::invokeMethod(
            this, [this, attempt, file, used] { onInUse(attempt, file, used); }, Qt::QueuedConnection);
    });
}

void ModelShelf::onInUse(int attempt, const ModelFile& file, const base::Result<void>& result) {
    if (attempt != attempt_) return;
    if (!result) return failWith(result.error());
    list_.put(file);
    settings_.setModelFiles(list_.files());
    endOpening();
    setCurrent(file.path);
}

void ModelShelf::failWith(const base::Error& error) {
    error_ = QString::fromStdString(openingProblem(QFileInfo(openingPath_).fileName().toStdString(), error));
    endOpening();
    emit changed();
}

void ModelShelf::useBuiltIn() {
    endOpening();
    if (worker_ != nullptr) worker_->useChatModel(nullptr, [](const base::Result<void>&) {});
    setCurrent({});
}

void ModelShelf::setCurrent(const QString& path) {
    list_.setCurrent(path);
    settings_.setChatModel(path);
    emit changed();
    emit chatModelChanged(path.isEmpty() ? QString() : currentName());
}

}  // namespace hearth::app
