// A large file from a host into a folder. What has come lies beside the target ("model.gguf.partial", with
// what is known of it in "model.gguf.partial.json") until it is complete and its checksum is right: a cut, a
// cancel or the end of the program loses nothing, and the next call goes on from there. Runs on the calling
// thread; one call at a time per target.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "base/cancel.h"
#include "base/result.h"
#include "privacy/egress.h"

namespace hearth::privacy {

struct DownloadProgress {
    std::uint64_t done = 0;   // bytes, with those of earlier calls
    std::uint64_t total = 0;  // 0: not known yet
};

struct DownloadRequest {
    std::string purpose;
    std::string url;
    std::filesystem::path target;
    std::uint64_t bytes = 0;  // that it must have; 0: not known
    std::string
        sha256;  // that it must have; empty: what the first host says of it ("x-linked-etag"), if anything
    std::uint64_t mostBytes = std::uint64_t{64} << 30;
    int attempts = 5;            // without a new byte, before it gives up
    int waitMs = 1000;           // before the second attempt, then twice as long each time
    int longestWaitMs = 60'000;  // also where the host asks for more
    int stallMs = 30'000;
    std::function<void(const DownloadProgress&)> onProgress;  // may be empty
    // Looks at the complete file before it gets its name; may be empty. An error removes the file.
    std::function<base::Result<void>(const std::filesystem::path&)> check;
    base::CancelToken cancel;  // pauses: what has come stays
};

struct Downloaded {
    std::uint64_t bytes = 0;
    std::string sha256;
    bool verified = false;  // there was a checksum to compare with
};

// Errors: those of Egress::send; NotFound; Refused where the host wants a login; Conflict where the target
// exists; Io where the disk is too small or full; InvalidInput where the bytes are not the expected ones (the
// partial file is then removed); Cancelled.
base::Result<Downloaded> download(Egress& egress, const DownloadRequest& request);

// Removes what has come of a download that will not be finished.
void forgetDownload(const std::filesystem::path& target);
// How many bytes of it have come; 0: none.
std::uint64_t downloadedSoFar(const std::filesystem::path& target);

}  // namespace hearth::privacy
