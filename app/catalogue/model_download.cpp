#include "catalogue/model_download.h"

namespace hearth::app {

std::vector<privacy::EgressRule> modelRules(const Catalogue& catalogue) {
    std::vector<privacy::EgressRule> rules;
    for (const std::string& host : catalogue.hosts) rules.push_back({"models", host, true});
    return rules;
}

base::Result<InstalledModel> downloadModel(privacy::Egress& egress, const ModelLibrary& library,
                                           const CatalogueModel& model,
                                           std::function<void(const privacy::DownloadProgress&)> onProgress,
                                           base::CancelToken cancel, const DownloadPace& pace) {
    privacy::DownloadRequest request;
    request.purpose = "models";
    request.url = model.url;
    request.target = library.folder() / model.fileName;
    request.bytes = model.bytesExact ? model.bytes : 0;
    request.sha256 = model.sha256;
    request.attempts = pace.attempts;
    request.waitMs = pace.waitMs;
    request.stallMs = pace.stallMs;
    request.onProgress = std::move(onProgress);
    request.check = checkModelFile;
    request.cancel = std::move(cancel);
    auto done = privacy::download(egress, request);
    if (!done) return tl::unexpected<base::Error>(done.error());
    return library.find(request.target.string());
}

}  // namespace hearth::app
