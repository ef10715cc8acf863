// show_list: reads one list; without a name the only one there is, or the names of all.
#include <nlohmann/json.hpp>

#include "lists/list_file.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::Result;

namespace {

constexpr std::size_t kShown = 100;

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "show_list";
    spec.verb = "Read list";
    spec.description = "Read a list";
    spec.icon = "list";
    spec.arguments = {{"list", ArgumentType::Text, "List", "Which list?", false, {}}};
    spec.examples = {"what is on my shopping list", "read my to-do list", "show my lists"};
    return spec;
}

class ShowList final : public BasicTool {
  public:
    explicit ShowList(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string name = valueOf(result.fields, "list");
        result.summary =
            name.empty() ? say("Your lists") : say("The list “{list}”", {{"list", canonicalListName(name)}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string wanted = valueOf(fields, "list");
        const auto lists = readLists(context().listsDir);
        if (lists.empty())
            return Outcome{say("There are no lists yet. Say “put milk on the shopping list” to start one."),
                           {},
                           {},
                           "[]"};
        if (wanted.empty() && lists.size() > 1) return overview(lists);
        const auto list = wanted.empty() ? lists.front() : findList(lists, wanted);
        if (!list) {
            std::vector<std::string> names;
            for (const ListFile& other : lists) names.push_back(other.name);
            return Outcome{
                say("There is no list “{list}”. You have {others}.",
                    {{"list", canonicalListName(wanted)}, {"others", context().phrases.quoted(names)}}),
                {},
                {},
                "[]"};
        }
        return contents(*list);
    }

  private:
    Outcome overview(const std::vector<ListFile>& lists) const {
        Outcome result;
        result.text = say("You have {count, plural, one{# list} other{# lists}}:", {{"count", lists.size()}});
        nlohmann::json items = nlohmann::json::array();
        for (const ListFile& list : lists) {
            const std::size_t open = list.openItems().size();
            result.text += "\n• " + say("{list}: {count, plural, one{# item} other{# items}}",
                                        {{"list", list.name}, {"count", open}});
            items.push_back({{"title", list.name}, {"count", open}, {"path", list.path.string()}});
        }
        result.items = items.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return result;
    }

    Outcome contents(const ListFile& list) const {
        Outcome result;
        result.link = list.path.string();
        const auto open = list.openItems();
        const std::size_t done = list.items().size() - open.size();
        result.text = say(open.empty() ? "“{list}” is empty." : "On “{list}”:", {{"list", list.name}});
        nlohmann::json items = nlohmann::json::array();
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (i < kShown) result.text += "\n• " + open[i].text;
            items.push_back({{"title", open[i].text}});
        }
        if (open.size() > kShown)
            result.text += "\n" + say("… and {count} more.", {{"count", open.size() - kShown}});
        if (done > 0)
            result.text +=
                "\n" + say("{count, plural, one{# item} other{# items}} ticked off.", {{"count", done}});
        result.items = items.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return result;
    }
};

}  // namespace

std::unique_ptr<Tool> makeShowList(const ToolContext& context) {
    return std::make_unique<ShowList>(context);
}

}  // namespace hearth::agent::tools
