// Small libraries for tests: documents of given passages, and an embedder that needs no model.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "fakes/temporary_folder.h"
#include "rag/library_store.h"
#include "rag/text_embedder.h"
#include "store/word_query.h"

namespace hearth::rag {

inline ParsedDocument documentOf(const std::string& path, const std::string& hash = "h") {
    ParsedDocument out;
    out.document.path = path;
    out.document.contentHash = hash;
    out.document.kind = DocumentKind::Text;
    out.document.title = path.substr(path.rfind('/') + 1);
    out.document.modified = 1000;
    out.document.size = 10;
    return out;
}

inline std::vector<Chunk> chunksOf(const ParsedDocument& document, const std::vector<std::string>& texts) {
    std::vector<Chunk> out;
    std::uint64_t at = 0;
    for (const std::string& text : texts) {
        Chunk chunk;
        chunk.path = document.document.path;
        chunk.ordinal = static_cast<std::uint32_t>(out.size());
        chunk.text = text;
        chunk.begin = at;
        chunk.end = at + text.size();
        at = chunk.end + 1;
        out.push_back(std::move(chunk));
    }
    return out;
}

// Words hashed into a few dimensions: texts with the same words are near each other. `alike` maps words to
// others of the same meaning.
class FakeEmbedder : public TextEmbedder {
  public:
    explicit FakeEmbedder(std::map<std::string, std::string> alike = {}, std::string name = "fake")
        : alike_(std::move(alike)), name_(std::move(name)) {}
    const std::string& name() const override { return name_; }
    int width() const override { return 32; }
    std::uint32_t countTokens(std::string_view text) const override {
        return static_cast<std::uint32_t>(queryWords(text).size());
    }
    Vectors queries(std::span<const std::string> texts, const base::CancelToken& cancel) override {
        return documents(texts, cancel);
    }
    Vectors documents(std::span<const std::string> texts, const base::CancelToken&) override {
        std::vector<std::vector<float>> out;
        for (const std::string& text : texts) out.push_back(vectorOf(text));
        return out;
    }

  private:
    std::vector<float> vectorOf(const std::string& text) const {
        std::vector<float> out(32);
        for (std::string word : queryWords(text)) {
            if (const auto other = alike_.find(word); other != alike_.end()) word = other->second;
            if (!isCommonWord(word)) out[std::hash<std::string>{}(word) % 32] += 1;
        }
        float squares = 0;
        for (const float x : out) squares += x * x;
        for (float& x : out) x /= squares > 0 ? std::sqrt(squares) : 1;
        return out;
    }

    std::map<std::string, std::string> alike_;
    std::string name_;
};

class LibraryTest : public ::testing::Test {
  protected:
    void SetUp() override { open((folder_ / "library.db").string()); }
    void open(const std::string& place) {
        auto opened = LibraryStore::open(place);
        ASSERT_TRUE(opened) << opened.error().text();
        store_ = std::move(*opened);
    }
    void put(const std::string& path, const std::vector<std::string>& texts, std::int64_t date = 0) {
        ParsedDocument document = documentOf(path, "hash of " + path);
        document.document.date = date;
        const auto done = store_->put(document, chunksOf(document, texts));
        ASSERT_TRUE(done) << done.error().text();
    }
    std::vector<std::string> textsOf(const std::vector<ScoredChunk>& found) {
        std::vector<ChunkId> ids;
        for (const ScoredChunk& chunk : found) ids.push_back(chunk.id);
        std::vector<std::string> out;
        const auto chunks = store_->chunks(ids);
        for (const StoredChunk& chunk : *chunks) out.push_back(chunk.chunk.text);
        return out;
    }
    std::vector<std::string> matching(const std::string& query, const SearchFilter& filter = {}) {
        const auto found = store_->matchWords(query, 10, filter);
        EXPECT_TRUE(found) << (found ? "" : found.error().text());
        return found ? textsOf(*found) : std::vector<std::string>{};
    }

    tests::TemporaryFolder folder_;
    std::unique_ptr<LibraryStore> store_;
};

}  // namespace hearth::rag
