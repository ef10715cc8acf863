#include "engine/bench.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "base/cpu.h"
#include "bench/limits.h"
#include "bench/random_model.h"
#include "engine/model.h"
#include "engine/session.h"
#include "kernels/kernels.h"

namespace hearth::engine {
namespace {

using base::ErrorCode;
using base::Result;
namespace fs = std::filesystem;

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

Result<void> check(const BenchOptions& o) {
    const auto range = [](const char* what, int value, int low, int high) -> Result<void> {
        if (value >= low && value <= high) return {};
        return base::fail(ErrorCode::InvalidInput, std::string(what) + " must be from " +
                                                       std::to_string(low) + " to " + std::to_string(high) +
                                                       ", not " + std::to_string(value) + ".");
    };
    if (auto r = range("The number of prompt tokens", o.prompt, 1, 16384); !r) return r;
    if (auto r = range("The number of tokens to decode", o.decode, 1, 16384); !r) return r;
    if (auto r = range("The number of repetitions", o.repetitions, 1, 100); !r) return r;
    return range("The number of threads", o.threads, 0, 256);
}

Result<const BenchShape*> findShape(const std::string& name) {
    std::string known;
    for (const BenchShape& shape : benchShapes()) {
        if (shape.name == name) return &shape;
        known += (known.empty() ? "" : ", ") + std::string(shape.name);
    }
    return base::fail(ErrorCode::InvalidInput,
                      "There is no shape \"" + name + "\"; there are " + known + ".");
}

fs::path cacheFolder(const BenchOptions& options) {
    if (!options.folder.empty()) return options.folder;
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache && *cache) return fs::path(cache) / "hearth";
    if (const char* home = std::getenv("HOME"); home && *home) return fs::path(home) / ".cache" / "hearth";
    std::error_code ignored;
    return fs::temp_directory_path(ignored) / "hearth";
}

// The file with random weights, written if it is not there from an earlier run.
Result<std::string> randomModel(const BenchOptions& options) {
    const auto shape = findShape(options.shape);
    if (!shape) return tl::unexpected(shape.error());
    const auto type = parseDType(options.type);
    const Recipe* mixed = type ? nullptr : findRecipe(options.type);
    if (!type && !mixed) {
        return base::fail(ErrorCode::InvalidInput, "There is no weight type \"" + options.type +
                                                       "\"; try Q4_0, Q8_0, Q4_K_M, Q6_K or F16.");
    }
    const Recipe recipe = type ? uniformRecipe(*type) : *mixed;
    const fs::path folder = cacheFolder(options);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return base::fail(ErrorCode::Io,
                          "The folder for random models cannot be made: " + error.message() + ".",
                          folder.string());
    }
    const fs::path path =
        folder / ("random-" + std::string((*shape)->name) + "-" + std::string(recipe.name) + "-1.gguf");
    if (fs::exists(path, error)) return path.string();
    if (options.onStep) options.onStep("writing a random model to " + path.string());
    if (auto done = writeRandomModel(**shape, recipe, path.string(), options.cancel); !done) {
        return tl::unexpected(done.error());
    }
    return path.string();
}

// Resident memory: the most since resetPeak() where the system can tell, otherwise since the start.
void resetPeak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

std::uint64_t peakBytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0) return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

// What one token and the whole prompt cost at least.
struct Work {
    double weightBytes = 0;  // read for each token
    double layerMacs = 0;    // for each token of a prompt
    double outputMacs = 0;   // for the last one
    double cacheBytesPerPosition = 0;
    double attentionMacsPerPosition = 0;  // of one token, for each position it sees
};

Work workOf(const Model& model) {
    Work work;
    bool separateOutput = false;
    for (const TensorInfo& tensor : model.tensors()) separateOutput |= tensor.name == "output.weight";
    for (const TensorInfo& tensor : model.tensors()) {
        double elements = 1;
        for (const std::int64_t size : tensor.shape) elements *= static_cast<double>(size);
        const bool embedding = tensor.name == "token_embd.weight";
        if (tensor.shape.size() < 2 || (embedding && separateOutput)) continue;
        work.weightBytes += static_cast<double>(tensor.bytes);
        (embedding || tensor.name == "output.weight" ? work.outputMacs : work.layerMacs) += elements;
    }
    const ModelInfo& info = model.info();
    constexpr double kHalfBytes = 2;
    work.cacheBytesPerPosition = 2.0 * info.layers * info.kvHeads * info.headDim * kHalfBytes;
    work.attentionMacsPerPosition = 2.0 * info.layers * info.heads * info.headDim;
    return work;
}

class Bench {
  public:
    explicit Bench(const BenchOptions& options) : options_(options) {}

    Result<BenchReport> run() {
        report_.threads = options_.threads > 0 ? options_.threads : base::cpuInfo().physicalCores;
        report_.prompt = options_.prompt;
        report_.decode = options_.decode;
        report_.repetitions = options_.repetitions;
        report_.cpu = base::cpuInfo().model;
        auto path = options_.model.empty() ? randomModel(options_) : Result<std::string>(options_.model);
        if (!path) return tl::unexpected(path.error());
        if (auto done = measureLimits(*path); !done) return tl::unexpected(done.error());
        if (auto done = load(*path); !done) return tl::unexpected(done.error());
        if (auto done = measure(); !done) return tl::unexpected(done.error());
        judge();
        return report_;
    }

  private:
    void step(const std::string& text) const {
        if (options_.onStep) options_.onStep(text);
    }

    Result<void> measureLimits(const std::string& path) {
        const auto kernels = defaultKernels();
        if (!kernels) return tl::unexpected(kernels.error());
        const auto summary = describeFile(path);
        if (!summary) return tl::unexpected(summary.error());
        const DType type = parseDType(summary->info.weightType).value_or(DType::F32);
        const TypeKernels* types = (*kernels)->find(type);
        report_.isa = (*kernels)->name;
        report_.macKind =
            types && types->quantizesActivations ? (*kernels)->int8Instruction : (*kernels)->floatInstruction;
        base::ThreadPool pool(report_.threads);
        step("measuring memory bandwidth");
        report_.bandwidth = measureBandwidth(pool, kBandwidthBytes);
        step("measuring the multiply-accumulate rate");
        report_.macRate = measureMacRate(pool, **kernels, type);
        return {};
    }

    Result<void> load(const std::string& path) {
        step("loading");
        resetPeak();
        const double start = now();
        LoadOptions loading;
        loading.threads = report_.threads;
        loading.cancel = options_.cancel;
        auto model = Model::open(path, loading);
        if (!model) return tl::unexpected(model.error());
        model_ = std::move(*model);
        SessionOptions sessions;
        sessions.context = options_.prompt + options_.decode + 1;
        auto session = Session::create(model_, sessions);
        if (!session) return tl::unexpected(session.error());
        session_ = std::move(*session);
        report_.loadMs.value = (now() - start) * 1e3;

        const ModelInfo& info = model_->info();
        report_.model = options_.model.empty() ? "random " + options_.shape : path;
        report_.architecture = info.architecture;
        report_.weightType = info.weightType;
        report_.parameters = info.parameters;
        report_.fileBytes = info.fileBytes;
        return {};
    }

    std::vector<TokenId> tokens(int count, unsigned seed) const {
        std::vector<TokenId> out;
        // Any numbers do; the same ones in every run.
        for (unsigned state = seed; count > 0; --count) {
            state = state * 1664525u + 1013904223u;
            out.push_back(
                static_cast<TokenId>(state / 65536u % static_cast<unsigned>(model_->info().vocabulary)));
        }
        return out;
    }

    Result<GenerateResult> generate(std::vector<TokenId> prompt, int count) {
        GenerateRequest request;
        request.prompt = std::move(prompt);
        request.maxTokens = count;
        request.sampling.temperature = 0;
        request.cancel = options_.cancel;
        auto result = session_->generate(request);
        if (result && result->stop == StopReason::Cancelled) {
            return base::fail(ErrorCode::Cancelled, "The benchmark was stopped.");
        }
        return result;
    }

    // Tokens a second of an answer to `prompt`; nothing where the model ended it at once.
    Result<std::optional<double>> decodeSpeed(std::vector<TokenId> prompt) {
        const auto result = generate(std::move(prompt), options_.decode + 1);
        if (!result) return tl::unexpected(result.error());
        // The first token comes from the prompt; each further one took a pass through the model.
        const double passes = static_cast<double>(result->tokens.size()) - 1;
        if (passes < 1 || result->decodeMs <= 0) return std::optional<double>();
        return std::optional<double>(passes / result->decodeMs * 1e3);
    }

    Result<void> measure() {
        std::vector<double> prefill, decode, deep, first;
        // Once to warm up: pages are touched and buffers grow for the first time.
        for (int repetition = -1; repetition < options_.repetitions; ++repetition) {
            step(repetition < 0 ? "warming up" : "repetition " + std::to_string(repetition + 1));
            const unsigned seed = static_cast<unsigned>(repetition + 2);
            const std::vector<TokenId> prompt = tokens(options_.prompt, seed);
            session_->reset();
            const auto prompted = generate(prompt, 1);
            if (!prompted) return tl::unexpected(prompted.error());
            const auto deepSpeed = decodeSpeed(prompt);
            if (!deepSpeed) return tl::unexpected(deepSpeed.error());
            session_->reset();
            const auto speed = decodeSpeed(tokens(1, seed));
            if (!speed) return tl::unexpected(speed.error());
            if (repetition < 0) continue;
            prefill.push_back(options_.prompt / prompted->prefillMs * 1e3);
            first.push_back(prompted->firstTokenMs > 0 ? prompted->firstTokenMs : prompted->prefillMs);
            if (*deepSpeed) deep.push_back(**deepSpeed);
            if (*speed) decode.push_back(**speed);
        }
        report_.prefill.value = median(prefill);
        report_.firstTokenMs.value = median(first);
        report_.decoding.value = median(decode);
        report_.decodingDeep.value = median(deep);
        report_.peakBytes.value = static_cast<double>(peakBytes());
        return {};
    }

    void judge() {
        const Work work = workOf(*model_);
        const double n = options_.prompt;
        const double half = options_.decode / 2.0;
        report_.bytesPerToken = work.weightBytes + work.cacheBytesPerPosition * half;
        report_.macsPerPrompt =
            n * work.layerMacs + work.outputMacs + work.attentionMacsPerPosition * n * (n + 1) / 2;
        const double deepBytes = report_.bytesPerToken + work.cacheBytesPerPosition * n;
        const auto speed = [](BenchFigure& figure, double limit) {
            figure.limit = limit;
            figure.share = limit > 0 ? figure.value / limit : 0;
        };
        const auto cost = [](BenchFigure& figure, double limit) {
            figure.limit = limit;
            figure.share = figure.value > 0 ? limit / figure.value : 0;
        };
        speed(report_.prefill, n * report_.macRate / report_.macsPerPrompt);
        speed(report_.decoding, report_.bandwidth / report_.bytesPerToken);
        speed(report_.decodingDeep, report_.bandwidth / deepBytes);
        cost(report_.firstTokenMs, report_.macRate > 0 ? report_.macsPerPrompt / report_.macRate * 1e3 : 0);
        const double file = static_cast<double>(report_.fileBytes);
        cost(report_.loadMs, report_.bandwidth > 0 ? 2 * file / report_.bandwidth * 1e3 : 0);
        cost(report_.peakBytes, file + static_cast<double>(session_->cacheBytes()));
    }

    const BenchOptions& options_;
    BenchReport report_;
    std::shared_ptr<const Model> model_;
    std::unique_ptr<Session> session_;
};

}  // namespace

const std::vector<BenchShape>& benchShapes() {
    static const std::vector<BenchShape> shapes{
        {"tiny", "a test of the benchmark itself", 2, 256, 512, 4, 2, 512},
        {"135m", "SmolLM2 135M", 30, 576, 1536, 9, 3, 49152},
        {"0.5b", "Qwen2.5 0.5B, with 32,000 tokens", 24, 896, 4864, 14, 2, 32000},
        {"1.1b", "TinyLlama 1.1B", 22, 2048, 5632, 32, 4, 32000},
        {"3b", "Llama 3.2 3B, with 32,000 tokens", 28, 3072, 8192, 24, 8, 32000},
        {"8b", "Llama 3.1 8B, with 32,000 tokens", 32, 4096, 14336, 32, 8, 32000},
    };
    return shapes;
}

Result<BenchReport> runBench(const BenchOptions& options) {
    if (auto checked = check(options); !checked) return tl::unexpected(checked.error());
    return Bench(options).run();
}

}  // namespace hearth::engine
