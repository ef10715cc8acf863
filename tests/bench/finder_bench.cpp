// How fast personal data is found, on one core: in prose, in text that is full of it, and in text made to
// take long. The bars: 20 MB/s without names, 1 MB/s with them.
#include <benchmark/benchmark.h>

#include <random>
#include <string>

#include "privacy/finder.h"

namespace hearth::privacy {
namespace {

constexpr std::size_t textSize = 1 << 20;

template <typename Piece>
std::string filled(const Piece& piece) {
    std::mt19937 random(1);
    std::string out;
    while (out.size() < textSize) out += piece(random);
    return out;
}

std::string digits(std::mt19937& random, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += static_cast<char>('0' + random() % 10);
    return out;
}

std::string prose(std::mt19937& random) {
    const char* words[] = {"the ", "house ",  "stood ",  "near ",  "a ",     "river, ",
                           "and ", "nobody ", "knew ",   "who ",   "had ",   "built ",
                           "it. ", "In ",     "spring ", "water ", "came.\n"};
    return words[random() % std::size(words)];
}

// Each piece is an identifier of its own kind, announced or not.
std::string dense(std::mt19937& random) {
    const auto d = [&](std::size_t count) { return digits(random, count); };
    switch (random() % 14) {
        case 0:
            return "SSN " + d(3) + "-" + d(2) + "-" + d(4) + ", ";
        case 1:
            return "call +" + d(2) + " " + d(3) + " " + d(7) + "\n";
        case 2:
            return "(" + d(3) + ") " + d(3) + "-" + d(4) + "; ";
        case 3:
            return "user" + d(3) + "@mail" + d(2) + ".com, ";
        case 4:
            return "card " + d(4) + " " + d(4) + " " + d(4) + " " + d(4) + ", ";
        case 5:
            return "IBAN DE" + d(20) + "\n";
        case 6:
            return "10." + d(2) + "." + d(2) + "." + d(2) + ", ";
        case 7:
            return "https://site" + d(3) + ".org/p?q=" + d(5) + " ";
        case 8:
            return "born 19" + d(2) + "-05-2" + d(1) + ", ";
        case 9:
            return d(9) + ", ";
        case 10:
            return d(11) + " ";
        case 11:
            return "passport AB" + d(7) + ", ";
        case 12:
            return "fe80::" + d(4) + ":" + d(3) + " ";
        default:
            return "48." + d(5) + ", 2." + d(5) + "\n";
    }
}

std::string log(std::mt19937& random) {
    const auto d = [&](std::size_t count) { return digits(random, count); };
    return "2024-05-1" + d(1) + " 12:0" + d(1) + ":1" + d(1) + "," + d(3) + " INFO [worker-" + d(1) +
           "] com.example.app.Foo$Bar: request 10.0.1" + d(1) + ".2" + d(1) + " took " + d(3) +
           " ms id=" + d(16) + "\n";
}

void find(benchmark::State& state, const Finder& finder, const std::string& text) {
    std::size_t found = 0;
    for (auto unused : state) found = finder.find(text).size();
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
    state.counters["found"] = static_cast<double>(found);
}

const Finder& plain() {
    static const Finder finder;
    return finder;
}

const Finder& withNames() {
    static const base::Result<Finder> finder = Finder::withNames(HEARTH_SOURCE "/assets/models/names.tagger");
    return *finder;
}

std::string repeated(const char* piece) {
    return filled([&](std::mt19937&) { return std::string(piece); });
}

void announce(const char* name, const std::string& text, const Finder& (*finder)()) {
    benchmark::RegisterBenchmark(name,
                                 [text, finder](benchmark::State& state) { find(state, finder(), text); });
}

void announceAll() {
    announce("prose", filled(prose), plain);
    announce("dense", filled(dense), plain);
    announce("log", filled(log), plain);
    announce("prose_with_names", filled(prose), withNames);
    announce("dense_with_names", filled(dense), withNames);
    announce("numbers", filled([](std::mt19937& random) { return digits(random, 9 + random() % 8) + " "; }),
             plain);
    announce("short_numbers",
             filled([](std::mt19937& random) { return digits(random, 1 + random() % 5) + "-"; }), plain);
    announce("phones", filled([](std::mt19937& random) { return "+4930" + digits(random, 8) + " "; }), plain);
    for (const char* piece : {"7", "1-", "1.", "@", "a@", "a.", "A", "A:", ":", "(1", "+1 ", "http://", "eyJ",
                              "-", "phone 1 ", "\xD9\xA3", "1.2.3.4", "password: abcdefgh1 "})
        announce((std::string("only \"") + piece + '"').c_str(), repeated(piece), plain);
}

}  // namespace
}  // namespace hearth::privacy

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    hearth::privacy::announceAll();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
