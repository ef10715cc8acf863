// What a mask costs: the first time a state is met (a walk over the vocabulary) and when it is known.
#include <benchmark/benchmark.h>

#include <set>
#include <string>

#include "engine/constraint.h"
#include "engine/functional_grammar.h"
#include "engine/tokenizer.h"
#include "fakes/fake_tokenizer.h"

namespace hearth::engine {
namespace {

// The tokens of all the vocabularies that the tests have, about 150,000 different ones: as many as a large
// model has, and as real.
const tests::FakeTokenizer& vocabulary() {
    static const tests::FakeTokenizer fake = [] {
        std::set<std::string> words;
        for (const char* name : {"gpt-2", "falcon", "deepseek-coder", "llama-spm", "bert-bge"}) {
            const auto tokenizer = openTokenizer(std::string(HEARTH_SHARED) +
                                                 "/conformance/tokenizers/ggml-vocab-" + name + ".gguf");
            if (!tokenizer) continue;
            for (TokenId id = 0; id < (*tokenizer)->size(); ++id)
                if (auto bytes = (*tokenizer)->bytes(id); bytes.size() > 1) {
                    words.insert(bytes);
                    if (words.size() < 150'000) words.insert(" " + bytes);
                }
        }
        return tests::FakeTokenizer({words.begin(), words.end()}, {"<fn:a>", "<arg:b>"});
    }();
    return fake;
}

// Follows `text`, by its longest tokens, and asks for the mask before each: a state of its own every time.
void follow(benchmark::State& state, const std::string& grammar, const std::string& text) {
    const auto tokens = vocabulary().encode(text);
    TokenMask mask(vocabulary().size());
    std::size_t masks = 0;
    for (auto unused : state) {
        auto constraint = makeGrammar(grammar, vocabulary());
        for (const TokenId token : tokens) {
            (*constraint)->allowed(mask);
            if (!(*constraint)->accept(token)) state.SkipWithError("the grammar does not take the text");
            ++masks;
        }
    }
    state.counters["per mask"] = benchmark::Counter(
        static_cast<double>(masks), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
    state.counters["vocabulary"] = vocabulary().size();
}

constexpr const char* kSchema = R"({"type": "object", "required": ["title", "start", "guests", "notes"],
    "additionalProperties": false, "properties": {"title": {"type": "string", "maxLength": 80},
    "start": {"type": "string", "format": "date-time"}, "minutes": {"type": "integer", "minimum": 5, "maximum": 600},
    "guests": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"},
    "role": {"enum": ["host", "guest", "optional"]}}, "required": ["name", "role"]}}, "notes": {"type": "string"}}})";
constexpr const char* kAnswer =
    R"({"title": "Lunch with my sister at the new place", "start": "2026-11-23T12:00:00Z",
 "minutes": 90, "guests": [{"name": "Ana Martínez", "role": "guest"}, {"name": "Bo \"B\" Li", "role": "host"}],
 "notes": "Bring the photos of the trip.\nShe is vegetarian; reserve a table by the window, near the garden."})";

void toolCall(benchmark::State& state) {
    follow(state, *jsonSchemaToGrammar(kSchema), kAnswer);
}
BENCHMARK(toolCall)->Unit(benchmark::kMillisecond);

void anyJson(benchmark::State& state) {
    follow(state, *jsonSchemaToGrammar("true"), kAnswer);
}
BENCHMARK(anyJson)->Unit(benchmark::kMillisecond);

void newStates(benchmark::State& state) {
    const auto grammar = jsonSchemaToGrammar(R"({"type":"string","maxLength":60000})");
    auto constraint = makeGrammar(*grammar, vocabulary());
    TokenMask mask(vocabulary().size());
    (*constraint)->accept('"');
    for (auto unused : state) {
        if (!(*constraint)->accept('a')) state.SkipWithError("the string is full");
        (*constraint)->allowed(mask);
        benchmark::DoNotOptimize(mask.words().data());
    }
}
BENCHMARK(newStates)->Unit(benchmark::kMicrosecond)->Iterations(400);

void knownStates(benchmark::State& state) {
    const auto grammar = jsonSchemaToGrammar("true");
    auto constraint = makeGrammar(*grammar, vocabulary());
    TokenMask mask(vocabulary().size());
    (*constraint)->accept('"');
    for (auto unused : state) {
        (*constraint)->accept('a');
        (*constraint)->allowed(mask);
        benchmark::DoNotOptimize(mask.words().data());
    }
}
BENCHMARK(knownStates)->Unit(benchmark::kMicrosecond);

void functionalValue(benchmark::State& state) {
    const auto grammar = FunctionalGrammar::create(vocabulary(), {{"a", {{"b", {}}}}});
    auto constraint =
        (*grammar)->start("set up lunch with my sister tomorrow at noon for ninety minutes please");
    constraint->accept(*vocabulary().find("<fn:a>"));
    constraint->accept(*vocabulary().find("<arg:b>"));
    TokenMask mask(vocabulary().size());
    for (auto unused : state) {
        constraint->allowed(mask);
        benchmark::DoNotOptimize(mask.words().data());
    }
}
BENCHMARK(functionalValue)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace hearth::engine

BENCHMARK_MAIN();
