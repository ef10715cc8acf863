// Sealing the data folder by the command line.
#include <gmock/gmock.h>

#include "app/cli/command_line.h"

namespace hearth::app {
namespace {

using testing::HasSubstr;

constexpr const char* kWord = "periwinkle";

class SealedFolder : public testing::Test {
  protected:
    void SetUp() override {
        std::ofstream(hearth_.file("pass")) << "correct horse\n";
        std::ofstream(hearth_.file("other")) << "battery staple\n";
        std::ofstream(hearth_.file("in.md")) << "# Plans\n\n## You\n\n" << kWord << " at noon\n";
        ASSERT_EQ(hearth_.run("conversations import '" + hearth_.file("in.md") + "'").code, 0);
        ASSERT_TRUE(readable());
        ::setenv("HEARTH_NEW_PASSPHRASE_FILE", hearth_.file("pass").c_str(), 1);
        ASSERT_EQ(hearth_.run("vault on").code, 0);
    }
    void TearDown() override {
        ::unsetenv("HEARTH_PASSPHRASE_FILE");
        ::unsetenv("HEARTH_NEW_PASSPHRASE_FILE");
    }
    void usePassphrase(const std::string& name) {
        ::setenv("HEARTH_PASSPHRASE_FILE", hearth_.file(name).c_str(), 1);
    }
    // Does any file of the data folder show the word?
    bool readable() const {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(hearth_.data())) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(in), {}};
            if (bytes.find(kWord) != std::string::npos) return true;
        }
        return false;
    }
    CommandLine hearth_;
};

TEST_F(SealedFolder, IsReadWithThePassphraseAlone) {
    EXPECT_FALSE(readable());
    EXPECT_THAT(hearth_.run("vault status").out, HasSubstr("sealed      conversations.db"));
    const Ran none = hearth_.run("conversations search " + std::string(kWord));
    EXPECT_EQ(none.code, 3);
    EXPECT_THAT(none.err, HasSubstr("HEARTH_PASSPHRASE_FILE"));
    usePassphrase("other");
    EXPECT_THAT(hearth_.run("conversations list").err, HasSubstr("This is not the passphrase"));
    usePassphrase("pass");
    EXPECT_THAT(hearth_.run("conversations search " + std::string(kWord)).out, HasSubstr("[periwinkle]"));
    EXPECT_EQ(hearth_.run("do 'what is 2 plus 2'").code, 0);
    EXPECT_EQ(hearth_.run("log").code, 0);
    EXPECT_FALSE(readable());
}

TEST_F(SealedFolder, TakesAnotherPassphraseAndIsUnsealed) {
    usePassphrase("pass");
    ::setenv("HEARTH_NEW_PASSPHRASE_FILE", hearth_.file("other").c_str(), 1);
    ASSERT_EQ(hearth_.run("vault passphrase").code, 0);
    EXPECT_EQ(hearth_.run("vault off").code, 3) << "the old passphrase";
    usePassphrase("other");
    EXPECT_EQ(hearth_.run("vault off").code, 0);
    EXPECT_TRUE(readable());
    ::unsetenv("HEARTH_PASSPHRASE_FILE");
    EXPECT_THAT(hearth_.run("conversations list").out, HasSubstr("Plans"));
    EXPECT_THAT(hearth_.run("vault status").out, HasSubstr("Nothing is sealed"));
    EXPECT_EQ(hearth_.run("vault off").code, 2);
}

TEST_F(SealedFolder, CanBeWipedWithoutIt) {
    EXPECT_EQ(hearth_.run("wipe --yes").code, 0);
    EXPECT_FALSE(std::filesystem::exists(hearth_.data() / "conversations.db"));
    EXPECT_FALSE(std::filesystem::exists(hearth_.data() / "vault.json"));
}

}  // namespace
}  // namespace hearth::app
