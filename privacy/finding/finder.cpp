#include "privacy/finder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "detectors/context.h"
#include "detectors/overlaps.h"
#include "detectors/pattern_set.h"
#include "detectors/registry.h"
#include "detectors/windows.h"
#include "names/tagger.h"

namespace hearth::privacy {

namespace {

// What check digits and announcing words add to the score of the form.
constexpr double validBonus = 0.3;
constexpr double contextBonus = 0.4;

// One costly check (some microseconds) for so many bytes of text, and as many as short texts may need.
constexpr std::size_t bytesPerCostlyCheck = 400;
constexpr int costlyChecksAtLeast = 4000;

// One search: turns the hits of the patterns into findings.
class Search {
  public:
    Search(const std::vector<Detector>& detectors, std::string_view text, double minScore)
        : detectors_(detectors), lower_(lowered(text)), minScore_(minScore) {}

    // Whether the hit stands, or there is nothing in its stretch worth a second look.
    bool take(PatternSet::Hit& hit) {
        const Detector& detector = detectors_[hit.detector];
        const Pattern& pattern = detector.patterns[hit.pattern];
        const char* word = contextNear(lower_, hit.match.start, hit.match.end, detector.context);
        double score = pattern.score + (word != nullptr ? contextBonus : 0);
        if (score + (detector.check != nullptr ? validBonus : 0) < minScore_) return true;
        const Verdict verdict = detector.check != nullptr ? detector.check(hit.match) : Verdict::Unknown;
        if (verdict == Verdict::Invalid) return false;
        if (verdict == Verdict::Valid) score += validBonus;
        if (score < minScore_) return true;
        std::string why = pattern.name;
        if (verdict == Verdict::Valid) why += "; check passed";
        if (word != nullptr) why += std::string("; near \"") + word + '"';
        findings_.push_back({detector.kind, hit.match.start, hit.match.end, std::min(score, 1.0),
                             std::move(why), verdict == Verdict::Valid});
        return true;
    }

    std::vector<Finding> findings() { return std::move(findings_); }

  private:
    const std::vector<Detector>& detectors_;
    std::string lower_;
    double minScore_;
    std::vector<Finding> findings_;
};

// Other names by which kinds are asked for.
constexpr std::pair<std::string_view, std::string_view> aliases[] = {
    {"LOCATION", "GPE"},    {"LOCATION", "STREET_ADDRESS"}, {"ADDRESS", "STREET_ADDRESS"},
    {"DOMAIN_NAME", "URL"}, {"IBAN", "IBAN_CODE"},          {"ORG", "ORGANIZATION"},
    {"SECRET", "API_KEY"},  {"EMAIL", "EMAIL_ADDRESS"},     {"PHONE", "PHONE_NUMBER"}};

bool asksFor(const std::vector<std::string>& kinds, std::string_view kind) {
    const auto named = [&](std::string_view name) {
        return std::find(kinds.begin(), kinds.end(), name) != kinds.end();
    };
    return kinds.empty() || named(kind) ||
           std::any_of(std::begin(aliases), std::end(aliases),
                       [&](const auto& alias) { return alias.second == kind && named(alias.first); });
}

}  // namespace

struct Finder::Parts {
    std::vector<Detector> detectors = allDetectors();
    PatternSet patterns{detectors};
    std::optional<Tagger> tagger;
};

Finder::Finder() : parts_(std::make_unique<Parts>()) {}
Finder::~Finder() = default;
Finder::Finder(Finder&&) noexcept = default;
Finder& Finder::operator=(Finder&&) noexcept = default;

base::Result<Finder> Finder::withNames(const std::filesystem::path& model) {
    auto tagger = Tagger::open(model);
    if (!tagger) return tl::make_unexpected(tagger.error());
    Finder finder;
    finder.parts_->tagger = std::move(*tagger);
    return finder;
}

std::vector<Finding> Finder::find(std::string_view text, const FindOptions& options) const {
    std::vector<bool> wanted;
    for (const Detector& detector : parts_->detectors)
        wanted.push_back(asksFor(options.kinds, detector.kind));
    Search search(parts_->detectors, text, options.minScore);
    int costlyChecks = costlyChecksAtLeast + static_cast<int>(text.size() / bytesPerCostlyCheck);
    for (const Window window : identifierWindows(text))
        parts_->patterns.visit(text, window, wanted, costlyChecks,
                               [&](PatternSet::Hit& hit) { return search.take(hit); });
    std::vector<Finding> findings = search.findings();
    if (options.names && parts_->tagger)
        for (Finding& name : parts_->tagger->tag(text))
            if (name.score >= options.minScore && asksFor(options.kinds, name.kind))
                findings.push_back(std::move(name));
    return withoutOverlaps(std::move(findings));
}

std::vector<std::string> Finder::kinds() const {
    std::vector<std::string> out;
    for (const Detector& detector : parts_->detectors) out.emplace_back(detector.kind);
    if (parts_->tagger)
        for (std::string& kind : parts_->tagger->kinds()) out.push_back(std::move(kind));
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace hearth::privacy
