// The forms of answers as data: which markers a model prints around calls and reasoning, and which of them a
// chat template teaches. Immutable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/answer/call_readers.h"

namespace hearth::engine::answer {

// A part of the answer between two markers.
struct Section {
    enum class Kind { Call, Reasoning };
    Kind kind = Kind::Call;
    std::string_view open;
    std::string_view close;          // empty: it ends where its JSON value does
    CallReader read = nullptr;       // of calls
    std::string_view quotes = "\"";  // inside of these a closing marker is text; empty: it never is
};

struct AnswerFormat {
    bool harmony = false;  // gpt-oss: channels, read by a parser of their own
    std::vector<Section> sections;
    std::vector<std::string_view> dropped;  // markers that only frame something
};

AnswerFormat formatOf(std::string_view templateSource);

}  // namespace hearth::engine::answer
