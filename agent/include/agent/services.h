// Everything of this floor that the window and the command line need, built and wired in one place. Owns
// what it makes; models, clock and desktop are handed in. All of it is used on the assistant's worker
// thread, except the Scheduler, which may run on one other thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/approval.h"
#include "agent/desktop.h"
#include "agent/hand_over.h"
#include "agent/passage_finder.h"
#include "agent/scheduler.h"
#include "agent/tool_context.h"
#include "agent/tool_registry.h"
#include "base/result.h"
#include "engine/logits.h"
#include "engine/model.h"
#include "privacy/audit_log.h"

namespace hearth::agent {

struct AgentOptions {
    std::filesystem::path dataDir;                       // required: ~/.local/share/hearth
    std::filesystem::path calendarDir;                   // empty: <dataDir>/calendar
    std::filesystem::path homeDir;                       // empty: $HOME
    std::vector<std::filesystem::path> applicationDirs;  // empty: those of XDG_DATA_HOME and XDG_DATA_DIRS
    std::filesystem::path promptsDir;                    // assets/prompts
    std::filesystem::path database;                      // empty: <dataDir>/hearth.db
    std::string zone;                                    // empty: the system's
    std::string language = "en";                         // of what is said: see Phrases::of
    std::shared_ptr<const engine::Model> actionModel;    // the built-in one; null: every request is an error
    std::shared_ptr<const engine::Model> chatModel;      // a larger one for conversation; may be null
    const Clock* clock = nullptr;                        // null: the system's
    Desktop* desktop = nullptr;                          // required
};

// Whether a model calls functions by tokens of their own, as the built-in one does; others converse.
bool callsFunctions(const engine::Model& model);

class AgentServices {
  public:
    virtual ~AgentServices() = default;

    // Opens or makes the data folder and completes what a power cut interrupted. Errors: a folder or
    // database that cannot be written, Conflict where another program has it, a model without the
    // functional tokens.
    static base::Result<std::unique_ptr<AgentServices>> create(const AgentOptions& options);

    virtual Agent& agent() = 0;
    virtual Scheduler& scheduler() = 0;
    virtual ApprovalPolicy& approval() = 0;
    virtual const ToolRegistry& tools() const = 0;
    virtual const ToolContext& context() const = 0;
    virtual privacy::AuditLog& audit() = 0;
    // Actions that were interrupted at the last run and what became of them, one sentence each.
    virtual const std::vector<std::string>& recovered() const = 0;
    // Says the rest in another language. Not while the Scheduler runs elsewhere.
    virtual void speak(const std::string& language) = 0;
    // Loads or drops (null) the larger model for conversation. Its adapters are gone then.
    virtual base::Result<void> setChatModel(std::shared_ptr<const engine::Model> model) = 0;
    // Uses these LoRA adapters, and no others, with the larger model from the next answer on. One that was
    // used before is not read again. Errors, which leave all as it was: those of engine::Adapter::open, and
    // Unsupported where there is no larger model.
    virtual base::Result<void> setChatAdapters(const std::vector<engine::AdapterFile>& adapters) = 0;
    // Lets requests be given to a larger model elsewhere, where they allow it (Request::remote); null: no
    // more. It must outlive this.
    virtual void setHandOver(HandOver* handOver) = 0;
    // Tools of other programs, in place of those before; a larger model may call them.
    virtual void setGuestTools(std::vector<std::unique_ptr<Tool>> tools) = 0;
    // What requests may be answered from, where they allow it (Request::documents); null: nothing.
    virtual void setDocuments(std::unique_ptr<PassageFinder> library) = 0;
};

}  // namespace hearth::agent
