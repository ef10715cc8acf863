// JSON Schema → grammar text, one rule a schema. Everything that the grammar allows satisfies the schema; not
// everything that the schema allows is in the grammar (properties come in the order in which they are
// written, an object with `properties` and no `additionalProperties` has no others, numbers are of at most 15
// digits, an object with patternProperties has no properties but those and named ones). Of oneOf it is not
// checked that only one branch holds, nor of patternProperties that only one pattern fits a key. Beside a
// pattern a format says nothing. Used for one schema, on one thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "text/grammar/schema/merge.h"

namespace hearth::engine::grammar {

class SchemaCompiler {
  public:
    explicit SchemaCompiler(const Json& root) : root_(root) {}
    base::Result<std::string> run();

  private:
    using Text = base::Result<std::string>;
    struct Property {
        std::string name;
        std::string value;  // expression
        bool required = false;
    };

    // Each gives an expression: a rule's name or something in parentheses.
    Text schema(const Json& schema, const std::string& pointer);
    Text reference(const Json& schema, const std::string& pointer);
    Text allOf(const Json& schema, const std::string& pointer);
    Text choice(const Json& schema, const std::string& keyword, const std::string& pointer);
    Text values(const Json& schema, const std::string& pointer);
    Text typed(const Json& schema, const std::string& pointer);
    Text ofType(const std::string& type, const Json& schema, const std::string& pointer);
    Text object(const Json& schema, const std::string& pointer);
    Text array(const Json& schema, const std::string& pointer);
    Text string(const Json& schema, const std::string& pointer);
    Text integer(const Json& schema, const std::string& pointer);
    Text number(const Json& schema, const std::string& pointer);
    Text multiples(std::int64_t step, std::int64_t least, std::int64_t most, const std::string& pointer);
    Text distinct(const Json& schema, const std::string& pointer);
    Text patternPairs(const Json& schema, const std::string& pointer);

    base::Result<std::vector<Property>> properties(const Json& schema, const std::string& pointer);
    Text objectRules(const std::vector<Property>& properties, const std::string& more);
    Text members(const Json& schema, const std::string& value, const std::string& pointer);
    base::Result<std::pair<long, long>> counts(const Json& schema, const char* least, const char* most,
                                               const std::string& pointer) const;
    base::Result<const Json*> resolve(const std::string& reference, const std::string& pointer) const;
    base::Result<void> checkKeywords(const Json& schema, const std::string& pointer) const;
    std::string otherKey(const std::vector<std::string>& taken);
    std::string basic(const std::string& name);
    Text rule(const std::string& hint, const std::string& body);

    const Json& root_;
    std::string text_;  // rules so far
    int rules_ = 0;
    int depth_ = 0;
    std::set<std::string> basics_;                   // of those, already written
    std::map<std::string, std::string> references_;  // pointer → rule
    std::set<std::string> open_;                     // references being followed with nothing in between
};

}  // namespace hearth::engine::grammar
