#include "ingest/sandbox/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "fakes/temporary_folder.h"

namespace hearth::rag {
namespace {

// What `act` gives in a child process of this one, so that the limits stay there.
int inChild(const std::function<int()>& act) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(act());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool opens(const std::string& path, int flags) {
    const int file = ::open(path.c_str(), flags, 0600);
    if (file >= 0) ::close(file);
    return file >= 0;
}

TEST(Sandbox, NoFilesOfTheUserCanBeOpened) {
    const hearth::tests::TemporaryFolder folder;
    const std::string secret = folder / "secret", made = folder / "made";
    std::ofstream(secret) << "x";
    const int result = inChild([&] {
        if (!limitFiles()) return 77;
        if (opens(secret, O_RDONLY)) return 1;
        if (opens(made, O_WRONLY | O_CREAT)) return 2;
        if (::unlink(secret.c_str()) == 0) return 3;
        if (!opens("/usr/bin/env", O_RDONLY)) return 4;
        return 0;
    });
    if (result == 77) GTEST_SKIP() << "this kernel has no Landlock";
    EXPECT_EQ(result, 0);
    EXPECT_TRUE(std::ifstream(secret).good());
}

TEST(Sandbox, NoCallsThatReachOut) {
    const int result = inChild([] {
        if (!limitCalls()) return 77;
        if (::syscall(SYS_socket, 2, 1, 0) >= 0) return 1;
        if (::syscall(SYS_ptrace, 0, 0, 0, 0) >= 0) return 2;
        if (::syscall(SYS_getpid) <= 0) return 3;
        return 0;
    });
    if (result == 77) GTEST_SKIP() << "this kernel has no seccomp filters";
    EXPECT_EQ(result, 0);
}

TEST(Sandbox, LimitsHold) {
    EXPECT_EQ(inChild([] {
                  limitResources({std::uint64_t{1} << 32, 5});
                  rlimit limit = {};
                  ::getrlimit(RLIMIT_CPU, &limit);
                  return limit.rlim_cur == 5 && limit.rlim_max == 5 ? 0 : 1;
              }),
              0);
}

}  // namespace
}  // namespace hearth::rag
