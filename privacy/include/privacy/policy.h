// What may be told to whom: for each kind of personal data and each destination allow, mask or never. What
// the user did not choose is as standardHandling() says. Kept as JSON in a small file, which people edit too:
// {"*": {"US_SSN": "never"}, "gateway.example.org": {"DATE_TIME": "allow"}}. Values; any thread.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "privacy/finder.h"

namespace hearth::privacy {

enum class Handling { Allow, Mask, Never };

// Never for what opens accounts and doors (keys, wallets); else mask.
Handling standardHandling(std::string_view kind);

class Policy {
  public:
    // `destination`: a host, or "*" for all; `kind`: as Finding::kind, or "*" for all. A host's rule goes
    // before that for all hosts, and a kind's before that for all kinds.
    Handling of(const std::string& kind, const std::string& destination) const;
    void set(const std::string& kind, const std::string& destination, Handling handling);

    // What of() would say without a rule for this very pair.
    Handling without(const std::string& kind, const std::string& destination) const;

    // A missing file is the standard policy. Names that begin with "_" are notes. InvalidInput names the line
    // and what is wrong: a damaged policy must not be taken for a lax one.
    static base::Result<Policy> read(const std::filesystem::path& file);

    using Rules = std::map<std::pair<std::string, std::string>, Handling>;  // by destination and kind
    const Rules& rules() const { return rules_; }

  private:
    Rules rules_;
};

// A rule to be written, or taken out.
struct PolicyChange {
    std::string kind;
    std::string destination;
    std::optional<Handling> handling;  // nothing: no rule
};
// Changes these rules of the file, and leaves what else it says as it is. Errors: those of Policy::read(),
// then nothing is written; Io.
base::Result<void> changePolicy(const std::filesystem::path& file, const std::vector<PolicyChange>& changes);

// What a policy says about one text.
struct Verdict {
    std::vector<std::string> forbidden;  // kinds that must never go there: then nothing may
    std::vector<std::string> masked;     // kinds that go as stand-ins
};
Verdict judge(const Policy& policy, const std::vector<Finding>& findings, const std::string& destination);

}  // namespace hearth::privacy
