#include <cstdlib>
#include <string>

#include "base/cpu.h"
#include "kernels/kernels.h"
#include "kernels/tables.h"

namespace hearth::engine {
namespace {

using base::ErrorCode;

base::Result<const Kernels*> missing(std::string_view isa, const char* what) {
    return base::fail(ErrorCode::Unsupported,
                      "The instruction set \"" + std::string(isa) + "\" was asked for, but this processor (" +
                          base::cpuInfo().model + ") lacks " + what +
                          ". Leave HEARTH_ISA unset to use the best one there is.",
                      "HEARTH_ISA");
}

}  // namespace

const TypeKernels* Kernels::find(DType type) const {
    for (int i = 0; i < typeCount; ++i) {
        if (types[i].type == type) return &types[i];
    }
    return nullptr;
}

base::Result<const Kernels*> selectKernels(std::string_view isa) {
    const base::CpuInfo& cpu = base::cpuInfo();
    if (isa == "reference") return &referenceKernels();
#if defined(HEARTH_X86)
    if (isa.empty() && cpu.avx512Vnni) return &avx512Kernels();
    if (isa.empty() && cpu.avx2) return &avx2Kernels();
    if (isa == "avx2") {
        if (cpu.avx2) return &avx2Kernels();
        return missing(isa, "AVX2 or FMA");
    }
    if (isa == "avx512") {
        if (cpu.avx512Vnni) return &avx512Kernels();
        return missing(isa, "AVX-512 (F, BW, VL, DQ) or its VNNI extension");
    }
#else
    if (isa == "avx2" || isa == "avx512") return missing(isa, "x86 instructions");
    (void)cpu;
#endif
    if (isa.empty()) return &referenceKernels();
    return base::fail(ErrorCode::InvalidInput,
                      "There is no instruction set \"" + std::string(isa) +
                          "\"; use reference, avx2 or avx512, or leave HEARTH_ISA unset.",
                      "HEARTH_ISA");
}

base::Result<const Kernels*> defaultKernels() {
    static const base::Result<const Kernels*> chosen = [] {
        const char* wanted = std::getenv("HEARTH_ISA");
        return selectKernels(wanted ? wanted : "");
    }();
    return chosen;
}

}  // namespace hearth::engine
