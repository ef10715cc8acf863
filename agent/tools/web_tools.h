// The tools that are done by a page in the user's browser: a search or a map with words from the request. The
// card shows the words that would be sent and where they go; nothing leaves before the user agrees.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "agent/tool.h"
#include "agent/tool_context.h"

namespace hearth::agent::tools {

// One of these tools: its description, and how words become an address.
struct WebTool {
    ToolSpec spec;
    // The words of the search, with {arguments} in them. A piece in [brackets] is left out when any argument
    // in it is missing: "weather[ in {location}][ {date}]".
    std::string words;
    enum class Page { Search, Map, Directions } page = Page::Search;
    std::string remark;  // a phrase, shown as a warning line: what this page cannot do; may be empty
};

// The table, in the order of assets/training/functions.json.
const std::vector<WebTool>& webTools();

// A tool for each row.
std::vector<std::unique_ptr<Tool>> makeWebTools(const ToolContext& context);

// The words of `tool` for this call; empty when it has no arguments at all.
std::string wordsFor(const WebTool& tool, const Call& call);

// A card and a run for a search that another tool hands over ("100 dollars in euros", a word without a
// dictionary): fields with the exact words, waiting for approval.
Prepared preparedSearch(const ToolContext& context, const std::string& tool, const std::string& words);
// True if these are the fields of such a card.
bool isSearch(const std::vector<Field>& fields);
base::Result<Outcome> runSearch(const ToolContext& context, const std::vector<Field>& fields);

}  // namespace hearth::agent::tools
