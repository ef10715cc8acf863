#include "conversation/chat_answer.h"

#include <algorithm>

#include "agent/phrases.h"
#include "conversation/answer_speaker.h"
#include "engine/answer_parser.h"
#include "engine/call_constraint.h"
#include "routing/watched_sink.h"

namespace hearth::agent {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr const char* kSummarize =
    "Summarize the following part of a conversation in at most 120 words, in its own language. Keep names, "
    "dates, numbers, decisions and open questions. Write the summary only.\n\n";
constexpr const char* kTitle =
    "Give our conversation a title of at most six words, in its own language. Write the title only.";
constexpr int kMostTokens = 1024;
constexpr int kMostThoughtTokens = 3072;
constexpr int kMostSummaryTokens = 220;
constexpr int kMostTitleTokens = 24;
constexpr int kMostCalls = 8;

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

bool wasCut(engine::StopReason stop) {
    return stop == engine::StopReason::MaxTokens || stop == engine::StopReason::ContextFull;
}

// A call that was begun and not ended, or that cannot be read.
bool formFailed(const engine::GenerateResult& result, const engine::TokenConstraint* calls,
                const AnswerSpeaker& speaker) {
    const bool open = calls != nullptr && wasCut(result.stop) && !calls->complete();
    return open || (!speaker.malformed().empty() && speaker.calls().empty());
}

}  // namespace

bool ChatAnswer::affords(const std::string& tools) const {
    return prompt_.tokensOf(tools) <= session_->context() / 4;
}

Result<std::unique_ptr<ChatAnswer>> ChatAnswer::create(std::shared_ptr<const engine::Model> model) {
    auto session = engine::Session::create(model);
    if (!session) return tl::unexpected(session.error());
    return std::make_unique<ChatAnswer>(std::move(model), std::move(*session));
}

int ChatAnswer::reserve() const {
    return std::min(kMostTokens / 2, session_->context() / 4);
}

bool ChatAnswer::fits(const ChatPrompt::Rendered& prompt) const {
    return static_cast<int>(prompt.tokens.size()) + reserve() <= session_->context();
}

Result<ChatAnswer::Fitted> ChatAnswer::fit(const Request& request, const ChatTurn& turn,
                                           const EventSink& sink, base::CancelToken cancel) {
    const Summary known = memory_.find(request.history);
    auto prompt = prompt_.render(linesOf(request, turn, known.covered, known.text), turn.style);
    if (!prompt) return tl::unexpected(prompt.error());
    Fitted fitted{std::move(*prompt), {}};
    fitted.use.leftOut = fitted.use.summarized = static_cast<int>(known.covered);
    fitted.use.summary = known.text;
    if (!fits(fitted.prompt)) {
        auto shorter = fitWithSummary(request, turn, sink, std::move(cancel));
        if (!shorter) return shorter;
        fitted = std::move(*shorter);
    }
    fitted.use.tokens = static_cast<int>(fitted.prompt.tokens.size());
    fitted.use.capacity = session_->context();
    return fitted;
}

Result<ChatAnswer::Fitted> ChatAnswer::fitWithSummary(const Request& request, const ChatTurn& turn,
                                                      const EventSink& sink, base::CancelToken cancel) {
    auto alone = prompt_.render(linesOf(request, turn, request.history.size(), ""), turn.style);
    if (!alone) return tl::unexpected(alone.error());
    if (!fits(*alone))
        return fail(
            ErrorCode::InvalidInput,
            phrase("This message is too long for the model. Send it in parts, or open a model with a longer "
                   "context."));
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
        auto prompt = prompt_.render(linesOf(request, turn, first, told.text), turn.style);
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
    if (room <= 0)
        return fail(ErrorCode::Unsupported, phrase("The model's context is too short for a summary"));
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
        auto prompt = prompt_.render({{ChatLine::Role::User, kSummarize + before + part, {}, {}}});
        if (!prompt) return tl::unexpected(prompt.error());
        auto spoken = speak(*prompt, {kMostSummaryTokens, true, {}, false}, quiet, cancel);
        if (!spoken) return tl::unexpected(spoken.error());
        if (spoken->result.stop == engine::StopReason::Cancelled)
            return fail(ErrorCode::Cancelled, "Stopped.");
        if (spoken->text.find_first_not_of(" \t\r\n") == std::string::npos)
            return fail(ErrorCode::Unsupported, phrase("The model gave no summary"));
        summary = {next, spoken->text};
    }
    return summary;
}

Result<ChatAnswer::Spoken> ChatAnswer::speak(const ChatPrompt::Rendered& prompt, const Manner& manner,
                                             const EventSink& sink, base::CancelToken cancel) {
    const std::string& source = prompt_.answerSource(manner.style);
    routing::WatchedSink watched(manner.watch, sink, std::move(cancel));
    const EventSink held = [&watched](const Event& event) { watched.tell(event); };
    engine::GenerateRequest generate;
    generate.prompt = prompt.tokens;
    generate.maxTokens = manner.mostTokens;
    if (manner.greedy) generate.sampling.temperature = 0;
    generate.stop = {"<|im_end|>", "<|im_start|>"};
    generate.cancel = watched.token();
    generate.topLogprobs = watched.topLogprobs();
    std::unique_ptr<engine::TokenConstraint> calls;
    if (manner.style.tools != ChatStyle{}.tools && manner.mayCall) {
        auto made = engine::makeCallConstraint(model_->tokenizer(),
                                               {source, manner.style.tools, prompt.text, kMostCalls, false});
        // Without it the model answers all the same; what it calls is read as well as can be.
        if (made) calls = std::move(*made);
    }
    generate.constraint = calls.get();
    AnswerSpeaker speaker(engine::makeAnswerParser(source, {manner.style.tools, prompt.text}),
                          model_->tokenizer(), held);
    generate.onToken = [&](const engine::TokenEvent& event) {
        watched.hear(event);
        speaker.hear(event);
    };
    generate.onPrefill = [&](int done, int total) {
        watched.heed();
        sink(PrefillProgress{done, total});
    };
    auto result = session_->generate(generate);
    if (!result) return tl::unexpected(result.error());
    cost_.learn(prompt.tokens, *result);
    if (manner.watch && formFailed(*result, calls.get(), speaker)) manner.watch->failForm();
    speaker.finish();
    if (watched.finish()) return Spoken{{}, {}, std::move(*result), true};
    return Spoken{speaker.text(), speaker.calls(), std::move(*result)};
}

Result<ChatReply> ChatAnswer::answer(const Request& request, const ChatTurn& wanted, const EventSink& sink,
                                     base::CancelToken cancel) {
    ChatTurn turn = wanted;
    auto fitted = fit(request, turn, sink, cancel);
    if (!fitted && fitted.error().code == ErrorCode::InvalidInput && turn.style.tools != ChatStyle{}.tools) {
        // An answer in words is better than none.
        turn.style.tools = ChatStyle{}.tools;
        turn.mayCall = false;
        fitted = fit(request, turn, sink, cancel);
    }
    ChatReply reply;
    AnswerDone& done = reply.done;
    if (!fitted && fitted.error().code == ErrorCode::Cancelled) {
        done.stopped = true;
        return reply;
    }
    if (!fitted) return tl::unexpected(fitted.error());
    const int most = turn.style.reasoning ? kMostTokens + kMostThoughtTokens : kMostTokens;
    if (turn.watch) {
        const auto seconds = cost_.secondsFor(fitted->prompt.tokens, most);
        reply.givenUp = seconds && turn.watch->expect(*seconds);
        if (reply.givenUp) return reply;
    }
    auto spoken = speak(fitted->prompt, {most, false, turn.style, turn.mayCall, turn.watch}, sink, cancel);
    if (!spoken) return tl::unexpected(spoken.error());
    const engine::GenerateResult& result = spoken->result;
    reply.givenUp = spoken->givenUp;
    done.text = spoken->text;
    done.context = fitted->use;
    done.stopped = result.stop == engine::StopReason::Cancelled;
    done.cutShort = wasCut(result.stop);
    if (result.decodeMs > 0)
        done.tokensPerSecond = 1000.0 * static_cast<double>(result.tokens.size()) / result.decodeMs;
    if (turn.mayCall) reply.calls = std::move(spoken->calls);
    return reply;
}

Result<std::string> ChatAnswer::title(const std::vector<Message>& conversation, base::CancelToken cancel) {
    // As a further turn, so that the cache keeps what the next answer needs too.
    auto prompt = prompt_.render(linesOf(conversation, kTitle));
    if (!prompt) return tl::unexpected(prompt.error());
    if (!fits(*prompt)) return fail(ErrorCode::Unsupported, "The conversation is too long to be named");
    auto spoken = speak(
        *prompt, {kMostTitleTokens, true, {}, false}, [](const Event&) {}, cancel);
    if (!spoken) return tl::unexpected(spoken.error());
    if (spoken->result.stop == engine::StopReason::Cancelled) return fail(ErrorCode::Cancelled, "Stopped.");
    std::string title = tidyTitle(spoken->text);
    if (title.empty()) return fail(ErrorCode::Unsupported, "The model found no title");
    return title;
}

Result<void> ChatAnswer::setAdapters(const std::vector<engine::AdapterUse>& adapters) {
    return session_->setAdapters(adapters);
}

}  // namespace hearth::agent
