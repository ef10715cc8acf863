// How quick and how exact the index of vectors is on this machine, on vectors made for it: in clusters and of
// few intrinsic dimensions, as those of embedding models are. One thread, the caller's.
#pragma once

#include <functional>
#include <string>

#include "base/cancel.h"
#include "base/result.h"

namespace hearth::rag {

struct VectorBenchOptions {
    int count = 1'000'000;
    int width = 384;
    int intrinsic = 20;  // dimensions in which the vectors of a cluster differ
    int clusters = 1000;
    int queries = 200;
    int effort = 128;  // candidates that a search keeps
    int links = 16;
    int building = 100;
    std::string workFile;  // float16 copies of the vectors, for exact scores; removed afterwards
    base::CancelToken cancel;
    std::function<void(const std::string& step, double done)> onProgress;
};

struct VectorBenchReport {
    int count = 0;
    int width = 0;
    double insertsPerSecond = 0;       // of one core, by the time that this thread had it
    double insertsPerSecondAtEnd = 0;  // of the last tenth
    double replacedPerSecond = 0;      // of a tenth that took the places of others
    double recall10 = 0;
    double latencyMsP50 = 0;
    double latencyMsP99 = 0;
    double coreMsP99 = 0;     // of it, the time that this thread had a core
    double recallFolder = 0;  // kept to a twentieth that lies together
    double recallDates = 0;   // kept to a half, at random
    double latencyMsP99Filtered = 0;
    double coreMsP99Filtered = 0;
    double residentMb = 0;            // of the process, with the index of all
    double residentMbAfterChurn = 0;  // a tenth was removed and as many added
    double recallAfterChurn = 0;
};

// Errors: Io of the work file; OutOfMemory; Cancelled.
base::Result<VectorBenchReport> runVectorBench(const VectorBenchOptions& options);

}  // namespace hearth::rag
