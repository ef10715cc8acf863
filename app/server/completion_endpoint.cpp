#include "server/completion_endpoint.h"

#include "server/endpoint.h"
#include "server/generation.h"
#include "server/generation_request.h"

namespace hearth::app::server {

namespace {

struct Plan {
    GenerationPlan generation;
    std::string echo;  // what the answer begins with
};

// Logprobs as this older form has them: one list a property.
class LogprobLists {
  public:
    LogprobLists(const engine::Tokenizer& tokenizer, std::size_t offset)
        : tokenizer_(tokenizer), offset_(offset) {}
    void add(const engine::TokenEvent& event) {
        const std::string token = tokenizer_.bytes(event.id, true);
        tokens_.push_back(token);
        logprobs_.push_back(event.logprob);
        Json top = Json::object();
        for (const auto& [id, logprob] : event.top) top[tokenizer_.bytes(id, true)] = logprob;
        top_.push_back(std::move(top));
        offsets_.push_back(offset_);
        offset_ += event.text.size();
    }
    Json take() {
        Json out{{"tokens", std::move(tokens_)},
                 {"token_logprobs", std::move(logprobs_)},
                 {"top_logprobs", std::move(top_)},
                 {"text_offset", std::move(offsets_)}};
        tokens_ = logprobs_ = top_ = offsets_ = Json::array();
        return out;
    }

  private:
    const engine::Tokenizer& tokenizer_;
    std::size_t offset_;
    Json tokens_ = Json::array();
    Json logprobs_ = Json::array();
    Json top_ = Json::array();
    Json offsets_ = Json::array();
};

Json answerJson(const std::string& id, const std::string& model, const std::string& text,
                const Json& logprobs, const Json& reason) {
    return {
        {"id", id},
        {"object", "text_completion"},
        {"created", unixTime()},
        {"model", model},
        {"choices",
         Json::array({{{"text", text}, {"index", 0}, {"logprobs", logprobs}, {"finish_reason", reason}}})}};
}

HttpReply whole(ModelHost& host, Plan& plan, const base::CancelToken& closing) {
    LogprobLists logprobs(host.model().tokenizer(), plan.echo.size());
    std::string text = plan.echo;
    auto result = runGeneration(host, plan.generation, closing, [&](const engine::TokenEvent& event) {
        text += event.text;
        logprobs.add(event);
        return true;
    });
    if (!result) return errorReply(result.error());
    const Json told = plan.generation.options.logprobs ? logprobs.take() : Json();
    Json answer = answerJson(newId("cmpl-"), host.name(), text, told, finishReason(result->stop));
    answer["usage"] = usageOf(*result);
    return jsonReply(answer);
}

void streamAnswer(ModelHost& host, Plan& plan, const base::CancelToken& closing, const HttpWrite& write) {
    const std::string id = newId("cmpl-");
    const GenerationOptions& options = plan.generation.options;
    LogprobLists logprobs(host.model().tokenizer(), plan.echo.size());
    const auto tell = [&](const std::string& text, const Json& with, const Json& reason) {
        return write(sse(answerJson(id, host.name(), text, with, reason)));
    };
    if (!plan.echo.empty() && !tell(plan.echo, {}, {})) return;
    auto result = runGeneration(host, plan.generation, closing, [&](const engine::TokenEvent& event) {
        if (options.logprobs) logprobs.add(event);
        return event.text.empty() || tell(event.text, options.logprobs ? logprobs.take() : Json(), {});
    });
    if (!result) {
        write(sse(toJson(result.error())));
        return;
    }
    tell("", {}, finishReason(result->stop));
    if (options.includeUsage) {
        Json last = answerJson(id, host.name(), "", {}, {});
        last["choices"] = Json::array();
        last["usage"] = usageOf(*result);
        write(sse(last));
    }
    write(kSseDone);
}

ApiResult<Plan> makePlan(ModelHost& host, CompletionRequest request) {
    Plan plan;
    const engine::Tokenizer& tokenizer = host.model().tokenizer();
    plan.generation.prompt =
        request.promptTokens ? std::move(*request.promptTokens)
                             : tokenizer.encode(request.prompt, {.addSpecial = true, .parseSpecial = false});
    if (plan.generation.prompt.empty() && tokenizer.bos()) plan.generation.prompt = {*tokenizer.bos()};
    if (request.echo)
        plan.echo = request.prompt.empty() ? tokenizer.decode(plan.generation.prompt) : request.prompt;
    plan.generation.options = std::move(request.options);
    if (auto fits = checkLength(host, plan.generation); !fits) return tl::unexpected(fits.error());
    return plan;
}

}  // namespace

HttpReply answerCompletion(ModelHost& host, const std::string& body, const base::CancelToken& closing) {
    constexpr Endpoint<CompletionRequest, Plan> kEndpoint{&readCompletionRequest, &makePlan, &whole,
                                                          &streamAnswer};
    return answerBy(kEndpoint, host, body, closing);
}

}  // namespace hearth::app::server
