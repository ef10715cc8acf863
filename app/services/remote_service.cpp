#include "services/remote_service.h"

#include <utility>

#include "privacy/url_host.h"
#include "privacy/vault.h"
#include "remote/remote_desk.h"

namespace hearth::app {

namespace {

QString textOf(const base::Error& error) {
    return QString::fromStdString(error.text());
}

}  // namespace

RemoteService::RemoteService(Settings& settings, std::filesystem::path dataDir, KeyringDoor keyring,
                             QObject* parent)
    : QObject(parent),
      settings_(settings),
      dataDir_(std::move(dataDir)),
      keeper_(dataDir_, std::move(keyring)) {
    connect(&settings_, &Settings::changed, this, &RemoteService::follow);
}

QString RemoteService::host() const {
    const auto host = privacy::hostOf(settings_.value("remote.url"));
    return host ? QString::fromStdString(*host) : QString();
}

QString RemoteService::keyPlace() const {
    if (!keyProblem_.isEmpty()) return keyProblem_;
    switch (place_) {
        case SecretKeeper::Place::Keyring:
            return tr("The key is kept in the desktop's keyring.");
        case SecretKeeper::Place::DataFolder:
            return privacy::Vault(dataDir_).present()
                       ? tr("The desktop has no keyring, so the key is kept with your sealed data.")
                       : tr("The desktop has no keyring, so the key is kept in a file that only you can "
                            "read, in the data folder.");
        case SecretKeeper::Place::Nowhere:
            break;
    }
    return {};
}

agent::RemoteServer RemoteService::server() const {
    if (!named()) return {};
    return {settings_.value("remote.url"), settings_.value("remote.model"), key_};
}

std::string RemoteService::fingerprint() const {
    return settings_.value("remote.url") + '\n' + settings_.value("remote.model") + '\n' +
           settings_.value("privacy.kinds_off");
}

void RemoteService::start() {
    if (named()) {
        const auto kept = keeper_.read(kRemoteKey);
        if (kept) {
            key_ = kept->text;
            place_ = kept->place;
        } else {
            keyProblem_ = textOf(kept.error());
        }
    }
    tell();
    emit changed();
}

void RemoteService::tell() {
    told_ = fingerprint();
    emit serverChanged(server());
}

// The command line, or a page, may have named another.
void RemoteService::follow() {
    if (fingerprint() != told_) tell();
    emit changed();
}

void RemoteService::setAddress(const QString& address) {
    models_.clear();
    verdict_.clear();
    settings_.put("remote.url", address.trimmed().toStdString());
    if (named() && key_.empty()) start();
    emit changed();
}

void RemoteService::setModel(const QString& model) {
    settings_.put("remote.model", model.trimmed().toStdString());
}

void RemoteService::keepKey(const QString& key) {
    const std::string text = key.trimmed().toStdString();
    keyProblem_.clear();
    if (text.empty()) {
        if (const auto gone = keeper_.remove(kRemoteKey); !gone) keyProblem_ = textOf(gone.error());
        place_ = SecretKeeper::Place::Nowhere;
    } else {
        const auto place = keeper_.write(kRemoteKey, text);
        if (place)
            place_ = *place;
        else
            keyProblem_ = textOf(place.error());
    }
    key_ = text;
    tell();
    emit changed();
}

RemoteService::Tested RemoteService::ask(const std::filesystem::path& dataDir, agent::RemoteServer server,
                                         const base::CancelToken& cancel) {
    Tested tested{{}, server.model, {}};
    const auto egress = openRemoteEgress(dataDir, server);
    if (!egress) {
        tested.answer = tl::unexpected(egress.error());
        return tested;
    }
    agent::RemoteLimits limits;
    limits.stallMs = 10'000;
    limits.wholeMs = 30'000;
    limits.mostBytes = 1u << 20;
    limits.mostTokens = 16;
    auto names = agent::RemoteModel(**egress, server, limits).models(cancel);
    if (!names) {
        tested.answer = tl::unexpected(names.error());
        return tested;
    }
    tested.models = std::move(*names);
    if (server.model.empty() && !tested.models.empty()) server.model = tested.models.front();
    tested.model = server.model;
    tested.answer =
        agent::RemoteModel(**egress, server, limits).ask({{"user", "Answer with the word yes."}}, {}, cancel);
    return tested;
}

void RemoteService::test() {
    testing_ = true;
    verdict_.clear();
    emit changed();
    task_.run(
        this,
        [dataDir = dataDir_, server = server()](const base::CancelToken& cancel) {
            return ask(dataDir, server, cancel);
        },
        [this](const Tested& tested) { onTested(tested); });
}

void RemoteService::onTested(const Tested& tested) {
    testing_ = false;
    models_.clear();
    for (const std::string& name : tested.models) models_.append(QString::fromStdString(name));
    answers_ = tested.answer.has_value();
    verdict_ = answers_ ? tr("%1 answers.").arg(QString::fromStdString(tested.model))
                        : textOf(tested.answer.error());
    if (model().isEmpty() && answers_) setModel(QString::fromStdString(tested.model));
    emit changed();
}

}  // namespace hearth::app
