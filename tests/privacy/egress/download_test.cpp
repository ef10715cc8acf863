#include "privacy/download.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "privacy/egress/egress_fixture.h"
#include "privacy/sha256.h"

namespace hearth::privacy {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using testing::HasSubstr;

constexpr std::size_t kBytes = 400'000;

std::string sumOf(const std::string& data) {
    Sha256 sum;
    sum.add(data);
    return sum.hex();
}

class DownloadTest : public EgressFixture {
  protected:
    DownloadRequest file(const std::string& path) const {
        DownloadRequest out;
        out.purpose = "test";
        out.url = server_->at(path);
        out.target = folder_ / "models/file.gguf";
        out.waitMs = 1;
        out.attempts = 3;
        out.stallMs = 300;
        return out;
    }
    std::string read(const fs::path& path) const {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    bool partLeft() const { return fs::exists(folder_ / "models/file.gguf.partial"); }
    static std::string path(const std::string& kind) { return "/" + kind + "/" + std::to_string(kBytes); }
};

// Each of these servers gives the whole file in the end.
class Hostile : public DownloadTest, public testing::WithParamInterface<const char*> {};

TEST_P(Hostile, GivesTheWholeFileInTheEnd) {
    const auto egress = makeEgress();
    auto request = file(path(GetParam()));
    request.sha256 = sumOf(content(kBytes));
    std::uint64_t last = 0;
    request.onProgress = [&](const DownloadProgress& progress) { last = progress.done; };
    request.attempts = 8;
    const auto done = download(*egress, request);
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(done->bytes, kBytes);
    EXPECT_TRUE(done->verified);
    EXPECT_EQ(last, kBytes);
    EXPECT_TRUE(read(request.target) == content(kBytes));
    EXPECT_FALSE(partLeft());
    EXPECT_FALSE(fs::exists(folder_ / "models/file.gguf.partial.json"));
}
INSTANTIATE_TEST_SUITE_P(Servers, Hostile,
                         testing::Values("ok", "cut", "stall", "changed", "norange", "bare", "busy"));

TEST_F(DownloadTest, GoesOnWhereAnEarlierProgramStopped) {
    const auto egress = makeEgress();
    base::CancelSource pause;
    auto request = file(path("ok"));
    request.cancel = pause.token();
    request.onProgress = [&](const DownloadProgress& progress) {
        if (progress.done > kBytes / 3) pause.cancel();
    };
    EXPECT_EQ(download(*egress, request).error().code, ErrorCode::Cancelled);
    const auto kept = downloadedSoFar(request.target);
    EXPECT_GT(kept, kBytes / 3);
    EXPECT_LT(kept, kBytes);
    request.cancel = {};
    std::uint64_t first = 0;
    request.onProgress = [&](const DownloadProgress& progress) {
        if (first == 0) first = progress.done;
    };
    ASSERT_TRUE(download(*egress, request));
    EXPECT_GT(first, kept);
    EXPECT_TRUE(read(request.target) == content(kBytes));
    EXPECT_EQ(download(*egress, request).error().code, ErrorCode::Conflict);
}

TEST_F(DownloadTest, WhatHadAllComeIsFinished) {
    const auto egress = makeEgress();
    auto request = file(path("ok"));
    request.check = [](const fs::path&) { return base::fail(ErrorCode::InvalidInput, "not now"); };
    EXPECT_FALSE(download(*egress, request));
    EXPECT_FALSE(partLeft());
    // All bytes are there, but not yet the name: the host answers 416.
    fs::create_directories(folder_ / "models");
    std::ofstream(folder_ / "models/file.gguf.partial", std::ios::binary) << content(kBytes);
    std::ofstream(folder_ / "models/file.gguf.partial.json")
        << R"({"url":")" << request.url << R"(","etag":"\")" << kBytes << R"(-1\"","sha256":"","total":0})";
    request.check = nullptr;
    const auto done = download(*egress, request);
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_TRUE(read(request.target) == content(kBytes));
}

TEST_F(DownloadTest, RemovesBytesThatAreWrong) {
    const auto egress = makeEgress();
    auto request = file(path("wrong"));
    request.sha256 = sumOf(content(kBytes));
    const auto wrong = download(*egress, request);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(wrong.error().text(), HasSubstr("checksum"));
    EXPECT_FALSE(fs::exists(request.target));
    EXPECT_FALSE(partLeft());
}

TEST_F(DownloadTest, ComparesWithWhatTheFirstHostSays) {
    const auto egress = makeEgress();
    auto request = file("/mislinked?" + std::to_string(kBytes));
    EXPECT_EQ(download(*egress, request).error().code, ErrorCode::InvalidInput);
    request.url = server_->at("/linked?" + std::to_string(kBytes));
    const auto done = download(*egress, request);
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_TRUE(done->verified);
}

TEST_F(DownloadTest, DoesNotBelieveLengths) {
    const auto egress = makeEgress();
    auto request = file(path("long"));
    request.bytes = kBytes;
    const auto longer = download(*egress, request);
    ASSERT_FALSE(longer);
    EXPECT_THAT(longer.error().text(), HasSubstr("more than the whole file"));
    request = file(path("ok"));
    request.bytes = kBytes + 1;
    const auto other = download(*egress, request);
    ASSERT_FALSE(other);
    EXPECT_THAT(other.error().text(), HasSubstr("expected"));
    request = file(path("short"));  // ends early every time: what came stays, and it says so
    const auto shorter = download(*egress, request);
    ASSERT_FALSE(shorter);
    EXPECT_THAT(shorter.error().text(), HasSubstr("kept"));
    EXPECT_EQ(downloadedSoFar(request.target), kBytes / 2);
    forgetDownload(request.target);
    EXPECT_FALSE(partLeft());
    request = file(path("ok"));
    request.mostBytes = kBytes - 1;
    EXPECT_EQ(download(*egress, request).error().code, ErrorCode::InvalidInput);
}

TEST_F(DownloadTest, SaysWhatTheHostSaid) {
    const auto egress = makeEgress();
    const std::pair<const char*, ErrorCode> cases[] = {
        {"/status/404", ErrorCode::NotFound}, {"/status/403", ErrorCode::Refused},
        {"/status/401", ErrorCode::Refused},  {"/status/500", ErrorCode::Io},
        {"/status/429", ErrorCode::Io},       {"/status/418", ErrorCode::Io}};
    for (const auto& [where, code] : cases) {
        const auto failed = download(*egress, file(where));
        ASSERT_FALSE(failed) << where;
        EXPECT_EQ(failed.error().code, code) << where << ": " << failed.error().text();
        EXPECT_EQ(downloadedSoFar(folder_ / "models/file.gguf"), 0u) << where;
    }
    EXPECT_EQ(egress->sent(100)->size(), 3u + 3u + 2u * 3u - 2u);  // three tries where it may help, else one
}

TEST_F(DownloadTest, AnotherAddressStartsAnew) {
    const auto egress = makeEgress();
    fs::create_directories(folder_ / "models");
    std::ofstream(folder_ / "models/file.gguf.partial") << "of something else";
    std::ofstream(folder_ / "models/file.gguf.partial.json") << "{ damaged";
    const auto request = file(path("ok"));
    ASSERT_TRUE(download(*egress, request));
    EXPECT_TRUE(read(request.target) == content(kBytes));
}

}  // namespace
}  // namespace hearth::privacy
