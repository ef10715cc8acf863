// Grammars of calls: for each form in which models print calls, what may follow the marker that opens one,
// for the tools that were offered. The counterpart of the readers in text/answer. Used on one thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/tokenizer.h"
#include "text/answer/format.h"

namespace hearth::engine::calls {

using answer::Json;

class CallGrammar {
  public:
    // `tools`: JSON list as for the AnswerParser. The views must outlive it.
    CallGrammar(const Tokenizer& tokenizer, std::string_view templateSource, const std::string& tools);

    bool empty() const { return tools_.empty(); }  // nothing was offered

    // Each gives a whole grammar. Nothing: no grammar is known for that form.
    std::optional<std::string> after(const answer::Section& section);
    std::string bareJson();                                   // an answer that is a JSON call (Llama)
    std::string barePython();                                 // or a list of Python's (Llama)
    std::string harmony();                                    // what follows "to="
    std::string opening(const answer::AnswerFormat& format);  // the marker that opens a call
    // A whole answer: what `answerGrammar` describes, or at most `most` calls.
    std::optional<std::string> callsOr(const std::string& answerGrammar, const answer::AnswerFormat& format,
                                       int most);

  private:
    struct Tool {
        std::string name;
        Json parameters;  // an object's schema
    };
    // What stands around an argument and between two.
    struct Style {
        std::string beforeKey, afterKey, afterValue, between;
        std::string (CallGrammar::*value)(const Json& schema);
    };

    std::string whole(const std::string& root);  // the rules gathered so far, with this root
    std::string rule(const std::string& body);
    std::string embedded(const Json& schema);  // its root's name
    std::string mark(std::string_view text) const;
    std::string anyTool(const std::string& before, const std::string& after,
                        std::string (CallGrammar::*arguments)(const Tool&));

    std::string objectOf(const Tool& tool) { return embedded(tool.parameters); }
    std::string gemmaOf(const Tool& tool);
    std::string pythonOf(const Tool& tool);
    std::string parametersOf(const Tool& tool);
    std::string argKeysOf(const Tool& tool);
    std::string argumentList(const Tool& tool, const Style& style);

    std::string jsonValue(const Json& schema) { return embedded(schema); }
    std::string gemmaValue(const Json& schema);
    std::string tagValue(const Json& schema);

    std::optional<std::string> bodyAfter(const answer::Section& section);
    std::optional<std::string> callsOf(const answer::Section& section, int most);
    std::string frameOf(const answer::AnswerFormat& format);
    std::string bareCall();
    std::string harmonyBody();
    std::string jsonCall(const std::vector<std::string>& argumentKeys, const char* nameKey = "name");
    std::string keyedCall();
    std::string listOf(const std::string& call);
    std::string pythonList();
    std::string tagged(const answer::Section& section);
    std::string mistral();
    std::string separated();
    std::string json(const answer::Section& section);

    const Tokenizer& tokenizer_;
    std::string_view source_;
    std::vector<Tool> tools_;
    std::string rules_;
    int count_ = 0;
};

}  // namespace hearth::engine::calls
