#include "services/privacy_service.h"

#include "models/kind_groups.h"
#include "platform/keyring.h"
#include "services/typed_secret.h"

namespace hearth::app {

namespace {

QString textOf(const base::Error& error) {
    return QString::fromStdString(error.text());
}

QString sealedNow(DataVault& vault, std::string_view passphrase, bool keyring) {
    if (const auto done = vault.seal(passphrase); !done) return textOf(done.error());
    const QString done =
        PrivacyService::tr("Your data is sealed. Keep the passphrase well: nobody can bring it back.");
    if (!keyring) return done;
    const auto key = vault.joinKeyring(passphrase);
    const auto kept = key ? keyring::write(QString::fromStdString(vault.keyringEntry()), *key)
                          : tl::unexpected(key.error());
    return kept ? done
                : PrivacyService::tr("Your data is sealed and opens with the passphrase alone: %1")
                      .arg(textOf(kept.error()));
}

QString unsealedNow(DataVault& vault, std::string_view passphrase) {
    const std::string entry = vault.keyringEntry();
    if (const auto done = vault.unseal(passphrase); !done) return textOf(done.error());
    if (!entry.empty()) (void)keyring::remove(QString::fromStdString(entry));
    return PrivacyService::tr("Your data is no longer sealed.");
}

}  // namespace

PrivacyService::PrivacyService(std::filesystem::path dataDir, FinderService& finder, QObject* parent)
    : QObject(parent),
      dataDir_(std::move(dataDir)),
      finder_(finder),
      egress_(dataDir_ / "hearth.db"),
      mappings_([] { return std::make_unique<std::unique_ptr<privacy::MappingStore>>(); }) {}

bool PrivacyService::sealed() const {
    return privacy::Vault(dataDir_).present();
}

bool PrivacyService::opensByKeyring() const {
    return sealed() && privacy::Vault(dataDir_).opensByKeyring().value_or(false);
}

void PrivacyService::look(const QString& text) {
    finder_.find(text, true, this, [this, text](const FinderService::Found& found) {
        found_.clear();
        for (const FoundPlace& place : found.places)
            found_.append(QVariantMap{{QStringLiteral("words"), text.mid(place.start, place.length)},
                                      {QStringLiteral("kind"), kindText(place.kind)},
                                      {QStringLiteral("why"), QString::fromStdString(place.why)}});
        masked_ = found.masked;
        emit looked();
    });
}

// Opened when there is something to open: a folder in which nothing was ever masked gets no database.
void PrivacyService::withMappings(std::function<void(privacy::MappingStore&)> job) {
    mappings_.post([dataDir = dataDir_, job = std::move(job)](std::unique_ptr<privacy::MappingStore>& store) {
        std::error_code none;
        if (!store && std::filesystem::exists(dataDir / "stand_ins.db", none))
            if (auto made = privacy::MappingStore::open(dataDir))
                store = std::make_unique<privacy::MappingStore>(std::move(*made));
        if (store) job(*store);
    });
}

void PrivacyService::showReplaced(qint64 conversation) {
    replaced_.clear();
    emit replacedChanged();
    withMappings([this, conversation](privacy::MappingStore& store) {
        const auto mapping = store.read(conversation);
        QVariantList rows;
        if (mapping && *mapping)
            for (const privacy::Replacement& row : (*mapping)->replacements)
                rows.append(QVariantMap{{QStringLiteral("kind"), kindText(row.kind)},
                                        {QStringLiteral("original"), QString::fromStdString(row.original)},
                                        {QStringLiteral("standIn"), QString::fromStdString(row.standIn)}});
        QMetaObject::invokeMethod(
            this,
            [this, rows] {
                replaced_ = rows;
                emit replacedChanged();
            },
            Qt::QueuedConnection);
    });
}

void PrivacyService::dropStandIns(qint64 conversation) {
    withMappings([conversation](privacy::MappingStore& store) { (void)store.drop(conversation); });
}

void PrivacyService::keepStandInsOf(const std::vector<std::int64_t>& conversations) {
    withMappings([conversations](privacy::MappingStore& store) { (void)store.keepOnly(conversations); });
}

void PrivacyService::seal(const QString& passphrase, bool keyring) {
    emit vaultWork([words = typedSecret(passphrase), keyring](DataVault& vault) {
        return sealedNow(vault, words->view(), keyring);
    });
}

// Another passphrase is refused here, with the window still open.
void PrivacyService::unseal(const QString& passphrase) {
    unlocking_.run(
        this,
        [dir = dataDir_,
         words = typedSecret(passphrase)](const base::CancelToken&) -> base::Result<TypedSecret> {
            const auto key = privacy::Vault(dir).unlock(words->view());
            if (!key) return tl::unexpected(key.error());
            return words;
        },
        [this](const base::Result<TypedSecret>& words) {
            if (!words) return emit refused(textOf(words.error()));
            emit vaultWork(
                [passphrase = *words](DataVault& vault) { return unsealedNow(vault, passphrase->view()); });
        });
}

void PrivacyService::changePassphrase(const QString& old, const QString& next) {
    unlocking_.run(
        this,
        [dir = dataDir_, from = typedSecret(old), to = typedSecret(next)](const base::CancelToken&) {
            return DataVault(dir).changePassphrase(from->view(), to->view());
        },
        [this](const base::Result<void>& changed) {
            if (!changed) return emit refused(textOf(changed.error()));
            emit said(tr("The passphrase is changed."));
        });
}

}  // namespace hearth::app
