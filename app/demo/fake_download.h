// A download for `hearth --demo`: counts up as one would, and at the end says that nothing was fetched.
#pragma once

#include "services/model_market.h"

namespace hearth::app {

ModelMarket::Fetch fakeDownload(int stepMs);

}  // namespace hearth::app
