// A catalogue of models: an error that names it, or entries that are whole.
#include "catalogue/catalogue.h"

#include <cstdlib>

#include "fuzz/targets.h"

namespace hearth::fuzz {

void catalogue(const std::uint8_t* data, std::size_t size) {
    const auto read = app::parseCatalogue({reinterpret_cast<const char*>(data), size}, "catalogue");
    if (!read) {
        if (read.error().where.find("catalogue") == std::string::npos) std::abort();
        return;
    }
    for (const app::CatalogueModel& model : read->models)
        if (model.id.empty() || model.fileName.find('/') != std::string::npos || model.bytes == 0)
            std::abort();
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::catalogue)
