// One run of hearth-reader: its input is the document, its output a pipe to here. The process and those it
// starts form a group, which ends with the object. Moves; one thread.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "base/descriptor.h"
#include "base/result.h"

namespace hearth::rag {

struct ProcessEnd {
    int status = 0;
    int signal = 0;  // 0: it ended by itself
};

class ReaderProcess {
  public:
    // `words`: the program's path and its arguments; `input`: becomes its standard input. Errors: NotFound,
    // Io.
    static base::Result<ReaderProcess> start(const std::vector<std::string>& words, int input);

    ReaderProcess(ReaderProcess&& other) noexcept;
    ReaderProcess(const ReaderProcess&) = delete;
    ReaderProcess& operator=(const ReaderProcess&) = delete;
    ReaderProcess& operator=(ReaderProcess&&) = delete;
    ~ReaderProcess();

    int output() const { return output_.get(); }
    void kill();
    // Waits for its end, at most a few seconds longer than it takes to close its output.
    ProcessEnd wait();

  private:
    ReaderProcess(pid_t process, base::Descriptor output) : process_(process), output_(std::move(output)) {}
    pid_t process_;
    base::Descriptor output_;
};

}  // namespace hearth::rag
