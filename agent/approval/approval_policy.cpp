#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "agent/approval.h"
#include "agent/file_changes.h"

namespace hearth::agent {
namespace {

// What is kept, under which key.
constexpr std::array<std::pair<const char*, Approval>, 2> kKept{
    {{"always_allow", Approval::AlwaysAllow}, {"never", Approval::Never}}};

}  // namespace

ApprovalPolicy::ApprovalPolicy(std::filesystem::path file) : file_(std::move(file)) {}

const std::map<std::string, Approval>& ApprovalPolicy::kept() const {
    std::error_code error;
    const auto written = std::filesystem::last_write_time(file_, error);
    if (!error && written == written_) return kept_;
    written_ = error ? std::filesystem::file_time_type::min() : written;
    kept_.clear();
    readKept();
    return kept_;
}

void ApprovalPolicy::readKept() const {
    const auto text = readFile(file_);
    if (!text) return;
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object()) return;
    for (const auto& [key, approval] : kKept) {
        const auto tools = json.find(key);
        if (tools == json.end() || !tools->is_array()) continue;
        for (const auto& tool : *tools)
            if (tool.is_string()) kept_[tool.get<std::string>()] = approval;
    }
}

Approval ApprovalPolicy::of(const std::string& tool) const {
    if (session_.contains(tool)) return Approval::Session;
    const auto found = kept().find(tool);
    return found == kept_.end() ? Approval::Ask : found->second;
}

bool ApprovalPolicy::allows(const std::string& tool) const {
    const Approval approval = of(tool);
    return approval == Approval::AlwaysAllow || approval == Approval::Session;
}

std::map<std::string, Approval> ApprovalPolicy::chosen() const {
    std::map<std::string, Approval> out = kept();
    for (const std::string& tool : session_) out[tool] = Approval::Session;
    return out;
}

base::Result<void> ApprovalPolicy::set(const std::string& tool, Approval approval) {
    auto changed = kept();
    changed.erase(tool);
    if (approval == Approval::AlwaysAllow || approval == Approval::Never) changed[tool] = approval;
    nlohmann::json json;
    for (const auto& [key, meaning] : kKept) {
        json[key] = nlohmann::json::array();
        for (const auto& [name, choice] : changed)
            if (choice == meaning) json[key].push_back(name);
    }
    if (auto written = writeFileAtomically(file_, json.dump(2) + "\n"); !written) return written;
    std::error_code error;  // two changes may come within a tick of the file's clock
    written_ = std::filesystem::last_write_time(file_, error);
    kept_ = std::move(changed);
    session_.erase(tool);
    if (approval == Approval::Session) session_.insert(tool);
    return {};
}

}  // namespace hearth::agent
