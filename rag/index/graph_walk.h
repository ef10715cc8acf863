// A navigable graph in hnswlib's memory: walking it, and adding and replacing places. hnswlib's own ways lose
// vectors that lie in clusters, as those of texts do: of a million, a seventh of the nearest was not found,
// and four tenths after a tenth had been replaced. Included by one source alone, since hnswlib defines
// functions in its headers. Walks may run beside each other, the rest runs alone.
#pragma once

#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>
#include <queue>
#include <span>
#include <utility>
#include <vector>

namespace hearth::rag::navigable {

using Graph = hnswlib::HierarchicalNSW<float>;
using Place = hnswlib::tableint;
using Near = std::pair<float, Place>;  // distance first

// Who is asked to visit a place, once each.
class Visited {
  public:
    explicit Visited(const Graph& graph)
        : pool_(graph.visited_list_pool_), list_(pool_->getFreeVisitedList()) {}
    ~Visited() { pool_->releaseVisitedList(list_); }
    Visited(const Visited&) = delete;
    Visited& operator=(const Visited&) = delete;
    bool first(Place place) { return std::exchange(list_->mass[place], list_->curV) != list_->curV; }

  private:
    hnswlib::VisitedListPool* pool_;
    hnswlib::VisitedList* list_;
};

inline float distanceTo(const Graph& graph, const void* query, Place place) {
    return graph.fstdistfunc_(query, graph.getDataByInternalId(place), graph.dist_func_param_);
}

inline std::span<const Place> linksOf(const Graph& graph, Place place, int level) {
    auto* list = level == 0 ? graph.get_linklist0(place) : graph.get_linklist(place, level);
    return {reinterpret_cast<const Place*>(list + 1), graph.getListCount(list)};
}

// Candidates kept on the levels above the lowest. With one, as in the paper, a walk among clusters ends in
// the wrong one too often, and what is added then is linked there, where nobody looks for it.
inline constexpr std::size_t kAbove = 24;

// The best first over one level, from `entries` on. Places that are not accepted are walked through all the
// same: they may lead to ones that are.
template <typename Accepts>
std::vector<Near> walk(const Graph& graph, const void* query, int level, std::size_t effort,
                       const std::vector<Near>& entries, const Accepts& accepts) {
    Visited visited(graph);
    std::priority_queue<Near> found;  // the farthest on top
    std::priority_queue<Near, std::vector<Near>, std::greater<>> open;
    const auto see = [&](const Near& near) {
        if (found.size() >= effort && near.first >= found.top().first) return;
        open.push(near);
        if (!accepts(near.second)) return;
        found.push(near);
        if (found.size() > effort) found.pop();
    };
    for (const Near& entry : entries)
        if (visited.first(entry.second)) see(entry);
    while (!open.empty()) {
        const Near next = open.top();
        if (found.size() >= effort && next.first > found.top().first) break;
        open.pop();
        const auto links = linksOf(graph, next.second, level);
        for (const Place place : links) __builtin_prefetch(graph.getDataByInternalId(place));
        for (const Place place : links)
            if (visited.first(place)) see({distanceTo(graph, query, place), place});
    }
    std::vector<Near> out;
    for (; !found.empty(); found.pop()) out.push_back(found.top());
    std::reverse(out.begin(), out.end());
    return out;
}

// Down to the level above `level`: where a walk over that one begins.
inline std::vector<Near> enter(const Graph& graph, const void* query, int level) {
    const Place first = graph.enterpoint_node_;
    std::vector<Near> out = {{distanceTo(graph, query, first), first}};
    for (int above = graph.maxlevel_; above > level; --above)
        out = walk(graph, query, above, kAbove, out, [](Place) { return true; });
    return out;
}

inline std::span<Place> listOf(const Graph& graph, Place place, int level) {
    const auto links = linksOf(graph, place, level);
    return {const_cast<Place*>(links.data()), links.size()};
}

// Takes a place out of one list, if it is there. The nearest of `others` that the list does not have yet
// comes in its stead: what was reached through the place still is.
inline void bridge(Graph& graph, Place from, Place gone, std::span<const Place> others, int level) {
    const auto list = listOf(graph, from, level);
    const auto at = std::find(list.begin(), list.end(), gone);
    if (at == list.end()) return;
    Near best{std::numeric_limits<float>::max(), gone};
    for (const Place other : others) {
        if (other == from || std::find(list.begin(), list.end(), other) != list.end()) continue;
        best =
            std::min(best, Near{graph.fstdistfunc_(graph.getDataByInternalId(from),
                                                   graph.getDataByInternalId(other), graph.dist_func_param_),
                                other});
    }
    if (best.second != gone) {
        *at = best.second;
        return;
    }
    *at = list.back();
    auto* whole = level == 0 ? graph.get_linklist0(from) : graph.get_linklist(from, level);
    graph.setListCount(whole, static_cast<unsigned short>(list.size() - 1));
}

// Takes a place out of the lists that it is in. Nobody keeps which those are: nearly all are its neighbours'
// and their neighbours'. hnswlib's own updatePoint() looks at its neighbours' alone and makes them anew.
inline void unlink(Graph& graph, Place gone, int level) {
    const auto around = linksOf(graph, gone, level);
    Visited visited(graph);
    visited.first(gone);
    for (const Place near : around)
        if (visited.first(near)) bridge(graph, near, gone, around, level);
    for (const Place near : around)
        for (const Place next : linksOf(graph, near, level))
            if (visited.first(next)) bridge(graph, next, gone, around, level);
}

// Links a place that has its vector to its neighbours, on all its levels.
inline void link(Graph& graph, Place place) {
    const char* data = graph.getDataByInternalId(place);
    const int levels = std::min(graph.element_levels_[place], graph.maxlevel_);
    const std::vector<Near> entries = enter(graph, data, levels);
    const auto other = std::find_if(entries.begin(), entries.end(),
                                    [&](const Near& entry) { return entry.second != place; });
    const Place entry = other == entries.end() ? graph.enterpoint_node_ : other->second;
    graph.repairConnectionsForUpdate(data, entry, place, levels, levels);
}

// Puts another vector in a place that has one.
inline void replace(Graph& graph, Place place, const std::vector<std::byte>& data) {
    for (int level = 0; level <= graph.element_levels_[place]; ++level) unlink(graph, place, level);
    if (graph.isMarkedDeleted(place)) graph.unmarkDeletedInternal(place);
    std::memcpy(graph.getDataByInternalId(place), data.data(), data.size());
    link(graph, place);
}

// A new place, as hnswlib's addPoint() makes it.
inline void append(Graph& graph, hnswlib::labeltype label, const std::vector<std::byte>& data) {
    const auto place = static_cast<Place>(graph.cur_element_count);
    const int levels = graph.getRandomLevel(graph.mult_);
    char* lists = nullptr;
    if (levels > 0) {
        const std::size_t bytes = graph.size_links_per_element_ * static_cast<std::size_t>(levels) + 1;
        lists = static_cast<char*>(std::calloc(bytes, 1));
        if (lists == nullptr) throw std::bad_alloc();
    }
    std::memset(graph.data_level0_memory_ + place * graph.size_data_per_element_, 0,
                graph.size_data_per_element_);
    std::memcpy(graph.getDataByInternalId(place), data.data(), data.size());
    graph.setExternalLabel(place, label);
    graph.element_levels_[place] = levels;
    graph.linkLists_[place] = lists;
    graph.label_lookup_[label] = place;
    ++graph.cur_element_count;
    if (place > 0) link(graph, place);
    if (place > 0 && levels <= graph.maxlevel_) return;
    graph.enterpoint_node_ = place;
    graph.maxlevel_ = levels;
}

}  // namespace hearth::rag::navigable
