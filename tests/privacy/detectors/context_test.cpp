#include "detectors/context.h"

#include <gtest/gtest.h>

#include <random>

#include "detectors/checks.h"

namespace hearth::privacy {
namespace {

const std::vector<Detector>& detectors() {
    static const std::vector<Detector> all = {
        {"A", {}, {"card", "ca", "número", "dl#", "credit card"}, nullptr},
        {"B", {}, {"carddd", "ca"}, nullptr, {"number"}}};
    return all;
}

std::string wordOf(const Detector& detector, std::uint8_t rank) {
    if (rank == ContextWords::notItsWord) return "";
    const std::size_t strong = detector.context.size();
    return rank < strong ? detector.context[rank] : detector.weakContext[rank - strong];
}

std::string near(const std::string& text, const std::string& value, std::size_t detector) {
    const ContextWords words(detectors());
    const std::string small = lowered(text);
    ContextReader reader(words, small);
    reader.enter(0, small.size());
    const std::size_t start = small.find(value);
    return wordOf(detectors()[detector], reader.near(start, start + value.size(), detector));
}

TEST(ContextReader, FindsTheFirstOfTheDetectorsWordsNearby) {
    EXPECT_EQ(near("My Credit CARD: 123", "123", 0), "card");
    EXPECT_EQ(near("123 is the credit card", "123", 0), "card");
    EXPECT_EQ(near("ca 123 card", "123", 0), "card");
    EXPECT_EQ(near("ca 123 card", "123", 1), "ca");
    EXPECT_EQ(near("El número es 123", "123", 0), "número");
    EXPECT_EQ(near("dl#123", "123", 0), "dl#");
    EXPECT_EQ(near("number ca 123", "123", 1), "ca");
    EXPECT_EQ(near("number card 123", "123", 1), "number");
    EXPECT_EQ(near("postcards 123 cardinal", "123", 0), "");
    EXPECT_EQ(near("card" + std::string(90, ' ') + "123", "123", 0), "");
    EXPECT_EQ(near("123" + std::string(50, ' ') + "card", "123", 0), "");
}

std::vector<const char*> wordsOf(const Detector& detector) {
    std::vector<const char*> out = detector.context;
    out.insert(out.end(), detector.weakContext.begin(), detector.weakContext.end());
    return out;
}

// What is near, said in the simplest way.
std::string plainly(std::string_view text, std::size_t start, std::size_t end, const Detector& detector) {
    const std::size_t from = start - std::min<std::size_t>(start, 80);
    for (const char* word : wordsOf(detector))
        for (const std::string_view part : {text.substr(from, start - from), text.substr(end, 40)})
            for (std::size_t at = part.find(word); at != std::string_view::npos;
                 at = part.find(word, at + 1)) {
                const std::size_t stop = at + std::string_view(word).size();
                if ((at == 0 || !isAlnum(part[at - 1])) &&
                    (stop == part.size() || !isAlnum(part[stop]) || !isAlnum(part[stop - 1])))
                    return word;
            }
    return "";
}

TEST(ContextReader, IsAsGoodAsLookingAtEachPlace) {
    const ContextWords words(detectors());
    std::mt19937 random(4);
    const char* parts[] = {"card", "ca", " ", "credit card", "dl#", "número", "1", "d", "x ", "\n"};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        while (text.size() < 200) text += parts[random() % std::size(parts)];
        ContextReader reader(words, text);
        reader.enter(0, text.size());
        for (int i = 0; i < 20; ++i) {
            const std::size_t start = random() % text.size();
            const std::size_t end = start + random() % (text.size() - start + 1);
            for (std::size_t d = 0; d < detectors().size(); ++d)
                ASSERT_EQ(wordOf(detectors()[d], reader.near(start, end, d)),
                          plainly(text, start, end, detectors()[d]))
                    << text << ' ' << start << ' ' << end;
        }
    }
}

}  // namespace
}  // namespace hearth::privacy
