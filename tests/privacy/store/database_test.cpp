#include "privacy/database.h"

#include <gtest/gtest.h>

#include <fstream>

#include "fakes/temporary_folder.h"

namespace hearth::tests {
namespace {

using privacy::Database;
using privacy::integerOf;
using privacy::textOf;

TEST(Database, KeepsValuesOfEveryType) {
    TemporaryFolder folder;
    auto database = Database::open(folder / "sub/x.db").value();
    const std::string bytes("a\0b", 3);
    const auto rows =
        database.query("SELECT ?, ?, ?, ?", {std::int64_t{-5}, 2.5, bytes, std::monostate{}}).value();
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(integerOf(rows[0][0]), -5);
    EXPECT_EQ(std::get<double>(rows[0][1]), 2.5);
    EXPECT_EQ(textOf(rows[0][2]), bytes);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(rows[0][3]));
}

TEST(Database, MigratesEachComponentByItselfAndKeepsACopy) {
    TemporaryFolder folder;
    const std::string one = "CREATE TABLE a(x INTEGER)";
    const std::string two = "ALTER TABLE a ADD COLUMN y INTEGER DEFAULT 7";
    {
        auto database = Database::open(folder / "x.db").value();
        ASSERT_TRUE(database.migrate("a", {one}));
        ASSERT_TRUE(database.migrate("b", {"CREATE TABLE b(x)"}));
        ASSERT_TRUE(database.query("INSERT INTO a VALUES(1)"));
    }
    auto database = Database::open(folder / "x.db").value();
    ASSERT_TRUE(database.migrate("a", {one, two}));
    ASSERT_TRUE(database.migrate("a", {one, two}));
    EXPECT_EQ(integerOf(database.query("SELECT y FROM a").value()[0][0]), 7);
    auto copy = Database::open(folder / "x.db.before-a-2").value();
    EXPECT_EQ(integerOf(copy.query("SELECT x FROM a").value()[0][0]), 1);
    EXPECT_FALSE(copy.query("SELECT y FROM a"));
}

TEST(Database, RefusesWhatANewerProgramWrote) {
    TemporaryFolder folder;
    auto database = Database::open(folder / "x.db").value();
    ASSERT_TRUE(database.migrate("a", {"CREATE TABLE a(x)", "CREATE TABLE c(x)"}));
    const auto older = database.migrate("a", {"CREATE TABLE a(x)"});
    ASSERT_FALSE(older);
    EXPECT_EQ(older.error().code, base::ErrorCode::Unsupported);
}

TEST(Database, AFailedStepLeavesTheOldVersion) {
    TemporaryFolder folder;
    auto database = Database::open(folder / "x.db").value();
    EXPECT_FALSE(database.migrate("a", {"CREATE TABLE a(x)", "nonsense"}));
    ASSERT_TRUE(database.migrate("a", {"CREATE TABLE a(x)", "CREATE TABLE c(x)"}));
    EXPECT_TRUE(database.query("SELECT * FROM c"));
}

TEST(Database, RollsBackAFailedTransaction) {
    TemporaryFolder folder;
    auto database = Database::open(folder / "x.db").value();
    ASSERT_TRUE(database.query("CREATE TABLE a(x)"));
    EXPECT_FALSE(database.transaction([&]() -> base::Result<void> {
        EXPECT_TRUE(database.query("INSERT INTO a VALUES(1)"));
        return base::fail(base::ErrorCode::Refused, "no");
    }));
    EXPECT_EQ(integerOf(database.query("SELECT count(*) FROM a").value()[0][0]), 0);
}

TEST(Database, SaysWhatIsNoDatabase) {
    TemporaryFolder folder;
    std::ofstream(folder / "x.db") << std::string(4096, 'x');
    const auto opened = Database::open(folder / "x.db");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, base::ErrorCode::InvalidInput);
    EXPECT_EQ(opened.error().where, (folder / "x.db").string());
}

}  // namespace
}  // namespace hearth::tests
