// The LoRA adapters that work with the larger model that is open: which there are, how strongly each works,
// remembered for each model. Switching reads no model again. Lives on the GUI thread; settings and worker
// must outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QUrl>
#include <QVariantList>
#include <vector>

#include "services/agent_worker.h"
#include "settings/settings.h"

namespace hearth::app {

class AdapterShelf : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the models")
    // Of each: path, name, scale, there (whether its file is).
    Q_PROPERTY(QVariantList list READ list NOTIFY changed)
    Q_PROPERTY(bool available READ available NOTIFY changed)  // a larger model is open
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
  public:
    static constexpr double kLeastScale = -4;
    static constexpr double kMostScale = 4;

    AdapterShelf(Settings& settings, QObject* parent) : QObject(parent), settings_(settings) {}
    void setWorker(AgentWorker* worker) { worker_ = worker; }

    // The larger model that answers now, which was opened a moment ago; empty: the built-in one alone. Its
    // adapters of the last time work again.
    void modelOpened(const QString& path);

    QVariantList list() const;
    bool available() const { return !model_.isEmpty(); }
    bool busy() const { return pending_ > 0; }
    QString error() const { return error_; }  // why the last change was not made; may be empty

    // Each is in force from the next answer on, or leaves all as it was and says why.
    Q_INVOKABLE void add(const QUrl& file, double scale = 1);
    Q_INVOKABLE void setScale(const QString& path, double scale);
    Q_INVOKABLE void remove(const QString& path);
    Q_INVOKABLE void dismissError();

  signals:
    void changed();

  private:
    void use(std::vector<engine::AdapterFile> adapters);
    void onUsed(const QString& model, const std::vector<engine::AdapterFile>& adapters,
                const base::Result<void>& result);

    Settings& settings_;
    AgentWorker* worker_ = nullptr;
    QString model_;
    std::vector<engine::AdapterFile> adapters_;  // as chosen
    std::vector<engine::AdapterFile> inForce_;   // as the worker has them
    int pending_ = 0;
    QString error_;
};

}  // namespace hearth::app
