#include <nlohmann/json.hpp>

#include "agent/approval.h"
#include "agent/file_changes.h"

namespace hearth::agent {

ApprovalPolicy::ApprovalPolicy(std::filesystem::path file) : file_(std::move(file)) {
    auto text = readFile(file_);
    if (!text) return;
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object() || !json.contains("always_allow") || !json["always_allow"].is_array()) return;
    for (const auto& tool : json["always_allow"])
        if (tool.is_string()) allowed_.insert(tool.get<std::string>());
}

Approval ApprovalPolicy::of(const std::string& tool) const {
    return allowed_.contains(tool) ? Approval::AlwaysAllow : Approval::Ask;
}

base::Result<void> ApprovalPolicy::set(const std::string& tool, Approval approval) {
    std::set<std::string> changed = allowed_;
    if (approval == Approval::AlwaysAllow)
        changed.insert(tool);
    else
        changed.erase(tool);
    const nlohmann::json json{{"always_allow", changed}};
    if (auto written = writeFileAtomically(file_, json.dump(2) + "\n"); !written) return written;
    allowed_ = std::move(changed);
    return {};
}

}  // namespace hearth::agent
