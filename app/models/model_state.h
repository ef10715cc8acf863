// How far the opening of a language model is. A value; may be copied to any thread.
#pragma once

#include <string>

namespace hearth::app {

struct ModelState {
    enum class Kind { Loading, Ready, Failed };
    Kind kind = Kind::Loading;
    std::string name;
    std::string error;     // where Failed
    double progress = -1;  // 0 … 1 while loading; -1: not known
};

}  // namespace hearth::app
