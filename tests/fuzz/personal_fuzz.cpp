// Personal data in any bytes: findings lie in the text, in order and apart; a masked text gives the text
// back, whole and in pieces.
#include <cstdlib>
#include <string>

#include "fuzz/targets.h"
#include "privacy/masking.h"

namespace hearth::fuzz {

namespace {

const privacy::Finder& finder() {
    static const auto finder = privacy::Finder::withNames(HEARTH_SOURCE "/assets/models/names.tagger");
    if (!finder) std::abort();
    return *finder;
}

void findAll(const std::string& text, double minScore) {
    privacy::FindOptions options;
    options.minScore = minScore;
    std::size_t last = 0;
    for (const privacy::Finding& finding : finder().find(text, options)) {
        const bool placed =
            finding.start >= last && finding.end > finding.start && finding.end <= text.size();
        if (!placed || finding.score < minScore || finding.score > 1) std::abort();
        last = finding.end;
    }
}

}  // namespace

void personal(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    findAll(text, 0);
    findAll(text, privacy::defaultMinScore);
    privacy::Masker masker(finder(), size);
    const std::string masked = masker.mask(text);
    if (masker.restore(masked) != text) std::abort();
    privacy::StreamRestorer restorer(masker.matcher());
    std::string pieces;
    for (std::size_t at = 0; at < masked.size(); at += 5) pieces += restorer.feed(masked.substr(at, 5));
    if (pieces + restorer.finish() != text) std::abort();
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::personal)
