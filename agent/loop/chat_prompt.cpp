#include "loop/chat_prompt.h"

#include <ctime>
#include <nlohmann/json.hpp>

#include "engine/answer_parser.h"
#include "engine/chat_template.h"

namespace hearth::agent::loop {

using base::Result;
using nlohmann::json;

namespace {

const char* nameOf(ChatLine::Role role) {
    return role == ChatLine::Role::System ? "system" : role == ChatLine::Role::User ? "user" : "assistant";
}

json toJson(const std::vector<ChatLine>& lines) {
    json messages = json::array();
    for (const ChatLine& line : lines)
        messages.push_back({{"role", nameOf(line.role)}, {"content", line.text}});
    return messages;
}

// Where a file has no template: the form that most models of today understand.
std::string chatMl(const std::vector<ChatLine>& lines) {
    std::string text;
    for (const ChatLine& line : lines)
        text += std::string("<|im_start|>") + nameOf(line.role) + "\n" + line.text + "<|im_end|>\n";
    return text + "<|im_start|>assistant\n";
}

}  // namespace

ChatPrompt::ChatPrompt(std::shared_ptr<const engine::Model> model)
    : model_(std::move(model)), source_(model_->metadata("tokenizer.chat_template").value_or("")) {
    const engine::Tokenizer& tokenizer = model_->tokenizer();
    if (tokenizer.bos()) bos_ = tokenizer.bytes(*tokenizer.bos(), true);
    if (tokenizer.eos()) eos_ = tokenizer.bytes(*tokenizer.eos(), true);
}

Result<std::string> ChatPrompt::textOf(const std::vector<ChatLine>& lines) const {
    if (source_.empty()) return chatMl(lines);
    auto chatTemplate = engine::ChatTemplate::parse(source_);
    if (!chatTemplate) return tl::unexpected(chatTemplate.error());
    json context{{"messages", toJson(lines)},
                 {"add_generation_prompt", true},
                 {"bos_token", bos_},
                 {"eos_token", eos_}};
    context.update(json::parse(engine::reasoningSwitch(source_, false)));
    const std::time_t time = std::time(nullptr);
    std::tm parts{};
    localtime_r(&time, &parts);
    const auto render = [&] {
        return chatTemplate->render(context.dump(-1, ' ', false, json::error_handler_t::replace), parts);
    };
    auto text = render();
    if (text || lines.size() < 2 || lines.front().role != ChatLine::Role::System) return text;
    // Some templates refuse a system message: then it goes in front of the first message.
    std::vector<ChatLine> without(lines.begin() + 1, lines.end());
    without.front().text = lines.front().text + "\n\n" + without.front().text;
    context["messages"] = toJson(without);
    return render();
}

Result<ChatPrompt::Rendered> ChatPrompt::render(const std::vector<ChatLine>& lines,
                                                const std::string& begun) const {
    auto text = textOf(lines);
    if (!text) return tl::unexpected(text.error());
    Rendered out;
    out.text = std::move(*text) + begun;
    // Templates write the first token themselves.
    const bool hasBos = !bos_.empty() && out.text.starts_with(bos_);
    out.tokens = model_->tokenizer().encode(out.text, {.addSpecial = !hasBos, .parseSpecial = true});
    return out;
}

int ChatPrompt::tokensOf(const std::string& text) const {
    constexpr int kMarkers = 8;  // that a template puts around a message
    return kMarkers +
           static_cast<int>(
               model_->tokenizer().encode(text, {.addSpecial = false, .parseSpecial = false}).size());
}

}  // namespace hearth::agent::loop
