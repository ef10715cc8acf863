// Prompts by the templates that people's models have: whatever the template knows, the model is told of the
// tools, of what was called, and of what came of it.
#include "conversation/chat_prompt.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::agent::loop {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Role = ChatLine::Role;

constexpr const char* kTools =
    R"([{"type":"function","function":{"name":"set_timer","description":"Set a timer","parameters":)"
    R"({"type":"object","properties":{"duration":{"type":"string","description":"how long"}}}}}])";

class ChatPromptTest : public testing::Test {
  protected:
    ChatPrompt prompt(const std::string& source) {
        tests::TinyModel tiny;
        tiny.adjust = [&](engine::gguf::Writer& writer) {
            if (!source.empty()) writer.set("tokenizer.chat_template", std::string_view(source));
        };
        const std::string file = (folder_ / "tiny.gguf").string();
        tiny.write(file);
        auto model = engine::Model::open(file);
        EXPECT_TRUE(model) << model.error().text();
        return ChatPrompt(*model);
    }
    static std::vector<ChatLine> lines() {
        const engine::ToolCall call{"set_timer", R"({"duration":"ten minutes"})", "call00001"};
        return {{Role::System, "Be kind.", {}, {}}, {Role::User, "Wake me soon", {}, {}},
                {Role::Assistant, "", {call}, {}},  {Role::Tool, "It rings at noon", {}, call},
                {Role::Assistant, "Set.", {}, {}},  {Role::User, "And in an hour again", {}, {}}};
    }
    static void expectAll(const std::string& text) {
        for (const char* part : {"Be kind.", "Wake me soon", "set_timer", "Set a timer", "ten minutes",
                                 "It rings at noon", "And in an hour again"})
            EXPECT_THAT(text, HasSubstr(part));
        EXPECT_LT(text.find("Set a timer"), text.find("Wake me soon")) << "what stays the same comes first";
        EXPECT_LT(text.find("It rings at noon"), text.find("And in an hour again"));
    }
    tests::TemporaryFolder folder_;
};

TEST_F(ChatPromptTest, EveryTemplateTellsOfToolsCallsAndResults) {
    const fs::path folder = fs::path(HEARTH_SHARED) / "conformance/templates";
    if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not there";
    int known = 0, all = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".jinja") continue;
        SCOPED_TRACE(entry.path().filename().string());
        std::ifstream in(entry.path(), std::ios::binary);
        const ChatPrompt made = prompt({std::istreambuf_iterator<char>(in), {}});
        const auto rendered = made.render(lines(), {kTools, false, {}});
        ASSERT_TRUE(rendered) << rendered.error().text();
        expectAll(rendered->text);
        EXPECT_FALSE(rendered->tokens.empty());
        ++all;
        if (made.knowsTools()) ++known;
        EXPECT_TRUE(made.render({lines().front(), lines()[1]})) << "and without tools";
    }
    EXPECT_GT(known, all / 2);
    EXPECT_GT(all - known, 0) << "some know nothing of tools";
}

TEST_F(ChatPromptTest, WithoutATemplateToolsAreToldInWords) {
    const ChatPrompt made = prompt("");
    EXPECT_FALSE(made.knowsTools());
    const auto rendered = made.render(lines(), {kTools, false, "Of cour"});
    ASSERT_TRUE(rendered) << rendered.error().text();
    expectAll(rendered->text);
    EXPECT_THAT(rendered->text, HasSubstr("<tool_call>"));
    EXPECT_TRUE(rendered->text.ends_with("assistant\nOf cour"));
    EXPECT_EQ(made.answerSource({kTools, false, {}}), "");
}

}  // namespace
}  // namespace hearth::agent::loop
