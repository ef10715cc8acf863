// Runs approved actions: intent into the audit log, then the tool, then what came of it. Takes executed ones
// back, and after a crash finds out what became of those that were begun. Worker thread only.
#pragma once

#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/tool_registry.h"
#include "base/cancel.h"
#include "base/result.h"
#include "privacy/audit_log.h"

namespace hearth::agent::loop {

class ActionRunner {
  public:
    // All must outlive it.
    ActionRunner(const ToolRegistry& tools, privacy::AuditLog& log, const ToolContext& context)
        : tools_(tools), log_(log), context_(context) {}

    // `logged` false: a plain reading, which leaves no row. A failure of the tool is no error of this
    // function: it is in ActionDone, with the reason.
    base::Result<ActionDone> run(const ProposedAction& action, bool logged, bool automatic,
                                 base::CancelToken cancel);
    base::Result<std::string> undo(std::int64_t auditId);
    // Does again, exactly, what undo() took back.
    base::Result<void> redo(std::int64_t auditId);
    // Completes the rows that a crash left open. One sentence each.
    base::Result<std::vector<std::string>> recover();
    // What the log says became of a card; nothing: it was never begun.
    std::optional<ActionDone> outcomeOf(const ProposedAction& action) const;
    // The newest executed action that still stands; nothing: there is none.
    std::optional<privacy::AuditEntry> last() const;

  private:
    const ToolRegistry& tools_;
    privacy::AuditLog& log_;
    const ToolContext& context_;
};

// Fields ↔ JSON: {"title":"Lunch",…}, exactly what the tool was given.
std::string fieldsJson(const std::vector<Field>& fields);
std::vector<Field> fieldsFromJson(const std::string& json);
// The call that prepare() gets for fields: every one that has a value.
Call callOf(const std::string& tool, const std::vector<Field>& fields);

}  // namespace hearth::agent::loop
