#include "server/generation_request.h"

#include <algorithm>

#include "server/field_reader.h"

namespace hearth::app::server {

namespace {

constexpr int kMostTokens = 1 << 22;
constexpr int kMostTopLogprobs = 20;
constexpr std::size_t kMostStops = 16;
constexpr std::size_t kMostTools = 128;

void readStop(FieldReader& fields, std::vector<std::string>& stop) {
    const Json& field = fields.at("stop");
    if (field.is_null()) return;
    const Json list = field.is_array() ? field : Json::array({field});
    for (const Json& one : list) {
        if (!one.is_string() || one.get<std::string>().empty() || list.size() > kMostStops)
            return fields.wrong("stop", "“stop” must be a text or a list of at most " +
                                            std::to_string(kMostStops) + " texts, none of them empty.");
        stop.push_back(one.get<std::string>());
    }
}

void readShared(FieldReader& fields, GenerationOptions& options) {
    options.sampling.temperature = 1;  // the interface's standard values, not the engine's
    options.sampling.topP = 1;
    options.sampling.topK = 0;
    options.sampling.minP = 0;
    fields.text("model", options.model);
    fields.number("temperature", 0, 2, options.sampling.temperature);
    fields.number("top_p", 0, 1, options.sampling.topP);
    fields.number("min_p", 0, 1, options.sampling.minP);
    fields.integer("top_k", 0, 1 << 20, options.sampling.topK);
    fields.number("presence_penalty", -2, 2, options.sampling.presencePenalty);
    fields.number("repetition_penalty", 0.1, 10, options.sampling.repetitionPenalty);
    fields.seed("seed", options.sampling.seed);
    fields.integer("max_tokens", 1, kMostTokens, options.maxTokens);
    fields.flag("stream", options.stream);
    readStop(fields, options.stop);
    if (const Json& stream = fields.at("stream_options"); stream.is_object()) {
        FieldReader inner(stream);
        inner.flag("include_usage", options.includeUsage);
        if (inner.error()) fields.wrong("stream_options", inner.error()->message);
    }
    int answers = 1;
    fields.integer("n", 1, 128, answers);
    if (answers != 1)
        fields.wrong("n", "One answer a request is given here: leave “n” out or set it to 1.",
                     "unsupported_parameter");
    fields.unsupported("frequency_penalty", 0);
    fields.unsupported("logit_bias", {});
    fields.unsupported("best_of", 1);
}

// The text of a message's "content", which may come in parts.
ApiResult<std::string> contentText(const Json& content, const std::string& where) {
    if (content.is_null()) return std::string();
    if (content.is_string()) return content.get<std::string>();
    if (!content.is_array())
        return badField(where, "The content of a message must be a text or a list of parts.");
    std::string text;
    for (const Json& part : content) {
        const std::string type = part.is_object() ? part.value("type", Json()).dump() : "";
        if (type != "\"text\"" && type != "\"refusal\"")
            return badField(where, "Only text can be read here; a part has the type " +
                                       (type.empty() ? "null" : type) + ".");
        const auto found = part.find(type == "\"text\"" ? "text" : "refusal");
        if (found == part.end() || !found->is_string())
            return badField(where, "A part of the content has no text.");
        text += found->get<std::string>();
    }
    return text;
}

// Calls of an earlier turn, with their arguments as the object that templates print.
ApiResult<Json> readCalls(const Json& calls, const std::string& where) {
    if (!calls.is_array()) return badField(where, "“tool_calls” must be a list.");
    Json out = Json::array();
    for (const Json& call : calls) {
        const Json function = call.is_object() ? call.value("function", Json()) : Json();
        if (!function.is_object() || !function.value("name", Json()).is_string())
            return badField(where, "A call needs a “function” with a “name”.");
        const Json given = function.value("arguments", Json());
        Json arguments = given.is_string() ? Json::parse(given.get<std::string>(), nullptr, false) : given;
        if (!arguments.is_object()) arguments = Json::object();
        out.push_back({{"id", call.value("id", Json(""))},
                       {"type", "function"},
                       {"function", {{"name", function["name"]}, {"arguments", arguments}}}});
    }
    return out;
}

ApiResult<Json> readMessage(const Json& message, const std::string& where) {
    if (!message.is_object() || !message.value("role", Json()).is_string())
        return badField(where, "A message must be an object with a “role”.");
    std::string role = message["role"].get<std::string>();
    if (role == "developer") role = "system";
    if (role == "function") role = "tool";
    if (role != "system" && role != "user" && role != "assistant" && role != "tool")
        return badField(where + ".role", "There is no role “" + role + "”.");
    auto text = contentText(message.value("content", Json()), where + ".content");
    if (!text) return tl::unexpected(text.error());
    Json out{{"role", role}, {"content", *text}};
    for (const char* name : {"name", "tool_call_id", "reasoning_content"})
        if (message.value(name, Json()).is_string()) out[name] = message[name];
    if (const Json calls = message.value("tool_calls", Json()); !calls.is_null()) {
        auto read = readCalls(calls, where + ".tool_calls");
        if (!read) return read;
        if (!read->empty()) out["tool_calls"] = std::move(*read);
    }
    return out;
}

ApiResult<Json> readMessages(const Json& messages) {
    if (!messages.is_array() || messages.empty())
        return badField("messages", "“messages” must be a list that is not empty.");
    Json out = Json::array();
    for (const Json& message : messages) {
        auto read = readMessage(message, "messages[" + std::to_string(out.size()) + "]");
        if (!read) return read;
        out.push_back(std::move(*read));
    }
    return out;
}

ApiResult<Json> readTools(const Json& tools) {
    if (tools.is_null()) return Json::array();
    if (!tools.is_array() || tools.size() > kMostTools)
        return badField("tools", "“tools” must be a list of at most " + std::to_string(kMostTools) + ".");
    Json out = Json::array();
    for (const Json& tool : tools) {
        const std::string where = "tools[" + std::to_string(out.size()) + "]";
        const Json function = tool.is_object() ? tool.value("function", Json()) : Json();
        if (!function.is_object() || !function.value("name", Json()).is_string())
            return badField(where, "A tool must be {\"type\": \"function\", \"function\": {\"name\": …}}.");
        Json kept{{"name", function["name"]}, {"description", function.value("description", Json(""))}};
        Json parameters = function.value("parameters", Json());
        if (!parameters.is_null() && !parameters.is_object())
            return badField(where + ".function.parameters", "The parameters must be a JSON Schema.");
        kept["parameters"] =
            parameters.is_null() ? Json{{"type", "object"}, {"properties", Json::object()}} : parameters;
        out.push_back({{"type", "function"}, {"function", std::move(kept)}});
    }
    return out;
}

bool hasTool(const Json& tools, const std::string& name) {
    return std::any_of(tools.begin(), tools.end(),
                       [&](const Json& tool) { return tool["function"]["name"] == name; });
}

ApiResult<void> readToolChoice(const Json& choice, ChatRequest& request) {
    if (choice.is_null() || choice == "auto") return {};
    if (choice == "none") {
        request.tools = Json::array();
        return {};
    }
    if (request.tools.empty())
        return badField("tool_choice", "A call is asked for, but there are no “tools”.");
    request.mustCall = true;
    if (choice == "required") return {};
    const Json function = choice.is_object() ? choice.value("function", Json()) : Json();
    const Json name = function.is_object() ? function.value("name", Json()) : Json();
    if (!name.is_string() || !hasTool(request.tools, name.get<std::string>()))
        return badField(
            "tool_choice",
            "“tool_choice” must be \"auto\", \"none\", \"required\", or name one of the “tools”.");
    request.calledTool = name.get<std::string>();
    return {};
}

ApiResult<std::string> readFormat(const Json& format) {
    if (format.is_null()) return std::string();
    const Json type = format.is_object() ? format.value("type", Json()) : Json();
    if (type == "text") return std::string();
    if (type == "json_object") return std::string("{\"type\":\"object\"}");
    const Json named = type == "json_schema" ? format.value("json_schema", Json()) : Json();
    const Json schema = named.is_object() ? named.value("schema", Json()) : Json();
    if (!schema.is_object())
        return badField("response_format",
                        "“response_format” must have the type \"text\", \"json_object\", or \"json_schema\" "
                        "with “json_schema.schema”.");
    return schema.dump();
}

void readChatLogprobs(FieldReader& fields, GenerationOptions& options) {
    fields.flag("logprobs", options.logprobs);
    fields.integer("top_logprobs", 0, kMostTopLogprobs, options.topLogprobs);
    if (options.topLogprobs > 0 && !options.logprobs)
        fields.wrong("top_logprobs", "“top_logprobs” needs “logprobs” to be true.");
}

}  // namespace

ApiResult<void> checkModel(const std::string& served, const std::string& wanted) {
    if (wanted.empty() || wanted == served || wanted == "default") return {};
    return tl::unexpected<ApiError>(ApiError{404, "invalid_request_error", "model", "model_not_found",
                                             "The model “" + wanted + "” is not served; “" + served +
                                                 "” is. GET /v1/models lists what there is."});
}

ApiResult<ChatRequest> readChatRequest(const Json& body) {
    ChatRequest request;
    FieldReader fields(body);
    readShared(fields, request.options);
    fields.integer("max_completion_tokens", 1, kMostTokens, request.options.maxTokens);
    readChatLogprobs(fields, request.options);
    std::string effort = "none";
    fields.text("reasoning_effort", effort);
    request.reasoning = effort != "none";
    request.variables = fields.at("chat_template_kwargs");
    fields.unsupported("functions", {});
    fields.unsupported("audio", {});
    if (fields.error()) return tl::unexpected(*fields.error());
    auto messages = readMessages(fields.at("messages"));
    if (!messages) return tl::unexpected(messages.error());
    request.messages = std::move(*messages);
    auto tools = readTools(fields.at("tools"));
    if (!tools) return tl::unexpected(tools.error());
    request.tools = std::move(*tools);
    if (auto chosen = readToolChoice(fields.at("tool_choice"), request); !chosen)
        return tl::unexpected(chosen.error());
    auto schema = readFormat(fields.at("response_format"));
    if (!schema) return tl::unexpected(schema.error());
    request.schema = std::move(*schema);
    return request;
}

ApiResult<CompletionRequest> readCompletionRequest(const Json& body) {
    CompletionRequest request;
    request.options.maxTokens = 16;  // as the interface says
    FieldReader fields(body);
    readShared(fields, request.options);
    if (!fields.at("logprobs").is_null()) {
        fields.integer("logprobs", 0, kMostTopLogprobs, request.options.topLogprobs);
        request.options.logprobs = true;
    }
    fields.flag("echo", request.echo);
    fields.unsupported("suffix", "");
    if (fields.error()) return tl::unexpected(*fields.error());
    const Json& given = fields.at("prompt");
    const bool list = given.is_array() && given.size() == 1 && !given[0].is_number();
    const Json& prompt = list ? given[0] : given;
    const auto isToken = [](const Json& item) {
        return item.is_number_integer() && item.get<double>() >= 0 && item.get<double>() < kMostTokens;
    };
    if (prompt.is_string()) {
        request.prompt = prompt.get<std::string>();
    } else if (prompt.is_array() && !prompt.empty() && std::all_of(prompt.begin(), prompt.end(), isToken)) {
        request.promptTokens = prompt.get<std::vector<engine::TokenId>>();
    } else {
        return badField("prompt",
                        "“prompt” must be one text or one list of tokens; ask for several in several "
                        "requests.");
    }
    return request;
}

}  // namespace hearth::app::server
