// Starts misbehaving_server.py, or another script that prints its port, for a test and ends it with the
// object.
#pragma once

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace hearth::tests {

class MisbehavingServer {
  public:
    explicit MisbehavingServer(bool tls = false)
        : MisbehavingServer("misbehaving_server.py",
                            tls ? std::vector<std::string>{HEARTH_SOURCE "/tests/data/tls/localhost.pem",
                                                           HEARTH_SOURCE "/tests/data/tls/localhost_key.pem"}
                                : std::vector<std::string>{}) {}
    MisbehavingServer(const std::string& name, const std::vector<std::string>& words) {
        int in[2];
        int out[2];
        if (::pipe(in) != 0 || ::pipe(out) != 0) throw std::runtime_error("no pipe");
        child_ = ::fork();
        if (child_ == 0) {
            ::dup2(in[0], 0);
            ::dup2(out[1], 1);
            for (const int file : {in[0], in[1], out[0], out[1]}) ::close(file);
            std::string script = HEARTH_SOURCE "/tests/fakes/" + name;
            std::string interpreter = "python3";
            std::vector<std::string> further = words;
            std::vector<char*> arguments{interpreter.data(), script.data()};
            for (std::string& word : further) arguments.push_back(word.data());
            arguments.push_back(nullptr);
            ::execvp("python3", arguments.data());
            ::_exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        hold_ = in[1];
        FILE* answer = ::fdopen(out[0], "r");
        if (::fscanf(answer, "%d", &port_) != 1) port_ = 0;
        ::fclose(answer);
        if (port_ == 0) throw std::runtime_error("the server of the test did not start");
    }
    ~MisbehavingServer() {
        ::close(hold_);  // which it takes as the sign to end
        ::waitpid(child_, nullptr, 0);
    }
    MisbehavingServer(const MisbehavingServer&) = delete;
    MisbehavingServer& operator=(const MisbehavingServer&) = delete;

    int port() const { return port_; }
    std::string at(const std::string& path, const std::string& host = "127.0.0.1",
                   const std::string& scheme = "http") const {
        return scheme + "://" + host + ":" + std::to_string(port_) + path;
    }

  private:
    pid_t child_ = -1;
    int hold_ = -1;
    int port_ = 0;
};

}  // namespace hearth::tests
