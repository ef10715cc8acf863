// Runs another program (pdftotext, tesseract) on some bytes and takes what it prints. It inherits the limits
// of the reader's process. One at a time; any thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::rag {

struct Source;

struct ProgramOutput {
    bool found = true;      // false: it is not installed
    bool inTime = true;     // false: it was ended at the deadline
    bool whole = true;      // false: it printed more than was taken
    int status = 0;         // its exit status, or 128 and the signal that ended it
    std::string text;       // what it printed
    std::string complaint;  // the beginning of what it said on the error output
};

struct ProgramRun {
    std::vector<std::string> words;  // the program and its arguments
    std::string_view input;          // given as its standard input, a file that can be rewound
    int file = -1;                   // in place of `input`: a descriptor, read from its beginning
    std::size_t mostOutput = std::size_t{256} << 20;
    std::chrono::steady_clock::time_point deadline;
};

ProgramOutput runProgram(const ProgramRun& run);
// The same on what a reader reads, within its time.
ProgramOutput runOn(const Source& source, std::vector<std::string> words);

}  // namespace hearth::rag
