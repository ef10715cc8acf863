#include "catalogue/catalogue.h"

#include <gmock/gmock.h>

#include "engine/model.h"
#include "fakes/temporary_folder.h"
#include "privacy/sha256.h"

namespace hearth::app {
namespace {

using testing::HasSubstr;

constexpr std::uint64_t kGiB = std::uint64_t{1} << 30;

TEST(Catalogue, TheShippedOneIsWhole) {
    const auto catalogue = readCatalogue(HEARTH_SOURCE "/assets/models/catalogue.json");
    ASSERT_TRUE(catalogue) << catalogue.error().text();
    EXPECT_GE(catalogue->models.size(), 8u);
    for (const CatalogueModel& model : catalogue->models) {
        EXPECT_TRUE(engine::runsArchitecture(model.architecture)) << model.id;
        EXPECT_THAT(model.url, testing::StartsWith("https://huggingface.co/")) << model.id;
        EXPECT_TRUE(model.sha256.empty() || privacy::isSha256(model.sha256)) << model.id;
        EXPECT_TRUE(model.bytesExact || !model.sha256.empty()) << model.id << ": nothing to check it with";
        EXPECT_GT(model.kvBytesPerToken, 0u) << model.id;
        EXPECT_FALSE(model.goodFor.empty()) << model.id;
        // Weights take between 3 and 9 bits each, or one of the numbers is wrong.
        const double bits = 8.0 * static_cast<double>(model.bytes) / static_cast<double>(model.parameters);
        EXPECT_GT(bits, 3) << model.id;
        EXPECT_LT(bits, 9) << model.id;
        EXPECT_EQ(catalogue->find(model.id), &model);
        EXPECT_EQ(catalogue->find(model.fileName), &model);
    }
    EXPECT_EQ(catalogue->find("none"), nullptr);
}

TEST(Catalogue, SortsModelsBySizeAndTellsWhatTheyCan) {
    const auto catalogue = readCatalogue(HEARTH_SOURCE "/assets/models/catalogue.json");
    ASSERT_TRUE(catalogue);
    EXPECT_EQ(sizeOf(*catalogue->find("qwen3-0.6b")), ModelSize::Small);
    EXPECT_EQ(sizeOf(*catalogue->find("qwen3-4b")), ModelSize::Balanced);
    EXPECT_EQ(sizeOf(*catalogue->find("qwen3-8b")), ModelSize::Large);
    EXPECT_THAT(catalogue->find("qwen3-4b")->abilities,
                testing::ElementsAre("tools", "reasoning", "languages"));
    EXPECT_THAT(catalogue->find("smollm2-1.7b")->abilities, testing::IsEmpty());
}

TEST(Catalogue, SaysWhichEntryIsWrong) {
    const std::string good = R"("id":"a","name":"A","licence":"MIT","architecture":"llama","context":4096,)"
                             R"("url":"https://example.org/a.gguf","bytes":10)";
    ASSERT_TRUE(parseCatalogue(R"({"models":[{)" + good + "}]}", "c"));
    const std::pair<std::string, std::string> cases[] = {
        {"", "models"},
        {"[]", "models"},
        {R"({"models":[{}]})", "id"},
        {R"({"models":[{)" + good + "},{" + good + "}]}", "twice"},
        {R"({"models":[{)" + good + R"(,"sha256":"abc"}]})", "sha256"},
        {R"({"models":[{)" + good + R"(,"file":"../x.gguf"}]})", "file"},
        {R"({"models":[{)" + good + R"(,"name":7}]})", "malformed"},
        {R"({"models":[{)" + good + R"(,"url":"file:///etc/a.gguf"}]})", "url"},
        {R"({"models":[{)" + good + R"(,"abilities":["flying"]}]})", "flying"},
        {R"({"models":[7]})", "malformed"},
    };
    for (const auto& [text, wrong] : cases) {
        const auto catalogue = parseCatalogue(text, "c.json");
        ASSERT_FALSE(catalogue) << text;
        EXPECT_THAT(catalogue.error().text(), HasSubstr(wrong)) << text;
        EXPECT_THAT(catalogue.error().text(), HasSubstr("c.json"));
    }
    EXPECT_EQ(readCatalogue("/no/such").error().code, base::ErrorCode::NotFound);
}

TEST(JudgeFit, ByMemoryAndBandwidth) {
    struct Case {
        std::uint64_t file, memory, free;
        double bandwidth;
        Fit fit;
    };
    const Case cases[] = {
        {2 * kGiB, 16 * kGiB, 12 * kGiB, 30e9, Fit::Fits},
        {2 * kGiB, 16 * kGiB, 12 * kGiB, 0, Fit::Fits},      // speed not known
        {2 * kGiB, 16 * kGiB, 12 * kGiB, 10e9, Fit::Slow},   // 3.5 tokens a second
        {2 * kGiB, 16 * kGiB, 1 * kGiB, 30e9, Fit::Slow},    // other programs
        {2 * kGiB, 3 * kGiB, 3 * kGiB, 30e9, Fit::WontFit},  // with the cache it is more than 85 %
        {40 * kGiB, 16 * kGiB, 16 * kGiB, 1e12, Fit::WontFit},
    };
    for (const Case& c : cases) {
        Machine machine;
        machine.memoryBytes = c.memory;
        machine.freeMemoryBytes = c.free;
        machine.bandwidth = c.bandwidth;
        const FitVerdict verdict = judgeFit(c.file, 144 * 1024, machine);
        EXPECT_EQ(verdict.fit, c.fit) << c.file << " " << verdict.why;
        EXPECT_GT(verdict.memoryBytes, c.file);
        EXPECT_FALSE(verdict.why.empty());
    }
    EXPECT_STREQ(toString(Fit::WontFit), "won't fit");
}

TEST(SizeText, IsShort) {
    EXPECT_EQ(sizeText(12), "12 bytes");
    EXPECT_EQ(sizeText(1536), "1.5 KiB");
    EXPECT_EQ(sizeText(2'497'280'256), "2.3 GiB");
}

}  // namespace
}  // namespace hearth::app
