#include "engine/logits.h"

#include <algorithm>

#include "engine/session.h"
#include "models/loaded_model.h"

namespace hearth::engine {

base::Result<std::vector<float>> modelLogits(const std::string& path, std::span<const TokenId> tokens,
                                             const LogitsOptions& options) {
    auto model = LoadedModel::openFile(path, options.threads);
    if (!model) return tl::unexpected(model.error());
    LoadOptions load;
    load.cancel = options.cancel;
    if (auto network = (*model)->network(options.exact, load); !network)
        return tl::unexpected(network.error());
    SessionOptions session;
    session.cache = CacheType::F32;
    session.exact = options.exact;
    session.context = static_cast<int>(std::clamp<std::size_t>(tokens.size(), 1, 1u << 22));
    auto made = Session::create(*model, session);
    if (!made) return tl::unexpected(made.error());
    std::vector<AdapterUse> adapters;
    for (const AdapterFile& file : options.adapters) {
        auto adapter = Adapter::open(file.path, *model);
        if (!adapter) return tl::unexpected(adapter.error());
        adapters.push_back({std::move(*adapter), file.scale});
    }
    if (auto set = (*made)->setAdapters(adapters); !set) return tl::unexpected(set.error());
    return (*made)->forward(tokens);
}

}  // namespace hearth::engine
