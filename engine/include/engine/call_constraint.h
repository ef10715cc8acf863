// Holds an answer to the calls that may be made in it: free text until the model begins a call in the form of
// its chat template (AnswerParser), from there on one of the offered tools with arguments after its schema,
// then free text again. Under this constraint every call that is begun and ended can be read. Where the
// answer itself has a form too, it is that or calls, and nothing beside.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "engine/constraint.h"

namespace hearth::engine {

struct CallOptions {
    std::string templateSource;  // as for the AnswerParser
    std::string tools = "[]";    // JSON list of the tools offered, as given to the template
    std::string prompt;          // the rendered prompt, or its end: tells whether reasoning is already open
    int maxCalls = 8;            // of one answer: then it ends
    bool required = false;       // the answer begins with a call
    std::string answerSchema = {};  // JSON Schema of an answer that calls nothing; empty: free text
};

// The tokenizer must outlive it. Schemas that no grammar can hold to are offered as any object. Errors:
// Unsupported for a vocabulary without a token that ends an answer, and where there is an answerSchema, for a
// form of calls whose grammar is not known; those of jsonSchemaToGrammar.
base::Result<std::unique_ptr<TokenConstraint>> makeCallConstraint(const Tokenizer& tokenizer,
                                                                  const CallOptions& options);

}  // namespace hearth::engine
