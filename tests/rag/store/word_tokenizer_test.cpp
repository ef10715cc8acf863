#include "rag/word_tokenizer.h"

#include <gtest/gtest.h>

#include "fakes/temporary_folder.h"
#include "rag/sqlite.h"

namespace hearth::rag {
namespace {

class WordTokenizer : public testing::Test {
  protected:
    void SetUp() override {
        auto database = Database::open((folder_ / "t.db").string(), "texts");
        ASSERT_TRUE(database) << database.error().text();
        database_ = std::move(*database);
        ASSERT_TRUE(database_->execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='hearth')"));
    }
    // The text with what `query` finds in brackets; "-" where it is not found.
    std::string found(const std::string& text, const std::string& query) {
        EXPECT_TRUE(database_->execute("DELETE FROM t"));
        auto insert = database_->prepare("INSERT INTO t VALUES(?1)");
        EXPECT_TRUE(insert->bind(1, text).run());
        auto select = database_->prepare("SELECT highlight(t, 0, '[', ']') FROM t WHERE t MATCH ?1");
        select->bind(1, prefixQuery(query));
        const auto row = select->step();
        EXPECT_TRUE(row) << row.error().text();
        return row && *row ? select->text(0) : "-";
    }
    tests::TemporaryFolder folder_;
    std::unique_ptr<Database> database_;
};

TEST_F(WordTokenizer, FindsWordsInEveryScript) {
    struct Case {
        const char *text, *query, *found;
    };
    const Case cases[] = {
        {"Lunch at the Café", "cafe", "Lunch at the [Café]"},
        {"Lunch at the Cafe\u0301 now", "café n", "Lunch at the [Cafe\u0301] [now]"},
        {"Überraschung für Ana", "UBER", "[Überraschung] für Ana"},
        {"明天中午一起吃饭吧", "中午", "明天[中午]一起吃饭吧"},
        {"明天中午一起吃饭吧", "午中", "-"},
        {"用GPT写Python代码", "python", "用GPT写[Python]代码"},
        {"用GPT写Python代码", "写py", "用GPT[写Python]代码"},
        {"東京タワーへ行く", "タワー", "東京[タワー]へ行く"},
        {"내일 점심을 먹자", "점심", "내일 [점심을] 먹자"},
        {"call +49 170 123", "170", "call +49 [170] 123"},
        {"a\"b OR c", "or", "a\"b [OR] c"},
    };
    for (const Case& c : cases) EXPECT_EQ(found(c.text, c.query), c.found) << c.query;
}

TEST_F(WordTokenizer, BytesThatAreNoTextDoNoHarm) {
    for (const char* text : {"\xff\xfe\x80", "中\xe4\xb8", "\xe4",
                             "a\xf0\x9f"
                             "b中"})
        EXPECT_NE(found(std::string(text) + " end", "end"), "-") << text;
}

TEST(PrefixQuery, HasNoOperators) {
    EXPECT_EQ(prefixQuery("lunch  wi"), "\"lunch\"* \"wi\"*");
    EXPECT_EQ(prefixQuery("a\"b NOT *"), "\"ab\"* \"NOT\"* \"*\"*");
    EXPECT_EQ(prefixQuery(" \t\n"), "");
}

}  // namespace
}  // namespace hearth::rag
