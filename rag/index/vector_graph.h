// The nearest among many vectors, by a navigable graph (Malkov & Yashunin 2018; hnswlib) over vectors of one
// byte a number. Approximate: whoever wants exact scores computes them for what it gives. Places of removed
// vectors are used again. Searches may run beside each other; add(), remove() and save() run alone.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "rag/library_store.h"

namespace hearth::rag {

struct GraphOptions {
    int links = 16;      // of each vector to others; twice as many on the lowest level
    int building = 100;  // candidates looked at when one is added
};

class VectorGraph {
  public:
    using Accept = std::function<bool(ChunkId id)>;

    static base::Result<std::unique_ptr<VectorGraph>> make(int width, const GraphOptions& options = {});
    // Errors: NotFound; InvalidInput where it is damaged, or of another width or form.
    static base::Result<std::unique_ptr<VectorGraph>> load(const std::string& path, int width,
                                                           const GraphOptions& options = {});
    ~VectorGraph();

    // In place of any the id has. `vector`: [width], of length 1. OutOfMemory.
    base::Result<void> add(ChunkId id, std::span<const float> vector);
    void remove(ChunkId id);  // one that is not there is no error
    bool has(ChunkId id) const;
    std::size_t size() const;
    std::vector<ChunkId> ids() const;  // rising

    // The `count` nearest by cosine that `accept` lets through (null: all), the best first. `effort`:
    // candidates kept while searching, at least `count`; more find more and take longer.
    std::vector<ScoredChunk> search(std::span<const float> query, int count, int effort,
                                    const Accept& accept = nullptr) const;
    // The cosine of each; 0 for one that is not there.
    std::vector<double> similarities(std::span<const float> query, std::span<const ChunkId> ids) const;
    // The best among these alone, which rise: where they are few, each is compared.
    std::vector<ScoredChunk> searchAmong(std::span<const float> query, int count, int effort,
                                         std::span<const ChunkId> among) const;

    // Replaces the file when the whole graph is written. Io.
    base::Result<void> save(const std::string& path) const;

  private:
    struct Parts;
    explicit VectorGraph(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace hearth::rag
