#include "demo/fake_download.h"

#include <chrono>
#include <thread>

namespace hearth::app {

ModelMarket::Fetch fakeDownload(int stepMs) {
    return [stepMs](const CatalogueModel& model, const ModelMarket::Progress& progress,
                    const base::CancelToken& cancel) -> base::Result<InstalledModel> {
        constexpr std::uint64_t kSteps = 50;
        for (std::uint64_t step = 0; step <= kSteps; ++step) {
            if (cancel.cancelled()) return base::fail(base::ErrorCode::Cancelled, "Stopped.", model.url);
            progress({model.bytes * step / kSteps, model.bytes});
            std::this_thread::sleep_for(std::chrono::milliseconds(stepMs));
        }
        return base::fail(base::ErrorCode::Refused, "This is a demonstration: nothing was fetched.",
                          model.url);
    };
}

}  // namespace hearth::app
