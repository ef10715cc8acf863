#include <gmock/gmock.h>

#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

struct Case {
    const char* name;
    std::string text;
    std::vector<std::string> blocks;
};

TEST(CodeReader, FunctionsAreBlocks) {
    const Case cases[] = {
        {"a.cpp",
         "#include <x>\n\n// Adds.\nint add(int a) {\n    return a;\n}\n\nclass B {\n};\n",
         {"code @l1-2: #include <x>", "code @l3-7: // Adds.\nint add(int a) {\n    return a;\n}",
          "code @l8-9: class B {\n};"}},
        {"a.py",
         "import x\n\n@x\ndef f():\n    def g(): pass\n\nclass C:\n    y = 1\n",
         {"code @l1-2: import x", "code @l3-6: @x\ndef f():\n    def g(): pass",
          "code @l7-8: class C:\n    y = 1"}},
        {"a.rs",
         "use x;\npub(crate) fn f() {}\nimpl T {}\n",
         {"code @l1: use x;", "code @l2: pub(crate) fn f() {}", "code @l3: impl T {}"}},
        {"run", "#!/bin/sh\nf() {\n  echo\n}\n", {"code @l1-4: #!/bin/sh\nf() {\n  echo\n}"}},
        {"a.lua",
         "x = 1\nlocal function f()\nend\n",
         {"code @l1: x = 1", "code @l2-3: local function f()\nend"}},
    };
    for (const Case& each : cases) {
        const auto read = show(each.text, each.name);
        EXPECT_EQ(read.kind, DocumentKind::Code) << each.name;
        EXPECT_EQ(read.blocks, each.blocks) << each.name;
    }
}

}  // namespace
}  // namespace hearth::rag::tests
