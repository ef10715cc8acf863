#include "server/chat_endpoint.h"

#include "engine/answer_parser.h"
#include "engine/call_constraint.h"
#include "server/endpoint.h"
#include "server/generation.h"
#include "server/generation_request.h"

namespace hearth::app::server {

namespace {

using Kind = engine::AnswerPart::Kind;

constexpr int kMostCalls = 8;  // in an answer that has a form

struct Plan {
    GenerationPlan generation;
    std::unique_ptr<engine::AnswerParser> parser;  // null: the text is the answer as it stands
    bool isCall = false;                           // the text is {"name", "arguments"}
};

ApiResult<std::unique_ptr<engine::TokenConstraint>> constraintFor(const std::string& schema,
                                                                  const engine::Tokenizer& tokenizer,
                                                                  const std::string& field) {
    auto grammar = engine::jsonSchemaToGrammar(schema);
    if (!grammar) return badField(field, grammar.error().text());
    auto constraint = engine::makeGrammar(*grammar, tokenizer);
    if (!constraint) return badField(field, constraint.error().text());
    return std::move(*constraint);
}

// The schema of one call of the tools that may be called.
std::string callSchema(const ChatRequest& request) {
    Json forms = Json::array();
    for (const Json& tool : request.tools) {
        const Json& function = tool["function"];
        if (!request.calledTool.empty() && function["name"] != request.calledTool) continue;
        forms.push_back(
            {{"type", "object"},
             {"properties", {{"name", {{"const", function["name"]}}}, {"arguments", function["parameters"]}}},
             {"required", {"name", "arguments"}},
             {"additionalProperties", false}});
    }
    return forms.size() == 1 ? forms[0].dump() : Json{{"anyOf", forms}}.dump();
}

// What holds an answer that has to be a call, or has a form: beside that form calls may stand.
ApiResult<std::unique_ptr<engine::TokenConstraint>> constraintOf(const ChatRequest& request,
                                                                 const engine::CallOptions& calls,
                                                                 const engine::Tokenizer& tokenizer) {
    if (request.mustCall) return constraintFor(callSchema(request), tokenizer, "tools");
    if (request.tools.empty()) return constraintFor(request.schema, tokenizer, "response_format");
    auto constraint = engine::makeCallConstraint(tokenizer, calls);
    if (!constraint) return badField("response_format", constraint.error().text());
    return std::move(*constraint);
}

ApiResult<Plan> makePlan(ModelHost& host, ChatRequest request) {
    engine::PromptOptions how;
    how.tools = textOf(request.tools);
    how.variables = request.variables.is_object() ? textOf(request.variables) : "{}";
    how.reasoning = request.reasoning && request.schema.empty() && !request.mustCall;
    auto prompt = host.prompt().render(textOf(request.messages), how);
    if (!prompt) return tl::unexpected(apiError(prompt.error()));
    Plan plan;
    plan.isCall = request.mustCall;
    const bool mayCall = !request.tools.empty() && !request.mustCall;
    if (request.mustCall || !request.schema.empty()) {
        const engine::CallOptions calls{
            host.prompt().templateSource(), how.tools, prompt->text, kMostCalls, false, request.schema};
        auto made = constraintOf(request, calls, host.model().tokenizer());
        if (!made) return tl::unexpected(made.error());
        plan.generation.constraint = std::move(*made);
    }
    if (mayCall || !plan.generation.constraint)
        plan.parser = engine::makeAnswerParser(host.prompt().templateSource(), {how.tools, prompt->text});
    plan.generation.prompt = std::move(prompt->tokens);
    plan.generation.options = std::move(request.options);
    if (auto fits = checkLength(host, plan.generation); !fits) return tl::unexpected(fits.error());
    return plan;
}

Json callJson(const std::string& id, const std::string& name, const std::string& arguments) {
    return {{"id", id.empty() ? newId("call_") : id},
            {"type", "function"},
            {"function", {{"name", name}, {"arguments", arguments}}}};
}

// What an answer adds with each token: {"content"}, {"reasoning_content"} or {"tool_calls"}.
class Deltas {
  public:
    Deltas(Plan& plan, const engine::Tokenizer& tokenizer) : plan_(plan), tokenizer_(tokenizer) {}

    std::vector<Json> hear(const engine::TokenEvent& event) {
        if (plan_.parser) return told(plan_.parser->push(engine::markedText(event, tokenizer_)));
        if (plan_.isCall) {
            callText_ += event.text;
            return {};
        }
        if (event.text.empty()) return {};
        return {Json{{"content", event.text}}};
    }
    std::vector<Json> finish() {
        if (plan_.parser) return told(plan_.parser->finish());
        if (!plan_.isCall) return {};
        const Json call = Json::parse(callText_, nullptr, false);
        if (!call.is_object() || !call.contains("name") || !call.contains("arguments"))
            return {Json{{"content", callText_}}};  // cut short
        return {oneCall("", call["name"].get<std::string>(), textOf(call["arguments"]))};
    }
    bool called() const { return calls_ > 0; }

  private:
    Json oneCall(const std::string& id, const std::string& name, const std::string& arguments) {
        Json call{{"index", calls_++}};
        call.update(callJson(id, name, arguments));
        return {{"tool_calls", Json::array({call})}};
    }
    std::vector<Json> told(const std::vector<engine::AnswerPart>& parts) {
        std::vector<Json> out;
        for (const engine::AnswerPart& part : parts) {
            if (part.kind == Kind::Call)
                out.push_back(oneCall(part.call.id, part.call.name, part.call.arguments));
            else if (part.kind == Kind::Reasoning)
                out.push_back({{"reasoning_content", part.text}});
            else if (part.kind == Kind::Malformed && called())
                continue;  // cut short behind others
            else if (const std::string& text = part.kind == Kind::Malformed ? part.raw : part.text;
                     !text.empty())
                out.push_back({{"content", text}});
        }
        return out;
    }

    Plan& plan_;
    const engine::Tokenizer& tokenizer_;
    std::string callText_;
    int calls_ = 0;
};

// Puts deltas together to the message of a whole answer.
void addTo(Json& message, const Json& delta) {
    for (const auto& [field, value] : delta.items()) {
        if (field == "tool_calls") {
            Json call = value[0];
            call.erase("index");
            message["tool_calls"].push_back(std::move(call));
        } else if (message.contains(field) && message[field].is_string()) {
            message[field] = message[field].get<std::string>() + value.get<std::string>();
        } else {
            message[field] = value;
        }
    }
}

std::string reasonOf(const Deltas& deltas, engine::StopReason stop) {
    return deltas.called() ? "tool_calls" : finishReason(stop);
}

HttpReply whole(ModelHost& host, Plan& plan, const base::CancelToken& closing) {
    const engine::Tokenizer& tokenizer = host.model().tokenizer();
    Deltas deltas(plan, tokenizer);
    Json message{{"role", "assistant"}, {"content", nullptr}};
    Json logprobs = Json::array();
    const auto add = [&](const std::vector<Json>& all) {
        for (const Json& delta : all) addTo(message, delta);
    };
    auto result = runGeneration(host, plan.generation, closing, [&](const engine::TokenEvent& event) {
        if (plan.generation.options.logprobs) logprobs.push_back(chatLogprob(event, tokenizer));
        add(deltas.hear(event));
        return true;
    });
    if (!result) return errorReply(result.error());
    add(deltas.finish());
    if (message["content"].is_null() && !message.contains("tool_calls")) message["content"] = "";
    message["refusal"] = nullptr;
    const Json told =
        plan.generation.options.logprobs ? Json{{"content", logprobs}, {"refusal", nullptr}} : Json();
    return jsonReply({{"id", newId("chatcmpl-")},
                      {"object", "chat.completion"},
                      {"created", unixTime()},
                      {"model", host.name()},
                      {"choices", Json::array({{{"index", 0},
                                                {"message", message},
                                                {"logprobs", told},
                                                {"finish_reason", reasonOf(deltas, result->stop)}}})},
                      {"usage", usageOf(*result)}});
}

// Writes the chunks of one streamed answer.
class ChunkWriter {
  public:
    ChunkWriter(const ModelHost& host, const HttpWrite& write, bool includeUsage)
        : write_(write), includeUsage_(includeUsage) {
        base_ = {{"id", newId("chatcmpl-")},
                 {"object", "chat.completion.chunk"},
                 {"created", unixTime()},
                 {"model", host.name()}};
    }
    bool delta(const Json& delta, const Json& logprobs = {}, const Json& reason = {}) {
        Json chunk = base_;
        chunk["choices"] = Json::array(
            {{{"index", 0}, {"delta", delta}, {"logprobs", logprobs}, {"finish_reason", reason}}});
        if (includeUsage_) chunk["usage"] = nullptr;
        return write_(sse(chunk));
    }
    void usage(const Json& usage) {
        if (!includeUsage_) return;
        Json chunk = base_;
        chunk["choices"] = Json::array();
        chunk["usage"] = usage;
        write_(sse(chunk));
    }

  private:
    const HttpWrite& write_;
    bool includeUsage_;
    Json base_;
};

void streamAnswer(ModelHost& host, Plan& plan, const base::CancelToken& closing, const HttpWrite& write) {
    const engine::Tokenizer& tokenizer = host.model().tokenizer();
    const bool wantsLogprobs = plan.generation.options.logprobs;
    ChunkWriter chunks(host, write, plan.generation.options.includeUsage);
    if (!chunks.delta({{"role", "assistant"}, {"content", ""}})) return;
    Deltas deltas(plan, tokenizer);
    Json logprobs = Json::array();  // of tokens whose text has not been told yet
    const auto tell = [&](const std::vector<Json>& all) {
        for (const Json& delta : all) {
            const Json with = wantsLogprobs ? Json{{"content", logprobs}, {"refusal", nullptr}} : Json();
            logprobs = Json::array();
            if (!chunks.delta(delta, with)) return false;
        }
        return true;
    };
    auto result = runGeneration(host, plan.generation, closing, [&](const engine::TokenEvent& event) {
        if (wantsLogprobs) logprobs.push_back(chatLogprob(event, tokenizer));
        return tell(deltas.hear(event));
    });
    if (!result) {
        write(sse(toJson(result.error())));
        return;
    }
    tell(deltas.finish());
    chunks.delta(Json::object(), {}, reasonOf(deltas, result->stop));
    chunks.usage(usageOf(*result));
    write(kSseDone);
}

}  // namespace

HttpReply answerChat(ModelHost& host, const std::string& body, const base::CancelToken& closing) {
    constexpr Endpoint<ChatRequest, Plan> kEndpoint{&readChatRequest, &makePlan, &whole, &streamAnswer};
    return answerBy(kEndpoint, host, body, closing);
}

}  // namespace hearth::app::server
