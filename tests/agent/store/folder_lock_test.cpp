#include "store/folder_lock.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fakes/temporary_folder.h"

namespace hearth::agent::store {
namespace {

// A program that holds the lock until it is killed; returns when it has it.
pid_t startHolder(const std::filesystem::path& folder) {
    int ends[2];
    if (pipe(ends) != 0) return -1;
    const pid_t child = fork();
    if (child == 0) {
        const auto lock = FolderLock::acquire(folder, 0);
        const char ok = lock ? 1 : 0;
        (void)!write(ends[1], &ok, 1);
        while (true) pause();
    }
    char ok = 0;
    const bool told = read(ends[0], &ok, 1) == 1;
    close(ends[0]);
    close(ends[1]);
    return told && ok ? child : -1;
}

TEST(FolderLock, LetsOneProgramInAndTheNextAfterItsDeath) {
    const tests::TemporaryFolder folder;
    const pid_t holder = startHolder(folder / "data");
    ASSERT_GT(holder, 0);
    const auto refused = FolderLock::acquire(folder / "data", 20);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::Conflict);
    EXPECT_NE(refused.error().message.find("open already"), std::string::npos);
    kill(holder, SIGKILL);
    waitpid(holder, nullptr, 0);
    EXPECT_TRUE(FolderLock::acquire(folder / "data", 1000));
}

TEST(FolderLock, SaysWhatIsWrongWithTheFolder) {
    const auto refused = FolderLock::acquire("/proc/nowhere", 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::Io);
}

}  // namespace
}  // namespace hearth::agent::store
