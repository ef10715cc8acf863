// Template text to tokens, with Jinja's rules for white space: trim_blocks and lstrip_blocks are on, one line
// feed at the end of the template is dropped, and a "-" or "+" inside a tag's bracket has its usual meaning.
#pragma once

#include <string>
#include <vector>

namespace hearth::engine::chat_template {

struct Token {
    enum class Kind {
        Data,
        BlockBegin,
        BlockEnd,
        VariableBegin,
        VariableEnd,
        Name,
        String,
        Integer,
        Float,
        Operator,
        End
    };
    Kind kind = Kind::End;
    std::string text;  // of a String: its value; of Data: what is written out
    int line = 1;
};

// Throws TemplateError with the line of what cannot be read.
std::vector<Token> tokenize(const std::string& source);

}  // namespace hearth::engine::chat_template
