// How fast text becomes tokens, in bytes a second: ordinary English, code, and one word of a megabyte.
#include <benchmark/benchmark.h>

#include <string>

#include "engine/tokenizer.h"

namespace hearth::engine {
namespace {

std::string repeated(const std::string& text, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += text;
    return out;
}

// Numbers in the text keep lines apart, so that no line comes twice.
std::string english() {
    const std::string lines[] = {
        "The committee met on Thursday to consider whether the old bridge, closed since the flood of ",
        ", could be repaired before winter. ",
        "\"It isn't only a question of money,\" said Dr. Alvarez; \"we've waited too long, and nobody knows "
        "who'll ",
        "pay for what's left.\" Afterwards everyone walked down to the river, where the water stood at ",
        " centimetres and children were throwing pebbles at the broken railings.\n"};
    std::string out;
    for (int n = 1000; out.size() < (1u << 20); ++n)
        out += lines[0] + std::to_string(n) + lines[1] + lines[2] + lines[3] + std::to_string(n % 377) +
               lines[4];
    return out;
}

void encode(benchmark::State& state, const char* vocabulary, const std::string& text) {
    const auto tokenizer = openTokenizer(std::string(HEARTH_SHARED) + "/conformance/tokenizers/ggml-vocab-" +
                                         vocabulary + ".gguf");
    if (!tokenizer) return state.SkipWithError("the vocabulary is not there");
    std::size_t tokens = 0;
    for (auto unused : state) tokens = (*tokenizer)->encode(text).size();
    state.SetBytesProcessed(
        static_cast<std::int64_t>(text.size() * static_cast<std::size_t>(state.iterations())));
    state.counters["bytes per token"] = static_cast<double>(text.size()) / static_cast<double>(tokens);
}

#define HEARTH_TEXTS(name, vocabulary)                                                                       \
    BENCHMARK_CAPTURE(encode, name##_english, vocabulary, english())->Unit(benchmark::kMillisecond);         \
    BENCHMARK_CAPTURE(                                                                                       \
        encode, name##_code, vocabulary,                                                                     \
        repeated("    for (int i = 0; i < n; ++i) {\n        x[i] += y[i] * 2.5f; // µ\n    }\n", 1u << 20)) \
        ->Unit(benchmark::kMillisecond);                                                                     \
    BENCHMARK_CAPTURE(encode, name##_word, vocabulary, repeated("antidisestablishmentarianism", 1u << 20))   \
        ->Unit(benchmark::kMillisecond);                                                                     \
    BENCHMARK_CAPTURE(encode, name##_letter, vocabulary, std::string(1u << 20, 'a'))                         \
        ->Unit(benchmark::kMillisecond)

HEARTH_TEXTS(gpt2, "gpt-2");
HEARTH_TEXTS(falcon, "falcon");
HEARTH_TEXTS(deepseek_coder, "deepseek-coder");
HEARTH_TEXTS(llama_spm, "llama-spm");
HEARTH_TEXTS(bert, "bert-bge");

}  // namespace
}  // namespace hearth::engine

BENCHMARK_MAIN();
