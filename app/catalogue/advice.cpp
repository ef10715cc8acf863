#include "catalogue/advice.h"

namespace hearth::app {

const CatalogueModel* bestModel(const Catalogue& catalogue, const Machine& machine) {
    const CatalogueModel* best = nullptr;
    for (const CatalogueModel& model : catalogue.models) {
        if (judgeFit(model.bytes, model.kvBytesPerToken, machine).fit != Fit::Fits) continue;
        if (best == nullptr || model.parameters > best->parameters) best = &model;
    }
    return best;
}

}  // namespace hearth::app
