// Measures how fast models run on this machine, and how near that is to what the machine allows: memory
// bandwidth for decoding, multiply-accumulate rate for prompts. Limits are measured in the same run, since
// they change with whatever else the machine does. One run at a time; it uses all threads that it was given.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"

namespace hearth::engine {

struct BenchOptions {
    std::string model;  // path of a GGUF file; empty: a model with random weights of `shape` and `type`
    std::string shape = "1.1b";  // see benchShapes()
    std::string type = "Q4_0";   // weight type of the random model, or a recipe
    int threads = 0;             // 0: one per physical core
    int prompt = 512;            // tokens of the prompt
    int decode = 128;            // tokens to generate
    int repetitions = 5;         // medians of these are reported
    std::string folder;          // where random models are kept for the next run; empty: the cache folder
    std::function<void(const std::string& step)>
        onStep;  // what happens now, for a progress line; may be empty
    base::CancelToken cancel;
};

// A speed or an amount beside what the machine allows. share = value / limit for speeds, limit / value for
// times and memory, so that 1 is always the best there can be.
struct BenchFigure {
    double value = 0;
    double limit = 0;
    double share = 0;
};

struct BenchReport {
    std::string model;  // path, or "random 1.1b"
    std::string architecture;
    std::string weightType;
    std::uint64_t parameters = 0;
    std::uint64_t fileBytes = 0;

    std::string cpu;
    std::string isa;  // of the kernels: reference, avx2, avx512
    int threads = 0;
    int prompt = 0;
    int decode = 0;
    int repetitions = 0;

    double bandwidth = 0;  // bytes/s that all threads read together
    double macRate =
        0;  // multiply-accumulates/s of all threads, by the instructions this model's weights use
    std::string macKind;       // those instructions
    double bytesPerToken = 0;  // read to decode one token: weights, and the cache at half of `decode`
    double macsPerPrompt = 0;  // multiply-accumulates of the prompt

    BenchFigure prefill;       // tokens/s of the prompt; limit by macRate
    BenchFigure decoding;      // tokens/s after a prompt of one token; limit by bandwidth
    BenchFigure decodingDeep;  // tokens/s after the whole prompt; limit by bandwidth
    BenchFigure firstTokenMs;  // of the whole prompt; limit by macRate
    BenchFigure loadMs;        // from a file in the page cache; limit: weights read and written once
    BenchFigure peakBytes;     // resident memory while running; limit: weights and cache

    std::string text() const;  // a table for people
    std::string json() const;  // one object, fields as above
};

// Runs the benchmark. Errors: InvalidInput for an unknown shape, type or number; NotFound and others for the
// model file; Io where the random model cannot be written (the message names the file); Cancelled.
base::Result<BenchReport> runBench(const BenchOptions& options);

// Far more than any cache holds.
constexpr std::uint64_t kBandwidthBytes = std::uint64_t{256} << 20;
// Bytes a second that `threads` threads (0: one per physical core) read together from memory: what limits
// decoding. Takes `bytes` of memory for a moment (at least several times the processor's caches, or it is
// those that are measured) and up to a quarter of a second; 0 where there is no memory for that.
double memoryBandwidth(int threads = 0, std::uint64_t bytes = kBandwidthBytes);

// Shapes of random models: name and what is like it ("1.1b", "TinyLlama 1.1B").
struct BenchShape {
    std::string_view name;
    std::string_view like;
    int layers, embedding, feedForward, heads, kvHeads, vocabulary;
};
const std::vector<BenchShape>& benchShapes();

}  // namespace hearth::engine
