// remove_list_item: takes items off a list, or all of them ("clear my shopping list"). Where no list is
// named, looks through every list.
#include <algorithm>

#include "lists/list_file.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr double kLeastFit = 0.6;

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "remove_list_item";
    spec.verb = "Take off list";
    spec.description = "Remove or tick off list items";
    spec.icon = "list";
    spec.writes = true;
    spec.arguments = {
        {"item", ArgumentType::Text, "Item", "What should I take off the list?", true, {}},
        {"list", ArgumentType::Text, "List", "Which list?", false, {}},
    };
    spec.examples = {"take milk off the shopping list", "remove call the plumber from my to-do list",
                     "clear my packing list"};
    return spec;
}

bool meansAll(const std::string& item) {
    for (const std::string& word : words::of(item))
        if (word != "everything" && word != "all" && word != "items" && word != "item" && word != "whole" &&
            word != "entire" && !words::isFiller(word))
            return false;
    return !words::of(item).empty();
}

// One list with the lines that are to go.
struct Removal {
    ListFile list;
    std::vector<ListItem> items;
};

class RemoveListItem final : public BasicTool {
  public:
    explicit RemoveListItem(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("Put it back on the list.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        result.summary = say("Take something off a list");
        const std::string item = valueOf(result.fields, "item");
        const std::string wanted = valueOf(result.fields, "list");
        const auto lists = readLists(context().listsDir);
        if (lists.empty()) return fail(ErrorCode::NotFound, say("There are no lists yet."), "list");
        if (item.empty()) return withChoices(result, findList(lists, wanted));
        std::vector<ListFile> candidates;
        if (!wanted.empty() || meansAll(item)) {
            auto list = findList(lists, wanted);
            if (!list && lists.size() == 1 && wanted.empty()) list = lists.front();
            if (!list)
                return fail(ErrorCode::NotFound,
                            say("There is no list “{list}”.", {{"list", canonicalListName(wanted)}}), "list");
            candidates = {*list};
        } else {
            candidates = lists;
        }
        return resolve(std::move(result), candidates, item);
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const auto list = findList(readLists(context().listsDir), valueOf(fields, "list"));
        if (!list)
            return fail(ErrorCode::NotFound,
                        say("There is no list “{list}”.", {{"list", valueOf(fields, "list")}}), "list");
        const auto removal = removalFrom(*list, valueOf(fields, "item"));
        if (removal.items.empty())
            return fail(ErrorCode::NotFound,
                        say("“{item}” is not on “{list}”.",
                            {{"item", valueOf(fields, "item")}, {"list", list->name}}),
                        "item");
        std::vector<std::size_t> lines;
        for (const ListItem& item : removal.items) lines.push_back(item.line);
        const std::string id = changeId(fields);
        if (auto done = context().changes->apply(id, {{list->path, list->withoutLines(lines)}}); !done)
            return tl::unexpected(done.error());
        return Outcome{said(textsOf(removal.items), list->name), list->path.string(), id, {}};
    }

    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override {
        return Outcome{said(splitNames(valueOf(fields, "item")), valueOf(fields, "list")), {}, id, {}};
    }

  private:
    static Prepared withChoices(Prepared result, const std::optional<ListFile>& list) {
        if (!list) return result;
        set(result, "list", list->name);
        for (Field& field : result.fields)
            if (field.name == "item") field.choices = textsOf(list->openItems());
        return result;
    }

    Result<Prepared> resolve(Prepared result, const std::vector<ListFile>& candidates,
                             const std::string& item) {
        std::vector<Removal> found;
        for (const ListFile& list : candidates)
            if (auto removal = removalFrom(list, item); !removal.items.empty()) found.push_back(removal);
        if (found.empty()) {
            const std::string list = candidates.front().name;
            return fail(ErrorCode::NotFound,
                        say(meansAll(item)           ? "“{list}” is empty already."
                            : candidates.size() == 1 ? "“{item}” is not on “{list}”."
                                                     : "“{item}” is not on any list.",
                            {{"item", item}, {"list", list}}),
                        "item");
        }
        if (found.size() > 1) {
            std::vector<std::string> names;
            for (const Removal& removal : found) names.push_back(removal.list.name);
            ask(result, "list", say("“{item}” is on several lists. Off which one?", {{"item", item}}), names);
            return result;
        }
        const auto texts = textsOf(found.front().items);
        std::string value;
        for (const std::string& text : texts) value += (value.empty() ? "" : ", ") + text;
        if (!meansAll(item)) set(result, "item", value);
        set(result, "list", found.front().list.name);
        const std::string name = found.front().list.name;
        result.summary = meansAll(item)
                             ? say("Take {count, plural, one{the only item} other{all # items}} off “{list}”",
                                   {{"count", texts.size()}, {"list", name}})
                             : say("Take {items} off “{list}”",
                                   {{"items", context().phrases.quoted(texts)}, {"list", name}});
        return result;
    }

    // What `item` means on this list: all, or for each of the names in it the line that fits best. The whole
    // is tried first: "salt and pepper" may be one item.
    static Removal removalFrom(const ListFile& list, const std::string& item) {
        Removal removal{list, {}};
        auto open = list.openItems();
        if (meansAll(item)) {
            removal.items = list.items();
            return removal;
        }
        std::vector<std::string> names = {item};
        if (!bestOf(open, item, 0.9)) names = splitNames(item);
        for (const std::string& name : names) {
            auto best = bestOf(open, name, kLeastFit);
            if (!best) continue;
            removal.items.push_back(*best);
            open.erase(std::find_if(open.begin(), open.end(),
                                    [&](const ListItem& other) { return other.line == best->line; }));
        }
        return removal;
    }

    static std::optional<ListItem> bestOf(const std::vector<ListItem>& items, const std::string& name,
                                          double least) {
        std::optional<ListItem> best;
        for (const ListItem& item : items)
            if (const double fit = words::likeness(name, item.text); fit >= least)
                least = fit + 1e-9, best = item;
        return best;
    }

    static std::vector<std::string> textsOf(const std::vector<ListItem>& items) {
        std::vector<std::string> texts;
        for (const ListItem& item : items) texts.push_back(item.text);
        return texts;
    }

    std::string said(const std::vector<std::string>& texts, const std::string& list) const {
        constexpr std::size_t kMostNamed = 5;
        if (texts.size() > kMostNamed)
            return say("Took {count, plural, one{# item} other{# items}} off “{list}”.",
                       {{"count", texts.size()}, {"list", list}});
        return say("Took {items} off “{list}”.",
                   {{"items", context().phrases.quoted(texts)}, {"list", list}});
    }
};

}  // namespace

std::unique_ptr<Tool> makeRemoveListItem(const ToolContext& context) {
    return std::make_unique<RemoveListItem>(context);
}

}  // namespace hearth::agent::tools
