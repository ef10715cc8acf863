// Where a small secret of the user lies: in the desktop's keyring, under a name that no other folder has, or
// where there is none, in secrets.db of the data folder, for the user alone and sealed with all other data
// where that is sealed. The keyring is handed in, for it needs Qt. Use it on the thread that the keyring is
// for.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "privacy/secret.h"
#include "storage/stored_data.h"

namespace hearth::app {

// The desktop's keyring for those who do not know Qt; all empty: there is none. Errors as platform/keyring.h
// has them.
struct KeyringDoor {
    std::function<base::Result<privacy::Secret>(const std::string& name)> read;
    std::function<base::Result<void>(const std::string& name, const privacy::Secret& secret)> write;
    std::function<base::Result<void>(const std::string& name)> remove;
};

// The entry that opens a larger model elsewhere.
inline constexpr const char* kRemoteKey = "remote key";

class SecretKeeper {
  public:
    enum class Place { Nowhere, Keyring, DataFolder };
    struct Kept {
        std::string text;  // empty where it is nowhere
        Place place = Place::Nowhere;
    };

    SecretKeeper(std::filesystem::path dataDir, KeyringDoor keyring)
        : dataDir_(std::move(dataDir)), keyring_(std::move(keyring)) {}

    // Also moves what earlier versions left in remote.key and in an entry that all folders shared. Errors:
    // Io; Refused where the user did not open the keyring.
    base::Result<Kept> read(const std::string& name) const;
    // Gives where it lies now: it lies in one place alone.
    base::Result<Place> write(const std::string& name, const std::string& text) const;
    base::Result<void> remove(const std::string& name) const;

    // One sentence that says where it lies.
    std::string sentence(Place place) const;

  private:
    base::Result<void> takeOver() const;
    // Its name in the keyring; empty: this folder has none yet, and none is to be made.
    base::Result<std::string> entryOf(const std::string& name, bool make) const;
    base::Result<void> takeSharedEntry(const std::string& name) const;
    std::filesystem::path database() const { return dataDir_ / "secrets.db"; }

    std::filesystem::path dataDir_;
    KeyringDoor keyring_;
};

// Deletes these kinds of data, and with the settings what the keyring holds for them. Errors: those of
// wipe().
base::Result<void> wipeWithKeys(const std::filesystem::path& dataDir, const std::vector<StoredKind>& kinds,
                                const KeyringDoor& keyring);

}  // namespace hearth::app
