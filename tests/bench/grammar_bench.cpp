// What a mask costs: the first time a state is met (a walk over the vocabulary) and when it is known.
#include <benchmark/benchmark.h>

#include <random>

#include "engine/constraint.h"
#include "engine/functional_grammar.h"
#include "fakes/fake_tokenizer.h"

namespace hearth::engine {
namespace {

// 128,000 made-up words: the size of a large model's vocabulary.
const tests::FakeTokenizer& vocabulary() {
    static const tests::FakeTokenizer fake = [] {
        std::mt19937 random(1);
        std::vector<std::string> words;
        for (int i = 0; i < 128000; ++i) {
            std::string word = random() % 2 == 0 ? " " : "";
            for (std::size_t n = 2 + random() % 8; n > 0; --n) word += static_cast<char>('a' + random() % 26);
            words.push_back(word);
        }
        return tests::FakeTokenizer(words, {"<fn:a>", "<arg:b>"});
    }();
    return fake;
}

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
