#include "services/model_files.h"

#include <utility>

namespace hearth::app {

ModelFiles::ModelFiles(const std::filesystem::path& dataDir, QObject* parent)
    : QObject(parent), library_(dataDir) {
    library_.dropAside();  // of a program that ended without a word
}

ModelFiles::~ModelFiles() {
    copy_.stop();
    library_.dropAside();
}

void ModelFiles::copyIn(const QString& path) {
    if (!copying_.isEmpty()) return;
    const std::filesystem::path file = path.toStdString();
    copying_ = QString::fromStdString(file.stem().string());
    progress_ = 0;
    emit changed();
    const auto report = [this](double share) {
        QMetaObject::invokeMethod(
            this,
            [this, share] {
                progress_ = share;
                emit changed();
            },
            Qt::QueuedConnection);
    };
    copy_.run(
        this,
        [library = library_, file,
         report](const base::CancelToken& cancel) mutable -> base::Result<InstalledModel> {
            auto made = library.copyIn(file, report, cancel);
            if (made) (void)library.remove(file.string());  // of two of one name, the copy stays
            return made;
        },
        [this, path](const base::Result<InstalledModel>& made) {
            copying_.clear();
            emit changed();
            if (made) {
                emit copied(path, QString::fromStdString(made->path.string()));
                emit listChanged();
            } else if (made.error().code != base::ErrorCode::Cancelled) {
                emit problem(QString::fromStdString(made.error().text()));
            }
        });
}

void ModelFiles::remove(const QString& path) {
    auto gone = library_.setAside(path.toStdString());
    if (!gone) {
        emit problem(QString::fromStdString(gone.error().text()));
        return;
    }
    removed_ = std::move(*gone);
    emit removed(path, QString::fromStdString(removed_->name), removed_->inPlace);
    emit listChanged();
}

void ModelFiles::restore() {
    if (!removed_) return;
    const auto back = library_.bringBack(*std::exchange(removed_, std::nullopt));
    if (!back) emit problem(QString::fromStdString(back.error().text()));
    emit listChanged();
}

}  // namespace hearth::app
