// The desktop's keyring (Secret Service, KWallet; through QtKeychain): small secrets of this user, each under
// a name. Waits for the keyring, which may ask the user, with an event loop of its own. GUI thread.
#pragma once

#include <QString>

#include "base/result.h"
#include "privacy/secret.h"
#include "remote/secret_keeper.h"

namespace hearth::app::keyring {

// Errors: NotFound where there is no such entry; Unsupported where there is no keyring; Refused where the
// user did not open it.
base::Result<privacy::Secret> read(const QString& name);
base::Result<void> write(const QString& name, const privacy::Secret& secret);
base::Result<void> remove(const QString& name);

// The same for those who do not know Qt: on the main thread, with or without an application.
KeyringDoor door();

}  // namespace hearth::app::keyring
