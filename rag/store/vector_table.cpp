// The chunks' vectors, of one or several embedding models.
#include <algorithm>
#include <string>

#include "rag/library_store.h"
#include "store/library_database.h"
#include "store/rows.h"
#include "store/transaction.h"

namespace hearth::rag {

using base::Result;

namespace {

tl::unexpected<base::Error> broken(const base::Error& error) {
    return tl::unexpected<base::Error>(error);
}

}  // namespace

Result<std::vector<VectorModel>> LibraryStore::vectorModels() {
    auto statement = database_->prepare("SELECT id, name, width, form, answering FROM models ORDER BY id");
    std::vector<VectorModel> out;
    auto done = eachRow(statement, [&](const Query& row) {
        out.push_back({row.integer(0), row.text(1), static_cast<int>(row.integer(2)),
                       vectorForm(row.text(3)).value_or(VectorForm::Float32), row.integer(4) != 0});
    });
    if (!done) return broken(done.error());
    return out;
}

Result<VectorModel> LibraryStore::vectorModel(const std::string& name, int width, VectorForm form) {
    auto models = vectorModels();
    if (!models) return broken(models.error());
    const auto known =
        std::find_if(models->begin(), models->end(), [&](const auto& m) { return m.name == name; });
    if (known != models->end()) {
        if (known->width == width && known->form == form) return *known;
        return base::fail(base::ErrorCode::InvalidInput,
                          "The vectors of \"" + name + "\" in the index have " +
                              std::to_string(known->width) + " numbers as " +
                              std::string(toString(known->form)) + ", not " + std::to_string(width) + " as " +
                              std::string(toString(form)) + ". Give the other form another name.",
                          path());
    }
    auto insert = database_->prepare("INSERT INTO models(name, width, form) VALUES(?1, ?2, ?3)");
    if (!insert) return broken(insert.error());
    insert->bind(1, name).bind(2, std::int64_t{width}).bind(3, toString(form));
    if (auto done = insert->run(); !done) return broken(done.error());
    const auto id = database_->lastId();
    if (!id) return broken(id.error());
    return VectorModel{*id, name, width, form, false};
}

Result<void> LibraryStore::answerWith(std::int64_t model) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return broken(transaction.error());
    const std::string id = std::to_string(model);
    auto done = database_->execute("UPDATE models SET answering = CASE id WHEN " + id +
                                   " THEN 1 ELSE 0 END; DELETE FROM models WHERE id <> " + id);
    return done ? transaction->commit() : done;
}

Result<std::vector<StoredChunk>> LibraryStore::withoutVectors(std::int64_t model, int limit, ChunkId after) {
    auto statement = database_->prepare(
        std::string("SELECT ") + kChunkColumns +
        " FROM chunks c JOIN documents d ON d.id = c.document WHERE c.id > ?3 AND NOT EXISTS "
        "(SELECT 1 FROM vectors v WHERE v.model = ?1 AND v.chunk = c.id) ORDER BY c.id LIMIT ?2");
    if (statement) statement->bind(1, model).bind(2, std::int64_t{limit}).bind(3, after);
    std::vector<StoredChunk> out;
    auto done = eachRow(statement, [&](const Query& row) { out.push_back(readChunk(row)); });
    if (!done) return broken(done.error());
    return out;
}

Result<std::int64_t> LibraryStore::countWithoutVectors(std::int64_t model) {
    auto statement = database_->prepare(
        "SELECT count(*) FROM chunks c WHERE NOT EXISTS "
        "(SELECT 1 FROM vectors v WHERE v.model = ?1 AND v.chunk = c.id)");
    if (statement) statement->bind(1, model);
    std::int64_t out = 0;
    auto done = eachRow(statement, [&](const Query& row) { out = row.integer(0); });
    if (!done) return broken(done.error());
    return out;
}

Result<void> LibraryStore::putVectors(const VectorModel& model, std::span<const ChunkId> ids,
                                      const std::vector<std::vector<float>>& vectors) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return broken(transaction.error());
    auto insert = database_->prepare(
        "INSERT INTO vectors(model, chunk, data) SELECT ?1, id, ?3 FROM chunks WHERE id = ?2 "
        "ON CONFLICT(model, chunk) DO UPDATE SET data = excluded.data");
    if (!insert) return broken(insert.error());
    for (std::size_t i = 0; i < ids.size() && i < vectors.size(); ++i) {
        if (vectors[i].size() != static_cast<std::size_t>(model.width))
            return base::fail(base::ErrorCode::InvalidInput,
                              "A vector of " + std::to_string(vectors[i].size()) + " numbers is none of \"" +
                                  model.name + "\", whose vectors have " + std::to_string(model.width) + ".",
                              path());
        const std::vector<std::byte> data = pack(model.form, vectors[i]);
        insert->bind(1, model.id).bind(2, ids[i]).bind(3, std::span<const std::byte>(data));
        if (auto done = insert->run(); !done) return done;
        insert->reset();
    }
    return transaction->commit();
}

Result<std::vector<ChunkId>> LibraryStore::vectorIds(std::int64_t model) {
    auto statement = database_->prepare("SELECT chunk FROM vectors WHERE model = ?1 ORDER BY chunk");
    if (statement) statement->bind(1, model);
    std::vector<ChunkId> out;
    auto done = eachRow(statement, [&](const Query& row) { out.push_back(row.integer(0)); });
    if (!done) return broken(done.error());
    return out;
}

Result<std::vector<std::vector<std::byte>>> LibraryStore::vectors(std::int64_t model,
                                                                  std::span<const ChunkId> ids) {
    std::unordered_map<ChunkId, std::vector<std::byte>> found;
    auto done =
        eachOfIds(*database_,
                  "SELECT chunk, data FROM vectors WHERE model = " + std::to_string(model) + " AND chunk IN",
                  ids, [&](const Query& row) { found.emplace(row.integer(0), row.blob(1)); });
    if (!done) return broken(done.error());
    for (const ChunkId id : ids) found.try_emplace(id);
    return inOrder(std::move(found), ids);
}

// Some at a time, so that a server need not send all of them at once.
Result<void> LibraryStore::eachVector(std::int64_t model, const EachVector& each) {
    const auto ids = vectorIds(model);
    if (!ids) return broken(ids.error());
    constexpr std::size_t kAtOnce = 256;
    for (std::size_t at = 0; at < ids->size(); at += kAtOnce) {
        const std::span<const ChunkId> some(ids->data() + at, std::min(kAtOnce, ids->size() - at));
        const auto data = vectors(model, some);
        if (!data) return broken(data.error());
        for (std::size_t i = 0; i < some.size(); ++i)
            if (!(*data)[i].empty())  // gone meanwhile
                if (auto done = each(some[i], (*data)[i]); !done) return done;
    }
    return {};
}

}  // namespace hearth::rag
