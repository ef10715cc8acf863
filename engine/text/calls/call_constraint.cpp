#include "engine/call_constraint.h"

#include <set>
#include <utility>
#include <vector>

#include "engine/answer_parser.h"
#include "text/calls/call_grammar.h"
#include "text/grammar/grammar_constraint.h"

namespace hearth::engine {
namespace {

using grammar::GrammarConstraint;

constexpr std::string_view kSpace = " \t\r\n;,";

// Whether an answer that begins so is a call without a marker, and in which form.
enum class Bare { Open, Json, Python, None };
Bare bareForm(std::string_view body) {
    std::string begin;
    for (const char c : body)
        if (kSpace.find(c) == std::string_view::npos) begin += c;
    for (const std::string_view key : {"{\"name\":", "{\"type\":\"function\""}) {
        if (begin.starts_with(key)) return Bare::Json;
        if (key.starts_with(begin)) return Bare::Open;
    }
    const std::size_t paren = begin.find('(');
    const bool word =
        begin.starts_with('[') && begin.find_first_of("\"{}[]", 1) == std::string::npos && begin.size() < 100;
    if (word) return paren == std::string::npos ? Bare::Open : Bare::Python;
    return Bare::None;
}

class CallConstraint final : public TokenConstraint {
  public:
    CallConstraint(const Tokenizer& tokenizer, CallOptions options)
        : tokenizer_(tokenizer),
          options_(std::move(options)),
          format_(answer::formatOf(options_.templateSource)),
          grammars_(tokenizer, options_.templateSource, options_.tools),
          parser_(newParser()),
          free_(freeMask()) {}

    base::Result<void> begin() {
        if (!options_.required || grammars_.empty()) return {};
        auto made = GrammarConstraint::create(grammars_.opening(format_), tokenizer_);
        if (!made) return tl::unexpected(made.error());
        held_ = std::move(*made);
        opening_ = true;
        return {};
    }

    void allowed(TokenMask& mask) override {
        if (held_) return held_->allowed(mask);
        mask = free_;
        if (calls_ < options_.maxCalls) return;
        for (TokenId id = 0; id < tokenizer_.size(); ++id)
            if (!tokenizer_.isEnd(id)) mask.reset(id);
    }

    bool accept(TokenId token) override {
        if (token < 0 || token >= tokenizer_.size()) return false;
        if (held_ && !held_->accept(token)) return false;
        if (tokenizer_.isEnd(token)) return true;
        const bool named = tokenizer_.kind(token) == TokenKind::Control;
        const std::string bytes = tokenizer_.bytes(token, named);
        text_ += bytes;
        parser_->push(bytes);
        if (held_ && held_->complete() && !endsAnswer_) {
            if (!opening_) ++calls_;
            opening_ = false;
            held_.reset();
        }
        if (!held_) holdOpenCall();
        return true;
    }

    // Free text may end anywhere; a call only where it is whole.
    bool complete() const override { return !held_ || (held_->complete() && !opening_); }

    std::unique_ptr<TokenConstraint> clone() const override {
        auto out = std::make_unique<CallConstraint>(tokenizer_, options_);
        out->text_ = text_;
        out->parser_->push(text_);
        out->calls_ = calls_;
        out->opening_ = opening_;
        out->endsAnswer_ = endsAnswer_;
        out->lost_ = lost_;
        if (held_) out->held_ = std::make_unique<GrammarConstraint>(*held_);
        return out;
    }

  private:
    std::unique_ptr<AnswerParser> newParser() const {
        return makeAnswerParser(options_.templateSource, {options_.tools, options_.prompt});
    }

    // Everything but the tokens that are no text and mean nothing in this form: they would be shown as
    // garbage.
    TokenMask freeMask() const {
        std::set<std::string_view> markers(format_.dropped.begin(), format_.dropped.end());
        for (const answer::Section& section : format_.sections) markers.insert({section.open, section.close});
        if (format_.harmony)
            markers = {"<|start|>", "<|channel|>", "<|message|>", "<|constrain|>", "<|end|>"};
        TokenMask mask(tokenizer_.size());
        for (TokenId id = 0; id < tokenizer_.size(); ++id) {
            const TokenKind kind = tokenizer_.kind(id);
            const bool text =
                kind != TokenKind::Control && kind != TokenKind::Unknown && kind != TokenKind::Unused;
            if (text || tokenizer_.isEnd(id) || markers.contains(tokenizer_.bytes(id, true))) mask.set(id);
        }
        return mask;
    }

    // A call that has just begun is held to its grammar from its first byte on.
    void holdOpenCall() {
        const auto open = parser_->openCall();
        if (!open || grammars_.empty()) {
            lost_ = false;
            return;
        }
        if (lost_) return;
        endsAnswer_ = format_.harmony;
        std::optional<std::string> text;
        if (format_.harmony) {
            text = grammars_.harmony();
        } else if (open->marker.empty()) {
            const Bare form = bareForm(open->body);
            if (form == Bare::Open) return;
            if (form == Bare::Json) text = grammars_.bareJson();
            if (form == Bare::Python) text = grammars_.barePython();
        } else {
            text = afterMarker(open->marker);
        }
        if (text) hold(*text, open->body);
        // What does not fit from its beginning is left to the parser, which repairs or reports it.
        lost_ = held_ == nullptr;
    }

    std::optional<std::string> afterMarker(std::string_view marker) {
        for (const answer::Section& section : format_.sections) {
            if (section.kind != answer::Section::Kind::Call || section.open != marker) continue;
            // Where the closing marker is a token that ends the answer, nothing else may follow the call.
            const auto close = tokenizer_.find(section.close);
            endsAnswer_ = section.read == answer::readPythonTag || (close && tokenizer_.isEnd(*close));
            return grammars_.after(section);
        }
        return std::nullopt;
    }

    void hold(const std::string& text, std::string_view body) {
        auto made = GrammarConstraint::create(text, tokenizer_);
        if (!made || !(*made)->acceptText(body)) return;
        held_ = std::move(*made);
    }

    const Tokenizer& tokenizer_;
    const CallOptions options_;
    const answer::AnswerFormat format_;
    calls::CallGrammar grammars_;
    std::unique_ptr<AnswerParser> parser_;
    const TokenMask free_;                     // of free text
    std::string text_;                         // of the answer so far
    std::unique_ptr<GrammarConstraint> held_;  // null: free text
    int calls_ = 0;
    bool opening_ = false;     // `held_` is of the marker that has to come first
    bool endsAnswer_ = false;  // nothing may follow the call
    bool lost_ = false;        // this call is not held
};

// Calls or an answer after its schema, nothing else.
base::Result<std::unique_ptr<TokenConstraint>> callsOrAnswer(const Tokenizer& tokenizer,
                                                             const CallOptions& options) {
    const auto schema = jsonSchemaToGrammar(options.answerSchema);
    if (!schema) return tl::unexpected(schema.error());
    calls::CallGrammar grammars(tokenizer, options.templateSource, options.tools);
    if (grammars.empty()) return makeGrammar(*schema, tokenizer);
    const auto both = grammars.callsOr(*schema, answer::formatOf(options.templateSource), options.maxCalls);
    if (!both)
        return base::fail(base::ErrorCode::Unsupported,
                          "This model prints calls in a form that an answer after a schema cannot stand "
                          "beside. Leave out the tools or the schema.");
    return makeGrammar(*both, tokenizer);
}

}  // namespace

base::Result<std::unique_ptr<TokenConstraint>> makeCallConstraint(const Tokenizer& tokenizer,
                                                                  const CallOptions& options) {
    if (!options.answerSchema.empty()) return callsOrAnswer(tokenizer, options);
    auto out = std::make_unique<CallConstraint>(tokenizer, options);
    if (auto begun = out->begin(); !begun) return tl::unexpected(begun.error());
    return out;
}

}  // namespace hearth::engine
