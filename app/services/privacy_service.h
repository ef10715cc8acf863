// What the privacy page needs: what left the device, what counts as personal in a text, and the seal over all
// data. Sealing and unsealing need every file closed, so that the program does them between two sittings of
// the window: vaultWork() carries the work there. Lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QVariantList>
#include <filesystem>
#include <functional>
#include <memory>

#include "models/egress_list_model.h"
#include "platform/background_task.h"
#include "privacy/finder.h"
#include "storage/data_vault.h"

namespace hearth::app {

// Does it, and gives what to tell the user then.
using VaultWork = std::function<QString(DataVault&)>;

class PrivacyService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(hearth::app::EgressListModel* egress READ egress CONSTANT)
    Q_PROPERTY(bool sealed READ sealed NOTIFY vaultChanged)
    Q_PROPERTY(bool opensByKeyring READ opensByKeyring NOTIFY vaultChanged)
    Q_PROPERTY(QVariantList found READ found NOTIFY looked)
    Q_PROPERTY(QString masked READ masked NOTIFY looked)
  public:
    PrivacyService(std::filesystem::path dataDir, std::filesystem::path namesModel,
                   QObject* parent = nullptr);

    EgressListModel* egress() { return &egress_; }
    bool sealed() const;
    bool opensByKeyring() const;

    // What would be masked in a text: rows of {words, kind, why}, and the text with stand-ins.
    Q_INVOKABLE void look(const QString& text);
    QVariantList found() const { return found_; }
    QString masked() const { return masked_; }

    // `keyring`: the desktop's keyring opens it too. The words are checked before the window ends.
    Q_INVOKABLE void seal(const QString& passphrase, bool keyring);
    Q_INVOKABLE void unseal(const QString& passphrase);
    Q_INVOKABLE void changePassphrase(const QString& old, const QString& next);

  signals:
    void vaultChanged();
    void looked();
    void said(const QString& text);
    void refused(const QString& text);  // the passphrase was another
    void vaultWork(const hearth::app::VaultWork& work);

  private:
    struct Looked {
        QVariantList found;
        QString masked;
    };
    Looked lookAt(const std::string& text);

    std::filesystem::path dataDir_;
    std::filesystem::path namesModel_;
    EgressListModel egress_;
    std::shared_ptr<privacy::Finder> finder_;  // made by the first look, used by one at a time
    QVariantList found_;
    QString masked_;
    BackgroundTask looking_;
    BackgroundTask unlocking_;
};

}  // namespace hearth::app
