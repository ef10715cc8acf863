// The well-known models that Hearth can fetch, from a JSON file (assets/models/catalogue.json; its form is in
// docs/models.md), and how well each would run on a machine. Values and pure functions; any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "catalogue/machine.h"
#include "catalogue/size_text.h"

namespace hearth::app {

struct CatalogueModel {
    std::string id;  // what it is called on the command line: "qwen3-4b"
    std::string name;
    std::string family;
    std::string architecture;  // general.architecture
    std::string weights;       // "Q4_K_M"
    std::string licence;
    std::string goodFor;                 // one line
    std::vector<std::string> abilities;  // of knownAbilities()
    std::string url;
    std::string fileName;
    std::string sha256;       // empty: not known
    std::uint64_t bytes = 0;  // of the file
    bool bytesExact = false;  // else about
    std::uint64_t parameters = 0;
    int context = 0;                    // tokens it was trained for
    std::uint64_t kvBytesPerToken = 0;  // of the cache, in F16
};

struct Catalogue {
    std::vector<std::string> hosts;  // that its files may come from: "huggingface.co", "*.hf.co"
    std::vector<CatalogueModel> models;

    const CatalogueModel* find(const std::string& id) const;  // also by name; null: none
};

// "tools": calls functions; "reasoning": can think before it answers; "languages": more than English.
const std::vector<std::string>& knownAbilities();
// By what it asks of a machine.
enum class ModelSize { Small, Balanced, Large };
ModelSize sizeOf(const CatalogueModel& model);

// Errors: Io, NotFound; InvalidInput names the entry and the field.
base::Result<Catalogue> readCatalogue(const std::filesystem::path& file);
base::Result<Catalogue> parseCatalogue(const std::string& json, const std::string& name);

constexpr double kReadingSpeed = 6;  // tokens a second below which people wait for the words

enum class Fit { Fits, Slow, WontFit };

struct FitVerdict {
    Fit fit = Fit::WontFit;
    std::uint64_t memoryBytes = 0;  // that running it takes
    double tokensPerSecond = 0;     // to be expected; 0: not known, as the bandwidth is not
    std::string why;                // a sentence for a person
};

// Memory: the file, the cache for `context` tokens, and room to compute. Speed: each token reads the whole
// file once, at the machine's bandwidth (so the decoding of one user is limited; see engine/bench.h).
FitVerdict judgeFit(std::uint64_t fileBytes, std::uint64_t kvBytesPerToken, const Machine& machine,
                    int context = 4096);
const char* toString(Fit fit);  // "fits", "slow", "won't fit"

}  // namespace hearth::app
