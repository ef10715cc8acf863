#include "services/model_market.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "catalogue/advice.h"
#include "engine/bench.h"
#include "settings/settings_file.h"

namespace hearth::app {
namespace {

// Enough for an estimate, and little beside what the window itself takes.
constexpr std::uint64_t kMeasuredBytes = std::uint64_t{40} << 20;
constexpr auto kReportEvery = std::chrono::milliseconds(200);

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

base::Result<std::shared_ptr<privacy::Egress>> openEgress(const std::filesystem::path& dataDir,
                                                          const Catalogue& catalogue) {
    auto log = privacy::EgressLog::open(dataDir / "hearth.db");
    if (!log) return tl::unexpected<base::Error>(log.error());
    privacy::Egress::Options options;
    options.rules = modelRules(catalogue);
    options.offline = [settings = SettingsFile::in(dataDir)] { return settings.isOn("network.offline"); };
    return std::make_shared<privacy::Egress>(std::move(options), std::move(*log));
}

Offer offerOf(const CatalogueModel& model, const Machine& machine, const ModelLibrary& library) {
    Offer offer;
    offer.model = model;
    offer.verdict = judgeFit(model.bytes, model.kvBytesPerToken, machine);
    offer.total = model.bytes;
    offer.done = privacy::downloadedSoFar(library.folder() / model.fileName);
    if (const auto here = library.find(model.fileName); here && here->there) {
        offer.state = Offer::State::Installed;
        offer.path = text(here->path.string());
    } else if (offer.done > 0) {
        offer.state = Offer::State::Paused;
    }
    return offer;
}

}  // namespace

ModelMarket::Seen ModelMarket::lookAround(const Options& options) {
    Seen seen;
    seen.machine = lookAtMachine();
    seen.machine.bandwidth = engine::memoryBandwidth(0, kMeasuredBytes);
    seen.catalogue = readCatalogue(options.catalogue);
    if (!seen.catalogue) {
        seen.problem = text(seen.catalogue.error().text());
        return seen;
    }
    const ModelLibrary library(options.dataDir);
    const CatalogueModel* best = bestModel(*seen.catalogue, seen.machine);
    for (const CatalogueModel& model : seen.catalogue->models) {
        seen.offers.push_back(offerOf(model, seen.machine, library));
        seen.offers.back().best = &model == best;
    }
    // What suits the machine comes first.
    std::stable_partition(seen.offers.begin(), seen.offers.end(),
                          [](const Offer& offer) { return offer.best; });
    if (options.fetch) return seen;
    auto egress = openEgress(options.dataDir, *seen.catalogue);
    if (egress) {
        seen.egress = std::move(*egress);
    } else {
        seen.problem = text(egress.error().text());
    }
    return seen;
}

void ModelMarket::look() {
    if (loading_) return;
    loading_ = true;
    emit changed();
    looking_.run(
        this, [options = options_](const base::CancelToken&) { return lookAround(options); },
        [this](Seen seen) { onSeen(std::move(seen)); });
}

void ModelMarket::onSeen(Seen seen) {
    loading_ = false;
    looked_ = true;
    machine_ = std::move(seen.machine);
    error_ = seen.problem;
    if (egress_ == nullptr) egress_ = std::move(seen.egress);
    best_.clear();
    for (Offer& offer : seen.offers) {
        // What runs, or was said of it, stays.
        const Offer* now = list_.find(offer.model.id);
        const bool keeps =
            now != nullptr && (now->state == Offer::State::Downloading || now->state == Offer::State::Failed);
        if (offer.best) best_ = text(offer.model.name);
        if (!keeps) continue;
        const FitVerdict verdict = offer.verdict;
        const bool best = offer.best;
        offer = *now;
        offer.verdict = verdict;
        offer.best = best;
    }
    list_.load(std::move(seen.offers));
    emit changed();
}

ModelMarket::Progress ModelMarket::reporter(const std::string& id) {
    using Clock = std::chrono::steady_clock;
    return [this, id, last = Clock::time_point()](const privacy::DownloadProgress& progress) mutable {
        const auto now = Clock::now();
        if (now - last < kReportEvery && progress.done != progress.total) return;
        last = now;
        QMetaObject::invokeMethod(
            this, [this, id, progress] { onProgress(id, progress); }, Qt::QueuedConnection);
    };
}

void ModelMarket::get(const QString& id) {
    const Offer* offer = list_.find(id.toStdString());
    if (offer == nullptr || offer->state == Offer::State::Downloading ||
        offer->state == Offer::State::Installed)
        return;
    if (!options_.fetch && egress_ == nullptr) return;  // error() says why
    const CatalogueModel model = offer->model;
    list_.change(model.id, [](Offer& one) {
        one.state = Offer::State::Downloading;
        one.problem.clear();
        one.speed = {};
    });
    Fetch fetch = options_.fetch;
    if (!fetch)
        fetch = [egress = egress_, library = ModelLibrary(options_.dataDir), pace = options_.pace](
                    const CatalogueModel& wanted, Progress progress, base::CancelToken cancel) {
            return downloadModel(*egress, library, wanted, std::move(progress), std::move(cancel), pace);
        };
    fetches_[model.id].run(
        this,
        [fetch, model, report = reporter(model.id)](const base::CancelToken& cancel) {
            return fetch(model, report, cancel);
        },
        [this, key = model.id](const base::Result<InstalledModel>& result) { onFetched(key, result); });
}

void ModelMarket::onProgress(const std::string& id, const privacy::DownloadProgress& progress) {
    if (!clock_.isValid()) clock_.start();
    list_.change(id, [&](Offer& one) {
        if (one.state != Offer::State::Downloading) return;
        one.done = progress.done;
        if (progress.total > 0) one.total = progress.total;
        one.speed.add(clock_.elapsed(), progress.done);
    });
}

void ModelMarket::onFetched(const std::string& id, const base::Result<InstalledModel>& result) {
    const auto folder = ModelLibrary(options_.dataDir).folder();
    list_.change(id, [&](Offer& one) {
        if (result) {
            one.state = Offer::State::Installed;
            one.path = text(result->path.string());
            one.done = one.total;
            return;
        }
        one.done = privacy::downloadedSoFar(folder / one.model.fileName);
        const bool paused = result.error().code == base::ErrorCode::Cancelled;
        one.state = paused ? Offer::State::Paused : Offer::State::Failed;
        one.problem = paused ? QString() : text(result.error().message);
    });
    if (result) emit installed(text(result->path.string()), text(result->name));
}

void ModelMarket::pause(const QString& id) {
    if (const auto fetch = fetches_.find(id.toStdString()); fetch != fetches_.end()) fetch->second.cancel();
}

void ModelMarket::forget(const QString& id) {
    const Offer* offer = list_.find(id.toStdString());
    if (offer == nullptr || offer->state == Offer::State::Installed) return;
    fetches_.erase(offer->model.id);  // waits until nothing writes any more
    privacy::forgetDownload(ModelLibrary(options_.dataDir).folder() / offer->model.fileName);
    list_.change(offer->model.id, [](Offer& one) {
        one.state = Offer::State::Available;
        one.done = 0;
        one.problem.clear();
    });
}

QString ModelMarket::memory() const {
    if (!looked_) return {};
    return tr("%1 of memory, %2 of it free now")
        .arg(text(sizeText(machine_.memoryBytes)), text(sizeText(machine_.freeMemoryBytes)));
}

QString ModelMarket::processor() const {
    if (!looked_) return {};
    QStringList sets;
    for (const std::string& set : machine_.instructions) sets.append(text(set));
    const QString cores = tr("processor cores: %1").arg(machine_.cores);
    const QString name = machine_.cpu.empty() ? cores : tr("%1, %2").arg(text(machine_.cpu), cores);
    return sets.isEmpty() ? name : tr("%1, with %2").arg(name, sets.join(QStringLiteral(", ")));
}

QString ModelMarket::graphics() const {
    if (!looked_) return {};
    if (machine_.graphics.empty()) return tr("No graphics card; the processor computes");
    QStringList cards;
    for (const GraphicsCard& card : machine_.graphics)
        cards.append(card.memoryBytes == 0
                         ? text(card.name)
                         : tr("%1 with %2").arg(text(card.name), text(sizeText(card.memoryBytes))));
    return tr("%1; models run on the processor for now").arg(cards.join(QStringLiteral(", ")));
}

QString ModelMarket::advice() const {
    if (!looked_ || !error_.isEmpty()) return {};
    if (best_.isEmpty()) return tr("No larger model would run well here just now. The built-in one does.");
    return tr("%1 is the largest of the list that runs well here.").arg(best_);
}

}  // namespace hearth::app
