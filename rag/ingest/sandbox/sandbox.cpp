#include "ingest/sandbox/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "base/descriptor.h"

#if defined(__SANITIZE_ADDRESS__)
#define HEARTH_SANITIZED true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HEARTH_SANITIZED true
#endif
#endif
#ifndef HEARTH_SANITIZED
#define HEARTH_SANITIZED false
#endif

namespace hearth::rag {

using base::Descriptor;

namespace {

constexpr bool sanitized = HEARTH_SANITIZED;  // its shadow memory needs all of the address space

void limit(__rlimit_resource what, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(what, &both);
}

// The rights that the first version of Landlock knows; later ones only add to them.
constexpr std::uint64_t reading =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t writing = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                  LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                  LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                  LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                  LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

void allow(int rules, const char* path, std::uint64_t rights) {
    const Descriptor folder(::open(path, O_PATH | O_CLOEXEC));
    if (!folder.valid()) return;
    landlock_path_beneath_attr beneath = {};
    beneath.allowed_access = rights;
    beneath.parent_fd = folder.get();
    ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
}

}  // namespace

void limitResources(const SandboxLimits& limits) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_DUMPABLE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, std::uint64_t{512} << 20);  // of the copies in memory that other programs are given
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_CPU, limits.cpuSeconds);
    if (limits.memoryBytes > 0 && !sanitized) limit(RLIMIT_AS, limits.memoryBytes);
    ::setpriority(PRIO_PROCESS, 0, 10);
}

bool limitFiles() {
    landlock_ruleset_attr handled = {};
    handled.handled_access_fs = reading | writing;
    const Descriptor rules(
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0)));
    if (!rules.valid()) return false;
    for (const char* folder :
         {"/usr", "/lib", "/lib64", "/bin", "/etc/fonts", "/etc/alternatives", "/var/cache/fontconfig"})
        allow(rules.get(), folder, reading);
    for (const char* file : {"/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/localtime"})
        allow(rules.get(), file, LANDLOCK_ACCESS_FS_READ_FILE);
    allow(rules.get(), "/dev/null", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
    allow(rules.get(), "/dev/urandom", LANDLOCK_ACCESS_FS_READ_FILE);
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    return ::syscall(SYS_landlock_restrict_self, rules.get(), 0) == 0;
}

bool limitCalls() {
    constexpr int refused[] = {SCMP_SYS(socket),
                               SCMP_SYS(connect),
                               SCMP_SYS(bind),
                               SCMP_SYS(listen),
                               SCMP_SYS(accept),
                               SCMP_SYS(accept4),
                               SCMP_SYS(ptrace),
                               SCMP_SYS(process_vm_readv),
                               SCMP_SYS(process_vm_writev),
                               SCMP_SYS(mount),
                               SCMP_SYS(umount2),
                               SCMP_SYS(pivot_root),
                               SCMP_SYS(chroot),
                               SCMP_SYS(unshare),
                               SCMP_SYS(setns),
                               SCMP_SYS(keyctl),
                               SCMP_SYS(add_key),
                               SCMP_SYS(request_key),
                               SCMP_SYS(bpf),
                               SCMP_SYS(perf_event_open),
                               SCMP_SYS(userfaultfd),
                               SCMP_SYS(init_module),
                               SCMP_SYS(finit_module),
                               SCMP_SYS(delete_module),
                               SCMP_SYS(kexec_load),
                               SCMP_SYS(reboot),
                               SCMP_SYS(swapon),
                               SCMP_SYS(io_uring_setup),
                               SCMP_SYS(open_by_handle_at),
                               SCMP_SYS(pidfd_getfd)};
    scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
    if (filter == nullptr) return false;
    for (const int call : refused) ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0);
    const bool loaded = ::seccomp_load(filter) == 0;
    ::seccomp_release(filter);
    return loaded;
}

}  // namespace hearth::rag
