// What a functional answer may look like: one token a function, one token an argument, values copied out of
// the user's own request or chosen from a fixed list, an end token. Under this constraint every answer
// parses, whatever the model does (TECHNIQUES note A: Octopus v2's functional tokens, plus masking).
//
//   answer := call+ END                    at most maxCalls calls
//   call   := <fn:NAME> (<arg:NAME> value)*    only arguments of that function
//   value  := " " word of the argument's list | words that stand together in the request, with the space
//             before them where there is one ("noon" of "(noon)" has none)
//
// A FunctionalGrammar is immutable and shared by any number of constraints on any thread; it must not
// outlive its tokenizer. A FunctionalConstraint follows one answer on one thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/constraint.h"

namespace hearth::engine {

struct FunctionalArgument {
    std::string name;                 // "title": its token is <arg:title>
    std::vector<std::string> values;  // not empty: the value is one of these; else it is copied
};

struct FunctionalFunction {
    std::string name;  // "create_event": its token is <fn:create_event>
    std::vector<FunctionalArgument> arguments;
};

struct FunctionalOptions {
    std::string endToken = "<end>";
    int maxCalls = 4;
    int maxArguments = 12;    // of one call
    int maxValueBytes = 600;  // of one value
};

// A value as it was decoded. For copied values text == request.substr(begin, end - begin); where the same
// words stand in the request several times, the first place is meant.
struct FunctionalValue {
    std::string name;  // of the argument
    std::string text;  // without the space before it
    bool copied = false;
    std::size_t begin = 0;  // bytes of the request, end exclusive; 0, 0 for values of a list
    std::size_t end = 0;
};

struct FunctionalCall {
    std::string name;
    std::vector<FunctionalValue> arguments;
};

class FunctionalConstraint : public TokenConstraint {
  public:
    // The calls so far, without one that only repeats an earlier one. While the answer is incomplete the
    // last call lacks the argument whose value is not finished.
    virtual std::vector<FunctionalCall> calls() const = 0;
};

class FunctionalGrammar {
  public:
    virtual ~FunctionalGrammar() = default;

    // Looks the tokens up by name. Errors: NotFound naming a token that the vocabulary lacks; InvalidInput
    // for a name given twice or a list value that the vocabulary cannot spell. Functions whose token is
    // not in the vocabulary are an error too: pass only what the model knows (`knows`).
    static base::Result<std::shared_ptr<const FunctionalGrammar>> create(
        const Tokenizer& tokenizer, const std::vector<FunctionalFunction>& functions,
        const FunctionalOptions& options = {});

    // True if the vocabulary has the function's token.
    static bool knows(const Tokenizer& tokenizer, std::string_view function);

    // Follows one answer to `request`: the text of this turn exactly as the model reads it (lower-cased,
    // without the space that is put before it).
    virtual std::unique_ptr<FunctionalConstraint> start(std::string_view request) const = 0;
};

}  // namespace hearth::engine
