// open_app: starts a program of this desktop, without a shell.
#include "agent/desktop.h"
#include "applications/desktop_entries.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t kChoices = 8;

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "open_app";
    spec.verb = "Open program";
    spec.description = "Open an application";
    spec.icon = "app";
    spec.writes = true;
    spec.arguments = {{"app", ArgumentType::Text, "Program", "Which program should I open?", true, {}}};
    spec.examples = {"open the calculator", "start Firefox", "launch my e-mail program"};
    return spec;
}

class OpenApp final : public BasicTool {
  public:
    explicit OpenApp(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        result.summary = say("Open a program");
        const std::string app = valueOf(result.fields, "app");
        if (app.empty()) return result;
        auto found = find(app);
        if (!found) return tl::unexpected(found.error());
        if (found->size() > 1) {
            std::vector<std::string> names;
            for (const Application& application : *found)
                if (names.size() < kChoices) names.push_back(application.name);
            ask(result, "app", say("Which program do you mean?"), names);
            return result;
        }
        set(result, "app", found->front().name);
        result.summary = say("Open {what}", {{"what", found->front().name}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        auto found = find(valueOf(fields, "app"));
        if (!found) return tl::unexpected(found.error());
        const Application& application = found->front();
        std::vector<std::string> command = application.command;
        // The Debian alternatives name the terminal that the user chose.
        if (application.terminal) command.insert(command.begin(), {"x-terminal-emulator", "-e"});
        if (auto started = context().desktop->launch(command); !started)
            return tl::unexpected(started.error());
        return Outcome{say("Opened {what}.", {{"what", application.name}}), {}, {}, {}};
    }

  private:
    Result<std::vector<Application>> find(const std::string& app) const {
        const auto all = readApplications(context().applicationDirs, context().phrases.language());
        auto found = findApplications(all, app);
        if (found.empty())
            return fail(
                ErrorCode::NotFound,
                say("There is no program “{name}” on this computer. For a web site, say “search the web for "
                    "{name}”.",
                    {{"name", app}}),
                "app");
        return found;
    }
};

}  // namespace

std::unique_ptr<Tool> makeOpenApp(const ToolContext& context) {
    return std::make_unique<OpenApp>(context);
}

}  // namespace hearth::agent::tools
