#include "loop/chat_answer.h"

#include <algorithm>

#include "engine/answer_parser.h"

namespace hearth::agent::loop {

using base::ErrorCode;
using base::fail;
using base::Result;
using Role = ChatLine::Role;

namespace {

constexpr const char* kSystem =
    "You are Hearth, a helpful assistant that runs on the user's own computer. Answer briefly and "
    "truthfully. "
    "If you do not know something, say so.";
constexpr const char* kSummarize =
    "Summarize the following part of a conversation in at most 120 words, in its own language. Keep names, "
    "dates, numbers, decisions and open questions. Write the summary only.\n\n";
constexpr const char* kTitle =
    "Give our conversation a title of at most six words, in its own language. Write the title only.";
constexpr int kMostTokens = 1024;
constexpr int kMostSummaryTokens = 220;
constexpr int kMostTitleTokens = 24;

Role roleOf(const Message& message) {
    return message.role == Message::Role::User ? Role::User : Role::Assistant;
}

// The request with its history from `first` on, after what is remembered of the messages before.
std::vector<ChatLine> linesOf(const Request& request, const std::string& now, std::size_t first,
                              const std::string& summary) {
    std::string system = kSystem;
    if (!summary.empty()) system += "\n\nEarlier in this conversation: " + summary;
    std::vector<ChatLine> lines{{Role::System, system}};
    for (std::size_t i = first; i < request.history.size(); ++i)
        if (!request.history[i].text.empty())
            lines.push_back({roleOf(request.history[i]), request.history[i].text});
    lines.push_back({Role::User, request.text + "\n\n(" + now + ")"});
    return lines;
}

std::string spokenLine(const Message& message) {
    return (message.role == Message::Role::User ? "User: " : "Assistant: ") + message.text + "\n";
}

// One line without quotation marks, markup and full stop.
std::string tidyTitle(const std::string& text) {
    constexpr std::size_t kLongest = 80;
    constexpr const char* kEdges = " \t\r\n\"'`*#_.“”«»「」";
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    std::string line = text.substr(begin, text.find('\n', begin) - begin);
    if (line.starts_with("Title:")) line.erase(0, 6);
    const auto first = line.find_first_not_of(kEdges);
    if (first == std::string::npos) return {};
    line = line.substr(first, line.find_last_not_of(kEdges) - first + 1);
    return line.size() > kLongest ? std::string() : line;
}

// Shows the answer, and apart from it what the model tells itself first; calls that nobody offered are not
// for the user.
class Speaker {
  public:
    Speaker(const ChatPrompt& prompt, const ChatPrompt::Rendered& rendered,
            const engine::Tokenizer& tokenizer, const EventSink& sink)
        : parser_(engine::makeAnswerParser(prompt.templateSource(), {"[]", rendered.text})),
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
            if (part.kind == engine::AnswerPart::Kind::Reasoning) sink_(ThoughtDelta{part.text});
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

Result<std::unique_ptr<ChatAnswer>> ChatAnswer::create(std::shared_ptr<const engine::Model> model) {
    auto session = engine::Session::create(model);
    if (!session) return tl::unexpected(session.error());
    return std::unique_ptr<ChatAnswer>(new ChatAnswer(std::move(model), std::move(*session)));
}

int ChatAnswer::reserve() const {
    return std::min(kMostTokens / 2, session_->context() / 4);
}

bool ChatAnswer::fits(const ChatPrompt::Rendered& prompt) const {
    return static_cast<int>(prompt.tokens.size()) + reserve() <= session_->context();
}

Result<ChatAnswer::Fitted> ChatAnswer::fit(const Request& request, const std::string& now,
                                           const EventSink& sink, base::CancelToken cancel) {
    const Summary known = memory_.find(request.history);
    auto prompt = prompt_.render(linesOf(request, now, known.covered, known.text), request.begun);
    if (!prompt) return tl::unexpected(prompt.error());
    Fitted fitted{std::move(*prompt), {}};
    fitted.use.leftOut = fitted.use.summarized = static_cast<int>(known.covered);
    fitted.use.summary = known.text;
    if (!fits(fitted.prompt)) {
        auto shorter = fitWithSummary(request, now, sink, std::move(cancel));
        if (!shorter) return shorter;
        fitted = std::move(*shorter);
    }
    fitted.use.tokens = static_cast<int>(fitted.prompt.tokens.size());
    fitted.use.capacity = session_->context();
    return fitted;
}

Result<ChatAnswer::Fitted> ChatAnswer::fitWithSummary(const Request& request, const std::string& now,
                                                      const EventSink& sink, base::CancelToken cancel) {
    auto alone = prompt_.render(linesOf(request, now, request.history.size(), ""), request.begun);
    if (!alone) return tl::unexpected(alone.error());
    if (!fits(*alone))
        return fail(ErrorCode::InvalidInput,
                    "This message is too long for the model: " + std::to_string(alone->tokens.size()) +
                        " tokens, and " + std::to_string(session_->context() - reserve()) +
                        " fit. Send it in parts, or open a model with a longer context.");
    std::vector<int> sizes;
    for (const Message& message : request.history) sizes.push_back(prompt_.tokensOf(message.text));
    const int room = session_->context() - reserve() - static_cast<int>(alone->tokens.size());
    // Half stays free, so that the next turns need not do this again and find their prefix in the cache.
    std::size_t first = firstKept(sizes, request.history, 0, room / 2);
    if (first == request.history.size()) first = firstKept(sizes, request.history, 0, room);
    auto summary = summarize(request, memory_.find(request.history), first, sink, cancel);
    if (!summary && summary.error().code == ErrorCode::Cancelled) return tl::unexpected(summary.error());
    if (summary) memory_.keep(request.history, *summary);
    const Summary told = summary ? *summary : Summary{};
    first = std::max(first, told.covered);
    for (;; ++first) {  // the summary takes room too
        auto prompt = prompt_.render(linesOf(request, now, first, told.text), request.begun);
        if (!prompt) return tl::unexpected(prompt.error());
        Fitted fitted{std::move(*prompt), {}};
        fitted.use.leftOut = static_cast<int>(first);
        fitted.use.summarized = static_cast<int>(told.covered);
        fitted.use.summary = told.text;
        if (fits(fitted.prompt)) return fitted;
        if (first >= request.history.size())
            return Fitted{std::move(*alone), {0, 0, static_cast<int>(first), 0, ""}};
    }
}

// Part by part, each with the summary of what came before it, so that no part is longer than the context.
Result<Summary> ChatAnswer::summarize(const Request& request, const Summary& known, std::size_t until,
                                      const EventSink& sink, base::CancelToken cancel) {
    const int room = session_->context() - reserve() - 2 * kMostSummaryTokens;
    if (room <= 0) return fail(ErrorCode::Unsupported, "The model's context is too short for a summary");
    const EventSink quiet = [&](const Event& event) {
        if (std::get_if<PrefillProgress>(&event)) sink(event);
    };
    Summary summary = known;
    while (summary.covered < until) {
        std::string part;
        int used = 0;
        std::size_t next = summary.covered;
        for (; next < until; ++next) {
            std::string line = spokenLine(request.history[next]);
            int size = prompt_.tokensOf(line);
            if (!part.empty() && used + size > room) break;
            // A single message that is longer than the context: its beginning stands for it.
            for (; size > room; size = prompt_.tokensOf(line))
                line = line.substr(0, line.size() / 2) + " …\n";
            part += line;
            used += size;
        }
        const std::string before =
            summary.text.empty() ? "" : "What was said before: " + summary.text + "\n\n";
        auto prompt = prompt_.render({{Role::User, kSummarize + before + part}});
        if (!prompt) return tl::unexpected(prompt.error());
        auto spoken = speak(*prompt, kMostSummaryTokens, true, quiet, cancel);
        if (!spoken) return tl::unexpected(spoken.error());
        if (spoken->result.stop == engine::StopReason::Cancelled)
            return fail(ErrorCode::Cancelled, "Stopped.");
        if (spoken->text.find_first_not_of(" \t\r\n") == std::string::npos)
            return fail(ErrorCode::Unsupported, "The model gave no summary");
        summary = {next, spoken->text};
    }
    return summary;
}

Result<ChatAnswer::Spoken> ChatAnswer::speak(const ChatPrompt::Rendered& prompt, int mostTokens, bool greedy,
                                             const EventSink& sink, base::CancelToken cancel) {
    engine::GenerateRequest generate;
    generate.prompt = prompt.tokens;
    generate.maxTokens = mostTokens;
    if (greedy) generate.sampling.temperature = 0;
    generate.stop = {"<|im_end|>", "<|im_start|>"};
    generate.cancel = std::move(cancel);
    Speaker speaker(prompt_, prompt, model_->tokenizer(), sink);
    generate.onToken = [&](const engine::TokenEvent& event) { speaker.hear(event); };
    generate.onPrefill = [&](int done, int total) { sink(PrefillProgress{done, total}); };
    auto result = session_->generate(generate);
    if (!result) return tl::unexpected(result.error());
    speaker.finish();
    return Spoken{speaker.text(), std::move(*result)};
}

Result<AnswerDone> ChatAnswer::answer(const Request& request, const std::string& now, const EventSink& sink,
                                      base::CancelToken cancel) {
    auto fitted = fit(request, now, sink, cancel);
    if (!fitted && fitted.error().code == ErrorCode::Cancelled) {
        AnswerDone stopped;
        stopped.stopped = true;
        return stopped;
    }
    if (!fitted) return tl::unexpected(fitted.error());
    auto spoken = speak(fitted->prompt, kMostTokens, false, sink, cancel);
    if (!spoken) return tl::unexpected(spoken.error());
    const engine::GenerateResult& result = spoken->result;
    AnswerDone done;
    done.text = spoken->text;
    done.context = fitted->use;
    done.stopped = result.stop == engine::StopReason::Cancelled;
    done.cutShort =
        result.stop == engine::StopReason::MaxTokens || result.stop == engine::StopReason::ContextFull;
    if (result.decodeMs > 0)
        done.tokensPerSecond = 1000.0 * static_cast<double>(result.tokens.size()) / result.decodeMs;
    return done;
}

Result<std::string> ChatAnswer::title(const std::vector<Message>& conversation, base::CancelToken cancel) {
    // As a further turn, so that the cache keeps what the next answer needs too.
    std::vector<ChatLine> lines{{Role::System, kSystem}};
    for (const Message& message : conversation)
        if (!message.text.empty()) lines.push_back({roleOf(message), message.text});
    lines.push_back({Role::User, kTitle});
    auto prompt = prompt_.render(lines);
    if (!prompt) return tl::unexpected(prompt.error());
    if (!fits(*prompt)) return fail(ErrorCode::Unsupported, "The conversation is too long to be named");
    auto spoken = speak(
        *prompt, kMostTitleTokens, true, [](const Event&) {}, cancel);
    if (!spoken) return tl::unexpected(spoken.error());
    if (spoken->result.stop == engine::StopReason::Cancelled) return fail(ErrorCode::Cancelled, "Stopped.");
    std::string title = tidyTitle(spoken->text);
    if (title.empty()) return fail(ErrorCode::Unsupported, "The model found no title");
    return title;
}

}  // namespace hearth::agent::loop
