#include "loop/chat_answer.h"

#include <ctime>
#include <nlohmann/json.hpp>

#include "engine/answer_parser.h"
#include "engine/chat_template.h"

namespace hearth::agent::loop {

using base::Result;

namespace {

constexpr const char* kSystem =
    "You are Hearth, a helpful assistant that runs on the user's own computer. Answer briefly and "
    "truthfully. "
    "If you do not know something, say so.";
constexpr int kMostTokens = 1024;

// Where a file has no template: the form that most models of today understand.
std::string chatMl(const nlohmann::json& messages) {
    std::string text;
    for (const auto& message : messages)
        text += "<|im_start|>" + message["role"].get<std::string>() + "\n" +
                message["content"].get<std::string>() + "<|im_end|>\n";
    return text + "<|im_start|>assistant\n";
}

}  // namespace

Result<std::unique_ptr<ChatAnswer>> ChatAnswer::create(std::shared_ptr<const engine::Model> model) {
    auto session = engine::Session::create(model);
    if (!session) return tl::unexpected(session.error());
    return std::unique_ptr<ChatAnswer>(new ChatAnswer(std::move(model), std::move(*session)));
}

// The prompt without the oldest `skip` messages.
Result<std::string> ChatAnswer::prompt(const Request& request, const std::string& now,
                                       std::size_t skip) const {
    nlohmann::json messages = nlohmann::json::array({{{"role", "system"}, {"content", kSystem}}});
    for (std::size_t i = skip; i < request.history.size(); ++i) {
        const Message& message = request.history[i];
        if (message.text.empty()) continue;
        messages.push_back({{"role", message.role == Message::Role::User ? "user" : "assistant"},
                            {"content", message.text}});
    }
    messages.push_back({{"role", "user"}, {"content", request.text + "\n\n(" + now + ")"}});
    const auto source = model_->metadata("tokenizer.chat_template");
    if (!source) return chatMl(messages);
    auto chatTemplate = engine::ChatTemplate::parse(*source);
    if (!chatTemplate) return tl::unexpected(chatTemplate.error());
    const auto& tokenizer = model_->tokenizer();
    const auto name = [&](std::optional<engine::TokenId> id) {
        return id ? tokenizer.bytes(*id, true) : std::string();
    };
    nlohmann::json context{{"messages", messages},
                           {"add_generation_prompt", true},
                           {"bos_token", name(tokenizer.bos())},
                           {"eos_token", name(tokenizer.eos())}};
    context.update(nlohmann::json::parse(engine::reasoningSwitch(*source, false)));
    const std::time_t time = std::time(nullptr);
    std::tm parts{};
    localtime_r(&time, &parts);
    const auto dumped = [&] {
        return context.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    };
    auto text = chatTemplate->render(dumped(), parts);
    if (text) return text;
    // Some templates refuse a system message: then it goes in front of the first message.
    const std::string first = messages[1]["content"].get<std::string>();
    messages.erase(0);
    messages[0]["content"] = std::string(kSystem) + "\n\n" + first;
    context["messages"] = messages;
    return chatTemplate->render(dumped(), parts);
}

namespace {

// Shows the answer alone: what the model tells itself first, and calls that nobody offered, are not for the
// user.
class Speaker {
  public:
    Speaker(const std::string& chatTemplate, const std::string& prompt, const engine::Tokenizer& tokenizer,
            const EventSink& sink)
        : parser_(engine::makeAnswerParser(chatTemplate, {"[]", prompt})),
          tokenizer_(tokenizer),
          sink_(sink) {}

    void hear(const engine::TokenEvent& event) {
        const bool marker =
            tokenizer_.kind(event.id) == engine::TokenKind::Control && !tokenizer_.isEnd(event.id);
        say(parser_->push(marker ? event.text + tokenizer_.bytes(event.id, true) : event.text));
    }
    void finish() { say(parser_->finish()); }
    const std::string& text() const { return text_; }

  private:
    void say(const std::vector<engine::AnswerPart>& parts) {
        for (const engine::AnswerPart& part : parts) {
            const bool broken = part.kind == engine::AnswerPart::Kind::Malformed && text_.empty();
            if (part.kind != engine::AnswerPart::Kind::Text && !broken) continue;
            text_ += part.text;
            sink_(TextDelta{part.text});
        }
    }

    std::unique_ptr<engine::AnswerParser> parser_;
    const engine::Tokenizer& tokenizer_;
    const EventSink& sink_;
    std::string text_;
};

}  // namespace

Result<AnswerDone> ChatAnswer::answer(const Request& request, const std::string& now, const EventSink& sink,
                                      base::CancelToken cancel) {
    const auto& tokenizer = model_->tokenizer();
    engine::GenerateRequest generate;
    std::string bos, rendered;
    if (tokenizer.bos()) bos = tokenizer.bytes(*tokenizer.bos(), true);
    for (std::size_t skip = 0;; skip += 2) {
        auto text = prompt(request, now, skip);
        if (!text) return tl::unexpected(text.error());
        // Templates write the first token themselves.
        const bool hasBos = !bos.empty() && text->starts_with(bos);
        generate.prompt = tokenizer.encode(*text, {.addSpecial = !hasBos, .parseSpecial = true});
        rendered = *text;
        const bool fits = static_cast<int>(generate.prompt.size()) + kMostTokens / 2 < session_->context();
        if (fits || skip >= request.history.size()) break;
    }
    generate.maxTokens = kMostTokens;
    generate.stop = {"<|im_end|>", "<|im_start|>"};
    generate.cancel = cancel;
    Speaker speaker(model_->metadata("tokenizer.chat_template").value_or(""), rendered, tokenizer, sink);
    generate.onToken = [&](const engine::TokenEvent& event) { speaker.hear(event); };
    generate.onPrefill = [&](int done, int total) { sink(PrefillProgress{done, total}); };
    auto result = session_->generate(generate);
    if (!result) return tl::unexpected(result.error());
    speaker.finish();
    AnswerDone done;
    done.text = speaker.text();
    done.stopped = result->stop == engine::StopReason::Cancelled;
    if (result->decodeMs > 0)
        done.tokensPerSecond = 1000.0 * static_cast<double>(result->tokens.size()) / result->decodeMs;
    return done;
}

}  // namespace hearth::agent::loop
