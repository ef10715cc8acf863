// From a request to calls: the built-in model's answer under the functional grammar, with every value in the
// user's own spelling. Owns its Session (whose cache keeps the conversation); one thread at a time. The model
// must know every function that it is made with.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "base/cancel.h"
#include "base/result.h"
#include "engine/functional_grammar.h"
#include "engine/session.h"
#include "loop/model_protocol.h"

namespace hearth::agent {

class NormalizedText;

struct Decoded {
    struct Place {  // bytes of the request; both 0 for words of a list
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::vector<Call> calls;                 // at least one, unless stopped
    std::vector<std::vector<Place>> places;  // of each argument of each call
    double confidence = 0;                   // probability of the first call's functional token
    std::vector<double> logprobs;            // of each call's functional token
    struct Candidate {
        std::string function;
        double logprob = 0;
    };
    std::vector<Candidate> alternatives;  // what the first call might have been, most likely first
    int promptTokens = 0;
    int contextTokens = 0;   // that the model can hold
    int forgottenTurns = 0;  // of the last few, that found no room in the prompt
    int answerTokens = 0;
    double ms = 0;
    bool stopped = false;  // by the user, or the answer was too long
};

class FunctionalDecoder {
  public:
    // Functions that the vocabulary lacks are left out. Errors: none is left.
    static base::Result<std::unique_ptr<FunctionalDecoder>> create(
        std::shared_ptr<const engine::Model> model, const std::vector<engine::FunctionalFunction>& functions);

    // The functions of tools, as the grammar takes them.
    static std::vector<engine::FunctionalFunction> functionsOf(const std::vector<const ToolSpec*>& specs);

    // `history`: oldest first; a user's message counts where calls answered it, and only the last few do.
    // The first call is the most likely one; to be one that writes, it must be as sure that something is to
    // be written as the model's file asks for. `function` not empty: the first call is this one, only its
    // arguments are open. Errors: an empty request, one that does not fit the model, a function that it does
    // not know.
    base::Result<Decoded> decode(const std::string& request, const std::vector<Message>& history,
                                 base::CancelToken cancel = {}, const std::string& function = {});

  private:
    struct Marks {
        engine::TokenId bos = 0;
        engine::TokenId user = 0;
        engine::TokenId assistant = 0;
        engine::TokenId end = 0;
        engine::TokenId again = 0;  // of models that read a request twice
    };
    FunctionalDecoder() = default;
    // `forgotten`: turns that found no room.
    std::vector<engine::TokenId> prompt(const std::string& text, const std::vector<Message>& history,
                                        int& forgotten) const;
    // Fills alternatives, confidence and the first of logprobs, and gives the function to call first; empty
    // where it was stopped.
    base::Result<std::string> chooseFunction(const engine::GenerateRequest& asked, const std::string& text,
                                             Decoded& out);
    void takeCalls(const engine::FunctionalConstraint& constraint, const NormalizedText& normalized,
                   const std::string& request, Decoded& out) const;
    void appendRequest(std::vector<engine::TokenId>& out, const std::string& text) const;
    void appendText(std::vector<engine::TokenId>& out, const std::string& text) const;
    bool appendCalls(std::vector<engine::TokenId>& out, const std::vector<Call>& calls) const;

    std::shared_ptr<const engine::Model> model_;
    std::unique_ptr<engine::Session> session_;
    std::shared_ptr<const engine::FunctionalGrammar> grammar_;
    Marks marks_;
    ModelProtocol protocol_;
    int functions_ = 0;  // that the grammar knows
};

}  // namespace hearth::agent
