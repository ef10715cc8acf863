#include "storage/data_vault.h"

#include "storage/library_files.h"

namespace hearth::app {

using base::Result;
using privacy::Secret;

Result<void> DataVault::use(const Result<Secret>& key) {
    if (!key) return tl::unexpected(key.error());
    if (!files_) files_ = std::make_unique<privacy::SealedFiles>(*key);
    if (auto removed = removeLibraryGraph(vault_.file().parent_path()); !removed) return removed;
    return sealAll(vault_);
}

Result<void> DataVault::open(std::string_view passphrase) {
    return use(vault_.unlock(passphrase));
}

Result<void> DataVault::openByKeyring(const Secret& keyringKey) {
    return use(vault_.unlockByKeyring(keyringKey));
}

Result<void> DataVault::seal(std::string_view passphrase) {
    return use(vault_.create(passphrase, cost_));
}

Result<void> DataVault::unseal(std::string_view passphrase) {
    // The passphrase is asked for again: whoever finds the window open may not take the seal off.
    const auto key = vault_.unlock(passphrase);
    if (!key) return tl::unexpected(key.error());
    if (!files_) files_ = std::make_unique<privacy::SealedFiles>(*key);
    if (auto plain = unsealAll(vault_); !plain) return plain;
    if (auto removed = vault_.remove(); !removed) return removed;
    files_.reset();  // from here on new databases are plain again
    return {};
}

void DataVault::forgetIfUnused() {
    if (vault_.present() && vault_.remove()) files_.reset();
}

Result<void> DataVault::changePassphrase(std::string_view old, std::string_view next) {
    const auto key = vault_.unlock(old);
    if (!key) return tl::unexpected(key.error());
    return vault_.changePassphrase(*key, next, cost_);
}

Result<Secret> DataVault::joinKeyring(std::string_view passphrase) {
    const auto key = vault_.unlock(passphrase);
    if (!key) return tl::unexpected(key.error());
    return vault_.addKeyring(*key);
}

}  // namespace hearth::app
