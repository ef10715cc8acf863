#include "index/vector_graph.h"

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>
#include <random>

#include "bench/clustered_vectors.h"
#include "fakes/temporary_folder.h"

namespace hearth::rag {
namespace {

constexpr int kWidth = 48;

std::vector<float> randomVector(std::mt19937& random) {
    std::normal_distribution<float> normal;
    std::vector<float> out(kWidth);
    float squares = 0;
    for (float& x : out) {
        x = normal(random);
        squares += x * x;
    }
    for (float& x : out) x /= std::sqrt(squares);
    return out;
}

class VectorGraphTest : public ::testing::Test {
  protected:
    void fill(int count) {
        graph_ = std::move(*VectorGraph::make(kWidth));
        for (int i = 0; i < count; ++i) {
            vectors_.push_back(randomVector(random_));
            ASSERT_TRUE(graph_->add(i + 1, vectors_.back()));
        }
    }
    // The share of the true ten nearest that are found, of those that are let through.
    double recall(const VectorGraph::Accept& accept = nullptr) {
        int hits = 0;
        int wanted = 0;
        for (int q = 0; q < 20; ++q) {
            const auto query = randomVector(random_);
            std::vector<std::pair<float, ChunkId>> exact;
            for (std::size_t i = 0; i < vectors_.size(); ++i) {
                const auto id = static_cast<ChunkId>(i) + 1;
                if ((accept && !accept(id)) || !graph_->has(id)) continue;
                float sum = 0;
                for (int d = 0; d < kWidth; ++d)
                    sum += query[static_cast<std::size_t>(d)] * vectors_[i][static_cast<std::size_t>(d)];
                exact.emplace_back(-sum, id);
            }
            std::sort(exact.begin(), exact.end());
            exact.resize(std::min<std::size_t>(10, exact.size()));
            wanted += static_cast<int>(exact.size());
            for (const ScoredChunk& found : graph_->search(query, 10, 100, accept))
                for (const auto& [score, id] : exact) hits += id == found.id ? 1 : 0;
        }
        return static_cast<double>(hits) / wanted;
    }

    std::mt19937 random_{7};
    std::unique_ptr<VectorGraph> graph_;
    std::vector<std::vector<float>> vectors_;
};

TEST_F(VectorGraphTest, FindsTheNearest) {
    fill(3000);
    EXPECT_GE(recall(), 0.95);
    EXPECT_EQ(graph_->search(vectors_[41], 1, 50).front().id, 42);
    EXPECT_NEAR(graph_->search(vectors_[41], 1, 50).front().score, 1, 0.01);
}

TEST_F(VectorGraphTest, FindsTheNearestOfThoseLetThrough) {
    fill(3000);
    EXPECT_GE(recall([](ChunkId id) { return id % 10 == 0; }), 0.9);
    EXPECT_GE(recall([](ChunkId id) { return id % 100 == 0; }), 0.9);
    const std::vector<ChunkId> some = {5, 6, 7, 99999};
    const auto found = graph_->searchAmong(vectors_[5], 2, 50, some);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found.front().id, 6);
}

TEST_F(VectorGraphTest, PlacesOfRemovedVectorsAreUsedAgain) {
    fill(500);
    const tests::TemporaryFolder folder;
    ASSERT_TRUE(graph_->save((folder / "g").string()));
    const auto bytes = std::filesystem::file_size(folder / "g");
    for (int round = 0; round < 4; ++round) {
        const auto ids = graph_->ids();
        for (std::size_t i = 0; i < 200; ++i) graph_->remove(ids[i]);
        EXPECT_EQ(graph_->size(), 300u);
        EXPECT_FALSE(graph_->has(ids[0]));
        for (int i = 0; i < 200; ++i)
            ASSERT_TRUE(graph_->add(10000 + round * 1000 + i, randomVector(random_)));
    }
    EXPECT_EQ(graph_->size(), 500u);
    ASSERT_TRUE(graph_->save((folder / "g").string()));
    EXPECT_LT(std::filesystem::file_size(folder / "g"), bytes * 105 / 100);
    for (const ScoredChunk& found : graph_->search(vectors_[3], 500, 500)) EXPECT_TRUE(graph_->has(found.id));
}

// Clusters are where walking with one candidate above the lowest level ends in the wrong place.
TEST_F(VectorGraphTest, FindsTheNearestInClustersAlsoWhenAllWereReplaced) {
    constexpr int kCount = 8000;
    const ClusteredVectors clustered(kWidth, kCount / 50, 20);
    graph_ = std::move(*VectorGraph::make(kWidth));
    std::vector<ChunkId> ids;
    std::vector<float> vector(kWidth);
    const auto add = [&](ChunkId id) {
        clustered.make(static_cast<std::uint64_t>(id), vector);
        ASSERT_TRUE(graph_->add(id, vector));
    };
    const auto found = [&] {
        int hits = 0;
        for (std::uint64_t q = 0; q < 100; ++q) {
            clustered.make((1ULL << 40) + q, vector);
            const auto near = graph_->search(vector, 10, 128);
            for (const ScoredChunk& exact : graph_->searchAmong(vector, 10, 128, ids))
                hits += std::any_of(near.begin(), near.end(), [&](auto& n) { return n.id == exact.id; });
        }
        return hits / 1000.0;
    };
    for (ChunkId id = 1; id <= kCount; ++id) {
        add(id);
        ids.push_back(id);
    }
    EXPECT_GE(found(), 0.97);
    for (ChunkId& id : ids) {
        graph_->remove(id);
        id += kCount;
        add(id);
    }
    EXPECT_EQ(graph_->size(), ids.size());
    EXPECT_GE(found(), 0.97);
}

TEST_F(VectorGraphTest, IsSavedAndRead) {
    fill(300);
    graph_->remove(17);
    const tests::TemporaryFolder folder;
    const auto path = (folder / "graph").string();
    ASSERT_TRUE(graph_->save(path));
    auto read = VectorGraph::load(path, kWidth);
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ((*read)->ids(), graph_->ids());
    EXPECT_EQ((*read)->search(vectors_[99], 1, 50).front().id, 100);
    EXPECT_FALSE((*read)->has(17));
    ASSERT_TRUE((*read)->add(900, vectors_[16])) << "into the place of 17";
    EXPECT_EQ((*read)->search(vectors_[16], 1, 50).front().id, 900);
}

TEST_F(VectorGraphTest, WhatIsDamagedIsNotRead) {
    fill(100);
    const tests::TemporaryFolder folder;
    const auto path = (folder / "graph").string();
    EXPECT_EQ(VectorGraph::load(path, kWidth).error().code, base::ErrorCode::NotFound);
    ASSERT_TRUE(graph_->save(path));
    EXPECT_EQ(VectorGraph::load(path, kWidth + 16).error().code, base::ErrorCode::InvalidInput);
    std::filesystem::copy_file(path, path + "2");
    EXPECT_EQ(VectorGraph::load(path + "2", kWidth).error().code, base::ErrorCode::InvalidInput) << "no sum";
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(5000);
        file.put('\x55');
    }
    EXPECT_EQ(VectorGraph::load(path, kWidth).error().code, base::ErrorCode::InvalidInput);
    std::filesystem::resize_file(path, 100);
    EXPECT_EQ(VectorGraph::load(path, kWidth).error().code, base::ErrorCode::InvalidInput);
}

TEST(VectorGraphEmpty, FindsNothing) {
    const auto graph = VectorGraph::make(8);
    EXPECT_TRUE((*graph)->search(std::vector<float>(8), 5, 10).empty());
    (*graph)->remove(4);
    EXPECT_EQ((*graph)->size(), 0u);
}

}  // namespace
}  // namespace hearth::rag
