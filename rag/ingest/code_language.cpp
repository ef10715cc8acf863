#include "ingest/code_language.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/format_detection.h"

namespace hearth::rag {

namespace {

struct Ending {
    std::string_view ending;
    CodeLanguage language;
};

constexpr Ending endings[] = {
    {"c", CodeLanguage::Braces},      {"h", CodeLanguage::Braces},     {"cc", CodeLanguage::Braces},
    {"cpp", CodeLanguage::Braces},    {"cxx", CodeLanguage::Braces},   {"hpp", CodeLanguage::Braces},
    {"hh", CodeLanguage::Braces},     {"m", CodeLanguage::Braces},     {"mm", CodeLanguage::Braces},
    {"java", CodeLanguage::Braces},   {"kt", CodeLanguage::Braces},    {"kts", CodeLanguage::Braces},
    {"scala", CodeLanguage::Braces},  {"cs", CodeLanguage::Braces},    {"go", CodeLanguage::Braces},
    {"rs", CodeLanguage::Braces},     {"swift", CodeLanguage::Braces}, {"js", CodeLanguage::Braces},
    {"mjs", CodeLanguage::Braces},    {"jsx", CodeLanguage::Braces},   {"ts", CodeLanguage::Braces},
    {"tsx", CodeLanguage::Braces},    {"php", CodeLanguage::Braces},   {"dart", CodeLanguage::Braces},
    {"groovy", CodeLanguage::Braces}, {"qml", CodeLanguage::Braces},   {"zig", CodeLanguage::Braces},
    {"css", CodeLanguage::Braces},    {"scss", CodeLanguage::Braces},  {"proto", CodeLanguage::Braces},
    {"py", CodeLanguage::Indents},    {"pyi", CodeLanguage::Indents},  {"nim", CodeLanguage::Indents},
    {"hs", CodeLanguage::Indents},    {"fs", CodeLanguage::Indents},   {"rb", CodeLanguage::Ends},
    {"lua", CodeLanguage::Ends},      {"jl", CodeLanguage::Ends},      {"ex", CodeLanguage::Ends},
    {"exs", CodeLanguage::Ends},      {"cr", CodeLanguage::Ends},      {"sh", CodeLanguage::Shell},
    {"bash", CodeLanguage::Shell},    {"zsh", CodeLanguage::Shell},    {"pl", CodeLanguage::Braces},
    {"r", CodeLanguage::Braces},      {"sql", CodeLanguage::Lines},    {"cmake", CodeLanguage::Lines},
    {"json", CodeLanguage::Lines},    {"yaml", CodeLanguage::Lines},   {"yml", CodeLanguage::Lines},
    {"toml", CodeLanguage::Lines},    {"ini", CodeLanguage::Lines},    {"xml", CodeLanguage::Lines},
    {"tex", CodeLanguage::Lines},     {"mk", CodeLanguage::Lines},     {"vue", CodeLanguage::Lines},
};

bool isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Whether the line begins with one of the words, each possibly behind words like "public" or "async".
template <std::size_t N>
bool leadsTo(std::string_view line, const std::array<std::string_view, N>& words) {
    constexpr std::string_view before[] = {
        "public",  "private", "protected", "internal", "static",  "final",     "abstract", "export",
        "default", "async",   "pub",       "unsafe",   "inline",  "extern",    "open",     "override",
        "sealed",  "const",   "local",     "data",     "virtual", "constexpr", "partial"};
    for (;;) {
        const std::size_t space = static_cast<std::size_t>(
            std::find_if_not(line.begin(), line.end(), isWordCharacter) - line.begin());
        const std::string_view word = line.substr(0, space);
        if (std::find(words.begin(), words.end(), word) != words.end()) return true;
        if (std::find(std::begin(before), std::end(before), word) == std::end(before)) return false;
        std::size_t next = space;
        if (next < line.size() && line[next] == '(') next = line.find(')', next);  // pub(crate)
        next = next >= line.size() ? next : line.find_first_not_of(") ", next);
        if (next >= line.size() || next == 0) return false;
        line.remove_prefix(next);
    }
}

bool beginsInBraces(std::string_view line) {
    constexpr std::array<std::string_view, 17> words = {
        "class", "struct",   "enum",      "union", "interface", "trait",  "impl",   "fn",       "func",
        "fun",   "function", "namespace", "mod",   "type",      "object", "record", "extension"};
    if (leadsTo(line, words)) return true;
    // `int main(` and the like: a name right before the bracket, at the outermost level, and no statement.
    const std::size_t bracket = line.find('(');
    if (bracket == std::string_view::npos || bracket == 0 || !isWordCharacter(line[bracket - 1]))
        return false;
    if (line.back() == ';' || line.substr(0, bracket).find('=') != std::string_view::npos) return false;
    return isWordCharacter(line[0]) && line.rfind("return", 0) != 0 && line.rfind("if", 0) != 0;
}

CodeLanguage byFirstLine(std::string_view text) {
    if (text.substr(0, 2) != "#!") return CodeLanguage::None;
    const std::string_view line = text.substr(0, text.find('\n'));
    const auto names = [&](std::string_view word) { return line.find(word) != std::string_view::npos; };
    if (names("python")) return CodeLanguage::Indents;
    if (names("ruby") || names("lua")) return CodeLanguage::Ends;
    if (names("node") || names("perl") || names("php")) return CodeLanguage::Braces;
    return names("sh") ? CodeLanguage::Shell : CodeLanguage::Lines;
}

}  // namespace

CodeLanguage codeLanguage(std::string_view name, std::string_view text) {
    const std::string ending = endingOf(name);
    for (const Ending& entry : endings)
        if (entry.ending == ending) return entry.language;
    const std::string_view file = name.substr(name.rfind('/') + 1);
    if (file == "Makefile" || file == "Dockerfile" || file == "CMakeLists.txt") return CodeLanguage::Lines;
    return byFirstLine(text);
}

bool beginsDefinition(CodeLanguage language, std::string_view line) {
    if (line.empty() || line[0] == ' ' || line[0] == '\t') return false;
    switch (language) {
        case CodeLanguage::Braces:
            return beginsInBraces(line);
        case CodeLanguage::Indents:
            return leadsTo(line,
                           std::array<std::string_view, 6>{"def", "class", "proc", "func", "module", "let"});
        case CodeLanguage::Ends:
            return leadsTo(line, std::array<std::string_view, 7>{"def", "class", "module", "function",
                                                                 "struct", "defmodule", "macro"});
        case CodeLanguage::Shell:
            return line.rfind("function ", 0) == 0 || line.find("()") != std::string_view::npos;
        case CodeLanguage::Lines:
            return leadsTo(line, std::array<std::string_view, 4>{"CREATE", "create", "function", "macro"});
        case CodeLanguage::None:
            break;
    }
    return false;
}

}  // namespace hearth::rag
