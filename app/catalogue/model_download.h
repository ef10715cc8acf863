// Fetching a model of the catalogue into the library. Runs on the calling thread.
#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/model_library.h"
#include "privacy/download.h"

namespace hearth::app {

// The hosts of the catalogue, for the purpose "models".
std::vector<privacy::EgressRule> modelRules(const Catalogue& catalogue);

// How long it tries: see privacy::DownloadRequest.
struct DownloadPace {
    int attempts = 5;
    int waitMs = 1000;
    int stallMs = 30'000;
};

// Goes on where an earlier call stopped; the file is checked before it gets its name. Errors: those of
// privacy::download and checkModelFile.
base::Result<InstalledModel> downloadModel(privacy::Egress& egress, const ModelLibrary& library,
                                           const CatalogueModel& model,
                                           std::function<void(const privacy::DownloadProgress&)> onProgress,
                                           base::CancelToken cancel, const DownloadPace& pace = {});

}  // namespace hearth::app
