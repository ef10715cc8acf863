#include "services/vault_door.h"

#include "platform/keyring.h"
#include "services/typed_secret.h"

namespace hearth::app {

bool VaultDoor::openByKeyring() {
    if (!vault_.opensByKeyring()) return false;
    const auto key = keyring::read(QString::fromStdString(vault_.keyringEntry()));
    const auto done = key ? vault_.openByKeyring(*key) : tl::unexpected(key.error());
    if (!done) problem_ = QString::fromStdString(done.error().text());
    return done.has_value();
}

void VaultDoor::open(const QString& passphrase) {
    if (busy_) return;
    busy_ = true;
    problem_.clear();
    emit changed();
    opening_.run(
        this,
        [this, words = typedSecret(passphrase)](const base::CancelToken&) {
            return vault_.open(words->view());
        },
        [this](const base::Result<void>& done) {
            busy_ = false;
            if (!done) problem_ = QString::fromStdString(done.error().text());
            emit changed();
            if (done) emit opened();
        });
}

}  // namespace hearth::app
