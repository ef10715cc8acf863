// The key under which Hearth's data is sealed, and the ways to it. The key itself is random and never
// changes; vault.json beside the data holds it wrapped, once for each way: a passphrase (Argon2id, RFC 9106)
// and, where the user wants it, a key of the desktop's keyring. Losing one way leaves the other. Changing the
// passphrase rewrites vault.json alone, at once or not at all. Without state but the folder; any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "privacy/secret.h"

namespace hearth::privacy {

// What deriving a key from a passphrase costs. Stored with each wrapped key.
struct DerivationCost {
    std::uint64_t passes = 3;
    std::size_t memoryBytes = 256u << 20;
};

class Vault {
  public:
    explicit Vault(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // Is there a key at all: has the data of this folder been sealed, or is it about to be?
    bool present() const;
    // Does the keyring's key open it too?
    base::Result<bool> opensByKeyring() const;
    // The name of its entry in the keyring, another one for each folder; "" where the keyring does not open
    // it.
    base::Result<std::string> keyringEntry() const;

    // Makes the key. Errors: Conflict where there is one; InvalidInput for an empty passphrase; Io.
    base::Result<Secret> create(std::string_view passphrase, const DerivationCost& cost = {}) const;
    // The key. Errors: Refused where the passphrase (or the keyring's key) is another one; InvalidInput where
    // vault.json is damaged; NotFound; OutOfMemory.
    base::Result<Secret> unlock(std::string_view passphrase) const;
    base::Result<Secret> unlockByKeyring(const Secret& keyringKey) const;

    // `key` is what unlock() gave.
    base::Result<void> changePassphrase(const Secret& key, std::string_view passphrase,
                                        const DerivationCost& cost = {}) const;
    // Makes a key to lay into the keyring, in place of an earlier one.
    base::Result<Secret> addKeyring(const Secret& key) const;
    base::Result<void> removeKeyring() const;

    // Forgets the key: only when nothing is sealed any more.
    base::Result<void> remove() const;

    std::filesystem::path file() const { return folder_ / "vault.json"; }
    // The databases of the folder, with the copies that migrations made of them.
    std::vector<std::filesystem::path> databases() const;

  private:
    std::filesystem::path folder_;
};

// Seals or unseals every database of the folder, under SealedFiles. What was interrupted is completed by
// calling it again.
base::Result<void> sealAll(const Vault& vault);
base::Result<void> unsealAll(const Vault& vault);

}  // namespace hearth::privacy
