// Which tools may act without asking: per tool, never by default, kept in <dataDir>/approval.json.
// Used on one thread at a time; the file is replaced whole, and read again when another program changed it.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "base/result.h"

namespace hearth::agent {

enum class Approval { Ask, AlwaysAllow };

class ApprovalPolicy {
  public:
    // A damaged file counts as "ask everywhere".
    explicit ApprovalPolicy(std::filesystem::path file);

    Approval of(const std::string& tool) const;
    base::Result<void> set(const std::string& tool, Approval approval);
    const std::set<std::string>& allowed() const;

  private:
    void readAllowed() const;

    std::filesystem::path file_;
    // As the file was when it was written then.
    mutable std::set<std::string> allowed_;
    mutable std::filesystem::file_time_type written_ = std::filesystem::file_time_type::min();
};

}  // namespace hearth::agent
