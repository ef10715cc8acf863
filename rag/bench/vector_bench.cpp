#include "rag/vector_bench.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>

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

// What passed for everybody, and what of it this thread was on a core: the rest went to other programs and to
// waiting for the disk.
class Stopwatch {
  public:
    double seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }
    double coreSeconds() const { return coreNow() - coreBegin_; }

  private:
    static double coreNow() {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
    }
    Clock::time_point begin_ = Clock::now();
    double coreBegin_ = coreNow();
};

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

// In parts, which the compiler sums side by side.
float product(std::span<const float> a, std::span<const float> b) {
    constexpr std::size_t kParts = 16;
    float sums[kParts] = {};
    std::size_t i = 0;
    for (; i + kParts <= a.size(); i += kParts)
        for (std::size_t p = 0; p < kParts; ++p) sums[p] += a[i + p] * b[i + p];
    float sum = 0;
    for (; i < a.size(); ++i) sum += a[i] * b[i];
    for (const float part : sums) sum += part;
    return sum;
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

using Ids = std::vector<ChunkId>;

struct Times {
    std::vector<double> ms;
    std::vector<double> coreMs;
};

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

    // Only the graph's own time on its core is counted.
    Result<double> insert(ChunkId id) {
        const auto vector = vectorOf(static_cast<std::uint64_t>(id));
        if (!file_.write(id, vector)) return fail(ErrorCode::Io, "The disk is full.", options_.workFile);
        const Stopwatch watch;
        if (auto done = graph_->add(id, vector); !done) return tl::unexpected<base::Error>(done.error());
        return watch.coreSeconds();
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

    // The ids of the nearest by exact scores among these, for all queries at once.
    std::vector<Ids> exact(const std::vector<std::vector<float>>& queries, const Ids& among) const {
        std::vector<std::vector<std::pair<float, ChunkId>>> best(queries.size());
        for (const ChunkId id : among) {
            const auto vector = vectorOf(static_cast<std::uint64_t>(id));
            for (std::size_t q = 0; q < queries.size(); ++q) {
                const float score = product(vector, queries[q]);
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
        std::vector<Ids> out(queries.size());
        for (std::size_t q = 0; q < queries.size(); ++q)
            for (const auto& [score, id] : best[q]) out[q].push_back(id);
        return out;
    }

    // The graph's candidates, by exact score.
    Ids search(std::span<const float> query, const Ids* among) const {
        auto found = among == nullptr ? graph_->search(query, kNearest * 3, options_.effort)
                                      : graph_->searchAmong(query, kNearest * 3, options_.effort, *among);
        for (ScoredChunk& chunk : found) chunk.score = static_cast<double>(file_.score(chunk.id, query));
        std::sort(found.begin(), found.end(),
                  [](const ScoredChunk& a, const ScoredChunk& b) { return a.score > b.score; });
        Ids out;
        for (const ScoredChunk& chunk : found)
            if (out.size() < kNearest) out.push_back(chunk.id);
        return out;
    }

    // The share of the exact nearest that is found. `among`: kept to these; null: all.
    double recall(const Ids* among, int count, Times& times) const {
        std::vector<std::vector<float>> queries;
        for (int q = 0; q < count; ++q) queries.push_back(vectorOf(kQueries + static_cast<std::uint64_t>(q)));
        const auto wanted = exact(queries, among != nullptr ? *among : ids_);
        std::size_t hits = 0;
        std::size_t all = 0;
        for (std::size_t q = 0; q < queries.size(); ++q) {
            const Stopwatch watch;
            const auto found = search(queries[q], among);
            times.ms.push_back(watch.seconds() * 1000);
            times.coreMs.push_back(watch.coreSeconds() * 1000);
            all += wanted[q].size();
            for (const ChunkId id : wanted[q]) hits += std::count(found.begin(), found.end(), id) > 0 ? 1 : 0;
        }
        return static_cast<double>(hits) / static_cast<double>(std::max<std::size_t>(1, all));
    }

    Ids idsWhere(const std::function<bool(ChunkId)>& is) const {
        Ids out;
        std::copy_if(ids_.begin(), ids_.end(), std::back_inserter(out), is);
        return out;
    }

    Result<void> measureSearches() {
        const int few = std::max(1, options_.queries / 4);
        if (auto go = step("searching", 0, 3); !go) return go;
        Times times;
        report_.recall10 = recall(nullptr, options_.queries, times);
        report_.latencyMsP50 = quantile(times.ms, 0.5);
        report_.latencyMsP99 = quantile(times.ms, 0.99);
        report_.coreMsP99 = quantile(times.coreMs, 0.99);
        if (auto go = step("searching", 1, 3); !go) return go;
        const int part = std::max(1, options_.clusters / 20);
        const Ids folder =
            idsWhere([&](ChunkId id) { return vectors_.clusterOf(static_cast<std::uint64_t>(id)) < part; });
        const Ids dates = idsWhere([](ChunkId id) { return id * 2654435761 % 1000 < 500; });
        Times filtered;
        report_.recallFolder = recall(&folder, few, filtered);
        if (auto go = step("searching", 2, 3); !go) return go;
        report_.recallDates = recall(&dates, few, filtered);
        report_.latencyMsP99Filtered = quantile(filtered.ms, 0.99);
        report_.coreMsP99Filtered = quantile(filtered.coreMs, 0.99);
        return {};
    }

    // A tenth goes, others come.
    Result<void> churn() {
        const int part = options_.count / 10;
        double all = 0;
        for (int i = 0; i < part; ++i) {
            if (i % 1000 == 0)
                if (auto go = step("replacing", i, part); !go) return go;
            const auto place = static_cast<std::size_t>(i) * 7 % ids_.size();
            graph_->remove(ids_[place]);
            ids_[place] = options_.count + i;
            const auto took = insert(ids_[place]);
            if (!took) return tl::unexpected<base::Error>(took.error());
            all += *took;
        }
        report_.replacedPerSecond = part / std::max(1e-9, all);
        report_.residentMbAfterChurn = residentMb();
        Times times;
        report_.recallAfterChurn = recall(nullptr, std::max(1, options_.queries / 4), times);
        return {};
    }

    const VectorBenchOptions& options_;
    ClusteredVectors vectors_;
    VectorFile file_;
    std::unique_ptr<VectorGraph> graph_;
    Ids ids_;
    VectorBenchReport report_;
};

}  // namespace

Result<VectorBenchReport> runVectorBench(const VectorBenchOptions& options) {
    return Bench(options).run();
}

}  // namespace hearth::rag
