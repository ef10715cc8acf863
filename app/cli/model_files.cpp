// hearth model list | catalogue | get | add | remove: the model files that there are, and more of them.
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "catalogue/model_download.h"
#include "cli/data_access.h"
#include "cli/egress_host.h"
#include "cli/model_commands.h"
#include "cli/terminal.h"
#include "engine/bench.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string name;
    std::string catalogue;
    bool copy = false;
    bool json = false;
};

base::Result<Catalogue> openCatalogue(const std::string& file) {
    if (!file.empty()) return readCatalogue(file);
    const auto shipped = assetFile("models/catalogue.json");
    if (!shipped) return tl::unexpected(shipped.error());
    return readCatalogue(*shipped);
}

base::Result<ModelLibrary> openLibrary() {
    const auto folder = dataFolder();
    if (!folder) return tl::unexpected(folder.error());
    return ModelLibrary(*folder);
}

Json modelJson(const InstalledModel& model) {
    return {{"name", model.name},
            {"path", model.path.string()},
            {"bytes", model.bytes},
            {"in_place", model.inPlace},
            {"there", model.there}};
}

ExitCode list(bool json) {
    const auto library = openLibrary();
    if (!library) return report(library.error());
    const auto models = library->list();
    Json out = Json::array();
    if (models.empty() && !json)
        std::cout
            << "No larger models yet. `hearth model catalogue` lists some to get, `hearth model add FILE` "
               "takes one that you have.\n";
    for (const InstalledModel& model : models) {
        if (json)
            out.push_back(modelJson(model));
        else
            std::cout << model.name << "  " << sizeText(model.bytes) << "  " << model.path.string()
                      << (model.there ? "" : "  (no longer there)") << '\n';
    }
    if (json) std::cout << out.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return ExitCode::Ok;
}

Json offerJson(const CatalogueModel& model, const FitVerdict& verdict, bool installed) {
    return {{"id", model.id},
            {"name", model.name},
            {"family", model.family},
            {"parameters", model.parameters},
            {"weights", model.weights},
            {"licence", model.licence},
            {"context", model.context},
            {"bytes", model.bytes},
            {"memory_bytes", verdict.memoryBytes},
            {"fit", toString(verdict.fit)},
            {"tokens_per_second", verdict.tokensPerSecond},
            {"why", verdict.why},
            {"url", model.url},
            {"sha256", model.sha256},
            {"good_for", model.goodFor},
            {"installed", installed}};
}

void printOffer(const CatalogueModel& model, const FitVerdict& verdict, bool installed) {
    std::cout << model.id << "  " << (installed ? "installed" : toString(verdict.fit)) << "  "
              << (model.bytesExact ? "" : "about ") << sizeText(model.bytes) << ", needs "
              << sizeText(verdict.memoryBytes) << " of memory. " << verdict.why << "\n  " << model.name
              << ", " << model.licence << ". " << model.goodFor << '\n';
}

ExitCode catalogue(const Arguments& given) {
    const auto offers = openCatalogue(given.catalogue);
    if (!offers) return report(offers.error());
    const auto library = openLibrary();
    if (!library) return report(library.error());
    Machine machine = lookAtMachine();
    machine.bandwidth = engine::memoryBandwidth();
    Json out = Json::array();
    for (const CatalogueModel& model : offers->models) {
        const FitVerdict verdict = judgeFit(model.bytes, model.kvBytesPerToken, machine);
        const bool installed = library->find(model.fileName).has_value();
        if (given.json)
            out.push_back(offerJson(model, verdict, installed));
        else
            printOffer(model, verdict, installed);
    }
    if (given.json) std::cout << out.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return ExitCode::Ok;
}

ExitCode get(const Arguments& given) {
    const auto offers = openCatalogue(given.catalogue);
    if (!offers) return report(offers.error());
    const CatalogueModel* model = offers->find(given.name);
    if (model == nullptr)
        return report({base::ErrorCode::NotFound,
                       "The catalogue has no such model; `hearth model catalogue` lists them", given.name});
    const auto library = openLibrary();
    if (!library) return report(library.error());
    auto egress = openEgress(modelRules(*offers));
    if (!egress) return report(egress.error());
    const auto before = privacy::downloadedSoFar(library->folder() / model->fileName);
    std::cerr << "Getting " << model->name << " (" << sizeText(model->bytes) << ", " << model->licence << ")"
              << (before > 0 ? ", of which " + sizeText(before) + " are here already" : "") << '\n';
    Progress progress("Getting " + model->id);
    const auto got = downloadModel(
        **egress, *library, *model,
        [&](const privacy::DownloadProgress& now) {
            if (now.total > 0) progress.show(static_cast<double>(now.done) / static_cast<double>(now.total));
        },
        interruption());
    progress.clear();
    if (!got && got.error().code == base::ErrorCode::Cancelled)
        std::cerr << "Paused; the same command goes on from here.\n";
    if (!got) return report(got.error());
    std::cout << got->name << "  " << got->path.string() << '\n';
    return ExitCode::Ok;
}

ExitCode add(const Arguments& given) {
    auto library = openLibrary();
    if (!library) return report(library.error());
    Progress progress("Copying");
    auto added = given.copy ? library->copyIn(
                                  given.name, [&](double share) { progress.show(share); }, interruption())
                            : library->open(given.name);
    progress.clear();
    if (!added) return report(added.error());
    std::cout << added->name << "  " << added->path.string() << '\n';
    return ExitCode::Ok;
}

ExitCode remove(const Arguments& given) {
    auto library = openLibrary();
    if (!library) return report(library.error());
    const auto offers = openCatalogue(given.catalogue);
    const CatalogueModel* offer = offers ? offers->find(given.name) : nullptr;
    if (offer != nullptr && privacy::downloadedSoFar(library->folder() / offer->fileName) > 0) {
        privacy::forgetDownload(library->folder() / offer->fileName);
        std::cout << "What had come of " << offer->name << " was deleted.\n";
        return ExitCode::Ok;
    }
    const auto removed = library->remove(offer != nullptr ? offer->fileName : given.name);
    if (!removed) return report(removed.error());
    std::cout << (removed->inPlace ? "Forgotten; the file stays at " : "Deleted: ") << removed->path.string()
              << '\n';
    return ExitCode::Ok;
}

}  // namespace

void addModelFiles(Commands& commands, CLI::App& model) {
    auto given = std::make_shared<Arguments>();
    const auto sub = [&](const char* name, const char* help, const char* examples) {
        return Commands::addTo(model, name, help, examples);
    };
    const auto catalogueOption = [&](CLI::App* command) {
        command
            ->add_option("--catalogue", given->catalogue,
                         "Another catalogue than Hearth's own; its hosts are allowed")
            ->type_name("FILE");
    };
    CLI::App* listCommand = sub("list", "List the models you have", "  hearth model list");
    listCommand->add_flag("--json", given->json, "As JSON");
    commands.run(listCommand, [given] { return list(given->json); });

    CLI::App* catalogueCommand = sub("catalogue", "List well-known models, and which fit this machine",
                                     "  hearth model catalogue\n  hearth model catalogue --json");
    catalogueCommand->add_flag("--json", given->json, "As JSON");
    catalogueOption(catalogueCommand);
    commands.run(catalogueCommand, [given] { return catalogue(*given); });

    CLI::App* getCommand = sub("get", "Fetch a model of the catalogue; Ctrl+C pauses, the same again goes on",
                               "  hearth model get qwen3-4b");
    getCommand->add_option("NAME", given->name, "As the catalogue calls it")->required();
    catalogueOption(getCommand);
    commands.run(getCommand, withData([given] { return get(*given); }));

    CLI::App* addCommand = sub("add", "Take up a GGUF file that you have, where it lies",
                               "  hearth model add ~/Downloads/Qwen3-4B-Q4_K_M.gguf\n"
                               "  hearth model add model.gguf --copy");
    addCommand->add_option("FILE", given->name)->required();
    addCommand->add_flag("--copy", given->copy, "Copy it into Hearth's folder");
    commands.run(addCommand, [given] { return add(*given); });

    CLI::App* removeCommand =
        sub("remove", "Delete a model, or forget a file that was taken up where it lies",
            "  hearth model remove qwen3-4b");
    removeCommand->add_option("NAME", given->name)->required();
    commands.run(removeCommand, [given] { return remove(*given); });
}

}  // namespace hearth::app::cli
