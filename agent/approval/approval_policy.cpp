#include <nlohmann/json.hpp>

#include "agent/approval.h"
#include "agent/file_changes.h"

namespace hearth::agent {

ApprovalPolicy::ApprovalPolicy(std::filesystem::path file) : file_(std::move(file)) {}

const std::set<std::string>& ApprovalPolicy::allowed() const {
    std::error_code error;
    const auto written = std::filesystem::last_write_time(file_, error);
    if (!error && written == written_) return allowed_;
    written_ = error ? std::filesystem::file_time_type::min() : written;
    allowed_.clear();
    readAllowed();
    return allowed_;
}

void ApprovalPolicy::readAllowed() const {
    const auto text = readFile(file_);
    if (!text) return;
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object() || !json.contains("always_allow") || !json["always_allow"].is_array()) return;
    for (const auto& tool : json["always_allow"])
        if (tool.is_string()) allowed_.insert(tool.get<std::string>());
}

Approval ApprovalPolicy::of(const std::string& tool) const {
    return allowed().contains(tool) ? Approval::AlwaysAllow : Approval::Ask;
}

base::Result<void> ApprovalPolicy::set(const std::string& tool, Approval approval) {
    std::set<std::string> changed = allowed();
    if (approval == Approval::AlwaysAllow)
        changed.insert(tool);
    else
        changed.erase(tool);
    const nlohmann::json json{{"always_allow", changed}};
    return writeFileAtomically(file_, json.dump(2) + "\n");
}

}  // namespace hearth::agent
