#include "catalogue/catalogue.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

namespace hearth::app {

using base::ErrorCode;
using base::fail;
using base::Result;
using nlohmann::json;

namespace {

// Of the bandwidth, as measured with the engine's own benchmark.
constexpr double kReachedShare = 0.75;
constexpr std::uint64_t kWorkBytes = std::uint64_t{200} << 20;  // activations, tables, the program
constexpr double kMostShare = 0.85;                             // of all memory that one model may take

bool isPlainName(const std::string& text) {
    return !text.empty() && text.size() <= 120 && text.front() != '.' &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_' || c == '.';
           });
}

bool isSum(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// What is wrong with an entry, by field; empty: nothing.
std::string wrongField(const CatalogueModel& model) {
    if (!isPlainName(model.id)) return "id";
    if (model.name.empty()) return "name";
    if (model.licence.empty()) return "licence";
    if (model.architecture.empty()) return "architecture";
    if (!model.url.starts_with("https://") && !model.url.starts_with("http://")) return "url";
    if (!isPlainName(model.fileName) || !model.fileName.ends_with(".gguf")) return "file";
    if (!model.sha256.empty() && !isSum(model.sha256)) return "sha256";
    if (model.bytes == 0) return "bytes";
    if (model.context <= 0) return "context";
    for (const std::string& ability : model.abilities)
        if (std::find(knownAbilities().begin(), knownAbilities().end(), ability) == knownAbilities().end())
            return "ability “" + ability + "”";
    return {};
}

CatalogueModel readEntry(const json& entry) {
    CatalogueModel model;
    model.id = entry.value("id", "");
    model.name = entry.value("name", "");
    model.family = entry.value("family", "");
    model.architecture = entry.value("architecture", "");
    model.weights = entry.value("weights", "");
    model.licence = entry.value("licence", "");
    model.goodFor = entry.value("good_for", "");
    model.abilities = entry.value("abilities", std::vector<std::string>{});
    model.url = entry.value("url", "");
    model.fileName = entry.value("file", model.url.substr(model.url.find_last_of('/') + 1));
    model.sha256 = entry.value("sha256", "");
    model.bytesExact = entry.contains("bytes");
    model.bytes = entry.value(model.bytesExact ? "bytes" : "about_bytes", std::uint64_t{0});
    model.parameters = entry.value("parameters", std::uint64_t{0});
    model.context = entry.value("context", 0);
    model.kvBytesPerToken = entry.value("kv_bytes_per_token", std::uint64_t{0});
    return model;
}

std::string plain(double value, const char* form) {
    char text[40];
    std::snprintf(text, sizeof text, form, value);
    return text;
}

}  // namespace

const std::vector<std::string>& knownAbilities() {
    static const std::vector<std::string> known = {"tools", "reasoning", "languages"};
    return known;
}

ModelSize sizeOf(const CatalogueModel& model) {
    constexpr std::uint64_t kMillion = 1'000'000;
    if (model.parameters < 2000 * kMillion) return ModelSize::Small;
    return model.parameters < 6000 * kMillion ? ModelSize::Balanced : ModelSize::Large;
}

const CatalogueModel* Catalogue::find(const std::string& id) const {
    const auto found = std::find_if(models.begin(), models.end(), [&](const CatalogueModel& model) {
        return model.id == id || model.name == id || model.fileName == id;
    });
    return found == models.end() ? nullptr : &*found;
}

Result<Catalogue> readCatalogue(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorCode::NotFound, "The catalogue of models cannot be read.", file.string());
    return parseCatalogue({std::istreambuf_iterator<char>(in), {}}, file.string());
}

Result<Catalogue> parseCatalogue(const std::string& text, const std::string& name) {
    const json whole = json::parse(text, nullptr, false);
    if (!whole.is_object() || !whole.contains("models") || !whole["models"].is_array())
        return fail(ErrorCode::InvalidInput, "The catalogue is no JSON object with a list of “models”.",
                    name);
    Catalogue out;
    std::set<std::string> ids;
    std::size_t row = 0;
    try {
        out.hosts = whole.value("hosts", std::vector<std::string>{});
        for (const json& entry : whole["models"]) {
            CatalogueModel model = readEntry(entry);
            std::string wrong = wrongField(model);
            if (wrong.empty() && !ids.insert(model.id).second) wrong = "id, which occurs twice";
            if (!wrong.empty())
                return fail(ErrorCode::InvalidInput, "An entry of the catalogue has a wrong " + wrong + ".",
                            name + ", models[" + std::to_string(row) + "]");
            out.models.push_back(std::move(model));
            ++row;
        }
    } catch (const json::exception& error) {
        return fail(ErrorCode::InvalidInput,
                    std::string("An entry of the catalogue is malformed: ") + error.what(),
                    name + ", models[" + std::to_string(row) + "]");
    }
    return out;
}

FitVerdict judgeFit(std::uint64_t fileBytes, std::uint64_t kvBytesPerToken, const Machine& machine,
                    int context) {
    FitVerdict verdict;
    verdict.memoryBytes = fileBytes + kvBytesPerToken * static_cast<std::uint64_t>(context) + kWorkBytes;
    if (machine.bandwidth > 0 && fileBytes > 0)
        verdict.tokensPerSecond = kReachedShare * machine.bandwidth / static_cast<double>(fileBytes);
    const auto most = static_cast<std::uint64_t>(kMostShare * static_cast<double>(machine.memoryBytes));
    if (verdict.memoryBytes > most) {
        verdict.fit = Fit::WontFit;
        verdict.why = "It needs " + sizeText(verdict.memoryBytes) + " of memory and there are " +
                      sizeText(machine.memoryBytes) + ".";
    } else if (verdict.tokensPerSecond > 0 && verdict.tokensPerSecond < kReadingSpeed) {
        verdict.fit = Fit::Slow;
        verdict.why = "It would write about " + plain(verdict.tokensPerSecond, "%.1f") + " tokens a second.";
    } else if (verdict.memoryBytes > machine.freeMemoryBytes) {
        verdict.fit = Fit::Slow;
        verdict.why = "Other programs use memory that it needs: close some first.";
    } else {
        verdict.fit = Fit::Fits;
        verdict.why = verdict.tokensPerSecond > 0
                          ? "About " + plain(verdict.tokensPerSecond, "%.0f") + " tokens a second."
                          : "There is memory enough.";
    }
    return verdict;
}

const char* toString(Fit fit) {
    return fit == Fit::Fits ? "fits" : fit == Fit::Slow ? "slow" : "won't fit";
}

}  // namespace hearth::app
