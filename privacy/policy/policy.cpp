#include "privacy/policy.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "base/json_depth.h"
#include "base/private_file.h"

namespace hearth::privacy {

using base::ErrorCode;
using base::fail;
using base::Result;
using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

namespace {

constexpr const char* kNames[] = {"allow", "mask", "never"};

std::optional<Handling> handlingOf(const Json& name) {
    for (const Handling handling : {Handling::Allow, Handling::Mask, Handling::Never})
        if (name == kNames[static_cast<int>(handling)]) return handling;
    return std::nullopt;
}

bool isNote(const std::string& name) {
    return name.starts_with('_');
}

std::string quoted(const std::string& name) {
    return Json(name).dump(-1, ' ', false, Json::error_handler_t::replace);
}

// `at`: a byte of the text; beyond it: no line is named.
tl::unexpected<base::Error> damaged(const fs::path& file, const std::string& text, std::size_t at,
                                    const std::string& what) {
    std::string line;
    if (at < text.size())
        line = "line " +
               std::to_string(
                   1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
               ": ";
    return fail(ErrorCode::InvalidInput,
                "The privacy policy cannot be read: " + line + what +
                    ". Mend the file, or delete it to begin with the standard policy.",
                file.string());
}

// A missing file is an empty policy.
Result<std::string> textOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::error_code none;
    if (!in && !fs::exists(file, none)) return std::string("{}");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) return fail(ErrorCode::Io, "The privacy policy cannot be read.", file.string());
    return text;
}

Result<Json> parsed(const std::string& text, const fs::path& file) {
    constexpr int kDeepest = 8;
    if (base::jsonDepth(text) > kDeepest) return damaged(file, text, 0, "it is nested too deeply");
    try {
        Json json = Json::parse(text);
        if (json.is_object()) return json;
        return damaged(file, text, 0, "it must begin with { and end with }");
    } catch (const Json::parse_error& error) {
        const std::size_t at =
            std::min(error.byte == 0 ? 0 : error.byte - 1, text.empty() ? 0 : text.size() - 1);
        return damaged(file, text.empty() ? " " : text, at, "it is no JSON from here on");
    }
}

// For the user alone, whole or not at all.
Result<void> write(const fs::path& file, const std::string& text) {
    const fs::path fresh = file.string() + ".new";
    base::makePrivateFile(fresh.string());
    std::ofstream out(fresh, std::ios::binary);
    out << text;
    out.close();
    std::error_code error;
    if (out) fs::rename(fresh, file, error);
    if (!out || error) return fail(ErrorCode::Io, "The privacy policy cannot be kept", file.string());
    return {};
}

}  // namespace

Handling standardHandling(std::string_view kind) {
    for (const std::string_view secret : {"API_KEY", "PRIVATE_KEY", "CRYPTO"})
        if (kind == secret) return Handling::Never;
    return Handling::Mask;
}

Handling Policy::of(const std::string& kind, const std::string& destination) const {
    for (const std::string& where : {destination, std::string("*")})
        for (const std::string& what : {kind, std::string("*")})
            if (const auto rule = rules_.find({where, what}); rule != rules_.end()) return rule->second;
    return standardHandling(kind);
}

void Policy::set(const std::string& kind, const std::string& destination, Handling handling) {
    rules_[{destination, kind}] = handling;
}

Handling Policy::without(const std::string& kind, const std::string& destination) const {
    Policy rest = *this;
    rest.rules_.erase({destination, kind});
    return rest.of(kind, destination);
}

Result<Policy> Policy::read(const fs::path& file) {
    const auto text = textOf(file);
    if (!text) return tl::unexpected(text.error());
    const auto json = parsed(*text, file);
    if (!json) return tl::unexpected(json.error());
    Policy policy;
    for (const auto& [destination, kinds] : json->items()) {
        if (isNote(destination)) continue;
        std::size_t at = text->find(quoted(destination));
        if (!kinds.is_object())
            return damaged(file, *text, at, "“" + destination + "” is no list of kinds in braces");
        for (const auto& [kind, name] : kinds.items()) {
            if (isNote(kind)) continue;
            const auto handling = handlingOf(name);
            if (!handling)
                return damaged(file, *text, text->find(quoted(kind), at),
                               "“" + kind + "” must be \"allow\", \"mask\" or \"never\"");
            policy.set(kind, destination, *handling);
        }
    }
    return policy;
}

Result<void> changePolicy(const fs::path& file, const std::vector<PolicyChange>& changes) {
    if (const auto whole = Policy::read(file); !whole) return tl::unexpected(whole.error());
    const auto text = textOf(file);
    if (!text) return tl::unexpected(text.error());
    auto json = parsed(*text, file);
    if (!json) return tl::unexpected(json.error());
    for (const PolicyChange& change : changes) {
        Json& kinds = (*json)[change.destination];
        if (change.handling)
            kinds[change.kind] = kNames[static_cast<int>(*change.handling)];
        else if (kinds.is_object())
            kinds.erase(change.kind);
        if (kinds.empty()) json->erase(change.destination);
    }
    return write(file, json->dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

Verdict judge(const Policy& policy, const std::vector<Finding>& findings, const std::string& destination) {
    std::set<std::string> forbidden;
    std::set<std::string> masked;
    for (const Finding& finding : findings) {
        const Handling handling = policy.of(finding.kind, destination);
        if (handling == Handling::Never) forbidden.insert(finding.kind);
        if (handling == Handling::Mask) masked.insert(finding.kind);
    }
    return {{forbidden.begin(), forbidden.end()}, {masked.begin(), masked.end()}};
}

}  // namespace hearth::privacy
