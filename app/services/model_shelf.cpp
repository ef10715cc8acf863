#include "services/model_shelf.h"

#include <QFileInfo>
#include <utility>

#include "catalogue/model_library.h"
#include "catalogue/size_text.h"

namespace hearth::app {
namespace {

QString stemOf(const QString& path) {
    return QFileInfo(path).completeBaseName();
}

}  // namespace

ModelShelf::ModelShelf(Settings& settings, std::filesystem::path dataDir, QObject* parent)
    : QObject(parent),
      settings_(settings),
      dataDir_(std::move(dataDir)),
      list_(this),
      adapters_(settings, this) {
    loadList();
}

void ModelShelf::loadList() {
    std::vector<ModelFile> files{{QString(), tr("Built-in model"), tr("Actions, no conversation")}};
    for (const auto& model : ModelLibrary(dataDir_).list()) {
        const QString size = QString::fromStdString(sizeText(model.bytes));
        files.push_back({QString::fromStdString(model.path.string()), QString::fromStdString(model.name),
                         model.there ? size : tr("no longer there")});
    }
    list_.load(std::move(files));
}

ModelShelf::~ModelShelf() = default;

void ModelShelf::setWorker(AgentWorker* worker) {
    worker_ = worker;
    adapters_.setWorker(worker);
    if (worker == nullptr) {
        endOpening();
    } else if (const QString last = settings_.chatModel(); !last.isEmpty()) {
        open(last);
    }
}

QString ModelShelf::currentName() const {
    const auto* file = list_.find(list_.current());
    return file == nullptr ? stemOf(list_.current()) : file->name;
}

QString ModelShelf::openingName() const {
    const auto* file = list_.find(openingPath_);
    return file == nullptr ? stemOf(openingPath_) : file->name;
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
    const QString whole = QFileInfo(path).canonicalFilePath();  // as the library has it; empty: not there
    openingPath_ = whole.isEmpty() ? path : whole;
    const int attempt = attempt_;
    opening_ = std::make_unique<ModelOpening>(
        openingPath_.toStdString(),
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
    if (worker_ == nullptr) return;
    const auto path = std::filesystem::path(openingPath_.toStdString());
    worker_->useChatModel(*result, [this, attempt, path, dataDir = dataDir_](const base::Result<void>& used) {
        // Noted here, off the window's thread. A name that is taken is no reason not to use the file.
        if (used) (void)ModelLibrary(dataDir).open(path);
        QMetaObject::invokeMethod(
            this, [this, attempt, used] { onInUse(attempt, used); }, Qt::QueuedConnection);
    });
}

void ModelShelf::onInUse(int attempt, const base::Result<void>& result) {
    if (attempt != attempt_) return;
    if (!result) return failWith(result.error());
    const QString path = openingPath_;
    endOpening();
    loadList();
    setCurrent(path);
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
    adapters_.modelOpened(path);
    emit changed();
    emit chatModelChanged(path.isEmpty() ? QString() : currentName());
}

}  // namespace hearth::app
