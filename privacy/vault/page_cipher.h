// Seals the pages of a database file one by one: XChaCha20-Poly1305, a fresh nonce for every write, bound to
// the place in the file, so that pages cannot be swapped. On disk a sealed page is
//   ciphertext [4056] | nonce [24] | tag [16]
// and the first page of a database begins with kMagic in place of SQLite's own first 16 bytes, which are
// always the same. Stateless but for the key; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "privacy/secret.h"

namespace hearth::privacy {

inline constexpr std::size_t kPageBytes = 4096;
inline constexpr std::size_t kNonceBytes = 24;
inline constexpr std::size_t kTagBytes = 16;
inline constexpr std::size_t kReservedBytes = kNonceBytes + kTagBytes;  // at the end of every page
inline constexpr std::size_t kKeyBytes = 32;
inline constexpr std::array<unsigned char, 16> kMagic = {'H', 'e', 'a', 'r', 't', 'h', ' ', 's',
                                                         'e', 'a', 'l', 'e', 'd', ' ', '1', 0};

using Page = std::span<unsigned char, kPageBytes>;
using ConstPage = std::span<const unsigned char, kPageBytes>;

// Where a page stands: the kind of file, and its offset there.
struct PagePlace {
    enum class File : std::uint8_t { Database = 1, Log = 2, Journal = 3 };
    File file;
    std::uint64_t offset;
    bool first() const { return file == File::Database && offset == 0; }
};

class PageCipher {
  public:
    explicit PageCipher(const Secret& key);  // kKeyBytes; copied

    // The reserved bytes of `plain` are not kept.
    void seal(ConstPage plain, const PagePlace& place, Page sealed) const;
    // False: the key is another, or the bytes were changed. The reserved bytes of `plain` become zero.
    [[nodiscard]] bool open(ConstPage sealed, const PagePlace& place, Page plain) const;

  private:
    Secret key_;
};

}  // namespace hearth::privacy
