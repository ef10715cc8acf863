#include "privacy/finder.h"

#include <algorithm>

#include "detectors/context.h"
#include "detectors/overlaps.h"
#include "detectors/pattern_set.h"
#include "detectors/registry.h"
#include "detectors/windows.h"

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
        findings_.push_back(
            {detector.kind, hit.match.start, hit.match.end, std::min(score, 1.0), std::move(why)});
        return true;
    }

    std::vector<Finding> findings() { return std::move(findings_); }

  private:
    const std::vector<Detector>& detectors_;
    std::string lower_;
    double minScore_;
    std::vector<Finding> findings_;
};

bool asksFor(const std::vector<std::string>& kinds, std::string_view kind) {
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

struct Finder::Parts {
    std::vector<Detector> detectors = allDetectors();
    PatternSet patterns{detectors};
};

Finder::Finder() : parts_(std::make_unique<Parts>()) {}
Finder::~Finder() = default;
Finder::Finder(Finder&&) noexcept = default;
Finder& Finder::operator=(Finder&&) noexcept = default;

std::vector<Finding> Finder::find(std::string_view text, const FindOptions& options) const {
    std::vector<bool> wanted;
    for (const Detector& detector : parts_->detectors)
        wanted.push_back(asksFor(options.kinds, detector.kind));
    Search search(parts_->detectors, text, options.minScore);
    int costlyChecks = costlyChecksAtLeast + static_cast<int>(text.size() / bytesPerCostlyCheck);
    for (const Window window : identifierWindows(text))
        parts_->patterns.visit(text, window, wanted, costlyChecks,
                               [&](PatternSet::Hit& hit) { return search.take(hit); });
    return withoutOverlaps(search.findings());
}

std::vector<std::string> Finder::kinds() const {
    std::vector<std::string> out;
    for (const Detector& detector : parts_->detectors) out.emplace_back(detector.kind);
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace hearth::privacy
