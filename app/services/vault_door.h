// The door before sealed data: tries the keyring, then the passphrases that the user types. Lives on the GUI
// thread, before the assistant does.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "platform/background_task.h"
#include "storage/data_vault.h"

namespace hearth::app {

class VaultDoor : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
  public:
    explicit VaultDoor(DataVault& vault, QObject* parent = nullptr) : QObject(parent), vault_(vault) {}

    // True where the desktop's keyring opened it.
    bool openByKeyring();
    Q_INVOKABLE void open(const QString& passphrase);

    bool busy() const { return busy_; }
    QString problem() const { return problem_; }

  signals:
    void changed();
    void opened();

  private:
    DataVault& vault_;
    QString problem_;
    bool busy_ = false;
    BackgroundTask opening_;
};

}  // namespace hearth::app
