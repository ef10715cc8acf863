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
#include "privacy/mapping_store.h"
#include "services/finder_service.h"
#include "services/job_thread.h"
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
    // Of the conversation that showReplaced() named: maps of kind, original and standIn.
    Q_PROPERTY(QVariantList replaced READ replaced NOTIFY replacedChanged)
  public:
    // `finder` must outlive it.
    PrivacyService(std::filesystem::path dataDir, FinderService& finder, QObject* parent = nullptr);

    EgressListModel* egress() { return &egress_; }
    bool sealed() const;
    bool opensByKeyring() const;

    // What would be masked in a text: rows of {words, kind, why}, and the text with stand-ins.
    Q_INVOKABLE void look(const QString& text);
    QVariantList found() const { return found_; }
    QString masked() const { return masked_; }

    Q_INVOKABLE void showReplaced(qint64 conversation);
    QVariantList replaced() const { return replaced_; }
    // What stood for what in a conversation goes with it.
    void dropStandIns(qint64 conversation);
    void keepStandInsOf(const std::vector<std::int64_t>& conversations);

    // `keyring`: the desktop's keyring opens it too. The words are checked before the window ends.
    Q_INVOKABLE void seal(const QString& passphrase, bool keyring);
    Q_INVOKABLE void unseal(const QString& passphrase);
    Q_INVOKABLE void changePassphrase(const QString& old, const QString& next);

  signals:
    void vaultChanged();
    void looked();
    void replacedChanged();
    void said(const QString& text);
    void refused(const QString& text);  // the passphrase was another
    void vaultWork(const hearth::app::VaultWork& work);

  private:
    void withMappings(std::function<void(privacy::MappingStore&)> job);

    std::filesystem::path dataDir_;
    FinderService& finder_;
    EgressListModel egress_;
    QVariantList found_;
    QString masked_;
    QVariantList replaced_;
    BackgroundTask unlocking_;
    JobThread<std::unique_ptr<privacy::MappingStore>> mappings_;
};

}  // namespace hearth::app
