// find_file: files of the user by words in their names, by kind and by the day they were changed.
#include <nlohmann/json.hpp>

#include "agent/datetime.h"
#include "files/file_search.h"
#include "system/system_state.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t kShown = 10;

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "find_file";
    spec.verb = "Find file";
    spec.description = "Find files in the user's folders";
    spec.icon = "file_search";
    spec.bringsOthersWords = true;  // names of files that were sent
    spec.arguments = {
        {"query", ArgumentType::Text, "Name", "Which file should I look for?", true, {}},
        {"kind", ArgumentType::Text, "Kind", "What kind of file?", false, {}},
        {"date", ArgumentType::Date, "Changed", "Changed on which day?", false, {}},
    };
    spec.examples = {"find the tax return", "look for the PDF about the boiler", "find my holiday photos"};
    return spec;
}

class FindFile final : public BasicTool {
  public:
    explicit FindFile(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        // "find my pdfs": the kind is all that was said.
        if (valueOf(result.fields, "query").empty() && !valueOf(result.fields, "kind").empty()) {
            result.question.clear();
            result.questionField.clear();
        }
        const std::string query = valueOf(result.fields, "query");
        result.summary =
            query.empty() ? say("Find files") : say("Find files named “{query}”", {{"query", query}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken cancel) override {
        FileQuery query;
        query.words = valueOf(fields, "query");
        query.kind = valueOf(fields, "kind");
        const std::string date = valueOf(fields, "date");
        if (!date.empty() && !limitToDays(date, query))
            return fail(ErrorCode::InvalidInput,
                        say("I can't tell which days “{words}” are. Say “yesterday” or “last week”.",
                            {{"words", date}}),
                        "date");
        const auto search = findFiles(context().homeDir, query, cancel);
        if (cancel.cancelled()) return fail(ErrorCode::Cancelled, say("Stopped looking for files."));
        if (search.found.empty()) return Outcome{nothing(query, search.complete), {}, {}, "[]"};
        return outcome(search);
    }

  private:
    // Files were changed in the past, so of several readings ("Friday") the last one that has begun counts.
    bool limitToDays(const std::string& date, FileQuery& query) const {
        const auto zone = Zone::named(context().zone).value_or(Zone::fixed(0));
        const std::int64_t now = context().clock->now();
        const CivilTime local = zone.toLocal(now);
        for (const TimeEntity& entity : findTimes(date, local, Language::English)) {
            const TimeReading* past = nullptr;
            for (const TimeReading& reading : entity.readings)
                if (reading.start && zone.toInstant(*reading.start).seconds <= now &&
                    (!past || *past->start < *reading.start))
                    past = &reading;
            if (!past) continue;
            const std::int64_t start = zone.toInstant(*past->start).seconds;
            constexpr std::int64_t kDay = 86400;
            query.after = start;
            query.before = past->end ? zone.toInstant(*past->end).seconds : start + kDay;
            return true;
        }
        return false;
    }

    std::string nothing(const FileQuery& query, bool complete) const {
        std::vector<std::string> folders;
        for (const auto& folder : userFolders(context().homeDir))
            folders.push_back(shortPath(folder, context().homeDir));
        std::string text = say("Nothing fits “{query}” in {folders}.",
                               {{"query", query.words.empty() ? query.kind : query.words},
                                {"folders", context().phrases.all(folders)}});
        if (!complete) text += " " + say("There are too many files to look at all of them.");
        return text;
    }

    Outcome outcome(const FileSearch& search) const {
        Outcome result;
        const auto& found = search.found;
        result.text = say("Found {count, plural, one{# file} other{# files}}:", {{"count", found.size()}});
        nlohmann::json items = nlohmann::json::array();
        for (std::size_t i = 0; i < found.size() && i < kShown; ++i) {
            const std::string shown = shortPath(found[i].path, context().homeDir);
            result.text += "\n• " + shown +
                           (found[i].folder ? "" : " (" + sizeText(found[i].size, context().phrases) + ")");
            items.push_back({{"title", found[i].path.filename().string()},
                             {"path", found[i].path.string()},
                             {"size", found[i].size},
                             {"modified", found[i].modified}});
        }
        if (found.size() > kShown)
            result.text += "\n" + say("… and {count} more.", {{"count", found.size() - kShown}});
        if (!search.complete) result.text += "\n" + say("There are too many files to look at all of them.");
        if (found.size() == 1) result.link = found.front().path.string();
        // Names of files need not be UTF-8.
        result.items = items.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return result;
    }
};

}  // namespace

std::unique_ptr<Tool> makeFindFile(const ToolContext& context) {
    return std::make_unique<FindFile>(context);
}

}  // namespace hearth::agent::tools
