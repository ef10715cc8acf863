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

ModelShelf::ModelShelf(Settings& settings, std::filesystem::path dataDir, Options options, QObject* parent)
    : QObject(parent),
      settings_(settings),
      dataDir_(std::move(dataDir)),
      options_(std::move(options)),
      list_(this),
      adapters_(settings, this) {
    loadList();
    idle_.setSingleShot(true);
    connect(&idle_, &QTimer::timeout, this, &ModelShelf::sleep);
    connect(&settings_, &Settings::changed, this, &ModelShelf::schedule);
}

void ModelShelf::loadList() {
    std::vector<ModelFile> files{{QString(), tr("Built-in model"), tr("Does what you ask; no conversation")}};
    for (const auto& model : ModelLibrary(dataDir_).list()) {
        const QString size = QString::fromStdString(sizeText(model.bytes));
        files.push_back({QString::fromStdString(model.path.string()), QString::fromStdString(model.name),
                         model.there ? size : tr("no longer there"), model.inPlace, model.there});
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
    if (path == list_.current() && !opening() && !asleep_) return;
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
    abandon();
    if (worker_ != nullptr) worker_->release();
}

void ModelShelf::abandon() {
    ++attempt_;
    opening_.reset();
    openingPath_.clear();
    progress_ = -1;
}

void ModelShelf::open(const QString& path) {
    abandon();
    error_.clear();
    const QString whole = QFileInfo(path).canonicalFilePath();  // as the library has it; empty: not there
    openingPath_ = whole.isEmpty() ? path : whole;
    const int attempt = attempt_;
    opening_ = std::make_unique<ModelOpening>(
        openingPath_.toStdString(), ModelOpening::Place{models_, options_.freeMemory},
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
    if (!result && makeRoom(result.error())) return;
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
    abandon();
    asleep_ = madeRoom_ = false;
    loadList();
    setCurrent(path);
    worker_->release();  // after its adapters, which setCurrent() gave it
    schedule();
}

// There may be memory for one of them, and not for both.
bool ModelShelf::makeRoom(const base::Error& error) {
    const bool other = !builtIn() && !asleep_ && openingPath_ != list_.current();
    if (error.code != base::ErrorCode::OutOfMemory || !other || madeRoom_ || worker_ == nullptr) return false;
    madeRoom_ = true;
    asleep_ = true;  // what answered before comes back with the next words, should this fail too
    const QString path = openingPath_;
    const int attempt = attempt_;
    worker_->useChatModel(nullptr, [this, attempt, path](const base::Result<void>&) {
        QMetaObject::invokeMethod(
            this,
            [this, attempt, path] {
                if (attempt == attempt_) open(path);
            },
            Qt::QueuedConnection);
    });
    return true;
}

void ModelShelf::setBusy(bool busy) {
    busy_ = busy;
    if (busy) wake();
    schedule();
}

void ModelShelf::schedule() {
    const int minutes = settings_.unloadAfterMinutes();
    const bool waits = minutes > 0 && !builtIn() && !asleep_ && !busy_ && !opening();
    if (!waits) return idle_.stop();
    idle_.start(minutes * options_.minuteMs);
}

void ModelShelf::sleep() {
    if (worker_ == nullptr || busy_ || opening()) return;
    asleep_ = true;
    worker_->useChatModel(nullptr, [](const base::Result<void>&) {});
    emit changed();
}

void ModelShelf::wake() {
    if (!asleep_ || opening() || worker_ == nullptr) return;
    worker_->hold();
    open(list_.current());
}

void ModelShelf::refresh() {
    loadList();
    emit changed();
}

void ModelShelf::leave(const QString& path) {
    if (openingPath_ == path) cancelOpening();
    if (list_.current() == path) useBuiltIn();
}

void ModelShelf::move(const QString& from, const QString& to) {
    if (list_.current() == from) setCurrent(to);
}

void ModelShelf::failWith(const base::Error& error) {
    madeRoom_ = false;
    error_ = QString::fromStdString(openingProblem(QFileInfo(openingPath_).fileName().toStdString(), error));
    endOpening();
    emit changed();
}

void ModelShelf::useBuiltIn() {
    endOpening();
    asleep_ = false;
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
