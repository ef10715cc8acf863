#include "store/conversation_store.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "rag/sqlite.h"
#include "rag/word_tokenizer.h"
#include "store/migrations.h"
#include "store/record_json.h"

namespace hearth::app {
namespace {

// What a newer program wrote and this one does not know is not allowed.
agent::RemoteUse remoteUseOf(std::int64_t number) {
    const bool known = number >= 0 && number <= static_cast<std::int64_t>(agent::RemoteUse::Automatic);
    return known ? static_cast<agent::RemoteUse>(number) : agent::RemoteUse::Never;
}

}  // namespace

ConversationStore::ConversationStore(std::unique_ptr<rag::Database> database)
    : database_(std::move(database)) {}
ConversationStore::~ConversationStore() = default;

base::Result<std::unique_ptr<ConversationStore>> ConversationStore::openBeside(const std::string& path) {
    auto database = rag::Database::open(path, "conversations");
    if (!database) return tl::unexpected<base::Error>(database.error());
    if (auto done = migrate(**database); !done) return tl::unexpected<base::Error>(done.error());
    return std::unique_ptr<ConversationStore>(new ConversationStore(std::move(*database)));
}

base::Result<std::unique_ptr<ConversationStore>> ConversationStore::open(const std::string& path) {
    auto store = openBeside(path);
    if (!store) return store;
    if (auto done = (*store)->closeWhatWasOpen(); !done) return tl::unexpected<base::Error>(done.error());
    return store;
}

base::Result<void> ConversationStore::closeWhatWasOpen() {
    // Cards keep their state: the agent takes them up again (ChatService).
    return database_->execute(
        "BEGIN IMMEDIATE;"
        "UPDATE messages SET state=2 WHERE state=0 AND kind=1;"
        "UPDATE messages SET state=1 WHERE kind=2 AND state=0;"
        "COMMIT;");
}

base::Result<void> ConversationStore::putConversation(const ConversationRecord& c) {
    auto statement = database_->prepare(
        "INSERT INTO conversations(id,title,created_ms,updated_ms,pinned,leaf,named,remote,remote_agreed,"
        "documents) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10) "
        "ON CONFLICT(id) DO UPDATE SET title=?2,updated_ms=?4,pinned=?5,leaf=?6,named=?7,remote=?8,"
        "remote_agreed=?9,documents=?10");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    statement->bind(1, c.id).bind(2, c.title).bind(3, c.createdMs).bind(4, c.updatedMs);
    statement->bind(5, std::int64_t{c.pinned ? 1 : 0}).bind(6, c.leaf);
    statement->bind(7, std::int64_t{c.named ? 1 : 0});
    statement->bind(8, static_cast<std::int64_t>(c.remote));
    statement->bind(9, std::int64_t{c.remoteAgreed ? 1 : 0}).bind(10, scopeText(c.documents));
    return statement->run();
}

base::Result<void> ConversationStore::putMessage(const MessageRecord& m) {
    auto statement = database_->prepare(
        "INSERT INTO messages(id,conversation,parent,kind,state,text,model,error,created_ms,body) "
        "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10) "
        "ON CONFLICT(id) DO UPDATE SET state=?5,text=?6,model=?7,error=?8,body=?10");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    statement->bind(1, m.id).bind(2, m.conversation).bind(3, m.parent);
    statement->bind(4, static_cast<std::int64_t>(m.kind)).bind(5, static_cast<std::int64_t>(m.state));
    statement->bind(6, m.text).bind(7, m.model).bind(8, m.error).bind(9, m.createdMs);
    statement->bind(10, bodyToJson(m));
    return statement->run();
}

base::Result<void> ConversationStore::removeConversation(std::int64_t id) {
    auto statement = database_->prepare("DELETE FROM conversations WHERE id=?1");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    if (auto done = statement->bind(1, id).run(); !done) return done;
    return wipeTraces();
}

// Words of what was removed stay in the indexes and in the log until they are written anew.
base::Result<void> ConversationStore::wipeTraces() {
    return database_->wipeTraces({"message_words", "title_words"});
}

base::Result<void> ConversationStore::putAutomaticTitle(std::int64_t id, const std::string& title) {
    auto statement = database_->prepare("UPDATE conversations SET title=?2 WHERE id=?1 AND named=0");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    return statement->bind(1, id).bind(2, title).run();
}

base::Result<void> ConversationStore::putWhole(const ConversationRecord& conversation,
                                               const std::vector<MessageRecord>& messages) {
    if (auto begun = database_->execute("BEGIN IMMEDIATE"); !begun) return begun;
    auto done = putConversation(conversation);
    for (std::size_t i = 0; done && i < messages.size(); ++i) done = putMessage(messages[i]);
    if (done) done = database_->execute("COMMIT");
    if (!done) (void)database_->execute("ROLLBACK");  // the first error is the one to report
    return done;
}

base::Result<void> ConversationStore::setDeleted(std::int64_t id, std::int64_t atMs) {
    if (auto there = conversation(id); !there) return tl::unexpected<base::Error>(there.error());
    auto statement = database_->prepare("UPDATE conversations SET deleted_ms=?2 WHERE id=?1");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    return statement->bind(1, id).bind(2, atMs).run();
}

base::Result<void> ConversationStore::purgeDeleted(std::int64_t beforeMs) {
    auto statement = database_->prepare("DELETE FROM conversations WHERE deleted_ms<>0 AND deleted_ms<?1");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    if (auto done = statement->bind(1, beforeMs).run(); !done) return done;
    return database_->changes() > 0 ? wipeTraces() : base::Result<void>{};
}

base::Result<std::vector<ConversationRecord>> ConversationStore::conversationsWhere(
    const std::string& condition, std::int64_t value) {
    auto statement = database_->prepare(
        "SELECT id,title,created_ms,updated_ms,pinned,leaf,named,remote,remote_agreed,documents "
        "FROM conversations WHERE " +
        condition + " ORDER BY updated_ms DESC");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    statement->bind(1, value);
    std::vector<ConversationRecord> out;
    for (;;) {
        auto row = statement->step();
        if (!row) return tl::unexpected<base::Error>(row.error());
        if (!*row) return out;
        out.push_back({statement->integer(0), statement->text(1), statement->integer(2),
                       statement->integer(3), statement->integer(4) != 0, statement->integer(5),
                       statement->integer(6) != 0, remoteUseOf(statement->integer(7)),
                       statement->integer(8) != 0, scopeOf(statement->text(9))});
    }
}

base::Result<std::vector<ConversationRecord>> ConversationStore::conversations() {
    return conversationsWhere("deleted_ms=?1", 0);
}

base::Result<std::vector<ConversationRecord>> ConversationStore::deletedConversations() {
    return conversationsWhere("deleted_ms<>?1", 0);
}

base::Result<ConversationRecord> ConversationStore::conversation(std::int64_t id) {
    auto found = conversationsWhere("id=?1", id);
    if (!found) return tl::unexpected<base::Error>(found.error());
    if (found->empty())
        return base::fail(base::ErrorCode::NotFound, "There is no conversation of this number.",
                          std::to_string(id));
    return found->front();
}

bool ConversationStore::hasMessage(std::int64_t id) {
    auto statement = database_->prepare("SELECT 1 FROM messages WHERE id=?1");
    if (!statement) return false;
    const auto row = statement->bind(1, id).step();
    return row && *row;
}

base::Result<std::vector<MessageRecord>> ConversationStore::messages(std::int64_t conversation) {
    auto statement = database_->prepare(
        "SELECT id,parent,kind,state,text,model,error,created_ms,body FROM messages WHERE conversation=?1 "
        "ORDER BY id");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    statement->bind(1, conversation);
    std::vector<MessageRecord> out;
    for (;;) {
        auto row = statement->step();
        if (!row) return tl::unexpected<base::Error>(row.error());
        if (!*row) return out;
        MessageRecord m;
        m.id = statement->integer(0);
        m.conversation = conversation;
        m.parent = statement->integer(1);
        const auto kind = statement->integer(2);
        const auto state = statement->integer(3);
        if (kind < 0 || kind > 2 || state < 0 || state > 3) continue;  // of a future this version cannot show
        m.kind = static_cast<MessageKind>(kind);
        m.state = static_cast<MessageState>(state);
        m.text = statement->text(4);
        m.model = statement->text(5);
        m.error = statement->text(6);
        m.createdMs = statement->integer(7);
        bodyFromJson(statement->text(8), m);
        out.push_back(std::move(m));
    }
}

base::Result<std::vector<SearchHit>> ConversationStore::find(const std::string& query, int limit) {
    return searchConversations(*database_, query, limit);
}

base::Result<std::vector<WaitingCard>> ConversationStore::waitingCards(std::int64_t sinceMs) {
    auto statement = database_->prepare(
        "SELECT conversation, json_extract(body,'$.action.verb'), json_extract(body,'$.action.summary') "
        "FROM messages WHERE kind=2 AND created_ms>=?1 AND json_valid(body) "
        "AND json_extract(body,'$.action.state') IN (0,1) "
        "AND conversation IN (SELECT id FROM conversations WHERE deleted_ms=0) ORDER BY id DESC");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    statement->bind(1, sinceMs);
    std::vector<WaitingCard> out;
    for (;;) {
        auto row = statement->step();
        if (!row) return tl::unexpected<base::Error>(row.error());
        if (!*row) return out;
        out.push_back({statement->integer(0), statement->text(1), statement->text(2)});
    }
}

base::Result<std::vector<ActionRequest>> ConversationStore::requestsOf(
    const std::vector<std::string>& actions) {
    // Up the tree from the card to what the user wrote.
    auto statement = database_->prepare(
        "WITH RECURSIVE up(card, conversation, id) AS ("
        "SELECT json_extract(body,'$.action.id'), conversation, id FROM messages "
        "WHERE kind=2 AND json_valid(body) AND json_extract(body,'$.action.id') IN "
        "(SELECT value FROM json_each(?1)) "
        "UNION SELECT up.card, up.conversation, m.parent FROM up JOIN messages m ON m.id=up.id WHERE "
        "m.kind<>0) "
        "SELECT up.card, up.conversation, m.text FROM up JOIN messages m ON m.id=up.id WHERE m.kind=0");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    statement->bind(1,
                    nlohmann::json(actions).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    std::vector<ActionRequest> out;
    for (;;) {
        auto row = statement->step();
        if (!row) return tl::unexpected<base::Error>(row.error());
        if (!*row) return out;
        out.push_back({statement->text(0), statement->integer(1), statement->text(2)});
    }
}

base::Result<std::vector<std::int64_t>> ConversationStore::search(const std::string& query) {
    const std::string words = rag::prefixQuery(query);
    std::vector<std::int64_t> out;
    if (words.empty()) return out;
    auto statement = database_->prepare(
        "SELECT id FROM conversations WHERE deleted_ms=0 AND id IN ("
        "SELECT rowid FROM title_words WHERE title_words MATCH ?1 UNION "
        "SELECT conversation FROM messages WHERE id IN ("
        "SELECT rowid FROM message_words WHERE message_words MATCH ?1))");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    statement->bind(1, words);
    for (;;) {
        auto row = statement->step();
        if (!row) return tl::unexpected<base::Error>(row.error());
        if (!*row) return out;
        out.push_back(statement->integer(0));
    }
}

}  // namespace hearth::app
