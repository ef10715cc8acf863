#include "rag/vector_bench.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <numeric>

#include "bench/clustered_vectors.h"
#include "index/vector_graph.h"
#include "rag/vector_form.h"

namespace hearth::rag {

using base::ErrorCode;
using base::fail;
using base::Result;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kNearest = 10;
constexpr std::uint64_t kQueries = 1ULL << 40;  // numbers from here on are queries
constexpr VectorForm kForm = VectorForm::Float16;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

double residentMb() {
    std::ifstream in("/proc/self/statm");
    long size = 0;
    long resident = 0;
    in >> size >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

// The vectors as the store would have them: on disk, read one by one.
class VectorFile {
  public:
    VectorFile(const std::string& path, int width)
        : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)),
          row_(packedSize(kForm, width)) {
        if (file_ >= 0) ::unlink(path.c_str());
    }
    ~VectorFile() {
        if (file_ >= 0) ::close(file_);
    }
    VectorFile(const VectorFile&) = delete;
    VectorFile& operator=(const VectorFile&) = delete;
    bool isOpen() const { return file_ >= 0; }
    bool write(ChunkId id, std::span<const float> vector) const {
        const auto data = pack(kForm, vector);
        return ::pwrite(file_, data.data(), data.size(), id * static_cast<off_t>(row_)) ==
               static_cast<ssize_t>(data.size());
    }
    float score(ChunkId id, std::span<const float> query) const {
        std::vector<std::byte> data(row_);
        if (::pread(file_, data.data(), data.size(), id * static_cast<off_t>(row_)) !=
            static_cast<ssize_t>(row_))
            return -1;
        return dot(kForm, query, data);
    }

  private:
    int file_;
    std::size_t row_;
};

using Accept = VectorGraph::Accept;

class Bench {
  public:
    explicit Bench(const VectorBenchOptions& options)
        : options_(options),
          vectors_(options.width, options.clusters, options.intrinsic),
          file_(options.workFile, options.width) {}

    Result<VectorBenchReport> run() {
        if (!file_.isOpen())
            return fail(ErrorCode::Io, "The work file cannot be written.", options_.workFile);
        report_.count = options_.count;
        report_.width = options_.width;
        auto graph = VectorGraph::make(options_.width, {options_.links, options_.building});
        if (!graph) return tl::unexpected<base::Error>(graph.error());
        graph_ = std::move(*graph);
        for (int i = 0; i < options_.count; ++i) ids_.push_back(i);
        if (auto done = insertAll(); !done) return tl::unexpected<base::Error>(done.error());
        report_.residentMb = residentMb();
        if (auto done = measureSearches(); !done) return tl::unexpected<base::Error>(done.error());
        if (auto done = churn(); !done) return tl::unexpected<base::Error>(done.error());
        return report_;
    }

  private:
    std::vector<float> vectorOf(std::uint64_t number) const {
        std::vector<float> out(static_cast<std::size_t>(options_.width));
        vectors_.make(number, out);
        return out;
    }

    Result<void> step(const char* what, int done, int all) const {
        if (options_.cancel.cancelled()) return fail(ErrorCode::Cancelled, "The measurement was stopped.");
        if (options_.onProgress) options_.onProgress(what, static_cast<double>(done) / all);
        return {};
    }

    // Only the graph's own time is counted.
    Result<double> insert(ChunkId id) {
        const auto vector = vectorOf(static_cast<std::uint64_t>(id));
        if (!file_.write(id, vector)) return fail(ErrorCode::Io, "The disk is full.", options_.workFile);
        const auto begin = Clock::now();
        if (auto done = graph_->add(id, vector); !done) return tl::unexpected<base::Error>(done.error());
        return secondsSince(begin);
    }

    Result<void> insertAll() {
        double all = 0;
        double last = 0;
        for (int i = 0; i < options_.count; ++i) {
            if (i % 1000 == 0)
                if (auto go = step("inserting", i, options_.count); !go) return go;
            const auto took = insert(i);
            if (!took) return tl::unexpected<base::Error>(took.error());
            all += *took;
            if (i >= options_.count - options_.count / 10) last += *took;
        }
        report_.insertsPerSecond = options_.count / std::max(1e-9, all);
        report_.insertsPerSecondAtEnd = (options_.count / 10) / std::max(1e-9, last);
        return {};
    }

    // The ids of the nearest by exact scores, of those that are in and accepted, for all queries at once.
    std::vector<std::vector<ChunkId>> exact(const std::vector<std::vector<float>>& queries,
                                            const Accept& accept) const {
        std::vector<std::vector<std::pair<float, ChunkId>>> best(queries.size());
        for (const ChunkId id : ids_) {
            if (accept && !accept(id)) continue;
            const auto vector = vectorOf(static_cast<std::uint64_t>(id));
            for (std::size_t q = 0; q < queries.size(); ++q) {
                const float score =
                    std::inner_product(vector.begin(), vector.end(), queries[q].begin(), 0.0f);
                auto& top = best[q];
                if (top.size() == kNearest && score <= -top.front().first) continue;
                top.emplace_back(-score, id);
                std::push_heap(top.begin(), top.end());
                if (top.size() > kNearest) {
                    std::pop_heap(top.begin(), top.end());
                    top.pop_back();
                }
            }
        }
        std::vector<std::vector<ChunkId>> out(queries.size());
        for (std::size_t q = 0; q < queries.size(); ++q)
            for (const auto& [score, id] : best[q]) out[q].push_back(id);
        return out;
    }

    // The graph's candidates, by exact score.
    std::vector<ChunkId> search(std::span<const float> query, const Accept& accept, int effort) const {
        auto found = graph_->search(query, kNearest * 3, effort, accept);
        for (ScoredChunk& chunk : found) chunk.score = static_cast<double>(file_.score(chunk.id, query));
        std::sort(found.begin(), found.end(),
                  [](const ScoredChunk& a, const ScoredChunk& b) { return a.score > b.score; });
        std::vector<ChunkId> out;
        for (const ScoredChunk& chunk : found)
            if (out.size() < kNearest) out.push_back(chunk.id);
        return out;
    }

    // The share of the exact nearest that is found; fills `times` in milliseconds.
    double recall(const Accept& accept, int count, int effort, std::vector<double>& times) const {
        std::vector<std::vector<float>> queries;
        for (int q = 0; q < count; ++q) queries.push_back(vectorOf(kQueries + static_cast<std::uint64_t>(q)));
        const auto wanted = exact(queries, accept);
        std::size_t hits = 0;
        std::size_t all = 0;
        for (std::size_t q = 0; q < queries.size(); ++q) {
            const auto begin = Clock::now();
            const auto found = search(queries[q], accept, effort);
            times.push_back(secondsSince(begin) * 1000);
            all += wanted[q].size();
            for (const ChunkId id : wanted[q]) hits += std::count(found.begin(), found.end(), id) > 0 ? 1 : 0;
        }
        return static_cast<double>(hits) / static_cast<double>(std::max<std::size_t>(1, all));
    }

    Result<void> measureSearches() {
        if (auto go = step("searching", 0, 3); !go) return go;
        std::vector<double> times;
        report_.recall10 = recall(nullptr, options_.queries, options_.effort, times);
        report_.latencyMsP50 = quantile(times, 0.5);
        report_.latencyMsP99 = quantile(times, 0.99);
        if (auto go = step("searching", 1, 3); !go) return go;
        std::vector<double> filtered;
        const int part = std::max(1, options_.clusters / 20);
        const Accept folder = [&](ChunkId id) {
            return vectors_.clusterOf(static_cast<std::uint64_t>(id)) < part;
        };
        const Accept dates = [](ChunkId id) { return id * 2654435761 % 1000 < 500; };
        report_.recallFolder = recall(folder, std::max(1, options_.queries / 4), options_.effort, filtered);
        if (auto go = step("searching", 2, 3); !go) return go;
        report_.recallDates = recall(dates, std::max(1, options_.queries / 4), options_.effort, filtered);
        report_.latencyMsP99Filtered = quantile(filtered, 0.99);
        return {};
    }

    // A tenth goes, others come.
    Result<void> churn() {
        const int part = options_.count / 10;
        for (int i = 0; i < part; ++i) {
            if (i % 1000 == 0)
                if (auto go = step("replacing", i, part); !go) return go;
            const auto place = static_cast<std::size_t>(i) * 7 % ids_.size();
            graph_->remove(ids_[place]);
            ids_[place] = options_.count + i;
            if (auto took = insert(ids_[place]); !took) return tl::unexpected<base::Error>(took.error());
        }
        report_.residentMbAfterChurn = residentMb();
        std::vector<double> times;
        report_.recallAfterChurn = recall(nullptr, std::max(1, options_.queries / 4), options_.effort, times);
        return {};
    }

    const VectorBenchOptions& options_;
    ClusteredVectors vectors_;
    VectorFile file_;
    std::unique_ptr<VectorGraph> graph_;
    std::vector<ChunkId> ids_;
    VectorBenchReport report_;
};

}  // namespace

Result<VectorBenchReport> runVectorBench(const VectorBenchOptions& options) {
    return Bench(options).run();
}

}  // namespace hearth::rag
