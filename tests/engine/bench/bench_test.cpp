#include "engine/bench.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "bench/random_model.h"
#include "engine/model.h"

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;

class BenchTest : public ::testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("hearth-bench-test-" + std::to_string(getpid()));
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    BenchOptions options(const std::string& type) const {
        BenchOptions o;
        o.shape = "tiny";
        o.type = type;
        o.threads = 2;
        o.prompt = 40;
        o.decode = 8;
        o.repetitions = 2;
        o.folder = folder_.string();
        return o;
    }

    fs::path folder_;
};

TEST_F(BenchTest, ReportsSpeedsWithTheirLimitsForEachWeightType) {
    for (const char* type : {"Q4_0", "Q8_0", "Q4_K", "Q6_K", "F16", "BF16", "F32"}) {
        SCOPED_TRACE(type);
        const auto report = runBench(options(type));
        ASSERT_TRUE(report) << report.error().text();
        EXPECT_EQ(report->weightType, type);
        EXPECT_EQ(report->threads, 2);
        EXPECT_GT(report->bandwidth, 0);
        EXPECT_GT(report->parameters, 0u);
        for (const BenchFigure& figure : {report->prefill, report->decoding, report->decodingDeep,
                                          report->firstTokenMs, report->loadMs, report->peakBytes}) {
            EXPECT_GT(figure.value, 0);
            if (report->macRate > 0) {
                EXPECT_GT(figure.limit, 0);
                EXPECT_GT(figure.share, 0);
            }
        }
        EXPECT_NE(report->text().find("decoding"), std::string::npos);
        EXPECT_EQ(report->json().front(), '{');
        EXPECT_NE(report->json().find("\"prefill_tokens_per_s\":{\"value\":"), std::string::npos);
    }
}

TEST_F(BenchTest, WritesTheSameRandomModelEachTime) {
    const auto read = [](const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    const fs::path first = folder_ / "a.gguf";
    const fs::path second = folder_ / "b.gguf";
    const BenchShape& tiny = benchShapes().front();
    ASSERT_TRUE(writeRandomModel(tiny, uniformRecipe(DType::Q4_0), first.string(), {}));
    ASSERT_TRUE(writeRandomModel(tiny, uniformRecipe(DType::Q4_0), second.string(), {}));
    EXPECT_EQ(read(first), read(second));
    const auto model = Model::open(first.string());
    ASSERT_TRUE(model) << model.error().text();
    EXPECT_EQ((*model)->info().vocabulary, tiny.vocabulary);
}

struct BadOption {
    const char* what;
    void (*spoil)(BenchOptions&);
};

TEST_F(BenchTest, RefusesWhatMakesNoSense) {
    const BadOption cases[] = {{"shape", [](BenchOptions& o) { o.shape = "huge"; }},
                               {"weight type", [](BenchOptions& o) { o.type = "Q3"; }},
                               {"prompt", [](BenchOptions& o) { o.prompt = 0; }},
                               {"decode", [](BenchOptions& o) { o.decode = -1; }},
                               {"repetitions", [](BenchOptions& o) { o.repetitions = 0; }},
                               {"threads", [](BenchOptions& o) { o.threads = 100000; }}};
    for (const BadOption& bad : cases) {
        BenchOptions o = options("Q4_0");
        bad.spoil(o);
        const auto report = runBench(o);
        ASSERT_FALSE(report) << bad.what;
        EXPECT_EQ(report.error().code, base::ErrorCode::InvalidInput) << bad.what;
        EXPECT_NE(report.error().message.find(bad.what), std::string::npos) << report.error().message;
    }
    BenchOptions missing = options("Q4_0");
    missing.model = (folder_ / "none.gguf").string();
    EXPECT_FALSE(runBench(missing));
}

TEST_F(BenchTest, StopsWhenAsked) {
    base::CancelSource source;
    source.cancel();
    BenchOptions o = options("Q4_0");
    o.cancel = source.token();
    const auto report = runBench(o);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, base::ErrorCode::Cancelled);
    EXPECT_TRUE(fs::is_empty(folder_));
}

}  // namespace
}  // namespace hearth::engine
