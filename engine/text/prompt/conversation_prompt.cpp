#include "engine/conversation_prompt.h"

#include <ctime>
#include <nlohmann/json.hpp>

#include "engine/answer_parser.h"

namespace hearth::engine {

using base::ErrorCode;
using base::fail;
using base::Result;
using Json = nlohmann::ordered_json;

namespace {

std::string textIn(const Json& message, const char* field) {
    const auto found = message.find(field);
    return found != message.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string chatMl(const Json& messages) {
    std::string text;
    for (const Json& message : messages)
        text += "<|im_start|>" + textIn(message, "role") + "\n" + textIn(message, "content") + "<|im_end|>\n";
    return text + "<|im_start|>assistant\n";
}

std::tm localTime() {
    const std::time_t time = std::time(nullptr);
    std::tm parts{};
    localtime_r(&time, &parts);
    return parts;
}

// The messages with a system message's text in front of the next one's.
Json withoutSystem(Json messages) {
    const std::string system = textIn(messages.front(), "content");
    messages.erase(messages.begin());
    messages.front()["content"] = system + "\n\n" + textIn(messages.front(), "content");
    return messages;
}

}  // namespace

ConversationPrompt::ConversationPrompt(std::shared_ptr<const Model> model)
    : model_(std::move(model)),
      source_(model_->metadata("tokenizer.chat_template").value_or("")),
      template_(ChatTemplate::parse(source_)) {
    const Tokenizer& tokenizer = model_->tokenizer();
    if (tokenizer.bos()) bos_ = tokenizer.bytes(*tokenizer.bos(), true);
    if (tokenizer.eos()) eos_ = tokenizer.bytes(*tokenizer.eos(), true);
}

Result<std::string> ConversationPrompt::textOf(const std::string& given, const PromptOptions& options) const {
    const Json messages = Json::parse(given, nullptr, false);
    if (!messages.is_array() || messages.empty())
        return fail(ErrorCode::InvalidInput,
                    "The messages of a conversation must be a list that is not empty");
    if (source_.empty()) return chatMl(messages);
    if (!template_) return tl::unexpected(template_.error());
    Json context{
        {"messages", messages}, {"add_generation_prompt", true}, {"bos_token", bos_}, {"eos_token", eos_}};
    context.update(Json::parse(reasoningSwitch(source_, options.reasoning)));
    if (const Json tools = Json::parse(options.tools, nullptr, false); tools.is_array() && !tools.empty())
        context["tools"] = tools;
    if (const Json variables = Json::parse(options.variables, nullptr, false); variables.is_object())
        context.update(variables);
    const auto render = [&] {
        return template_->render(context.dump(-1, ' ', false, Json::error_handler_t::replace), localTime());
    };
    auto text = render();
    if (text || messages.size() < 2 || textIn(messages.front(), "role") != "system") return text;
    context["messages"] = withoutSystem(messages);
    return render();
}

Result<ConversationPrompt::Rendered> ConversationPrompt::render(const std::string& messages,
                                                                const PromptOptions& options) const {
    auto text = textOf(messages, options);
    if (!text) return tl::unexpected(text.error());
    return encoded(std::move(*text) + options.begun);
}

ConversationPrompt::Rendered ConversationPrompt::encoded(std::string text) const {
    Rendered out{std::move(text), {}};
    // Templates write the first token themselves.
    const bool hasBos = !bos_.empty() && out.text.starts_with(bos_);
    out.tokens = model_->tokenizer().encode(out.text, {.addSpecial = !hasBos, .parseSpecial = true});
    return out;
}

std::string markedText(const TokenEvent& event, const Tokenizer& tokenizer) {
    const bool marker = tokenizer.kind(event.id) == TokenKind::Control && !tokenizer.isEnd(event.id);
    return marker ? event.text + tokenizer.bytes(event.id, true) : event.text;
}

}  // namespace hearth::engine
