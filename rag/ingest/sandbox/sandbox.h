// What the reader's process may still do once it is locked in: read the document it was given and the
// system's libraries and data, compute for a while, and write to its output. Each step that the kernel does
// not have is left out; the limits always hold. Called once, before the first byte of the document is looked
// at.
#pragma once

#include <cstdint>

namespace hearth::rag {

struct SandboxLimits {
    std::uint64_t memoryBytes = std::uint64_t{1} << 30;  // of address space; 0: no limit
    std::uint32_t cpuSeconds = 60;
};

void limitResources(const SandboxLimits& limits);
// Landlock: no file outside of the system's folders can be opened, none be written. False: the kernel has
// none.
bool limitFiles();
// seccomp: no network, no other process's memory, no mounting, no kernel modules. False: the kernel has none.
bool limitCalls();

}  // namespace hearth::rag
