#include "vault/key_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace hearth::privacy {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using nlohmann::json;

std::string toBase64(const std::string& bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the terminating zero
    return text;
}

// Nothing where it is no base64.
std::optional<std::string> fromBase64(const std::string& text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

std::optional<WayIn> wayOf(const json& entry) {
    WayIn way;
    way.kind = entry.value("kind", "");
    way.entry = entry.value("entry", "");
    way.cost.passes = entry.value("passes", std::uint64_t{0});
    way.cost.memoryBytes = entry.value("memory", std::size_t{0});
    const auto salt = fromBase64(entry.value("salt", ""));
    const auto nonce = fromBase64(entry.value("nonce", ""));
    const auto wrapped = fromBase64(entry.value("key", ""));
    if (!salt || !nonce || !wrapped) return std::nullopt;
    way.salt = *salt;
    way.nonce = *nonce;
    way.wrapped = *wrapped;
    const bool derived = way.kind == "passphrase";
    if (derived && way.salt.size() != crypto_pwhash_SALTBYTES) return std::nullopt;
    if (way.nonce.size() != crypto_secretbox_NONCEBYTES) return std::nullopt;
    if (way.wrapped.size() <= crypto_secretbox_MACBYTES) return std::nullopt;
    return way;
}

json entryOf(const WayIn& way) {
    json entry = {{"kind", way.kind}, {"nonce", toBase64(way.nonce)}, {"key", toBase64(way.wrapped)}};
    if (!way.entry.empty()) entry["entry"] = way.entry;
    if (way.salt.empty()) return entry;
    entry["salt"] = toBase64(way.salt);
    entry["passes"] = way.cost.passes;
    entry["memory"] = way.cost.memoryBytes;
    return entry;
}

tl::unexpected<base::Error> damaged(const std::filesystem::path& file) {
    return fail(
        ErrorCode::InvalidInput,
        "The file that holds the key is damaged. Put it back from a copy of your data: without it what is "
        "sealed cannot be read.",
        file.string());
}

tl::unexpected<base::Error> unwritten(const std::filesystem::path& file) {
    return fail(ErrorCode::Io,
                std::string("The file that holds the key cannot be written: ") + std::strerror(errno) +
                    ". The earlier one is unchanged.",
                file.string());
}

// All of `text`, on the disk and not only on its way there.
bool writeWhole(const std::filesystem::path& path, const std::string& text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return false;
    const bool whole =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    return ::close(file) == 0 && whole;
}

}  // namespace

Result<std::vector<WayIn>> readKeyFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorCode::NotFound, "There is no key here: nothing is sealed.", file.string());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::vector<WayIn> ways;
    try {
        const json document = json::parse(text);
        if (document.at("version") != 1)
            return fail(ErrorCode::Unsupported,
                        "A newer Hearth made this key. Install the newer Hearth to open it.", file.string());
        for (const json& entry : document.at("ways")) {
            const auto way = wayOf(entry);
            if (!way) return damaged(file);
            ways.push_back(*way);
        }
    } catch (const json::exception&) {
        return damaged(file);
    }
    return ways;
}

Result<void> writeKeyFile(const std::filesystem::path& file, const std::vector<WayIn>& ways) {
    json document = {{"version", 1}, {"ways", json::array()}};
    for (const WayIn& way : ways) document["ways"].push_back(entryOf(way));
    const std::filesystem::path next = file.string() + ".next";
    if (!writeWhole(next, document.dump(2) + "\n")) return unwritten(file);
    if (::rename(next.c_str(), file.c_str()) != 0) return unwritten(file);
    const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

}  // namespace hearth::privacy
