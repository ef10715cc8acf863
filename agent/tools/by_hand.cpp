#include "tools/by_hand.h"

namespace hearth::agent::tools {

using base::Result;

ToolSpec FormTool::formSpec(std::string name, std::string verb, std::string icon,
                            const std::vector<const char*>& arguments) {
    ToolSpec spec;
    spec.name = std::move(name);
    spec.description = verb;
    spec.verb = std::move(verb);
    spec.icon = std::move(icon);
    spec.writes = true;
    for (const char* argument : arguments)
        spec.arguments.push_back({argument, ArgumentType::Text, "", "", false, {}});
    return spec;
}

Result<Outcome> FormTool::run(const std::vector<Field>& fields, base::CancelToken) {
    const std::string id = changeId(fields);
    const auto changes = edits(fields, id);
    if (!changes) return tl::unexpected(changes.error());
    if (auto done = context().changes->apply(id, *changes); !done) return tl::unexpected(done.error());
    Outcome outcome{said(fields), {}, id, {}};
    if (changes->front().after) outcome.link = changes->front().path.string();
    return outcome;
}

std::optional<Outcome> FormTool::told(const std::vector<Field>& fields, const std::string& id) const {
    return Outcome{said(fields), {}, id, {}};
}

std::vector<std::unique_ptr<Tool>> makeByHandTools(const ToolContext& context) {
    auto all = makeItemForms(context);
    for (auto& tool : makeTextForms(context)) all.push_back(std::move(tool));
    return all;
}

}  // namespace hearth::agent::tools
