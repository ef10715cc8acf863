#include "services/privacy_service.h"

#include "platform/keyring.h"
#include "privacy/masking.h"

namespace hearth::app {

namespace {

QString textOf(const base::Error& error) {
    return QString::fromStdString(error.text());
}

// "US_SSN" as people may read it: "US SSN".
QString kindText(std::string kind) {
    for (char& c : kind)
        if (c == '_') c = ' ';
    return QString::fromStdString(kind);
}

QString sealedNow(DataVault& vault, const std::string& passphrase, bool keyring) {
    if (const auto done = vault.seal(passphrase); !done) return textOf(done.error());
    const QString done =
        PrivacyService::tr("Your data is sealed. Keep the passphrase well: nobody can bring it back.");
    if (!keyring) return done;
    const auto key = vault.joinKeyring(passphrase);
    const auto kept =
        key ? keyring::write(QLatin1String(keyring::kDataKey), *key) : tl::unexpected(key.error());
    return kept ? done
                : PrivacyService::tr("Your data is sealed and opens with the passphrase alone: %1")
                      .arg(textOf(kept.error()));
}

QString unsealedNow(DataVault& vault, const std::string& passphrase) {
    const bool keyring = vault.opensByKeyring();
    if (const auto done = vault.unseal(passphrase); !done) return textOf(done.error());
    if (keyring) (void)keyring::remove(QLatin1String(keyring::kDataKey));
    return PrivacyService::tr("Your data is no longer sealed.");
}

}  // namespace

PrivacyService::PrivacyService(std::filesystem::path dataDir, std::filesystem::path namesModel,
                               QObject* parent)
    : QObject(parent),
      dataDir_(std::move(dataDir)),
      namesModel_(std::move(namesModel)),
      egress_(dataDir_ / "hearth.db") {}

bool PrivacyService::sealed() const {
    return privacy::Vault(dataDir_).present();
}

bool PrivacyService::opensByKeyring() const {
    return sealed() && privacy::Vault(dataDir_).opensByKeyring().value_or(false);
}

PrivacyService::Looked PrivacyService::lookAt(const std::string& text) {
    if (!finder_) {
        auto made = privacy::Finder::withNames(namesModel_);
        finder_ =
            made ? std::make_shared<privacy::Finder>(std::move(*made)) : std::make_shared<privacy::Finder>();
    }
    Looked out;
    for (const privacy::Finding& finding : finder_->find(text))
        out.found.append(
            QVariantMap{{QStringLiteral("words"),
                         QString::fromStdString(text.substr(finding.start, finding.end - finding.start))},
                        {QStringLiteral("kind"), kindText(finding.kind)},
                        {QStringLiteral("why"), QString::fromStdString(finding.why)}});
    out.masked = QString::fromStdString(privacy::Masker(*finder_, 1).mask(text));
    return out;
}

void PrivacyService::look(const QString& text) {
    looking_.run(
        this, [this, words = text.toStdString()](const base::CancelToken&) { return lookAt(words); },
        [this](Looked result) {
            found_ = std::move(result.found);
            masked_ = std::move(result.masked);
            emit looked();
        });
}

void PrivacyService::seal(const QString& passphrase, bool keyring) {
    emit vaultWork([words = passphrase.toStdString(), keyring](DataVault& vault) {
        return sealedNow(vault, words, keyring);
    });
}

// Another passphrase is refused here, with the window still open.
void PrivacyService::unseal(const QString& passphrase) {
    unlocking_.run(
        this,
        [dir = dataDir_,
         words = passphrase.toStdString()](const base::CancelToken&) -> base::Result<std::string> {
            const auto key = privacy::Vault(dir).unlock(words);
            if (!key) return tl::unexpected(key.error());
            return words;
        },
        [this](const base::Result<std::string>& words) {
            if (!words) return emit refused(textOf(words.error()));
            emit vaultWork(
                [passphrase = *words](DataVault& vault) { return unsealedNow(vault, passphrase); });
        });
}

void PrivacyService::changePassphrase(const QString& old, const QString& next) {
    unlocking_.run(
        this,
        [dir = dataDir_, from = old.toStdString(), to = next.toStdString()](const base::CancelToken&) {
            return DataVault(dir).changePassphrase(from, to);
        },
        [this](const base::Result<void>& changed) {
            if (!changed) return emit refused(textOf(changed.error()));
            emit said(tr("The passphrase is changed."));
        });
}

}  // namespace hearth::app
