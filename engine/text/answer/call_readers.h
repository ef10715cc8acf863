// One reader for each form in which models print calls: the text between a call's markers → the calls. Pure
// functions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/answer_parser.h"
#include "text/answer/loose_value.h"

namespace hearth::engine::answer {

// The tools that were offered: which there are, and the schema of each argument.
class Tools {
  public:
    // `json`: a list of {"type": "function", "function": {"name", "parameters"}} or of the inner objects.
    explicit Tools(const std::string& json);
    bool empty() const { return schemas_.empty(); }
    bool has(const std::string& name) const { return schemas_.count(name) > 0; }
    // Whether the text names one of them in quotes.
    bool mentionedIn(std::string_view text) const;
    // An argument that was printed without quotes, as the schema has it: a string stays text, anything else
    // is read as JSON. Without a schema, what reads as JSON is that.
    Json typed(const std::string& tool, const std::string& argument, const std::string& text) const;

  private:
    std::map<std::string, Json> schemas_;  // tool → its properties
};

// Nothing where the text is no call. `strict`: only what is certainly complete and meant as a call.
using CallReader = std::optional<std::vector<ToolCall>> (*)(std::string_view body, const Tools& tools,
                                                            bool strict);

// {"name": …, "arguments": {…}}, a list of them, or several with ; , or white space between. Also
// "parameters", "tool_name", {"function": {…}}, {"type": "function", …} and arguments as a string of JSON.
std::optional<std::vector<ToolCall>> readJsonCalls(std::string_view body, const Tools& tools, bool strict);
// [{"create_event": {…}}]: the name is the key (Apertus).
std::optional<std::vector<ToolCall>> readKeyedCalls(std::string_view body, const Tools& tools, bool strict);
// [f(a=1, b="x"), g()]: Python calls (LFM2, Llama), also without brackets; "f.call(…)" calls f.
std::optional<std::vector<ToolCall>> readPythonCalls(std::string_view body, const Tools& tools, bool strict);
// call:name{key:<|"|>text<|"|>,n:60} (Gemma).
std::optional<std::vector<ToolCall>> readGemmaCalls(std::string_view body, const Tools& tools, bool strict);
// name[ARGS]{…}, name[CALL_ID]id[ARGS]{…} or a list as in readJsonCalls (Mistral).
std::optional<std::vector<ToolCall>> readMistralCalls(std::string_view body, const Tools& tools, bool strict);
// functions.name:0<|tool_call_argument_begin|>{…} (Kimi), name<｜tool▁sep｜>{…} and
// function<｜tool▁sep｜>name\n```json\n{…}\n``` (DeepSeek).
std::optional<std::vector<ToolCall>> readSeparatedCalls(std::string_view body, const Tools& tools,
                                                        bool strict);
// What stands in <tool_call>: JSON, <function=name><parameter=key>…</parameter></function> (Qwen3-Coder), or
// name<arg_key>…</arg_key><arg_value>…</arg_value> (GLM).
std::optional<std::vector<ToolCall>> readTaggedCalls(std::string_view body, const Tools& tools, bool strict);
// name>{…} or name><parameter=key>…</parameter>: what follows "<function=".
std::optional<std::vector<ToolCall>> readFunctionCalls(std::string_view body, const Tools& tools,
                                                       bool strict);
// name="f"><parameter name="key">…</parameter>: what follows "<invoke " (MiniMax, DeepSeek's DSML).
std::optional<std::vector<ToolCall>> readInvokeCalls(std::string_view body, const Tools& tools, bool strict);
// <server_name>…</server_name><tool_name>f</tool_name><arguments>{…}</arguments> (MiroThinker).
std::optional<std::vector<ToolCall>> readMcpCalls(std::string_view body, const Tools& tools, bool strict);
// Llama's <|python_tag|>: JSON, f.call(a=1), or code for the interpreter.
std::optional<std::vector<ToolCall>> readPythonTag(std::string_view body, const Tools& tools, bool strict);

}  // namespace hearth::engine::answer
