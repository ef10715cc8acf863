// A PostgreSQL server for tests: its data and its socket in a folder of its own, no port, stopped with it.
// Its programs are those that are installed, or come from a package that was only fetched
// (packaging/linux/fetch_test_server). It does not run as root, so a test that does gives it the user
// "nobody".
#pragma once

#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <thread>

#include "base/result.h"
#include "fakes/temporary_folder.h"
#include "store/postgres/connection.h"

namespace hearth::tests {

class PostgresServer {
  public:
    // `fetched`: where packages may lie. NotFound: there are no programs, or they do not start here.
    static base::Result<std::unique_ptr<PostgresServer>> start(const std::filesystem::path& fetched) {
        std::unique_ptr<PostgresServer> server(new PostgresServer);
        if (!server->findPrograms(fetched))
            return base::fail(base::ErrorCode::NotFound,
                              "No PostgreSQL server is installed or was fetched (Debian: postgresql-15)");
        if (!server->giveToNobody())
            return base::fail(base::ErrorCode::NotFound, "There is no other user to run PostgreSQL as");
        std::ofstream(server->folder_ / "password") << kPassword << '\n';
        const bool made = server->run("initdb", "-D " + server->data() + " -U tester --pwfile=" +
                                                    (server->folder_ / "password").string() +
                                                    " --auth=trust -E UTF8 --locale=C.UTF-8");
        if (!made || !server->begin())
            return base::fail(base::ErrorCode::NotFound,
                              "PostgreSQL does not start here: " + server->lastLine());
        return server;
    }
    ~PostgresServer() { stop(); }
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    // The address of a new, empty database.
    base::Result<std::string> newDatabase(const std::string& options = {}) {
        const std::string name = "test" + std::to_string(++databases_);
        auto connection = rag::postgres::Connection::open(addressOf("postgres"), nullptr);
        if (!connection) return tl::unexpected<base::Error>(connection.error());
        auto made = (*connection)->execute("CREATE DATABASE " + name + " " + options);
        if (!made) return tl::unexpected<base::Error>(made.error());
        return addressOf(name);
    }
    std::string addressOf(const std::string& database) const {
        return "postgresql:///" + database + "?user=tester&host=" + folder_.path().string();
    }
    std::string socket() const { return folder_.path().string(); }
    static constexpr const char* kPassword = "open sesame";
    // No password may be in the environment.
    bool askForPasswords(bool ask) {
        std::ofstream(folder_ / "data" / "pg_hba.conf")
            << (ask ? "local all all scram-sha-256\n" : "local all all trust\n");
        if (!run("pg_ctl", "-D " + data() + " reload")) return false;
        for (int i = 0; i < 200; ++i) {  // it returns before the server has read it
            if (rag::postgres::Connection::open(addressOf("postgres"), nullptr).has_value() != ask)
                return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return false;
    }
    bool begin() {
        const std::string options = "-k " + folder_.path().string() +
                                    " -c listen_addresses='' -c fsync=off -c jit=off -c max_connections=40";
        runs_ = run("pg_ctl", "-D " + data() + " -l " + (folder_ / "log").string() + " -w -t 120 -o \"" +
                                  options + "\" start");
        return runs_;
    }
    bool stop() {  // in the middle of everything
        if (std::exchange(runs_, false)) return run("pg_ctl", "-D " + data() + " -m immediate -w stop");
        return true;
    }

  private:
    PostgresServer() = default;
    std::string data() const { return (folder_ / "data").string(); }

    bool findPrograms(const std::filesystem::path& fetched) {
        if (lookBelow("/usr")) return true;
        std::error_code error;
        for (const auto& file : std::filesystem::directory_iterator(fetched, error)) {
            if (file.path().extension() != ".deb") continue;
            const std::string unpack =
                "dpkg -x '" + file.path().string() + "' '" + (folder_ / "programs").string() + "'";
            if (std::system(unpack.c_str()) == 0 && lookBelow(folder_ / "programs" / "usr")) return true;
        }
        return false;
    }
    bool lookBelow(const std::filesystem::path& folder) {
        std::error_code error;
        for (const auto& version : std::filesystem::directory_iterator(folder / "lib" / "postgresql", error))
            if (std::filesystem::exists(version.path() / "bin" / "initdb", error))
                programs_ = version.path() / "bin";
        return !programs_.empty();
    }
    bool giveToNobody() const {
        if (::getuid() != 0) return true;
        const passwd* nobody = ::getpwnam("nobody");
        return nobody != nullptr && ::chown(folder_.path().c_str(), nobody->pw_uid, nobody->pw_gid) == 0;
    }
    bool run(const std::string& program, const std::string& arguments) const {
        const std::string as =
            ::getuid() == 0 ? "setpriv --reuid=nobody --regid=nogroup --clear-groups " : "";
        const std::string line = "cd / && " + as + (programs_ / program).string() + " " + arguments + " >>" +
                                 (folder_ / "out").string() + " 2>&1 </dev/null";
        return std::system(line.c_str()) == 0;
    }
    std::string lastLine() const {
        std::ifstream in(folder_ / "out");
        std::string last;
        for (std::string line; std::getline(in, line);)
            if (!line.empty()) last = line;
        return last;
    }

    TemporaryFolder folder_;
    std::filesystem::path programs_;
    bool runs_ = false;
    int databases_ = 0;
};

}  // namespace hearth::tests
