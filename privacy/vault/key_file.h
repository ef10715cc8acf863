// vault.json: wrapped copies of the key, as text.
//   {"version": 1, "ways": [{"kind": "passphrase", "salt": …, "passes": 3, "memory": 268435456, "nonce": …,
//    "key": …}, {"kind": "keyring", "entry": "data key 3f…", "nonce": …, "key": …}]}
// Bytes are base64. A wrapped key is crypto_secretbox (XSalsa20-Poly1305) of the key under the way's own key.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "privacy/vault.h"

namespace hearth::privacy {

struct WayIn {
    std::string kind;        // "passphrase" or "keyring"
    std::string salt;        // bytes; of a passphrase
    DerivationCost cost;     // of a passphrase
    std::string nonce;       // bytes
    std::string wrapped;     // bytes
    std::string entry = {};  // of the keyring; empty in files that were written before there were several
};

base::Result<std::vector<WayIn>> readKeyFile(const std::filesystem::path& file);
// Complete, or the earlier one stays; readable by the user alone.
base::Result<void> writeKeyFile(const std::filesystem::path& file, const std::vector<WayIn>& ways);

}  // namespace hearth::privacy
