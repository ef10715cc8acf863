// Which tools may act without asking, and which not at all: per tool, kept in <dataDir>/approval.json. Each
// asks by default. Used on one thread at a time; the file is replaced whole, and read again when another
// program changed it.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "base/result.h"

namespace hearth::agent {

// Session: until the program ends; it is not kept.
enum class Approval { Ask, Session, AlwaysAllow, Never };

struct ToolApproval {
    std::string tool;
    std::string verb;  // as on its card
    Approval approval = Approval::Ask;
};

class ApprovalPolicy {
  public:
    // A damaged file counts as "ask everywhere".
    explicit ApprovalPolicy(std::filesystem::path file);

    Approval of(const std::string& tool) const;
    bool allows(const std::string& tool) const;  // to act without asking
    base::Result<void> set(const std::string& tool, Approval approval);
    std::map<std::string, Approval> chosen() const;  // of every tool that does not ask

  private:
    const std::map<std::string, Approval>& kept() const;
    void readKept() const;

    std::filesystem::path file_;
    std::set<std::string> session_;
    // As the file was when it was written then.
    mutable std::map<std::string, Approval> kept_;
    mutable std::filesystem::file_time_type written_ = std::filesystem::file_time_type::min();
};

}  // namespace hearth::agent
