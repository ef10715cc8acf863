// United States: bank account number, eight to seventeen digits without a form of its own.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector usBankNumber() {
    return {"US_BANK_NUMBER",
            {{"eight to seventeen digits", R"(\b\d{8,17}\b)", 0.05}},
            {"bank", "account", "account#", "acct", "savings", "checking", "debit", "deposit"}};
}

}  // namespace hearth::privacy
