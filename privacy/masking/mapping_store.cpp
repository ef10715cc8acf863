#include "privacy/mapping_store.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "privacy/secret.h"

namespace hearth::privacy {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;
using Json = nlohmann::json;

namespace {

constexpr int kHexFactor = 2;

std::string hexOf(const std::string& bytes) {
    std::string out(bytes.size() * kHexFactor + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                   bytes.size());
    out.pop_back();
    return out;
}

// Empty where the text is no such thing.
std::string bytesOf(const std::string& hex) {
    std::string out(hex.size() / kHexFactor, '\0');
    std::size_t size = 0;
    const int bad = sodium_hex2bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), hex.data(),
                                   hex.size(), nullptr, &size, nullptr);
    out.resize(bad == 0 ? size : 0);
    return out;
}

std::string sealedText(const std::string& plain, const Secret& key) {
    std::string nonce(crypto_secretbox_NONCEBYTES, '\0');
    randombytes_buf(nonce.data(), nonce.size());
    std::string box(plain.size() + crypto_secretbox_MACBYTES, '\0');
    crypto_secretbox_easy(reinterpret_cast<unsigned char*>(box.data()),
                          reinterpret_cast<const unsigned char*>(plain.data()), plain.size(),
                          reinterpret_cast<const unsigned char*>(nonce.data()), key.data());
    return hexOf(nonce + box);
}

std::optional<std::string> openedText(const std::string& sealed, const Secret& key) {
    const std::string whole = bytesOf(sealed);
    if (whole.size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES) return std::nullopt;
    const auto* nonce = reinterpret_cast<const unsigned char*>(whole.data());
    const std::size_t boxed = whole.size() - crypto_secretbox_NONCEBYTES;
    std::string plain(boxed - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(plain.data()),
                                   nonce + crypto_secretbox_NONCEBYTES, boxed, nonce, key.data()) != 0)
        return std::nullopt;
    return plain;
}

std::string textOf(const Mapping& mapping) {
    Json rows = Json::array();
    for (const Replacement& row : mapping.replacements) rows.push_back({row.kind, row.original, row.standIn});
    return Json{{"seed", mapping.seed}, {"rows", rows}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Mapping> mappingOf(const std::string& text) {
    try {
        const Json json = Json::parse(text);
        Mapping out;
        out.seed = json.at("seed").get<std::uint64_t>();
        for (const Json& row : json.at("rows"))
            out.replacements.push_back(
                {row.at(0).get<std::string>(), row.at(1).get<std::string>(), row.at(2).get<std::string>()});
        return out;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

// Nothing where there is no such file or it is no key.
std::optional<Secret> readKey(const fs::path& file) {
    const int in = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (in < 0) return std::nullopt;
    Secret key(crypto_secretbox_KEYBYTES);
    const auto got = ::read(in, key.data(), key.size());
    ::close(in);
    if (got != static_cast<ssize_t>(key.size())) return std::nullopt;
    return key;
}

Result<Secret> makeKey(const fs::path& file) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    fs::permissions(file.parent_path(), fs::perms::owner_all, error);
    fs::remove(file, error);  // one that was cut short
    Secret key = Secret::random(crypto_secretbox_KEYBYTES);
    const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const bool kept = out >= 0 && ::write(out, key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
                      ::fsync(out) == 0;
    if (out >= 0) ::close(out);
    if (!kept) return fail(ErrorCode::Io, "The key of the stand-ins cannot be kept", file.string());
    return key;
}

void shred(const fs::path& file) {
    const int out = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (out >= 0) {
        const std::string zeros(crypto_secretbox_KEYBYTES, '\0');
        if (::write(out, zeros.data(), zeros.size()) > 0) ::fsync(out);
        ::close(out);
    }
    std::error_code ignored;
    fs::remove(file, ignored);
}

}  // namespace

Result<MappingStore> MappingStore::open(const fs::path& dataDir) {
    if (sodium_init() < 0) return fail(ErrorCode::Internal, "The encryption library does not start", "");
    auto database = Database::open(dataDir / "stand_ins.db");
    if (!database) return tl::unexpected(database.error());
    const std::vector<std::string> steps = {
        "CREATE TABLE mappings(conversation INTEGER PRIMARY KEY, sealed TEXT NOT NULL)"};
    if (auto done = database->migrate("stand_ins", steps); !done) return tl::unexpected(done.error());
    return MappingStore(std::move(*database), dataDir / "stand-ins");
}

fs::path MappingStore::keyFile(std::int64_t conversation) const {
    return keys_ / (std::to_string(conversation) + ".key");
}

Result<std::optional<Mapping>> MappingStore::read(std::int64_t conversation) {
    const auto rows = database_.query("SELECT sealed FROM mappings WHERE conversation = ?", {conversation});
    if (!rows) return tl::unexpected(rows.error());
    if (rows->empty()) return std::optional<Mapping>();
    const fs::path file = keyFile(conversation);
    const auto key = readKey(file);
    if (!key) return std::optional<Mapping>();  // dropped: what is left cannot be read by anybody
    const auto text = openedText(privacy::textOf(rows->front().front()), *key);
    const auto mapping = text ? mappingOf(*text) : std::nullopt;
    if (!mapping)
        return fail(ErrorCode::InvalidInput, "The stand-ins of this conversation cannot be read any more",
                    file.string());
    return mapping;
}

Result<void> MappingStore::write(std::int64_t conversation, const Mapping& mapping) {
    const fs::path file = keyFile(conversation);
    auto key = readKey(file);
    if (!key) {
        auto made = makeKey(file);
        if (!made) return tl::unexpected(made.error());
        key.emplace(std::move(*made));
    }
    const auto kept = database_.query(
        "INSERT INTO mappings(conversation, sealed) VALUES(?1, ?2) "
        "ON CONFLICT(conversation) DO UPDATE SET sealed = ?2",
        {conversation, sealedText(textOf(mapping), *key)});
    if (!kept) return tl::unexpected(kept.error());
    return {};
}

Result<void> MappingStore::drop(std::int64_t conversation) {
    shred(keyFile(conversation));
    const auto done = database_.query("DELETE FROM mappings WHERE conversation = ?", {conversation});
    if (!done) return tl::unexpected(done.error());
    return {};
}

Result<void> MappingStore::keepOnly(const std::vector<std::int64_t>& conversations) {
    const auto rows = database_.query("SELECT conversation FROM mappings");
    if (!rows) return tl::unexpected(rows.error());
    for (const SqlRow& row : *rows) {
        const std::int64_t id = integerOf(row.front());
        if (std::find(conversations.begin(), conversations.end(), id) != conversations.end()) continue;
        if (auto done = drop(id); !done) return done;
    }
    return {};
}

}  // namespace hearth::privacy
