// What is done with model files beside using them: copying one into the library, and removing one, which can
// be taken back until the program ends. Lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <filesystem>
#include <optional>

#include "catalogue/model_library.h"
#include "platform/background_task.h"

namespace hearth::app {

class ModelFiles : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(QString copying READ copying NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
  public:
    explicit ModelFiles(const std::filesystem::path& dataDir, QObject* parent = nullptr);
    ~ModelFiles() override;

    QString copying() const { return copying_; }   // name of the file that is copied; empty: none
    double progress() const { return progress_; }  // of the copy, 0 … 1

    // Copies a file that was opened where it lies; the copy takes its place in the list.
    Q_INVOKABLE void copyIn(const QString& path);
    Q_INVOKABLE void cancelCopy() { copy_.cancel(); }
    // Deletes what lies in the library, forgets what lies elsewhere.
    Q_INVOKABLE void remove(const QString& path);
    Q_INVOKABLE void restore();  // the last one that was removed

  signals:
    void changed();
    void listChanged();
    void copied(const QString& from, const QString& to);
    // `inPlace`: the file itself was not touched.
    void removed(const QString& path, const QString& name, bool inPlace);
    void problem(const QString& text);

  private:
    ModelLibrary library_;
    std::optional<InstalledModel> removed_;
    QString copying_;
    double progress_ = 0;
    BackgroundTask copy_;
};

}  // namespace hearth::app
