#include "privacy/sha256.h"

#include <gtest/gtest.h>

#include <fstream>

#include "fakes/temporary_folder.h"

namespace hearth::privacy {
namespace {

// FIPS 180-4's own examples.
TEST(Sha256, KnownSums) {
    const std::pair<std::string, std::string> cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    for (const auto& [text, sum] : cases) {
        Sha256 whole;
        whole.add(text);
        EXPECT_EQ(whole.hex(), sum);
        Sha256 parts;
        parts.add(std::string_view(text).substr(0, text.size() / 3));
        Sha256 copy = parts;  // goes on by itself
        copy.add(std::string_view(text).substr(text.size() / 3));
        EXPECT_EQ(copy.hex(), sum);
        EXPECT_TRUE(isSha256(sum));
    }
    EXPECT_FALSE(isSha256("abc"));
    EXPECT_FALSE(isSha256(std::string(64, 'G')));
}

TEST(Sha256, OfAFile) {
    const tests::TemporaryFolder folder;
    std::ofstream(folder / "f") << "abc";
    Sha256 sum;
    ASSERT_TRUE(sum.addFile(folder / "f"));
    EXPECT_EQ(sum.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_FALSE(Sha256().addFile(folder / "none"));
}

}  // namespace
}  // namespace hearth::privacy
