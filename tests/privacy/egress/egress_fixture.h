// An egress with a log of its own for tests; a rule allows this machine for the purpose "test".
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "fakes/misbehaving_server.h"
#include "fakes/temporary_folder.h"
#include "privacy/egress.h"

namespace hearth::privacy {

class EgressFixture : public testing::Test {
  protected:
    static void SetUpTestSuite() { server_ = std::make_unique<tests::MisbehavingServer>(); }
    static void TearDownTestSuite() { server_.reset(); }

    std::unique_ptr<Egress> makeEgress(Egress::Options options) const {
        auto log = EgressLog::open(folder_ / "hearth.db");
        EXPECT_TRUE(log) << log.error().text();
        return std::make_unique<Egress>(std::move(options), std::move(*log));
    }
    std::unique_ptr<Egress> makeEgress() const { return makeEgress({{{"test", "127.0.0.1", true}}, {}, {}}); }
    static EgressRequest request(const std::string& url) {
        EgressRequest out;
        out.purpose = "test";
        out.url = url;
        return out;
    }
    // What the server's content(count) gives.
    static std::string content(std::size_t count) {
        std::string out(count, '\0');
        for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<char>((i * 7 + i / 251) % 256);
        return out;
    }

    inline static std::unique_ptr<tests::MisbehavingServer> server_;
    tests::TemporaryFolder folder_;
};

}  // namespace hearth::privacy
