// get_setting: says how a switch of the desktop, the volume or the brightness stands.
#include <nlohmann/json.hpp>

#include "controls/switches.h"
#include "tools/basic_tool.h"
#include "tools/setting_names.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "get_setting";
    spec.verb = "Look up setting";
    spec.description = "Say how a setting stands";
    spec.icon = "settings";
    spec.arguments = {
        {"setting", ArgumentType::Text, "Setting", "Which setting do you mean?", false, {}},
        {"value", ArgumentType::Text, "Value", "Which value?", false, {}},
    };
    spec.examples = {"is Bluetooth on", "how loud is the volume", "what are my settings"};
    return spec;
}

class GetSetting final : public BasicTool {
  public:
    explicit GetSetting(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string setting = valueOf(result.fields, "setting");
        result.summary = setting.empty() ? say("How the settings stand")
                                         : say("How “{setting}” stands", {{"setting", setting}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string setting = valueOf(fields, "setting");
        if (setting.empty()) return overview();
        if (const LevelControl* control = findLevel(setting)) {
            auto level = control->read(context());
            if (!level) return tl::unexpected(level.error());
            return outcome(levelLine(context(), *control, *level));
        }
        const Switch* found = findSwitch(setting);
        if (!found) return fail(ErrorCode::Unsupported, unknownSetting(context(), setting), "setting");
        auto on = found->read(context());
        if (!on) return tl::unexpected(on.error());
        return outcome(switchLine(context(), *found, *on));
    }

  private:
    static Outcome outcome(const std::string& text) {
        const nlohmann::json items = {{{"text", text}}};
        return Outcome{text, {}, {}, items.dump()};
    }

    // Whatever this desktop tells; what it does not offer is left out.
    Result<Outcome> overview() const {
        std::string text;
        for (const LevelControl* control : {&volumeControl(), &brightnessControl()})
            if (auto level = control->read(context()))
                text += (text.empty() ? "" : "\n") + levelLine(context(), *control, *level);
        for (const Switch& entry : switches())
            if (auto on = entry.read(context()))
                text += (text.empty() ? "" : "\n") + switchLine(context(), entry, *on);
        if (text.empty())
            return fail(ErrorCode::Unsupported, say("This desktop tells me nothing about its settings."));
        return outcome(text);
    }
};

}  // namespace

std::unique_ptr<Tool> makeGetSetting(const ToolContext& context) {
    return std::make_unique<GetSetting>(context);
}

}  // namespace hearth::agent::tools
