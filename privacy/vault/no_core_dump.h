// While it lives, a crash of this process leaves no picture of its memory on the disk: neither a core file
// nor one that a program such as systemd-coredump or apport takes. Keys themselves lie in memory that no dump
// has (Secret); what they open lies in ordinary memory. One thread; the last one gives the earlier limit
// back.
#pragma once

#include <sys/resource.h>

#include <algorithm>

namespace hearth::privacy {

class NoCoreDump {
  public:
    NoCoreDump() : known_(::getrlimit(RLIMIT_CORE, &before_) == 0) {
        // One byte: too few for a file, and the limit at which Linux starts no program either, which it does
        // at none (fs/coredump.c, do_coredump).
        rlimit none{std::min<rlim_t>(1, before_.rlim_max), before_.rlim_max};
        if (known_) ::setrlimit(RLIMIT_CORE, &none);
    }
    ~NoCoreDump() {
        if (known_) ::setrlimit(RLIMIT_CORE, &before_);
    }
    NoCoreDump(const NoCoreDump&) = delete;
    NoCoreDump& operator=(const NoCoreDump&) = delete;

  private:
    rlimit before_{};
    bool known_;
};

}  // namespace hearth::privacy
