// The sealed data of a folder as a program opens it: unlocked for as long as this lives, sealed and unsealed
// as a whole. Nothing else may have a database of the folder open while seal(), unseal() or open() run. Slow:
// deriving a key takes about a second. One thread at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "privacy/sealed_files.h"
#include "privacy/vault.h"

namespace hearth::app {

class DataVault {
  public:
    // `cost`: of passphrases that are set from here on.
    explicit DataVault(std::filesystem::path folder, privacy::DerivationCost cost = {})
        : vault_(std::move(folder)), cost_(cost) {}

    // Must open() come before anything is read?
    bool locked() const { return vault_.present() && !files_; }
    bool sealed() const { return vault_.present(); }
    bool opensByKeyring() const { return vault_.present() && vault_.opensByKeyring().value_or(false); }
    // "" where the keyring does not open it.
    std::string keyringEntry() const {
        return vault_.present() ? vault_.keyringEntry().value_or(std::string()) : std::string();
    }
    const privacy::Vault& vault() const { return vault_; }

    // Makes what is sealed readable, and completes a sealing that was interrupted.
    // Errors: Refused for another passphrase; those of Vault::unlock() and sealAll().
    base::Result<void> open(std::string_view passphrase);
    base::Result<void> openByKeyring(const privacy::Secret& keyringKey);

    // Seals everything under a new passphrase.
    base::Result<void> seal(std::string_view passphrase);
    // Unseals everything and forgets the key.
    base::Result<void> unseal(std::string_view passphrase);
    // The key goes where nothing is left that it opens: after a wipe.
    void forgetIfUnused();
    base::Result<void> changePassphrase(std::string_view old, std::string_view next);
    // Lets the keyring open it too: gives what to lay there.
    base::Result<privacy::Secret> joinKeyring(std::string_view passphrase);

  private:
    base::Result<void> use(const base::Result<privacy::Secret>& key);

    privacy::Vault vault_;
    privacy::DerivationCost cost_;
    std::unique_ptr<privacy::SealedFiles> files_;
};

}  // namespace hearth::app
