#include "privacy/vault.h"

#include <sodium.h>

#include <algorithm>

#include "privacy/sealed_files.h"
#include "vault/key_file.h"
#include "vault/page_cipher.h"

namespace hearth::privacy {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

constexpr const char* kPassphrase = "passphrase";
constexpr const char* kKeyring = "keyring";
constexpr const char* kFirstEntry = "data key";  // of those that have no number yet

const unsigned char* bytesOf(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string randomBytes(std::size_t size) {
    std::string bytes(size, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string newEntry() {
    const std::string number = randomBytes(8);
    char text[17];
    sodium_bin2hex(text, sizeof text, bytesOf(number), number.size());
    return std::string(kFirstEntry) + " " + text;
}

Result<Secret> derived(std::string_view passphrase, const std::string& salt, const DerivationCost& cost) {
    Secret key(crypto_secretbox_KEYBYTES);
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), bytesOf(salt),
                      cost.passes, cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::OutOfMemory, "There is not enough memory to work with the passphrase (" +
                                                std::to_string(cost.memoryBytes >> 20) +
                                                " MB are needed). Close other programs.");
    return key;
}

void wrap(WayIn& way, const Secret& key, const Secret& under) {
    way.nonce = randomBytes(crypto_secretbox_NONCEBYTES);
    way.wrapped.resize(key.size() + crypto_secretbox_MACBYTES);
    crypto_secretbox_easy(reinterpret_cast<unsigned char*>(way.wrapped.data()), key.data(), key.size(),
                          bytesOf(way.nonce), under.data());
}

Result<Secret> unwrap(const WayIn& way, const Secret& under, const std::string& refusal) {
    Secret key(way.wrapped.size() - crypto_secretbox_MACBYTES);
    if (under.size() != crypto_secretbox_KEYBYTES || key.size() != kKeyBytes ||
        crypto_secretbox_open_easy(key.data(), bytesOf(way.wrapped), way.wrapped.size(), bytesOf(way.nonce),
                                   under.data()) != 0)
        return fail(ErrorCode::Refused, refusal);
    return key;
}

Result<WayIn> passphraseWay(const Secret& key, std::string_view passphrase, const DerivationCost& cost) {
    if (passphrase.empty()) return fail(ErrorCode::InvalidInput, "The passphrase is empty.", kPassphrase);
    WayIn way;
    way.kind = kPassphrase;
    way.salt = randomBytes(crypto_pwhash_SALTBYTES);
    way.cost = cost;
    const auto under = derived(passphrase, way.salt, cost);
    if (!under) return tl::unexpected(under.error());
    wrap(way, key, *under);
    return way;
}

const WayIn* find(const std::vector<WayIn>& ways, const std::string& kind) {
    const auto it =
        std::find_if(ways.begin(), ways.end(), [&](const WayIn& way) { return way.kind == kind; });
    return it == ways.end() ? nullptr : &*it;
}

// Writes the ways with `way` in place of the one of its kind.
Result<void> put(const fs::path& file, const WayIn& way) {
    auto ways = readKeyFile(file);
    if (!ways) return tl::unexpected(ways.error());
    std::erase_if(*ways, [&](const WayIn& other) { return other.kind == way.kind; });
    ways->push_back(way);
    return writeKeyFile(file, *ways);
}

}  // namespace

bool Vault::present() const {
    std::error_code error;
    return fs::exists(file(), error);
}

Result<bool> Vault::opensByKeyring() const {
    const auto entry = keyringEntry();
    if (!entry) return tl::unexpected(entry.error());
    return !entry->empty();
}

Result<std::string> Vault::keyringEntry() const {
    const auto ways = readKeyFile(file());
    if (!ways) return tl::unexpected(ways.error());
    const WayIn* way = find(*ways, kKeyring);
    if (way == nullptr) return std::string();
    return way->entry.empty() ? kFirstEntry : way->entry;
}

Result<Secret> Vault::create(std::string_view passphrase, const DerivationCost& cost) const {
    if (present()) return fail(ErrorCode::Conflict, "There is a key already.", file().string());
    Secret key = Secret::random(kKeyBytes);
    const auto way = passphraseWay(key, passphrase, cost);
    if (!way) return tl::unexpected(way.error());
    if (auto written = writeKeyFile(file(), {*way}); !written) return tl::unexpected(written.error());
    return key;
}

Result<Secret> Vault::unlock(std::string_view passphrase) const {
    const auto ways = readKeyFile(file());
    if (!ways) return tl::unexpected(ways.error());
    const WayIn* way = find(*ways, kPassphrase);
    if (way == nullptr) return fail(ErrorCode::InvalidInput, "No passphrase opens this.", file().string());
    const auto under = derived(passphrase, way->salt, way->cost);
    if (!under) return tl::unexpected(under.error());
    return unwrap(*way, *under, "This is not the passphrase.");
}

Result<Secret> Vault::unlockByKeyring(const Secret& keyringKey) const {
    const auto ways = readKeyFile(file());
    if (!ways) return tl::unexpected(ways.error());
    const WayIn* way = find(*ways, kKeyring);
    if (way == nullptr) return fail(ErrorCode::Refused, "The keyring does not open this.", file().string());
    return unwrap(*way, keyringKey, "The keyring holds another key. Unlock with the passphrase.");
}

Result<void> Vault::changePassphrase(const Secret& key, std::string_view passphrase,
                                     const DerivationCost& cost) const {
    const auto way = passphraseWay(key, passphrase, cost);
    if (!way) return tl::unexpected(way.error());
    return put(file(), *way);
}

Result<Secret> Vault::addKeyring(const Secret& key) const {
    Secret under = Secret::random(crypto_secretbox_KEYBYTES);
    WayIn way;
    way.kind = kKeyring;
    // The entry that it has, so that none is left behind.
    const auto known = keyringEntry();
    if (!known) return tl::unexpected(known.error());
    way.entry = known->empty() ? newEntry() : *known;
    wrap(way, key, under);
    if (auto written = put(file(), way); !written) return tl::unexpected(written.error());
    return under;
}

Result<void> Vault::removeKeyring() const {
    auto ways = readKeyFile(file());
    if (!ways) return tl::unexpected(ways.error());
    std::erase_if(*ways, [](const WayIn& way) { return way.kind == kKeyring; });
    return writeKeyFile(file(), *ways);
}

Result<void> Vault::remove() const {
    for (const fs::path& database : databases())
        if (formOf(database) == FileForm::Sealed)
            return fail(ErrorCode::Conflict, "This is still sealed; its key must stay.", database.string());
    std::error_code error;
    fs::remove(file(), error);
    if (error)
        return fail(ErrorCode::Io, "The key cannot be removed: " + error.message() + ".", file().string());
    return {};
}

std::vector<fs::path> Vault::databases() const {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator it(folder_, error), end; !error && it != end; it.increment(error)) {
        const fs::path tail = it->path().extension();
        if (tail == ".sealing" || tail == ".unsealing" || !it->is_regular_file(error)) continue;
        const FileForm form = formOf(it->path());
        if (form == FileForm::Plain || form == FileForm::Sealed) found.push_back(it->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

Result<void> sealAll(const Vault& vault) {
    for (const fs::path& database : vault.databases())
        if (auto sealed = sealDatabase(database); !sealed) return sealed;
    return {};
}

Result<void> unsealAll(const Vault& vault) {
    for (const fs::path& database : vault.databases())
        if (auto plain = unsealDatabase(database); !plain) return plain;
    return {};
}

}  // namespace hearth::privacy
