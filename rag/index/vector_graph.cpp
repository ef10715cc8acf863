#include "index/vector_graph.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <new>
#include <stdexcept>

#include "base/private_file.h"
#include "index/byte_space.h"
#include "index/graph_walk.h"

namespace hearth::rag {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

using navigable::Graph;
using navigable::Place;

constexpr std::size_t kFirstCapacity = 1024;
// Comparing with so many one after the other takes less than walking the graph past those that are not
// wanted, and misses none.
constexpr std::size_t kCompareAll = 50'000;

// "hearth graph 2 crc32 bytes width": what a whole file of ours has beside it. Graphs of form 1 were linked
// as hnswlib does it, and are built again.
Result<std::string> sumOf(const std::string& path, int width) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail(ErrorCode::NotFound, "There is no saved graph.", path);
    std::vector<char> block(1 << 20);
    uLong sum = crc32(0, nullptr, 0);
    std::uint64_t bytes = 0;
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())), in.gcount() > 0) {
        sum = crc32(sum, reinterpret_cast<const Bytef*>(block.data()), static_cast<uInt>(in.gcount()));
        bytes += static_cast<std::uint64_t>(in.gcount());
    }
    return "hearth graph 2 " + std::to_string(sum) + " " + std::to_string(bytes) + " " +
           std::to_string(width);
}

tl::unexpected<base::Error> outOfMemory() {
    return fail(ErrorCode::OutOfMemory, "There is not enough memory for the index of vectors.");
}

}  // namespace

struct VectorGraph::Parts {
    Parts(int wide, const GraphOptions& options) : width(wide), space(wide), settings(options) {}
    int width;
    ByteSpace space;
    GraphOptions settings;
    std::unique_ptr<Graph> graph;
    std::vector<ChunkId> freed;  // labels whose places can be used again
};

VectorGraph::VectorGraph(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

VectorGraph::~VectorGraph() = default;

Result<std::unique_ptr<VectorGraph>> VectorGraph::make(int width, const GraphOptions& options) try {
    auto parts = std::make_unique<Parts>(width, options);
    parts->graph =
        std::make_unique<Graph>(&parts->space, kFirstCapacity, static_cast<std::size_t>(options.links),
                                static_cast<std::size_t>(options.building));
    return std::unique_ptr<VectorGraph>(new VectorGraph(std::move(parts)));
} catch (const std::exception&) {
    return outOfMemory();
}

Result<std::unique_ptr<VectorGraph>> VectorGraph::load(const std::string& path, int width,
                                                       const GraphOptions& options) try {
    const auto sum = sumOf(path, width);
    if (!sum) return tl::unexpected<base::Error>(sum.error());
    std::ifstream beside(path + ".sum");
    std::string expected;
    std::getline(beside, expected);
    if (expected != *sum)
        return fail(ErrorCode::InvalidInput,
                    "The saved graph is damaged or of another model; it is built again.", path);
    auto parts = std::make_unique<Parts>(width, options);
    parts->graph = std::make_unique<Graph>(&parts->space, path);
    Graph& graph = *parts->graph;
    for (Place place = 0; place < graph.cur_element_count; ++place)
        if (graph.isMarkedDeleted(place))
            parts->freed.push_back(static_cast<ChunkId>(graph.getExternalLabel(place)));
    return std::unique_ptr<VectorGraph>(new VectorGraph(std::move(parts)));
} catch (const std::exception& error) {
    return fail(ErrorCode::InvalidInput, std::string("The saved graph cannot be read: ") + error.what() + ".",
                path);
}

Result<void> VectorGraph::add(ChunkId id, std::span<const float> vector) try {
    Graph& graph = *parts_->graph;
    const auto label = static_cast<hnswlib::labeltype>(id);
    const std::vector<std::byte> data = pack(VectorForm::Int8, vector);
    if (const auto known = graph.label_lookup_.find(label); known != graph.label_lookup_.end()) {
        std::erase(parts_->freed, id);
        navigable::replace(graph, known->second, data);
        return {};
    }
    if (!parts_->freed.empty()) {
        const auto old = static_cast<hnswlib::labeltype>(parts_->freed.back());
        const Place place = graph.label_lookup_.at(old);
        graph.label_lookup_.erase(old);
        graph.label_lookup_[label] = place;
        graph.setExternalLabel(place, label);
        parts_->freed.pop_back();
        navigable::replace(graph, place, data);
        return {};
    }
    if (graph.cur_element_count >= graph.max_elements_) graph.resizeIndex(graph.max_elements_ * 2);
    navigable::append(graph, label, data);
    return {};
} catch (const std::exception&) {
    return outOfMemory();
}

void VectorGraph::remove(ChunkId id) {
    if (!has(id)) return;
    parts_->graph->markDelete(static_cast<hnswlib::labeltype>(id));
    parts_->freed.push_back(id);
}

bool VectorGraph::has(ChunkId id) const {
    const auto found = parts_->graph->label_lookup_.find(static_cast<hnswlib::labeltype>(id));
    return found != parts_->graph->label_lookup_.end() && !parts_->graph->isMarkedDeleted(found->second);
}

std::size_t VectorGraph::size() const {
    return parts_->graph->cur_element_count - parts_->freed.size();
}

std::vector<ChunkId> VectorGraph::ids() const {
    std::vector<ChunkId> out;
    for (const auto& [label, place] : parts_->graph->label_lookup_)
        if (!parts_->graph->isMarkedDeleted(place)) out.push_back(static_cast<ChunkId>(label));
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<ScoredChunk> VectorGraph::search(std::span<const float> query, int count, int effort,
                                             const Accept& accept) const {
    std::vector<ScoredChunk> out;
    const Graph& graph = *parts_->graph;
    if (graph.cur_element_count == 0 || count <= 0) return out;
    const std::vector<std::byte> data = pack(VectorForm::Int8, query);
    const auto wide = static_cast<std::size_t>(std::max(count, effort));
    const auto idOf = [&](Place place) { return static_cast<ChunkId>(graph.getExternalLabel(place)); };
    const auto entries = navigable::enter(graph, data.data(), 0);
    const auto found = navigable::walk(graph, data.data(), 0, wide, entries, [&](Place place) {
        return !graph.isMarkedDeleted(place) && (!accept || accept(idOf(place)));
    });
    for (const auto& [distance, place] : found) {
        if (out.size() == static_cast<std::size_t>(count)) break;
        out.push_back({idOf(place), 1.0 - static_cast<double>(distance)});
    }
    return out;
}

std::vector<double> VectorGraph::similarities(std::span<const float> query,
                                              std::span<const ChunkId> ids) const {
    const Graph& graph = *parts_->graph;
    const std::vector<std::byte> data = pack(VectorForm::Int8, query);
    std::vector<double> out;
    out.reserve(ids.size());
    for (const ChunkId id : ids) {
        const auto found = graph.label_lookup_.find(static_cast<hnswlib::labeltype>(id));
        const bool there = found != graph.label_lookup_.end() && !graph.isMarkedDeleted(found->second);
        out.push_back(
            there ? 1.0 - static_cast<double>(graph.fstdistfunc_(
                              data.data(), graph.getDataByInternalId(found->second), graph.dist_func_param_))
                  : 0.0);
    }
    return out;
}

std::vector<ScoredChunk> VectorGraph::searchAmong(std::span<const float> query, int count, int effort,
                                                  std::span<const ChunkId> among) const {
    if (among.size() > kCompareAll)
        return search(query, count, effort,
                      [&](ChunkId id) { return std::binary_search(among.begin(), among.end(), id); });
    const std::vector<double> scores = similarities(query, among);
    std::vector<ScoredChunk> out;
    for (std::size_t i = 0; i < among.size(); ++i)
        if (has(among[i])) out.push_back({among[i], scores[i]});
    const auto keep = std::min(out.size(), static_cast<std::size_t>(std::max(0, count)));
    const auto better = [](const ScoredChunk& a, const ScoredChunk& b) { return a.score > b.score; };
    std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(keep), out.end(), better);
    out.resize(keep);
    return out;
}

Result<void> VectorGraph::save(const std::string& path) const try {
    const std::string partial = path + ".partial";
    for (const std::string& file : {partial, path + ".sum"}) base::makePrivateFile(file);
    parts_->graph->saveIndex(partial);
    const auto sum = sumOf(partial, parts_->width);
    if (!sum) return fail(ErrorCode::Io, "The graph could not be saved. Is the disk full?", path);
    std::error_code error;
    std::filesystem::rename(partial, path, error);
    std::ofstream beside(path + ".sum", std::ios::trunc);
    beside << *sum << '\n';
    beside.close();
    if (error || !beside) return fail(ErrorCode::Io, "The graph could not be saved. Is the disk full?", path);
    return {};
} catch (const std::exception& error) {
    return fail(ErrorCode::Io, std::string("The graph could not be saved: ") + error.what() + ".", path);
}

}  // namespace hearth::rag
