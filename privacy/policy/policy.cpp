#include "privacy/policy.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace hearth::privacy {

using base::ErrorCode;
using base::fail;
using base::Result;
using Json = nlohmann::ordered_json;

namespace {

constexpr const char* kNames[] = {"allow", "mask", "never"};

std::optional<Handling> handlingOf(const Json& name) {
    for (const Handling handling : {Handling::Allow, Handling::Mask, Handling::Never})
        if (name == kNames[static_cast<int>(handling)]) return handling;
    return std::nullopt;
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

Result<Policy> Policy::read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in && !std::filesystem::exists(file)) return Policy();
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const Json json = Json::parse(text, nullptr, false);
    const auto damaged = [&](const std::string& what) {
        return fail(ErrorCode::InvalidInput,
                    "The privacy policy cannot be read: " + what +
                        ". Mend the file, or delete it to begin with the standard policy.",
                    file.string());
    };
    if (!json.is_object()) return damaged("it is no JSON object");
    Policy policy;
    for (const auto& [destination, kinds] : json.items()) {
        if (!kinds.is_object()) return damaged("“" + destination + "” is no list of kinds");
        for (const auto& [kind, name] : kinds.items()) {
            const auto handling = handlingOf(name);
            if (!handling) return damaged("“" + kind + "” must be allow, mask or never");
            policy.set(kind, destination, *handling);
        }
    }
    return policy;
}

Result<void> Policy::write(const std::filesystem::path& file) const {
    Json json = Json::object();
    for (const auto& [place, handling] : rules_)
        json[place.first][place.second] = kNames[static_cast<int>(handling)];
    const std::filesystem::path fresh = file.string() + ".new";
    std::ofstream out(fresh, std::ios::binary);
    out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    out.close();
    std::error_code error;
    std::filesystem::permissions(fresh, std::filesystem::perms(0600), error);
    if (out && !error) std::filesystem::rename(fresh, file, error);
    if (!out || error) return fail(ErrorCode::Io, "The privacy policy cannot be kept", file.string());
    return {};
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
