#include "engine/session.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "models/loaded_model.h"
#include "models/lora_adapter.h"
#include "runtime/answer_stream.h"
#include "runtime/sampler.h"

namespace hearth::engine {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int kDefaultContext = 4096;
constexpr int kMaxContext = 1 << 22;
constexpr std::size_t kCheckpointTokens = 256;  // of an answer, from one checkpoint to the next

class Stopwatch {
  public:
    double ms() const {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
    }

  private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

class NetworkSession : public Session {
  public:
    NetworkSession(std::shared_ptr<const LoadedModel> model, std::shared_ptr<const Network> network,
                   std::unique_ptr<NetworkState> state, int context)
        : model_(std::move(model)),
          network_(std::move(network)),
          state_(std::move(state)),
          compute_(model_->kernels(), model_->pool()),
          context_(context) {}

    Result<GenerateResult> generate(const GenerateRequest& request) override;
    Result<std::vector<float>> forward(std::span<const TokenId> tokens) override;
    Result<void> setAdapters(std::span<const AdapterUse> adapters) override;
    void reset() override { rewind(0); }
    int position() const override { return static_cast<int>(history_.size()); }
    int context() const override { return context_; }
    std::uint64_t cacheBytes() const override { return state_->bytes(); }
    const Model& model() const override { return *model_; }

  private:
    Result<void> checkTokens(std::span<const TokenId> tokens) const;
    int rewind(int position);
    int reusable(std::span<const TokenId> prompt) const;
    bool compute(std::span<const TokenId> tokens, LogitRows rows, const base::CancelToken& cancel,
                 float* logits);
    bool prefill(const GenerateRequest& request, GenerateResult& result);
    Result<void> decode(const GenerateRequest& request, AnswerStream& answer, GenerateResult& result);
    bool onlyEnds(const TokenMask& mask) const;
    base::Error noChoice(const TokenMask* mask) const;

    std::shared_ptr<const LoadedModel> model_;
    std::shared_ptr<const Network> network_;
    std::unique_ptr<NetworkState> state_;
    Compute compute_;
    std::vector<AdapterUse> adapters_;
    LowRankSet additions_;  // what they add
    int context_;
    std::vector<TokenId> history_;  // the tokens that the state holds
    std::vector<float> logits_;     // [vocabulary], after the last of them
};

Result<void> NetworkSession::checkTokens(std::span<const TokenId> tokens) const {
    for (const TokenId id : tokens)
        if (id < 0 || id >= network_->vocabulary())
            return fail(ErrorCode::InvalidInput,
                        "There is no token " + std::to_string(id) + "; the vocabulary has " +
                            std::to_string(network_->vocabulary()) + ".",
                        model_->info().path);
    return {};
}

Result<void> NetworkSession::setAdapters(std::span<const AdapterUse> adapters) {
    LowRankSet additions;
    for (const AdapterUse& use : adapters) {
        const auto* lora = dynamic_cast<const LoraAdapter*>(use.adapter.get());
        if (!lora || &lora->model() != model_.get())
            return fail(ErrorCode::InvalidInput, "The adapter was opened for another model.",
                        use.adapter ? use.adapter->info().path : std::string());
        if (!std::isfinite(use.scale))
            return fail(ErrorCode::InvalidInput, "The scale of an adapter must be a number.",
                        lora->info().path);
        if (use.scale != 0) lora->pairs().addTo(additions, use.scale);
    }
    const bool same =
        std::equal(adapters.begin(), adapters.end(), adapters_.begin(), adapters_.end(),
                   [](const auto& a, const auto& b) { return a.adapter == b.adapter && a.scale == b.scale; });
    if (same) return {};
    adapters_.assign(adapters.begin(), adapters.end());
    additions_ = std::move(additions);
    compute_.setAdditions(additions_.empty() ? nullptr : &additions_);
    rewind(0);
    return {};
}

int NetworkSession::rewind(int position) {
    const int kept = state_->rewind(position);
    history_.resize(static_cast<std::size_t>(kept));
    return kept;
}

// How many tokens of the prompt are in the cache. The last one is always computed: its logits are needed.
int NetworkSession::reusable(std::span<const TokenId> prompt) const {
    const auto common = std::mismatch(prompt.begin(), prompt.end(), history_.begin(), history_.end()).first;
    const auto count = static_cast<int>(common - prompt.begin());
    return std::min(count, static_cast<int>(prompt.size()) - 1);
}

// Appends at most a chunk of tokens to the state. False if it was cancelled: then fewer tokens than before
// may be left.
bool NetworkSession::compute(std::span<const TokenId> tokens, LogitRows rows, const base::CancelToken& cancel,
                             float* logits) {
    if (!network_->forward(compute_, *state_, {tokens, position(), rows, cancel}, logits)) {
        rewind(position());
        return false;
    }
    history_.insert(history_.end(), tokens.begin(), tokens.end());
    return true;
}

bool NetworkSession::prefill(const GenerateRequest& request, GenerateResult& result) {
    const std::span<const TokenId> prompt = request.prompt;
    result.promptTokens = static_cast<int>(prompt.size());
    result.reusedTokens = rewind(reusable(prompt));
    logits_.resize(static_cast<std::size_t>(network_->vocabulary()));
    for (auto at = static_cast<std::size_t>(result.reusedTokens); at < prompt.size();) {
        if (request.cancel.cancelled()) return false;
        std::size_t count = std::min(prompt.size() - at, static_cast<std::size_t>(network_->promptChunk()));
        // The last token goes alone where a checkpoint before it lets the answer be given again.
        if (state_->wantsCheckpoints() && count > 1 && at + count == prompt.size()) --count;
        const bool last = at + count == prompt.size();
        if (!compute(prompt.subspan(at, count), last ? LogitRows::Last : LogitRows::None, request.cancel,
                     logits_.data()))
            return false;
        at += count;
        if (!last) state_->checkpoint(static_cast<int>(at));
        if (request.onPrefill) request.onPrefill(static_cast<int>(at), result.promptTokens);
    }
    return true;
}

Result<GenerateResult> NetworkSession::generate(const GenerateRequest& request) {
    const auto length = static_cast<int>(std::min<std::size_t>(request.prompt.size(), kMaxContext + 1));
    if (length == 0)
        return fail(ErrorCode::InvalidInput, "There is nothing to answer: the prompt has no tokens.");
    if (length > context_)
        return fail(ErrorCode::InvalidInput, "The conversation has " + std::to_string(length) + " tokens, " +
                                                 std::to_string(length - context_) +
                                                 " more than the context of " + std::to_string(context_) +
                                                 " holds. Shorten it, or choose a longer context.");
    if (auto checked = checkTokens(request.prompt); !checked) return tl::unexpected(checked.error());

    GenerateResult result;
    const Stopwatch watch;
    const bool computed = prefill(request, result);
    result.prefillMs = watch.ms();
    if (!computed) {
        result.stop = StopReason::Cancelled;
        return result;
    }
    AnswerStream answer(model_->tokenizer(), request.stop, [&](const TokenEvent& event) {
        if (result.firstTokenMs == 0) result.firstTokenMs = watch.ms();
        if (request.onToken) request.onToken(event);
    });
    const auto decoded = decode(request, answer, result);
    state_->checkpoint(position());  // the next turn goes on here, or an edit comes back to here
    answer.finish();
    result.text = answer.text();
    result.decodeMs = watch.ms() - result.prefillMs;
    if (!decoded) return tl::unexpected(decoded.error());
    return result;
}

// Samples until something ends the answer; each token but the last goes through the network.
Result<void> NetworkSession::decode(const GenerateRequest& request, AnswerStream& answer,
                                    GenerateResult& result) {
    Sampler sampler(request.sampling, compute_.kernels());
    TokenConstraint* constraint = request.constraint;
    TokenMask mask(constraint ? network_->vocabulary() : 0);
    std::vector<TokenId> said(request.prompt);
    const auto stop = [&](StopReason reason) -> Result<void> {
        result.stop = reason;
        return {};
    };
    for (;;) {
        if (constraint) {
            mask.clear();
            constraint->allowed(mask);
            if (constraint->complete() && onlyEnds(mask)) return stop(StopReason::ConstraintComplete);
        }
        if (static_cast<int>(result.tokens.size()) >= request.maxTokens) return stop(StopReason::MaxTokens);
        if (!result.tokens.empty()) {
            if (result.tokens.size() % kCheckpointTokens == 0) state_->checkpoint(position());
            if (position() >= context_) return stop(StopReason::ContextFull);
            const std::span<const TokenId> latest(&said.back(), 1);
            if (request.cancel.cancelled() ||
                !compute(latest, LogitRows::Last, request.cancel, logits_.data()))
                return stop(StopReason::Cancelled);
        }
        Choice choice = sampler.choose(logits_, said, constraint ? &mask : nullptr, request.topLogprobs);
        if (choice.id < 0) return tl::unexpected(noChoice(constraint ? &mask : nullptr));
        if (model_->tokenizer().isEnd(choice.id)) return stop(StopReason::EndToken);
        if (constraint && !constraint->accept(choice.id))
            return fail(ErrorCode::Internal, "The constraint refused a token that it allowed.");
        said.push_back(choice.id);
        result.tokens.push_back(choice.id);
        result.logprobs.push_back(choice.logprob);
        if (answer.push({choice.id, {}, choice.logprob, std::move(choice.top)}))
            return stop(StopReason::StopString);
    }
}

bool NetworkSession::onlyEnds(const TokenMask& mask) const {
    for (std::size_t word = 0; word < mask.words().size(); ++word)
        for (std::uint64_t bits = mask.words()[word]; bits != 0; bits &= bits - 1) {
            const auto id = static_cast<TokenId>(word * 64) + __builtin_ctzll(bits);
            if (!model_->tokenizer().isEnd(id)) return false;
        }
    return true;
}

base::Error NetworkSession::noChoice(const TokenMask* mask) const {
    if (mask && std::all_of(mask->words().begin(), mask->words().end(), [](auto w) { return w == 0; }))
        return {ErrorCode::Internal, "The constraint allows no token at all.", {}};
    return {ErrorCode::InvalidInput,
            "The model computes no finite numbers: its weights are damaged. Download or copy it again.",
            model_->info().path};
}

Result<std::vector<float>> NetworkSession::forward(std::span<const TokenId> tokens) {
    if (auto checked = checkTokens(tokens); !checked) return tl::unexpected(checked.error());
    const auto room = static_cast<std::size_t>(context_ - position());
    if (tokens.size() > room)
        return fail(ErrorCode::InvalidInput, std::to_string(tokens.size()) +
                                                 " tokens do not fit: " + std::to_string(room) + " of " +
                                                 std::to_string(context_) + " positions are left.");
    const auto vocabulary = static_cast<std::size_t>(network_->vocabulary());
    std::vector<float> out(tokens.size() * vocabulary);
    for (std::size_t at = 0; at < tokens.size();) {
        const std::size_t count =
            std::min(tokens.size() - at, static_cast<std::size_t>(network_->promptChunk()));
        compute(tokens.subspan(at, count), LogitRows::All, {}, out.data() + at * vocabulary);
        at += count;
    }
    return out;
}

}  // namespace

Result<std::unique_ptr<Session>> Session::create(std::shared_ptr<const Model> model,
                                                 const SessionOptions& options) {
    auto loaded = std::dynamic_pointer_cast<const LoadedModel>(model);
    if (!loaded) return fail(ErrorCode::Internal, "A session needs a model that was opened from a file.");
    const int trained = loaded->info().trainedContext;
    int context = options.context;
    if (context == 0) context = trained > 0 ? std::min(trained, kDefaultContext) : kDefaultContext;
    if (context < 1 || context > kMaxContext)
        return fail(ErrorCode::InvalidInput, "A context of " + std::to_string(context) +
                                                 " tokens makes no sense; 1 to " +
                                                 std::to_string(kMaxContext) + " does.");
    auto network = loaded->network(options.exact, {});
    if (!network) return tl::unexpected(network.error());
    auto state = (*network)->newState(context, options.cache);
    if (!state) return tl::unexpected(state.error());
    return std::make_unique<NetworkSession>(std::move(loaded), std::move(*network), std::move(*state),
                                            context);
}

}  // namespace hearth::engine
