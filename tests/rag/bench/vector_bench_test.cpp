#include "rag/vector_bench.h"

#include <gtest/gtest.h>

#include "fakes/temporary_folder.h"

namespace hearth::rag {
namespace {

TEST(VectorBench, MeasuresASmallIndex) {
    const tests::TemporaryFolder folder;
    VectorBenchOptions options;
    options.count = 2000;
    options.width = 64;
    options.clusters = 40;
    options.queries = 20;
    options.workFile = (folder / "vectors").string();
    const auto report = runVectorBench(options);
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_GE(report->recall10, 0.95);
    EXPECT_GE(report->recallFolder, 0.9);
    EXPECT_GE(report->recallDates, 0.9);
    EXPECT_GE(report->recallAfterChurn, 0.9);
    EXPECT_GT(report->residentMb, 1);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "the work file is gone";
}

TEST(VectorBench, SaysThatItCannotWriteAndStopsWhenAsked) {
    VectorBenchOptions options;
    options.count = 100;
    options.workFile = "/nowhere/vectors";
    EXPECT_EQ(runVectorBench(options).error().code, base::ErrorCode::Io);
    const tests::TemporaryFolder folder;
    options.workFile = (folder / "vectors").string();
    base::CancelSource stop;
    stop.cancel();
    options.cancel = stop.token();
    EXPECT_EQ(runVectorBench(options).error().code, base::ErrorCode::Cancelled);
}

}  // namespace
}  // namespace hearth::rag
