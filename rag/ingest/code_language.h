// Which programming language a text is in, by the ending of its name or its first line, and where its
// functions begin. Heuristics by line: no parser. Pure; any thread.
#pragma once

#include <string_view>

namespace hearth::rag {

enum class CodeLanguage {
    None,
    Braces,   // C and its descendants, Java, Go, Rust, JavaScript, …: bodies in braces
    Indents,  // Python and others whose bodies are indented
    Ends,     // Ruby, Lua, …: bodies closed by "end"
    Shell,
    Lines,  // SQL, configuration, markup: no functions
};

CodeLanguage codeLanguage(std::string_view name, std::string_view text);

// Whether a line at the outermost level begins a function, class or the like.
bool beginsDefinition(CodeLanguage language, std::string_view line);

}  // namespace hearth::rag
