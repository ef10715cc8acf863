// A long run of the local server: 10,000 mixed requests, 5 % of them malformed, by four clients at once.
// Fails where an answer is wrong or memory grows once a fifth of them is through (every thread and session
// has been used by then).
//   build/dev/tests/bench/soak_server [REQUESTS]
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <thread>
#include <vector>

#include "app/server/mixed_requests.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"
#include "server/api.h"
#include "server/http_server.h"

namespace {

using namespace hearth;
using namespace hearth::app::server;

double residentMegabytes() {
    std::ifstream in("/proc/self/statm");
    long pages = 0;
    long resident = 0;
    in >> pages >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

constexpr int kSteps = 10;
constexpr unsigned kClients = 4;
constexpr double kMostGrowthMegabytes = 3;

struct Tally {
    int wrong = 0;
    int malformed = 0;
};

// One tenth of the requests, by all clients at once.
void runStep(int port, unsigned step, int requestsPerClient, Tally& tally) {
    std::mutex mutex;
    std::vector<std::thread> clients;
    for (unsigned c = 0; c < kClients; ++c)
        clients.emplace_back([&, c] {
            MixedRequests mixed(port, "token", step * kClients + c);
            int bad = 0;
            for (int i = 0; i < requestsPerClient; ++i) bad += mixed.one() ? 0 : 1;
            const std::lock_guard lock(mutex);
            tally.wrong += bad;
            tally.malformed += mixed.malformed();
            if (bad > 0) std::printf("  wrong answer: %s\n", mixed.last().c_str());
        });
    for (std::thread& client : clients) client.join();
}

int soak(int port, int requests) {
    Tally tally;
    double settled = 0;  // megabytes after a fifth of the requests
    double resident = 0;
    for (int step = 0; step < kSteps; ++step) {
        runStep(port, static_cast<unsigned>(step), requests / kSteps / static_cast<int>(kClients), tally);
        resident = residentMegabytes();
        if (step < kSteps / 5) settled = resident;
        std::printf("%6d requests, %4d malformed, %d wrong answers, %.1f MB resident\n",
                    requests / kSteps * (step + 1), tally.malformed, tally.wrong, resident);
        std::fflush(stdout);
    }
    const bool flat = resident - settled <= kMostGrowthMegabytes;
    if (!flat)
        std::printf("Memory grew by %.1f MB after the first fifth; %.1f are allowed.\n", resident - settled,
                    kMostGrowthMegabytes);
    return tally.wrong == 0 && flat ? 0 : 1;
}

int run(int requests) {
    const tests::TemporaryFolder folder;
    tests::TinyModel tiny;
    tiny.context = 1024;
    tiny.write((folder / "tiny.gguf").string());
    auto model =
        engine::Model::open((folder / "tiny.gguf").string(), {.threads = 1, .onProgress = {}, .cancel = {}});
    if (!model) return std::fprintf(stderr, "%s\n", model.error().text().c_str()), 1;
    ModelHost host(*model, {.name = "tiny", .sessions = 4, .context = 0, .embeddingModel = {}});
    Api api(host, {"token", "", 64});
    auto server = HttpServer::listen({}, [&](const HttpRequest& request) { return api.handle(request); });
    if (!server) return std::fprintf(stderr, "%s\n", server.error().text().c_str()), 1;
    return soak((*server)->port(), requests);
}

}  // namespace

int main(int argc, char** argv) {
    return run(argc > 1 ? std::atoi(argv[1]) : 10'000);
}
