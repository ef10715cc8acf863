#include "store/postgres/address.h"

#include <gmock/gmock.h>

#include "rag/library_store.h"

namespace hearth::rag {
namespace {

using base::ErrorCode;
using postgres::readAddress;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(PostgresAddress, LeadsToThisMachineOrOverVerifiedTls) {
    const struct {
        const char* address;
        const char* other;    // machine
        const char* sslmode;  // "": libpq's own, on a socket
    } cases[] = {
        {"postgresql:///library", "", ""},
        {"postgresql:///library?host=/tmp/x", "", ""},
        {"postgres://anna@localhost:5433/library", "", "prefer"},
        {"postgresql://127.0.0.1/library", "", "prefer"},
        {"postgresql://[::1]/library", "", "prefer"},
        {"postgresql://db.example.org/library", "db.example.org", "verify-full"},
        {"postgresql://db.example.org/library?sslmode=verify-full", "db.example.org", "verify-full"},
        {"postgresql:///library?hostaddr=192.0.2.1", "192.0.2.1", "verify-full"},
        {"postgresql://127.0.0.1.example.org/library", "127.0.0.1.example.org", "verify-full"},
    };
    for (const auto& c : cases) {
        const auto address = readAddress(c.address);
        ASSERT_TRUE(address) << c.address << ": " << address.error().text();
        EXPECT_EQ(otherMachineOf(c.address), c.other) << c.address;
        const auto mode = address->options.find("sslmode");
        EXPECT_EQ(mode == address->options.end() ? "" : mode->second, c.sslmode) << c.address;
    }
    EXPECT_EQ(otherMachineOf("/home/anna/library.db"), "");
}

TEST(PostgresAddress, ThatIsNotSafeOrNoneIsRefused) {
    const struct {
        const char* address;
        ErrorCode code;
        const char* says;
    } cases[] = {
        {"postgresql://anna:secret@db.example.org/library?sslmode=require", ErrorCode::Refused,
         "verify-full"},
        {"postgresql://anna:secret@db.example.org/library?sslmode=disable", ErrorCode::Refused,
         "verify-full"},
        {"postgresql:///library?host=/tmp&hostaddr=192.0.2.1", ErrorCode::Refused, "hostaddr"},
        {"postgresql://anna:secret@a,b/library", ErrorCode::InvalidInput, "one host"},
        {"postgresql:///library?service=secret", ErrorCode::InvalidInput, "no service"},
        {"postgresql://anna:secret@[::1/library", ErrorCode::InvalidInput, "no address"},
        {"postgresql:///library?nonsense=1", ErrorCode::InvalidInput, "nonsense"},
    };
    for (const auto& c : cases) {
        const auto address = readAddress(c.address);
        ASSERT_FALSE(address) << c.address;
        EXPECT_EQ(address.error().code, c.code) << address.error().text();
        EXPECT_THAT(address.error().text(), HasSubstr(c.says)) << c.address;
        EXPECT_THAT(address.error().text(), Not(HasSubstr("secret")));
    }
}

TEST(PostgresAddress, IsShownWithoutThePassword) {
    const std::string given = "postgresql://anna:secret@db.example.org:5433/library";
    EXPECT_EQ(shownAddress(given), "postgresql://anna@db.example.org:5433/library");
    EXPECT_EQ(shownAddress(given + "?password=secret"), "postgresql://anna@db.example.org:5433/library");
    EXPECT_THAT(shownAddress("postgresql://anna:secret@[::1/library"), Not(HasSubstr("secret")));
    EXPECT_EQ(shownAddress("/home/anna/library.db"), "/home/anna/library.db");
}

}  // namespace
}  // namespace hearth::rag
