#include "privacy/sealed_files.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>

#include "fakes/temporary_folder.h"
#include "sealed_database.h"
#include "vault/page_cipher.h"

namespace hearth::privacy {
namespace {

using tests::filesWithCanary;
using tests::TestDatabase;

class SealedFilesTest : public testing::Test {
  protected:
    tests::TemporaryFolder folder_;
    const std::filesystem::path file_ = folder_ / "a.db";
    const Secret key_ = Secret::random(kKeyBytes);
};

TEST_F(SealedFilesTest, AllowNoCoreDumpWhileTheyLive) {
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_CORE, &before), 0);
    const rlimit room{before.rlim_max, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_CORE, &room), 0);
    const auto allowed = [] {
        rlimit now{};
        ::getrlimit(RLIMIT_CORE, &now);
        return now.rlim_cur;
    };
    {
        const SealedFiles sealed(key_);
        EXPECT_LE(allowed(), 1u);
    }
    EXPECT_EQ(allowed(), before.rlim_max);
    ::setrlimit(RLIMIT_CORE, &before);
}

TEST_F(SealedFilesTest, HideContentInEveryJournalModeAndFindIt) {
    const SealedFiles sealed(key_);
    for (const std::string mode : {"WAL", "DELETE", "PERSIST", "TRUNCATE"}) {
        const auto file = folder_ / (mode + ".db");
        {
            TestDatabase database(file);
            ASSERT_EQ(database.run("PRAGMA journal_mode=" + mode), "");
            ASSERT_EQ(database.fill(2000), "") << mode;
            ASSERT_EQ(
                database.run("BEGIN; UPDATE notes SET text = text || '!'; DELETE FROM notes WHERE id > 1500"),
                "");
            EXPECT_EQ(filesWithCanary(folder_.path()), "") << mode;
            ASSERT_EQ(database.run("ROLLBACK"), "");
            EXPECT_EQ(database.value("SELECT count(*) FROM notes"), "2000");
        }
        TestDatabase again(file);
        EXPECT_EQ(again.value("PRAGMA integrity_check"), "ok") << mode;
        EXPECT_EQ(again.value("SELECT count(*) FROM words WHERE words MATCH 'periwinkle'"), "2000");
        EXPECT_EQ(formOf(file), FileForm::Sealed);
    }
    EXPECT_EQ(filesWithCanary(folder_.path()), "");
}

TEST_F(SealedFilesTest, RecoverALogAfterACrash) {
    const SealedFiles sealed(key_);
    std::filesystem::create_directory(folder_ / "later");
    TestDatabase database(file_);
    ASSERT_EQ(database.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0"), "");
    ASSERT_EQ(database.fill(500), "");
    for (const char* name : {"a.db", "a.db-wal"}) std::filesystem::copy(folder_ / name, folder_ / "later");
    std::filesystem::resize_file(folder_ / "later" / "a.db-wal",
                                 std::filesystem::file_size(folder_ / "later" / "a.db-wal") - 100);
    ASSERT_EQ(database.fill(1), "");
    TestDatabase later(folder_ / "later" / "a.db");
    EXPECT_EQ(later.value("PRAGMA integrity_check"), "ok");
    EXPECT_EQ(later.value("SELECT count(*) FROM notes"), "500") << "the last commit alone was cut off";
}

TEST_F(SealedFilesTest, ServeSeveralConnectionsAndVacuum) {
    const SealedFiles sealed(key_);
    TestDatabase one(file_), two(file_);
    ASSERT_EQ(one.run("PRAGMA journal_mode=WAL"), "");
    ASSERT_EQ(one.fill(1000), "");
    EXPECT_EQ(two.value("SELECT count(*) FROM notes"), "1000");
    ASSERT_EQ(
        two.run("PRAGMA temp_store=FILE; CREATE TEMP TABLE t AS SELECT text FROM notes ORDER BY text DESC"),
        "");
    EXPECT_EQ(two.value("SELECT count(*) FROM t"), "1000");
    ASSERT_EQ(one.run("DELETE FROM notes WHERE id % 2; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"), "");
    EXPECT_EQ(two.value("PRAGMA integrity_check"), "ok");
    EXPECT_EQ(two.value("SELECT count(*) FROM notes"), "500");
    EXPECT_EQ(filesWithCanary(folder_.path()), "");
}

TEST_F(SealedFilesTest, NeedTheKeyAndUnchangedBytes) {
    {
        const SealedFiles sealed(key_);
        ASSERT_EQ(TestDatabase(file_).fill(300), "");
    }
    EXPECT_NE(TestDatabase(file_).run("SELECT * FROM notes"), "") << "without any key";
    {
        const SealedFiles sealed(Secret::random(kKeyBytes));
        EXPECT_NE(TestDatabase(file_).run("SELECT * FROM notes"), "") << "with another key";
    }
    std::string bytes = tests::bytesOf(file_);
    for (std::size_t at = 100; at < bytes.size(); at += kPageBytes)
        bytes[at] = static_cast<char>(bytes[at] ^ 4);
    std::ofstream(file_, std::ios::binary) << bytes;
    const SealedFiles sealed(key_);
    EXPECT_NE(TestDatabase(file_).run("SELECT count(*) FROM notes"), "") << "with changed bytes";
}

TEST_F(SealedFilesTest, LeavePlainDatabasesReadable) {
    ASSERT_EQ(TestDatabase(file_).fill(300), "");
    const SealedFiles sealed(key_);
    TestDatabase database(file_);
    ASSERT_EQ(database.run("PRAGMA journal_mode=WAL"), "");
    ASSERT_EQ(database.fill(10), "");
    EXPECT_EQ(database.value("SELECT count(*) FROM notes"), "310");
    EXPECT_EQ(formOf(file_), FileForm::Plain);
}

TEST_F(SealedFilesTest, SealAndUnsealWhatIsThere) {
    {
        TestDatabase database(file_);
        ASSERT_EQ(database.run("PRAGMA journal_mode=WAL"), "");
        ASSERT_EQ(database.fill(1000), "");
    }
    EXPECT_NE(filesWithCanary(folder_.path()), "");
    {
        const SealedFiles sealed(key_);
        const auto done = sealDatabase(file_);
        ASSERT_TRUE(done) << done.error().text();
        EXPECT_EQ(formOf(file_), FileForm::Sealed);
        EXPECT_EQ(filesWithCanary(folder_.path()), "");
        TestDatabase database(file_);
        EXPECT_EQ(database.value("SELECT count(*) FROM words WHERE words MATCH 'canary'"), "1000");
    }
    {
        const SealedFiles sealed(key_);
        ASSERT_TRUE(unsealDatabase(file_));
    }
    EXPECT_EQ(TestDatabase(file_).value("SELECT count(*) FROM notes"), "1000");
    EXPECT_EQ(TestDatabase(file_).value("PRAGMA integrity_check"), "ok");
}

TEST_F(SealedFilesTest, SayWhereADatabaseCannotBeRewritten) {
    ASSERT_EQ(TestDatabase(file_).fill(300), "");
    const SealedFiles sealed(key_);
    {
        TestDatabase other(file_);
        ASSERT_EQ(other.run("BEGIN IMMEDIATE"), "");
        const auto result = sealDatabase(file_);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, base::ErrorCode::Conflict);
    }
    std::string bytes = tests::bytesOf(file_);
    std::fill(bytes.begin() + 4096, bytes.begin() + 12288, '\xee');
    std::ofstream(file_, std::ios::binary) << bytes;
    ASSERT_FALSE(sealDatabase(file_));
    EXPECT_EQ(tests::bytesOf(file_), bytes) << "a damaged file stays as it is";
}

// Killed anywhere, the database is there, whole, in one form or the other.
TEST_F(SealedFilesTest, LoseNothingWhenKilledWhileSealing) {
    ASSERT_EQ(TestDatabase(file_).fill(3000), "");
    for (int round = 0; round < 40; ++round) {
        const bool seal = formOf(file_) == FileForm::Plain;
        const pid_t child = ::fork();
        if (child == 0) {
            const SealedFiles sealed(key_);
            const auto done = seal ? sealDatabase(file_) : unsealDatabase(file_);
            ::_exit(done ? 0 : 1);
        }
        ::usleep(static_cast<useconds_t>(round * 700));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const SealedFiles sealed(key_);
        TestDatabase database(file_);
        ASSERT_EQ(database.value("SELECT count(*) FROM notes"), "3000") << round;
        ASSERT_EQ(database.value("PRAGMA quick_check"), "ok") << round;
    }
    const SealedFiles sealed(key_);
    ASSERT_TRUE(sealDatabase(file_)) << "an interrupted attempt does not stand in the way";
    EXPECT_EQ(filesWithCanary(folder_.path()), "");
}

}  // namespace
}  // namespace hearth::privacy
