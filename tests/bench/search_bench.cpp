// Search over 100,000 messages, as it is typed: `bench_search`. Each time is that of one find(); the bound is
// 100 ms. Words are drawn by Zipf's law, as those of a language are.
#include <benchmark/benchmark.h>

#include <cmath>
#include <filesystem>
#include <random>

#include "fakes/temporary_folder.h"
#include "store/conversation_store.h"

namespace hearth::app {
namespace {

constexpr int kConversations = 1000;
constexpr int kMessagesEach = 100;
constexpr int kWordsEach = 40;
constexpr int kVocabulary = 20000;

std::string word(int number) {
    static const char* const kParts[] = {"lun", "ch", "to", "ma", "re", "si", "ka", "no", "vel", "ter"};
    std::string out;
    for (int rest = number + 1; rest > 0; rest /= 10) out += kParts[rest % 10];
    return out;
}

std::unique_ptr<ConversationStore> filled(const std::string& path) {
    auto store = std::move(*ConversationStore::open(path));
    std::mt19937 random(1);
    std::uniform_real_distribution<double> uniform(0, 1);
    std::int64_t id = 1;
    for (int c = 1; c <= kConversations; ++c) {
        std::vector<MessageRecord> messages;
        for (int m = 0; m < kMessagesEach; ++m) {
            MessageRecord message;
            message.id = id++;
            message.conversation = c;
            for (int w = 0; w < kWordsEach; ++w)
                message.text += word(static_cast<int>(std::pow(kVocabulary, uniform(random)))) + " ";
            messages.push_back(std::move(message));
        }
        if (!store->putWhole({c, "Talk of " + word(c), c, c, false, 0}, messages)) std::abort();
    }
    return store;
}

ConversationStore& store() {
    static const tests::TemporaryFolder folder;
    static const auto made = filled((folder / "c.db").string());
    return *made;
}

void find(benchmark::State& state, const std::string& query) {
    ConversationStore& all = store();  // filled before the clock starts
    std::size_t found = 0;
    for (auto _ : state) found = all.find(query)->size();
    state.counters["found"] = static_cast<double>(found);
}

void list(benchmark::State& state, const std::string& query) {
    ConversationStore& all = store();
    std::size_t found = 0;
    for (auto _ : state) found = all.search(query)->size();
    state.counters["found"] = static_cast<double>(found);
}

const int registered = [] {
    const std::pair<const char*, std::string> queries[] = {
        {"one_letter", "l"},    {"two_letters", "lu"},          {"common_word", "ch"},
        {"two_words", "ch to"}, {"three_words", "lunch ma re"}, {"rare_word", word(19999)},
        {"absent_word", "zzzz"}};
    for (const auto& [name, query] : queries) {
        benchmark::RegisterBenchmark((std::string("find/") + name).c_str(), find, query)
            ->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark((std::string("list/") + name).c_str(), list, query)
            ->Unit(benchmark::kMillisecond);
    }
    return 0;
}();

}  // namespace
}  // namespace hearth::app

BENCHMARK_MAIN();
