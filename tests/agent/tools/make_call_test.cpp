#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using testing::ElementsAre;

class MakeCall : public ToolFixture {
  protected:
    MakeCall() {
        write(context_.contactsDir / "a.vcf",
              "BEGIN:VCARD\nFN:Ana Silva\nTEL:+351 900-000\nEND:VCARD\n"
              "BEGIN:VCARD\nFN:Tom Berg\nEND:VCARD\n");
    }
};

TEST_F(MakeCall, HandsTheNumberOver) {
    const auto prepared = prepare("make_call", {{"contact", "ana"}});
    EXPECT_EQ(prepared.summary, "Call Ana Silva on +351 900-000");
    EXPECT_TRUE(desktop_.opened.empty());
    ASSERT_TRUE(tool("make_call").run(prepared.fields, {}));
    EXPECT_THAT(desktop_.opened, ElementsAre("tel:+351900000"));
    EXPECT_EQ(prepare("make_call", {{"number", "555 0100"}}).summary, "Call 555 0100");
    EXPECT_EQ(prepare("make_call", {{"contact", "112"}}).summary, "Call 112");
}

TEST_F(MakeCall, AsksOrSaysWhatIsMissing) {
    EXPECT_EQ(prepare("make_call", {}).question, "Whom should I call?");
    for (const char* person : {"Bob", "Tom"}) {
        const auto prepared = tool("make_call").prepare({"make_call", {{"contact", person}}});
        ASSERT_FALSE(prepared) << person;
        EXPECT_EQ(prepared.error().code, base::ErrorCode::NotFound) << person;
    }
    EXPECT_FALSE(tool("make_call").prepare({"make_call", {{"contact", "Bob"}, {"number", "call me"}}}));
}

}  // namespace
}  // namespace hearth::tests
