#include "vault/page_cipher.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace hearth::privacy {
namespace {

constexpr std::array<unsigned char, 16> kSqliteMagic = {'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f',
                                                        'o', 'r', 'm', 'a', 't', ' ', '3', 0};
constexpr std::size_t kNonceAt = kPageBytes - kReservedBytes;
constexpr std::size_t kTagAt = kNonceAt + kNonceBytes;

static_assert(kNonceBytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(kTagBytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(kKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

// What the tag covers besides the page: kind of file and offset, little endian.
std::array<unsigned char, 9> boundTo(const PagePlace& place) {
    std::array<unsigned char, 9> bytes{static_cast<unsigned char>(place.file)};
    for (unsigned i = 0; i < 8; ++i) bytes[1 + i] = static_cast<unsigned char>(place.offset >> (8 * i));
    return bytes;
}

// The first page shows kMagic, so its ciphertext begins behind it.
std::size_t skipped(const PagePlace& place) {
    return place.first() ? kMagic.size() : 0;
}

}  // namespace

PageCipher::PageCipher(const Secret& key) : key_(key.view()) {}

void PageCipher::seal(ConstPage plain, const PagePlace& place, Page sealed) const {
    const std::size_t skip = skipped(place);
    const auto bound = boundTo(place);
    unsigned char* nonce = sealed.data() + kNonceAt;
    randombytes_buf(nonce, kNonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt_detached(sealed.data() + skip, sealed.data() + kTagAt, nullptr,
                                                        plain.data() + skip, kNonceAt - skip, bound.data(),
                                                        bound.size(), nullptr, nonce, key_.data());
    std::copy_n(kMagic.begin(), skip, sealed.begin());
}

bool PageCipher::open(ConstPage sealed, const PagePlace& place, Page plain) const {
    const std::size_t skip = skipped(place);
    const auto bound = boundTo(place);
    if (!std::equal(kMagic.begin(), kMagic.begin() + static_cast<std::ptrdiff_t>(skip), sealed.begin()))
        return false;
    const bool whole =
        crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
            plain.data() + skip, nullptr, sealed.data() + skip, kNonceAt - skip, sealed.data() + kTagAt,
            bound.data(), bound.size(), sealed.data() + kNonceAt, key_.data()) == 0;
    if (!whole) return false;
    std::copy_n(kSqliteMagic.begin(), skip, plain.begin());
    std::memset(plain.data() + kNonceAt, 0, kReservedBytes);
    return true;
}

}  // namespace hearth::privacy
