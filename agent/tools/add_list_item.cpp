// add_list_item: one or more items at the end of a list, which is made if it does not exist.
#include <algorithm>

#include "lists/list_file.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "add_list_item";
    spec.verb = "Add to list";
    spec.description = "Add to a shopping, to-do or other list, or make one";
    spec.icon = "list";
    spec.writes = true;
    spec.arguments = {
        {"item", ArgumentType::Text, "Item", "What should I put on the list?", true, {}},
        {"list", ArgumentType::Text, "List", "Which list?", false, {}},
    };
    spec.examples = {"put milk and bread on the shopping list", "add call the plumber to my to-do list",
                     "start a packing list with socks"};
    return spec;
}

std::vector<std::string> itemsOf(const std::string& text) {
    std::vector<std::string> items;
    for (std::string& item : splitNames(text)) {
        for (const char* start : {"some ", "Some "})
            if (item.rfind(start, 0) == 0) item.erase(0, 5);
        if (item = words::trimmed(item); !item.empty()) items.push_back(words::capitalized(item));
    }
    return items;
}

class AddListItem final : public BasicTool {
  public:
    explicit AddListItem(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("Took it off the list again.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const auto lists = readLists(context().listsDir);
        const auto list = findList(lists, valueOf(result.fields, "list"));
        const std::string name = list ? list->name : canonicalListName(valueOf(result.fields, "list"));
        set(result, "list", name);
        const auto items = itemsOf(valueOf(result.fields, "item"));
        if (items.empty()) {
            ask(result, "item", questionFor("item"));
            return result;
        }
        std::string value;
        for (const std::string& item : items) value += (value.empty() ? "" : ", ") + item;
        set(result, "item", value);
        result.summary = say(list ? "{items} onto “{list}”" : "{items} onto the new list “{list}”",
                             {{"items", context().phrases.quoted(items)}, {"list", name}});
        if (list)
            for (const ListItem& there : list->openItems())
                for (const std::string& item : items)
                    if (words::folded(there.text) == words::folded(item))
                        result.warnings.push_back(
                            say("“{item}” is on that list already", {{"item", there.text}}));
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const auto items = itemsOf(valueOf(fields, "item"));
        if (items.empty())
            return fail(ErrorCode::InvalidInput, say("There is nothing to put on the list."), "item");
        const std::string wanted = valueOf(fields, "list");
        auto list = findList(readLists(context().listsDir), wanted);
        const bool isNew = !list;
        if (isNew) {
            const std::string name = canonicalListName(wanted);
            list = ListFile{freePath(name), name, {}};
        }
        const std::string id = changeId(fields);
        if (auto done = context().changes->apply(id, {{list->path, list->withAdded(items)}}); !done)
            return tl::unexpected(done.error());
        return Outcome{said(items, list->name, isNew), list->path.string(), id, {}};
    }

    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override {
        return Outcome{said(itemsOf(valueOf(fields, "item")), valueOf(fields, "list"), false), {}, id, {}};
    }

  private:
    std::string said(const std::vector<std::string>& items, const std::string& name, bool isNew) const {
        return say(isNew ? "Added {items} to the new list “{list}”." : "Added {items} to “{list}”.",
                   {{"items", context().phrases.quoted(items)}, {"list", name}});
    }

    fs::path freePath(const std::string& name) const {
        const std::string file = fileNameFor(name);
        fs::path path = context().listsDir / (file + ".md");
        for (int n = 2; fs::exists(path); ++n)
            path = context().listsDir / (file + " " + std::to_string(n) + ".md");
        return path;
    }
};

}  // namespace

std::unique_ptr<Tool> makeAddListItem(const ToolContext& context) {
    return std::make_unique<AddListItem>(context);
}

}  // namespace hearth::agent::tools
