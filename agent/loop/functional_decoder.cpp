// The prompt: <bos> (<user> text <assistant> calls <end>)* <user> text <assistant>, text lower-cased with one
// space in front, as in assets/training/examples.py; protocol 2 has "text <again> text" for text.
#include "loop/functional_decoder.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "agent/phrases.h"
#include "loop/normalized_text.h"

namespace hearth::agent {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using engine::TokenId;

constexpr int maxAnswerTokens = 160;
constexpr std::size_t rememberedTurns = 3;
constexpr std::size_t listedAlternatives = 16;

// "create_event" of the token <fn:create_event>; empty for every other token.
std::string functionOf(const engine::Tokenizer& tokenizer, TokenId id) {
    const std::string name = tokenizer.bytes(id, true);
    constexpr std::string_view prefix = "<fn:";
    if (!name.starts_with(prefix) || !name.ends_with('>')) return {};
    return name.substr(prefix.size(), name.size() - prefix.size() - 1);
}

Result<TokenId> control(const engine::Tokenizer& tokenizer, const char* name) {
    if (const auto id = tokenizer.find(name)) return *id;
    return fail(ErrorCode::Unsupported, "This model was not trained to call functions: it has no token " +
                                            std::string(name) + ". Use the built-in model for actions.");
}

}  // namespace

std::vector<engine::FunctionalFunction> FunctionalDecoder::functionsOf(
    const std::vector<const ToolSpec*>& specs) {
    std::vector<engine::FunctionalFunction> out;
    for (const ToolSpec* spec : specs) {
        engine::FunctionalFunction function{spec->name, {}};
        for (const ArgumentSpec& argument : spec->arguments)
            function.arguments.push_back({argument.name, argument.type == ArgumentType::Enum
                                                             ? argument.values
                                                             : std::vector<std::string>()});
        out.push_back(std::move(function));
    }
    return out;
}

Result<std::unique_ptr<FunctionalDecoder>> FunctionalDecoder::create(
    std::shared_ptr<const engine::Model> model, const std::vector<engine::FunctionalFunction>& functions) {
    const engine::Tokenizer& tokenizer = model->tokenizer();
    std::unique_ptr<FunctionalDecoder> out(new FunctionalDecoder);
    auto protocol = ModelProtocol::read(*model);
    if (!protocol) return tl::unexpected(protocol.error());
    out->protocol_ = std::move(*protocol);
    std::vector<std::pair<const char*, TokenId*>> controls = {{"<bos>", &out->marks_.bos},
                                                              {"<user>", &out->marks_.user},
                                                              {"<assistant>", &out->marks_.assistant},
                                                              {"<end>", &out->marks_.end}};
    if (out->protocol_.readsTwice) controls.emplace_back("<again>", &out->marks_.again);
    for (const auto& [name, id] : controls) {
        const auto found = control(tokenizer, name);
        if (!found) return tl::unexpected(found.error());
        *id = *found;
    }
    std::vector<engine::FunctionalFunction> known;
    for (const auto& function : functions) {
        if (!engine::FunctionalGrammar::knows(tokenizer, function.name)) continue;
        known.push_back({function.name, {}});
        for (const auto& argument : function.arguments)
            if (tokenizer.find("<arg:" + argument.name + ">")) known.back().arguments.push_back(argument);
    }
    auto grammar = engine::FunctionalGrammar::create(tokenizer, known);
    if (!grammar) return tl::unexpected(grammar.error());
    auto session = engine::Session::create(model);
    if (!session) return tl::unexpected(session.error());
    out->functions_ = static_cast<int>(known.size());
    out->model_ = std::move(model);
    out->grammar_ = std::move(*grammar);
    out->session_ = std::move(*session);
    return out;
}

void FunctionalDecoder::appendText(std::vector<TokenId>& out, const std::string& text) const {
    const auto ids = model_->tokenizer().encode(" " + text, {.addSpecial = false, .parseSpecial = false});
    out.insert(out.end(), ids.begin(), ids.end());
}

void FunctionalDecoder::appendRequest(std::vector<TokenId>& out, const std::string& text) const {
    out.push_back(marks_.user);
    appendText(out, text);
    if (protocol_.readsTwice) {
        out.push_back(marks_.again);
        appendText(out, text);
    }
    out.push_back(marks_.assistant);
}

// False, leaving `out` half written, where a call is unknown to the model.
bool FunctionalDecoder::appendCalls(std::vector<TokenId>& out, const std::vector<Call>& calls) const {
    const engine::Tokenizer& tokenizer = model_->tokenizer();
    for (const Call& call : calls) {
        const auto function = tokenizer.find("<fn:" + call.tool + ">");
        if (!function) return false;
        out.push_back(*function);
        for (const auto& [name, value] : call.arguments) {
            const auto argument = tokenizer.find("<arg:" + name + ">");
            if (!argument) return false;
            out.push_back(*argument);
            appendText(out, NormalizedText(value).text());
        }
    }
    return true;
}

std::vector<TokenId> FunctionalDecoder::prompt(const std::string& text, const std::vector<Message>& history,
                                               int& forgotten) const {
    std::vector<std::vector<TokenId>> turns;
    for (std::size_t i = history.size(); i-- > 1 && turns.size() < rememberedTurns;) {
        const Message& answer = history[i];
        const Message& asked = history[i - 1];
        if (answer.role != Message::Role::Assistant || asked.role != Message::Role::User) continue;
        if (answer.calls.empty()) continue;
        std::vector<TokenId> turn;
        appendRequest(turn, NormalizedText(asked.text).text());
        if (!appendCalls(turn, answer.calls)) continue;
        turn.push_back(marks_.end);
        turns.push_back(std::move(turn));
    }
    std::vector<TokenId> last;
    appendRequest(last, text);
    // The oldest turns go first where the context is short.
    std::size_t room = static_cast<std::size_t>(std::max(0, session_->context() - maxAnswerTokens - 1));
    room -= std::min(room, last.size());
    std::size_t kept = 0;
    while (kept < turns.size() && turns[kept].size() <= room) room -= turns[kept++].size();
    forgotten = static_cast<int>(turns.size() - kept);
    std::vector<TokenId> out = {marks_.bos};
    while (kept-- > 0) out.insert(out.end(), turns[kept].begin(), turns[kept].end());
    out.insert(out.end(), last.begin(), last.end());
    return out;
}

Result<std::string> FunctionalDecoder::chooseFunction(const engine::GenerateRequest& asked,
                                                      const std::string& text, Decoded& out) {
    engine::GenerateRequest first = asked;
    const auto constraint = grammar_->start(text);
    std::vector<Decoded::Candidate> candidates;  // most likely first
    first.maxTokens = 1;
    first.topLogprobs = functions_;
    first.constraint = constraint.get();
    first.onToken = [&](const engine::TokenEvent& event) {
        for (const auto& [token, logprob] : event.top)
            if (std::string name = functionOf(model_->tokenizer(), token); !name.empty())
                candidates.push_back({std::move(name), logprob});
    };
    const auto answer = session_->generate(first);
    if (!answer) return tl::unexpected(answer.error());
    out.promptTokens = answer->promptTokens;
    if (candidates.empty()) return std::string();
    const auto reads = [this](const Decoded::Candidate& candidate) {
        return protocol_.writing.count(candidate.function) == 0;
    };
    double writing = 0;
    for (const auto& candidate : candidates)
        if (!reads(candidate)) writing += std::exp(candidate.logprob);
    auto chosen = candidates.begin();
    if (writing < protocol_.writeThreshold) chosen = std::find_if(chosen, candidates.end(), reads);
    if (chosen == candidates.end()) chosen = candidates.begin();  // there are none that only read
    out.logprobs = {chosen->logprob};
    out.confidence = std::exp(chosen->logprob);
    const std::string function = chosen->function;
    std::rotate(candidates.begin(), chosen, chosen + 1);
    candidates.resize(std::min(candidates.size(), listedAlternatives));
    out.alternatives = std::move(candidates);
    return function;
}

void FunctionalDecoder::takeCalls(const engine::FunctionalConstraint& constraint,
                                  const NormalizedText& normalized, const std::string& request,
                                  Decoded& out) const {
    for (const engine::FunctionalCall& call : constraint.calls()) {
        out.calls.push_back({call.name, {}});
        out.places.emplace_back();
        for (const engine::FunctionalValue& value : call.arguments) {
            const auto [begin, end] = value.copied ? normalized.origin(value.begin, value.end)
                                                   : std::pair<std::size_t, std::size_t>(0, 0);
            out.calls.back().arguments.emplace_back(
                value.name, value.copied ? request.substr(begin, end - begin) : value.text);
            out.places.back().push_back({begin, end});
        }
    }
    out.logprobs.resize(out.calls.size(), 0.0);
}

Result<Decoded> FunctionalDecoder::decode(const std::string& request, const std::vector<Message>& history,
                                          base::CancelToken cancel, const std::string& function) {
    const auto started = std::chrono::steady_clock::now();
    const NormalizedText normalized(request);
    if (normalized.text().empty()) return fail(ErrorCode::InvalidInput, phrase("The request is empty"));
    engine::GenerateRequest generate;
    Decoded out;
    generate.prompt = prompt(normalized.text(), history, out.forgottenTurns);
    out.contextTokens = session_->context();
    generate.sampling.temperature = 0;
    generate.cancel = cancel;
    if (static_cast<int>(generate.prompt.size()) >= session_->context())
        return fail(ErrorCode::InvalidInput,
                    phrase("The request is too long for an action. Say it shorter."));
    std::string chosen = function;
    if (chosen.empty()) {
        auto likely = chooseFunction(generate, normalized.text(), out);
        if (!likely) return tl::unexpected(likely.error());
        chosen = std::move(*likely);
    } else {
        out.logprobs = {0.0};
    }
    out.stopped = chosen.empty();
    if (out.stopped) return out;

    const auto constraint = grammar_->start(normalized.text());
    const auto token = model_->tokenizer().find("<fn:" + chosen + ">");
    if (!token || !constraint->accept(*token))
        return fail(ErrorCode::Unsupported, "The built-in model does not know this function", chosen);
    generate.prompt.push_back(*token);
    generate.maxTokens = maxAnswerTokens;
    generate.constraint = constraint.get();
    generate.onToken = [&](const engine::TokenEvent& event) {
        if (!functionOf(model_->tokenizer(), event.id).empty()) out.logprobs.push_back(event.logprob);
    };
    const auto answer = session_->generate(generate);
    if (!answer) return tl::unexpected(answer.error());
    if (out.promptTokens == 0) out.promptTokens = answer->promptTokens;
    out.answerTokens = static_cast<int>(answer->tokens.size());
    out.stopped = answer->stop == engine::StopReason::Cancelled ||
                  answer->stop == engine::StopReason::MaxTokens ||
                  answer->stop == engine::StopReason::ContextFull;
    // Whether the engine hands the end token to the constraint does not matter: a second one changes nothing.
    if (!out.stopped) constraint->accept(marks_.end);
    takeCalls(*constraint, normalized, request, out);
    out.ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
    return out;
}

}  // namespace hearth::agent
