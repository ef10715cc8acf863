#include "privacy/sha256.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <vector>

namespace hearth::privacy {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

crypto_hash_sha256_state* stateOf(std::array<unsigned char, 128>& bytes) {
    static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(bytes));
    return reinterpret_cast<crypto_hash_sha256_state*>(bytes.data());
}

}  // namespace

Sha256::Sha256() : state_{} {
    crypto_hash_sha256_init(stateOf(state_));
}

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_update(stateOf(state_), reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

std::string Sha256::hex() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(stateOf(state_), digest.data());
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text{};
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

Result<void> Sha256::addFile(const std::filesystem::path& file, base::CancelToken cancel) {
    std::ifstream in(file, std::ios::binary);
    std::vector<char> block(1u << 20);
    while (in) {
        if (cancel.cancelled()) return fail(ErrorCode::Cancelled, "Stopped.", file.string());
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        add({block.data(), static_cast<std::size_t>(in.gcount())});
    }
    if (!in.eof()) return fail(ErrorCode::Io, "The file cannot be read.", file.string());
    return {};
}

bool isSha256(std::string_view text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

}  // namespace hearth::privacy
