#include <gmock/gmock.h>

#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

struct Case {
    const char* what;
    std::string text;
    std::vector<std::string> blocks;
};

TEST(CsvReader, EachRowKeepsTheNames) {
    const Case cases[] = {
        {"names",
         "Name,City\nAna,Rome\nBo,Oslo\n",
         {"table-row @l2: Name: Ana | City: Rome", "table-row @l3: Name: Bo | City: Oslo"}},
        {"quotes",
         "Name,Note\nAna,\"a, \"\"b\"\"\nc\"\nBo,d\n",
         {"table-row @l2-3: Name: Ana | Note: a, \"b\" c", "table-row @l4: Name: Bo | Note: d"}},
        {"semicolons and a missing cell",
         "Name;Price;Unit\npump;1,50\n",
         {"table-row @l2: Name: pump | Price: 1,50"}},
        {"no names", "1,2\n3,4\n", {"table-row @l1: 1 | 2", "table-row @l2: 3 | 4"}},
        {"one row", "a,b\n", {"table-row @l1: a | b"}},
        {"an open quote", "a,\"b\nc", {"table-row @l1-2: a | b c"}},
    };
    for (const Case& each : cases) EXPECT_EQ(show(each.text, "a.csv").blocks, each.blocks) << each.what;
}

}  // namespace
}  // namespace hearth::rag::tests
