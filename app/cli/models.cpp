#include "cli/models.h"

#include <filesystem>

#include "assistant/data_folder.h"
#include "cli/terminal.h"

namespace hearth::app::cli {

base::Result<std::shared_ptr<const engine::Model>> openModel(const std::string& file, int threads) {
    Progress progress("Opening " + std::filesystem::path(file).filename().string());
    engine::LoadOptions options;
    options.threads = threads;
    options.onProgress = [&progress](double share) { progress.show(share); };
    options.cancel = interruption();
    return engine::Model::open(file, options);
}

base::Result<std::shared_ptr<const engine::Model>> openActionModel(const Global& global) {
    if (!global.model.empty()) return openModel(global.model, global.threads);
    auto builtin = assetFile("models/builtin.gguf");
    if (!builtin)
        return base::fail(builtin.error().code,
                          "The built-in model is missing; name another one with --model",
                          builtin.error().where);
    return openModel(builtin->string(), global.threads);
}

}  // namespace hearth::app::cli
