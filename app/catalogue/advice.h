// Which model of the catalogue suits a machine. Pure functions; any thread.
#pragma once

#include "catalogue/catalogue.h"

namespace hearth::app {

// The one with the most weights of those that fit and write as quickly as a person reads; null where none
// does.
const CatalogueModel* bestModel(const Catalogue& catalogue, const Machine& machine);

}  // namespace hearth::app
