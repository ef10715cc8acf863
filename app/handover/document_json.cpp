#include "handover/document_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hearth::app {

using nlohmann::json;
using Ordered = nlohmann::ordered_json;
using Strings = std::vector<std::string>;

namespace {

Ordered sourceToJson(const agent::Source& source) {
    Ordered out = {{"number", source.number},    {"path", source.path}, {"title", source.title},
                   {"place", placeOf(source)},   {"text", source.text}, {"chunk", source.chunk},
                   {"document", source.document}};
    if (!source.headings.empty()) out["headings"] = source.headings;
    if (source.page != 0) out["page"] = source.page;
    if (source.line != 0) out["line"] = source.line;
    if (!source.sheet.empty()) out["sheet"] = source.sheet;
    if (!source.cell.empty()) out["cell"] = source.cell;
    if (source.markEnd > source.markBegin) {
        out["mark"] = {source.markBegin, source.markEnd};
        out["answer"] = source.text.substr(source.markBegin, source.markEnd - source.markBegin);
    }
    return out;
}

agent::Source sourceFromJson(const json& j) {
    agent::Source out;
    out.number = j.value("number", 0);
    out.document = j.value("document", std::int64_t{0});
    out.chunk = j.value("chunk", std::int64_t{0});
    out.path = j.value("path", "");
    out.title = j.value("title", "");
    out.headings = j.value("headings", Strings{});
    out.page = j.value("page", 0u);
    out.line = j.value("line", 0u);
    out.sheet = j.value("sheet", "");
    out.cell = j.value("cell", "");
    out.text = j.value("text", "");
    const auto mark = j.value("mark", std::vector<std::size_t>{0, 0});
    if (mark.size() == 2 && mark[0] <= mark[1] && mark[1] <= out.text.size()) {
        out.markBegin = mark[0];
        out.markEnd = mark[1];
    }
    return out;
}

}  // namespace

Ordered documentsToJson(const agent::DocumentAnswer& documents) {
    Ordered out = {{"folders", documents.folders},
                   {"documents_searched", documents.documentsSearched},
                   {"found", documents.found},
                   {"used", documents.used},
                   {"time_ignored", documents.timeIgnored},
                   {"written", documents.written},
                   {"statements", Ordered::array()},
                   {"sources", Ordered::array()}};
    for (const agent::Statement& statement : documents.statements)
        out["statements"].push_back({{"begin", statement.begin},
                                     {"end", statement.end},
                                     {"sources", statement.sources},
                                     {"supported", statement.supported}});
    for (const agent::Source& source : documents.sources) out["sources"].push_back(sourceToJson(source));
    return out;
}

agent::DocumentAnswer documentsFromJson(const json& j) {
    agent::DocumentAnswer out;
    out.folders = j.value("folders", Strings{});
    out.documentsSearched = j.value("documents_searched", std::int64_t{0});
    out.found = j.value("found", 0);
    out.used = j.value("used", 0);
    out.timeIgnored = j.value("time_ignored", false);
    out.written = j.value("written", false);
    for (const json& each : j.value("statements", json::array())) {
        agent::Statement statement;
        statement.begin = each.value("begin", std::size_t{0});
        statement.end = std::max(statement.begin, each.value("end", std::size_t{0}));
        statement.sources = each.value("sources", std::vector<int>{});
        statement.supported = each.value("supported", true);
        out.statements.push_back(std::move(statement));
    }
    for (const json& each : j.value("sources", json::array())) out.sources.push_back(sourceFromJson(each));
    return out;
}

json scopeToJson(const agent::DocumentScope& scope) {
    return {{"use", static_cast<int>(scope.use)},
            {"folders", scope.folders},
            {"from", scope.from},
            {"until", scope.until}};
}

agent::DocumentScope scopeFromJson(const json& j) {
    agent::DocumentScope out;
    const int use = j.value("use", 0);
    if (use >= 0 && use <= static_cast<int>(agent::DocumentScope::Use::Only))
        out.use = static_cast<agent::DocumentScope::Use>(use);
    out.folders = j.value("folders", Strings{});
    out.from = j.value("from", std::int64_t{0});
    out.until = j.value("until", std::int64_t{0});
    return out;
}

}  // namespace hearth::app
