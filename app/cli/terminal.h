// The terminal: is there one, progress on long work, and Ctrl+C. Main thread.
#pragma once

#include <chrono>
#include <string>

#include "base/cancel.h"

namespace hearth::app::cli {

bool outputIsTerminal();  // standard output
bool errorIsTerminal();
bool inputIsTerminal();

// The first Ctrl+C cancels what runs (see interruption()), the second ends the program.
void handleInterrupts();
base::CancelToken interruption();
// True if Ctrl+C was pressed; forgets it, so that a chat can go on.
bool takeInterruption();

// Waits until something was typed; false where Ctrl+C came first, also just before the wait.
bool waitForInput();

// A line on the error output that is drawn over, only where that is a terminal; taken away at the end.
class Progress {
  public:
    explicit Progress(std::string what) : what_(std::move(what)) {}
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(double share);  // 0 … 1
    void show(int done, int total) { show(total > 0 ? static_cast<double>(done) / total : 0); }
    void clear();

  private:
    std::string what_;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point drawn_;
    bool shown_ = false;
};

}  // namespace hearth::app::cli
