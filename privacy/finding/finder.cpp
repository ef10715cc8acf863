#include "privacy/finder.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
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
constexpr double weakContextBonus = 0.15;

// One costly check (two microseconds or so) for so many bytes of text, and as many as short texts may need.
constexpr std::size_t bytesPerCostlyCheck = 1000;
constexpr int costlyChecksAtLeast = 2000;

// One search: turns the hits of the patterns into findings.
class Search {
  public:
    Search(const std::vector<Detector>& detectors, const ContextWords& words, std::string_view text,
           double minScore)
        : detectors_(detectors), lower_(lowered(text)), context_(words, lower_), minScore_(minScore) {}

    void enter(Window window) { context_.enter(window.start, window.end); }

    // Whether the hit stands, or there is nothing in its stretch worth a second look.
    bool take(PatternSet::Hit& hit) {
        const Detector& detector = detectors_[hit.detector];
        const Pattern& pattern = detector.patterns[hit.pattern];
        const double validMost = detector.check != nullptr ? validBonus : 0;
        if (pattern.score + validMost + contextBonus < minScore_) return true;
        const Match whole = hit.match;  // a check may move its ends
        const char* word = nullptr;
        double bonus = 0;
        const bool needsWord = pattern.score + validMost < minScore_;
        if (needsWord) std::tie(word, bonus) = context(whole, hit.detector);
        if (pattern.score + bonus + validMost < minScore_) return true;
        const Verdict verdict = detector.check != nullptr ? detector.check(hit.match) : Verdict::Unknown;
        if (verdict == Verdict::Invalid) return false;
        if (!needsWord) std::tie(word, bonus) = context(whole, hit.detector);
        const double score = pattern.score + bonus + (verdict == Verdict::Valid ? validBonus : 0);
        if (score < minScore_) return true;
        places_.push_back(
            {hit.match.start, hit.match.end, std::min(score, 1.0), hit.detector << 8U | hit.pattern});
        reasons_.push_back({&detector, &pattern, word, verdict == Verdict::Valid});
        return true;
    }

    // The names found in the same text.
    void add(std::vector<Finding> names) {
        for (const Finding& name : names)
            places_.push_back({name.start, name.end, name.score, std::numeric_limits<std::size_t>::max()});
        names_ = std::move(names);
    }

    // All without overlaps; of equals those of the detector that comes first stay.
    std::vector<Finding> findings() {
        std::vector<Finding> out;
        for (const std::size_t index : withoutOverlaps(places_))
            out.push_back(index < reasons_.size() ? finding(places_[index], reasons_[index])
                                                  : std::move(names_[index - reasons_.size()]));
        return out;
    }

  private:
    struct Reason {
        const Detector* detector;
        const Pattern* pattern;
        const char* word;
        bool checked;
    };

    // The announcing word nearby, if there is one, and what it adds.
    std::pair<const char*, double> context(const Match& match, std::size_t index) {
        const Detector& detector = detectors_[index];
        const std::size_t rank = context_.near(match.start, match.end, index);
        if (rank == ContextWords::notItsWord) return {nullptr, 0};
        const std::size_t strong = detector.context.size();
        if (rank < strong) return {detector.context[rank], contextBonus};
        return {detector.weakContext[rank - strong], weakContextBonus};
    }

    static Finding finding(const Candidate& place, const Reason& reason) {
        std::string why = reason.pattern->name;
        if (reason.checked) why += "; check passed";
        if (reason.word != nullptr) why += std::string("; near \"") + reason.word + '"';
        return {reason.detector->kind, place.start, place.end, place.score, std::move(why), reason.checked};
    }

    const std::vector<Detector>& detectors_;
    std::string lower_;
    ContextReader context_;
    double minScore_;
    std::vector<Candidate> places_;
    std::vector<Reason> reasons_;  // of as many of the places
    std::vector<Finding> names_;   // the other places
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
    ContextWords words{detectors};
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
    Search search(parts_->detectors, parts_->words, text, options.minScore);
    int costlyChecks = costlyChecksAtLeast + static_cast<int>(text.size() / bytesPerCostlyCheck);
    PatternSet::Visitor visitor{costlyChecks, [&](Window window) { search.enter(window); },
                                [&](PatternSet::Hit& hit) { return search.take(hit); }};
    parts_->patterns.visit(text, identifierWindows(text), wanted, visitor);
    if (options.names && parts_->tagger) {
        std::vector<Finding> names = parts_->tagger->tag(text);
        names.erase(std::remove_if(names.begin(), names.end(),
                                   [&](const Finding& name) {
                                       return name.score < options.minScore ||
                                              !asksFor(options.kinds, name.kind);
                                   }),
                    names.end());
        search.add(std::move(names));
    }
    return search.findings();
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
