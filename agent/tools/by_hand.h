// Tools of forms: what a page's form says, with exact values instead of words, so that a change made by hand
// is logged, undone and made good after a power cut like one that was asked for. The model is not told of
// them. Arguments (an empty or missing one: none):
//
//   edit_event, edit_reminder, edit_alarm: "key" of the occurrence, empty for a new one; "scope" of an event
//     that repeats (kThisOne or kAllOfThem); "title"; "start" as "2026-11-23T12:00", of an event also
//     "2026-11-23" for whole days; of events also "end" (as start; of whole days the last one), "location",
//     "description", "reminder" (seconds before the start); "rule", RRULE's value
//   finish_reminder: "key", "title"
//   edit_note, edit_list: "path", empty for a new one; "title"; "text", the whole file. delete_list: "path",
//     "title"
#pragma once

#include <memory>
#include <vector>

#include "tools/basic_tool.h"

namespace hearth::agent::tools {

std::vector<std::unique_ptr<Tool>> makeByHandTools(const ToolContext& context);
std::vector<std::unique_ptr<Tool>> makeItemForms(const ToolContext& context);
std::vector<std::unique_ptr<Tool>> makeTextForms(const ToolContext& context);

// A tool whose run() changes files and nothing else.
class FormTool : public BasicTool {
  public:
    using BasicTool::BasicTool;
    base::Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override;

  protected:
    virtual base::Result<std::vector<FileEdit>> edits(const std::vector<Field>& fields,
                                                      const std::string& id) = 0;
    // What was done, in a sentence.
    virtual std::string said(const std::vector<Field>& fields) const = 0;
    // The spec of a form: its arguments have no labels, because no card shows them.
    static ToolSpec formSpec(std::string name, std::string verb, std::string icon,
                             const std::vector<const char*>& arguments);
    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override;
};

}  // namespace hearth::agent::tools
