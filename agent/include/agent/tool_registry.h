// All tools there are, by name. Filled once at the start, then only read; it owns the tools, which are called
// on the assistant's worker thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "agent/tool.h"
#include "agent/tool_context.h"

namespace hearth::agent {

class ToolRegistry {
  public:
    // Every tool of agent/tools, and those that only forms use. `context` must outlive the registry.
    static ToolRegistry withAllTools(const ToolContext& context);

    // A second tool of the same name replaces the first.
    void add(std::unique_ptr<Tool> tool);
    // One that is found by its name but not among specs(): the model is not told of it.
    void addByHand(std::unique_ptr<Tool> tool);
    // Tools of other programs, in place of those before: found by their name, told to a larger model alone.
    void setGuests(std::vector<std::unique_ptr<Tool>> tools) { guests_ = std::move(tools); }
    std::vector<const ToolSpec*> guests() const;
    Tool* find(const std::string& name) const;   // null: there is no such tool
    std::vector<const ToolSpec*> specs() const;  // in the order in which they were added
    std::size_t size() const { return order_.size(); }

  private:
    std::map<std::string, std::unique_ptr<Tool>> tools_;
    std::vector<std::string> order_;
    std::vector<std::unique_ptr<Tool>> guests_;
};

}  // namespace hearth::agent
