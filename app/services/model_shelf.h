// Which language model answers in conversation: the built-in one, or a file that the user opened, which is
// loaded in the background and noted in the library of models. A file's weights are in memory once, whoever
// uses them; after some time without use they leave it, until the next words need them. Lives on the GUI
// thread; settings and worker must outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <filesystem>
#include <memory>

#include "models/model_list_model.h"
#include "services/adapter_shelf.h"
#include "services/agent_worker.h"
#include "services/model_opening.h"
#include "settings/settings.h"

namespace hearth::app {

class ModelShelf : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(hearth::app::ModelListModel* list READ list CONSTANT)
    Q_PROPERTY(hearth::app::AdapterShelf* adapters READ adapters CONSTANT)
    Q_PROPERTY(bool builtIn READ builtIn NOTIFY changed)
    Q_PROPERTY(QString currentPath READ currentPath NOTIFY changed)
    Q_PROPERTY(QString currentName READ currentName NOTIFY changed)
    Q_PROPERTY(bool asleep READ asleep NOTIFY changed)
    Q_PROPERTY(bool opening READ opening NOTIFY changed)
    Q_PROPERTY(QString openingName READ openingName NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
  public:
    struct Options {
        int minuteMs = 60'000;                           // shorter in tests
        std::function<std::uint64_t()> freeMemory = {};  // bytes; empty: as the machine says
    };
    ModelShelf(Settings& settings, std::filesystem::path dataDir, Options options, QObject* parent = nullptr);
    ModelShelf(Settings& settings, std::filesystem::path dataDir, QObject* parent = nullptr)
        : ModelShelf(settings, std::move(dataDir), Options(), parent) {}
    ~ModelShelf() override;
    // Set once; opens what was used last. Null again before the worker is destroyed.
    void setWorker(AgentWorker* worker);

    ModelListModel* list() { return &list_; }
    AdapterShelf* adapters() { return &adapters_; }  // of the model that is open
    bool builtIn() const { return list_.current().isEmpty(); }
    QString currentPath() const { return list_.current(); }
    QString currentName() const;
    // The file is chosen, but gave its memory back.
    bool asleep() const { return asleep_; }
    bool opening() const { return !openingPath_.isEmpty(); }
    QString openingName() const;
    double progress() const { return progress_; }  // 0 … 1; -1: not known
    QString error() const { return error_; }       // why the last one could not be opened; may be empty

    // A file of the user's choice: opened, used from then on, and remembered.
    Q_INVOKABLE void openFile(const QUrl& file);
    // One of the list; "" is the built-in one.
    Q_INVOKABLE void choose(const QString& path);
    Q_INVOKABLE void cancelOpening();
    Q_INVOKABLE void dismissError();
    // Loads it again where it sleeps; what is asked meanwhile waits for it.
    Q_INVOKABLE void wake();
    // A request runs or has ended: the time without use begins anew.
    void setBusy(bool busy);
    void refresh();                   // the files on disk are others now
    void leave(const QString& path);  // this file goes: the built-in model answers, if it was this one's turn
    void move(const QString& from, const QString& to);  // the same file lies elsewhere

  signals:
    void changed();
    void chatModelChanged(const QString& name);  // empty: the built-in one

  private:
    void loadList();
    void open(const QString& path);
    void onOpened(int attempt, const base::Result<ModelOpening::Model>& result);
    void onInUse(int attempt, const base::Result<void>& result);
    void failWith(const base::Error& error);
    void abandon();     // the opening that runs
    void endOpening();  // and let wait nobody for it
    void useBuiltIn();
    void setCurrent(const QString& path);
    void schedule();
    void sleep();
    bool makeRoom(const base::Error& error);

    Settings& settings_;
    std::filesystem::path dataDir_;
    Options options_;
    AgentWorker* worker_ = nullptr;
    std::shared_ptr<OpenModels> models_ = std::make_shared<OpenModels>();
    ModelListModel list_;
    AdapterShelf adapters_;
    std::unique_ptr<ModelOpening> opening_;
    QString openingPath_;
    int attempt_ = 0;  // what arrives for an earlier one is dropped
    double progress_ = -1;
    QString error_;
    QTimer idle_;
    bool busy_ = false;
    bool asleep_ = false;
    bool madeRoom_ = false;  // for the opening that runs, the model before it has gone
};

}  // namespace hearth::app
