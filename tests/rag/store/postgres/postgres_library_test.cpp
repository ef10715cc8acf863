// The library on a real server, which is started once for all tests of this program.
#include <gmock/gmock.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "fakes/postgres_server.h"
#include "rag/library.h"
#include "store/each_database.h"
#include "store/word_index.h"

namespace hearth::rag {
namespace {

using base::ErrorCode;
using ::testing::HasSubstr;
using ::testing::Not;

std::unique_ptr<tests::PostgresServer> running;
std::string whyNot;

// Started before the first test and stopped after the last, also where one fails.
class ServerForAll : public ::testing::Environment {
    void SetUp() override {
        auto started = tests::PostgresServer::start(HEARTH_FETCHED_SERVER);
        if (started)
            running = std::move(*started);
        else
            whyNot = started.error().message;
    }
    void TearDown() override { running.reset(); }
};
[[maybe_unused]] const auto* environment = ::testing::AddGlobalTestEnvironment(new ServerForAll);

base::Result<std::string> newDatabase(const tests::TemporaryFolder&) {
    if (!running) return base::fail(ErrorCode::NotFound, whyNot);
    return running->newDatabase();
}

HEARTH_IN_DATABASE(Server, newDatabase);

class PostgresLibraryTest : public LibraryTest {
  protected:
    void SetUp() override {
        const auto place = newDatabase(folder_);
        if (!place) GTEST_SKIP() << place.error().text();
        place_ = *place;
        open(place_);
    }
    base::Result<void> tell(const std::string& sql) {
        auto connection = postgres::Connection::open(place_, nullptr);
        if (!connection) return tl::unexpected<base::Error>(connection.error());
        return (*connection)->execute(sql);
    }
    std::string place_;
};

void catchUp(Library& library) {
    for (bool more = true; more;) {
        const auto some = library.catchUp(2);
        ASSERT_TRUE(some) << some.error().text();
        more = *some;
    }
}

TEST_F(PostgresLibraryTest, IsSearchedByWordsAndMeaningLikeAFile) {
    put("/docs/a.txt", {"the price of steel rose", "nothing else of note"});
    put("/docs/b.txt", {"a holiday by the sea"});
    const std::map<std::string, std::string> alike{{"vacation", "holiday"}};
    auto library = Library::open(place_, "", std::make_unique<FakeEmbedder>(alike));
    ASSERT_TRUE(library) << library.error().text();
    catchUp(**library);
    for (const auto& [question, answer] : {std::pair("steel price", "the price of steel rose"),
                                           std::pair("vacation", "a holiday by the sea")}) {
        RetrievalRequest request;
        request.question = question;
        const auto found = (*library)->find(request);
        ASSERT_TRUE(found) << found.error().text();
        ASSERT_FALSE(found->passages.empty()) << question;
        EXPECT_EQ(found->passages.front().chunk.chunk.text, answer) << question;
        EXPECT_EQ(found->documentsSearched, 2);
    }
    while (*(*library)->summarizeSome(1)) {
    }
    EXPECT_FALSE(store_->documents()->front().summary.empty());
}

TEST_F(PostgresLibraryTest, ScoresExactlyAsAFileDoes) {
    const std::vector<std::string> texts{"red apples and green apples",  "green pears", "it's O'Brien's pear",
                                         "yellow quinces and pears",     "plums",       "cherries in June",
                                         "apples in june, pears in july"};
    ParsedDocument document = documentOf("/a.txt");
    std::vector<Chunk> chunks = chunksOf(document, texts);
    chunks[3].headings = {"Apples of the past", "June"};
    auto file = LibraryStore::open((folder_ / "same.db").string());
    ASSERT_TRUE((*file)->put(document, chunks));
    ASSERT_TRUE(store_->put(document, chunks));
    for (const char* query : {"apples", "green pears", "june", "quince", "o'brien", "apples in june", ""}) {
        const auto here = store_->matchWords(query, 10);
        const auto there = *(*file)->matchWords(query, 10);
        ASSERT_TRUE(here) << here.error().text();
        ASSERT_EQ(here->size(), there.size()) << query;
        for (std::size_t i = 0; i < there.size(); ++i) {
            EXPECT_EQ((*here)[i].id, there[i].id) << query;
            EXPECT_DOUBLE_EQ((*here)[i].score, there[i].score) << query;
        }
    }
}

TEST_F(PostgresLibraryTest, SeveralOpenAndWriteAtOnceWhileOneAsks) {
    const auto fresh = newDatabase(folder_);
    std::atomic<int> failed = 0;
    std::vector<std::thread> machines;
    for (int m = 0; m < 4; ++m)
        machines.emplace_back([&, m] {
            auto store = LibraryStore::open(*fresh);
            if (!store) ++failed;
            for (int i = 0; store && i < 5; ++i) {
                const ParsedDocument document =
                    documentOf("/m" + std::to_string(m) + "/" + std::to_string(i) + ".txt");
                if (!(*store)->put(document, chunksOf(document, {"shared words", "more"}))) ++failed;
                if (!(*store)->matchWords("shared", 10)) ++failed;
            }
        });
    for (std::thread& machine : machines) machine.join();
    EXPECT_EQ(failed, 0);
    open(*fresh);
    EXPECT_EQ(store_->counts()->chunks, 40);
    EXPECT_EQ(store_->matchWords("shared", 100)->size(), 20u);
    const auto& rows = store_->words().rows();
    for (std::size_t i = 0; i + 1 < rows.size(); i += 2)
        EXPECT_EQ(rows[i].document, rows[i + 1].document) << "a document's chunks stand together";
}

TEST_F(PostgresLibraryTest, AQuestionSeesWhatAnotherMachineIndexed) {
    auto reader = Library::open(place_, "", std::make_unique<FakeEmbedder>());
    auto writer = Library::open(place_, "", std::make_unique<FakeEmbedder>());
    ASSERT_TRUE(reader && writer);
    put("/docs/a.txt", {"the heron flew"});
    catchUp(**writer);
    RetrievalRequest request;
    request.question = "heron";
    EXPECT_EQ((*reader)->find(request)->passages.size(), 1u) << "by its words";
    ASSERT_TRUE((*reader)->refresh());
    EXPECT_EQ((*reader)->find(request)->passages.size(), 1u);
    ASSERT_TRUE(store_->removed("/docs/a.txt"));
    EXPECT_TRUE((*reader)->find(request)->passages.empty());
}

TEST_F(PostgresLibraryTest, NothingHalfWrittenIsLeftWhereTheServerStops) {
    put("/before.txt", {"before"});
    ASSERT_TRUE(
        tell("CREATE FUNCTION hearth.slow() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN "
             "PERFORM pg_sleep(30) WHERE NEW.text = 'third'; RETURN NEW; END $$; CREATE TRIGGER slow "
             "BEFORE INSERT ON hearth.chunks FOR EACH ROW EXECUTE FUNCTION hearth.slow()"));
    std::thread stopping([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(700));
        running->stop();
    });
    const ParsedDocument document = documentOf("/cut.txt");
    const auto cut = store_->put(document, chunksOf(document, {"first", "second", "third"}));
    stopping.join();
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, ErrorCode::Io);
    EXPECT_THAT(cut.error().text(), HasSubstr("lost"));
    const auto away = store_->counts();
    ASSERT_FALSE(away);
    EXPECT_EQ(away.error().code, ErrorCode::Io);
    EXPECT_THAT(away.error().text(), HasSubstr("cannot be reached"));
    ASSERT_TRUE(running->begin());
    EXPECT_EQ(store_->counts()->documents, 1) << "the connection is made again";
    EXPECT_EQ(matching("before").size(), 1u);
    EXPECT_TRUE(matching("first").empty());
    ASSERT_TRUE(tell("DROP TRIGGER slow ON hearth.chunks"));
    put("/cut.txt", {"first"});
    EXPECT_EQ(matching("first").size(), 1u);
}

TEST_F(PostgresLibraryTest, SaysWhatIsWrong) {
    ASSERT_TRUE(tell("UPDATE hearth.version SET version = 99"));
    const auto newer = LibraryStore::open(place_);
    ASSERT_FALSE(newer);
    EXPECT_EQ(newer.error().code, ErrorCode::Unsupported) << newer.error().text();
    const auto missing = LibraryStore::open(running->addressOf("nothing"));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound) << missing.error().text();
    EXPECT_THAT(missing.error().text(), HasSubstr("createdb nothing"));
    const auto nobody = LibraryStore::open("postgresql:///library?host=" + folder_.path().string());
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().code, ErrorCode::Io) << nobody.error().text();
    const auto latin = running->newDatabase("ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
    ASSERT_TRUE(latin) << latin.error().text();
    const auto other = LibraryStore::open(*latin);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::Unsupported) << other.error().text();
    ASSERT_TRUE(tell("CREATE ROLE stranger LOGIN; REVOKE ALL ON SCHEMA public FROM PUBLIC"));
    const auto fresh = newDatabase(folder_);
    std::string stranger = *fresh;
    stranger.replace(stranger.find("tester"), 6, "stranger");
    const auto refused = LibraryStore::open(stranger);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused) << refused.error().text();
}

TEST_F(PostgresLibraryTest, PasswordsAreAskedForAndNeverShown) {
    ::unsetenv("PGPASSWORD");
    ::setenv("PGPASSFILE", (folder_ / "none").c_str(), 1);
    ASSERT_TRUE(running->askForPasswords(true));
    const auto without = LibraryStore::open(place_);
    ::setenv("PGPASSWORD", "swordfish", 1);
    const auto wrong = LibraryStore::open(place_);
    ::setenv("PGPASSWORD", tests::PostgresServer::kPassword, 1);
    const auto right = LibraryStore::open(place_);
    ::unsetenv("PGPASSWORD");
    ASSERT_TRUE(running->askForPasswords(false));
    ASSERT_TRUE(right) << right.error().text();
    ASSERT_FALSE(without || wrong);
    EXPECT_EQ(without.error().code, ErrorCode::Refused);
    EXPECT_THAT(without.error().text(), HasSubstr(".pgpass"));
    EXPECT_EQ(wrong.error().code, ErrorCode::Refused);
    EXPECT_THAT(wrong.error().text(), AllOf(HasSubstr("does not accept"), Not(HasSubstr("swordfish"))));
}

// Another machine, as far as the rules go: 127.0.0.2 is none of the names of this one, and nobody listens.
TEST(PostgresElsewhere, NeedsLeaveAndIsWrittenDown) {
    const tests::TemporaryFolder folder;
    const std::string address = "postgresql://anna:secret@127.0.0.2:1/library";
    EXPECT_EQ(LibraryStore::open(address).error().code, ErrorCode::Refused) << "nobody gave leave";
    bool offline = true;
    const auto wayOut = [&](const std::string& host) {
        privacy::Egress::Options options;
        options.rules = {{kLibraryPurpose, host, false}};
        options.offline = [&] { return offline; };
        return std::make_shared<privacy::Egress>(std::move(options),
                                                 std::move(*privacy::EgressLog::open(folder / "hearth.db")));
    };
    const auto allowed = wayOut("127.0.0.2");
    EXPECT_EQ(LibraryStore::open(address, allowed).error().code, ErrorCode::Refused) << "offline";
    offline = false;
    EXPECT_EQ(LibraryStore::open(address, wayOut("db.example.org")).error().code, ErrorCode::Refused);
    EXPECT_TRUE(allowed->sent(10)->empty());
    const auto tried = LibraryStore::open(address, allowed);
    ASSERT_FALSE(tried);
    EXPECT_EQ(tried.error().code, ErrorCode::Io) << tried.error().text();
    EXPECT_THAT(tried.error().text(), Not(HasSubstr("secret")));
    const auto log = allowed->sent(10);
    ASSERT_EQ(log->size(), 1u);
    EXPECT_EQ(log->front().host, "127.0.0.2");
    EXPECT_EQ(log->front().purpose, kLibraryPurpose);
    EXPECT_EQ(log->front().method, "PostgreSQL");
    EXPECT_THAT(log->front().outcome, HasSubstr("cannot be reached"));
}

}  // namespace
}  // namespace hearth::rag
