#include "vault/page_cipher.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hearth::privacy {
namespace {

using File = PagePlace::File;
using Bytes = std::array<unsigned char, kPageBytes>;

Bytes somePage() {
    Bytes page{};
    for (std::size_t i = 0; i < kPageBytes - kReservedBytes; ++i) page[i] = static_cast<unsigned char>(i * 7);
    return page;
}

TEST(PageCipher, OpensWhatItSealedAndHidesIt) {
    const PageCipher cipher(Secret::random(kKeyBytes));
    const Bytes plain = somePage();
    Bytes sealed, again, opened;
    for (const PagePlace place : {PagePlace{File::Database, 4096}, {File::Log, 56}, {File::Journal, 0}}) {
        cipher.seal(plain, place, sealed);
        cipher.seal(plain, place, again);
        EXPECT_NE(sealed, again) << "every write has a nonce of its own";
        EXPECT_EQ(std::search(sealed.begin(), sealed.end(), plain.begin(), plain.begin() + 16), sealed.end());
        ASSERT_TRUE(cipher.open(sealed, place, opened));
        EXPECT_EQ(opened, plain);
    }
}

TEST(PageCipher, ShowsOfADatabaseThatItIsSealed) {
    const PageCipher cipher(Secret::random(kKeyBytes));
    Bytes plain = somePage(), sealed, opened;
    std::copy_n("SQLite format 3", 16, plain.begin());
    cipher.seal(plain, {File::Database, 0}, sealed);
    EXPECT_TRUE(std::equal(kMagic.begin(), kMagic.end(), sealed.begin()));
    ASSERT_TRUE(cipher.open(sealed, {File::Database, 0}, opened));
    EXPECT_EQ(opened, plain);
}

TEST(PageCipher, RefusesWhatIsNotAsItWasSealed) {
    const PageCipher cipher(Secret::random(kKeyBytes)), other(Secret::random(kKeyBytes));
    const PagePlace place{File::Database, 8192};
    Bytes sealed, opened;
    cipher.seal(somePage(), place, sealed);
    EXPECT_FALSE(other.open(sealed, place, opened));
    EXPECT_FALSE(cipher.open(sealed, {File::Database, 4096}, opened)) << "moved to another place";
    EXPECT_FALSE(cipher.open(sealed, {File::Log, 8192}, opened)) << "moved to another file";
    for (const std::size_t at : {std::size_t{0}, std::size_t{2000}, kPageBytes - 30, kPageBytes - 1}) {
        Bytes changed = sealed;
        changed[at] ^= 1;
        EXPECT_FALSE(cipher.open(changed, place, opened)) << at;
    }
}

}  // namespace
}  // namespace hearth::privacy
