// The tree of a parsed template. Nodes evaluate themselves; a tree is immutable and may be run many times.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "text/chat_template/runtime.h"

namespace hearth::engine::chat_template {

struct Expression {
    explicit Expression(int atLine) : line(atLine) {}
    virtual ~Expression() = default;
    virtual Value evaluate(Scope& scope) const = 0;
    int line;
};
using ExpressionPtr = std::unique_ptr<Expression>;

struct CallArguments {
    std::vector<ExpressionPtr> positional;
    std::vector<std::pair<std::string, ExpressionPtr>> named;
    ExpressionPtr spread;       // *list
    ExpressionPtr spreadNamed;  // **dict
    Arguments evaluate(Scope& scope) const;
};

struct Literal : Expression {
    Literal(int atLine, Value of) : Expression(atLine), value(std::move(of)) {}
    Value evaluate(Scope&) const override { return value; }
    Value value;
};
struct Name : Expression {
    Name(int atLine, std::string of) : Expression(atLine), name(std::move(of)) {}
    Value evaluate(Scope& scope) const override;
    std::string name;
};
struct ListLiteral : Expression {
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    std::vector<ExpressionPtr> items;
    bool tuple = false;
};
struct DictLiteral : Expression {
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    std::vector<std::pair<ExpressionPtr, ExpressionPtr>> entries;
};
struct Unary : Expression {  // "-", "+" or "not"
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    std::string op;
    ExpressionPtr operand;
};
struct Binary : Expression {  // arithmetic, "~", "and", "or"
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    std::string op;
    ExpressionPtr left, right;
};
struct Comparison : Expression {  // a < b <= c: each pair in turn; also "in" and "not in"
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    ExpressionPtr first;
    std::vector<std::pair<std::string, ExpressionPtr>> rest;
};
struct Conditional : Expression {
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    ExpressionPtr condition, yes, no;  // `no` may be missing
};
struct Attribute : Expression {
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    ExpressionPtr object;
    std::string name;
};
struct Item : Expression {
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    ExpressionPtr object, key;
};
struct Slice : Expression {
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    ExpressionPtr object, start, stop, stride;  // each but the first may be missing
};
struct CallExpression : Expression {
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    ExpressionPtr callee;
    CallArguments arguments;
};
struct FilterExpression : Expression {
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    ExpressionPtr input;  // missing inside {% filter %}: see `apply`
    std::string name;
    CallArguments arguments;
    Value apply(Scope& scope, const Value& value) const;
};
struct TestExpression : Expression {
    using Expression::Expression;
    Value evaluate(Scope& scope) const override;
    ExpressionPtr input;
    std::string name;
    CallArguments arguments;
};

enum class Flow { Normal, Break, Continue };

struct Statement {
    explicit Statement(int atLine) : line(atLine) {}
    virtual ~Statement() = default;
    virtual Flow run(Scope& scope, std::string& out) const = 0;
    int line;
};
using Block = std::vector<std::unique_ptr<Statement>>;
Flow runBlock(const Block& block, Scope& scope, std::string& out);

// What a value is assigned to: a name, several names, or an attribute of a namespace.
struct Target {
    std::vector<Target> parts;  // of a tuple
    std::string name;
    std::string attribute;  // not empty: name.attribute
    void assign(Scope& scope, const Value& value) const;
};

struct Data : Statement {
    using Statement::Statement;
    Flow run(Scope&, std::string& out) const override;
    std::string text;
};
struct Print : Statement {
    using Statement::Statement;
    Flow run(Scope& scope, std::string& out) const override;
    ExpressionPtr value;
};
struct If : Statement {
    using Statement::Statement;
    Flow run(Scope& scope, std::string& out) const override;
    std::vector<std::pair<ExpressionPtr, Block>> branches;
    Block otherwise;
};
struct For : Statement {
    using Statement::Statement;
    Flow run(Scope& scope, std::string& out) const override;
    Target target;
    ExpressionPtr sequence, condition;
    Block body, otherwise;
    bool recursive = false;

  private:
    Flow walk(Scope& scope, std::string& out, const Value& sequence, int depth) const;
    std::vector<Value> filtered(Scope& scope, std::vector<Value> items) const;
    Value loopVariable(Scope& scope, const std::vector<Value>& items, std::size_t index, int depth,
                       std::shared_ptr<Value> changed) const;
};
struct Set : Statement {
    using Statement::Statement;
    Flow run(Scope& scope, std::string& out) const override;
    Target target;
    ExpressionPtr value;
};
struct SetBlock : Statement {
    using Statement::Statement;
    Flow run(Scope& scope, std::string& out) const override;
    Target target;
    Block body;
    std::vector<std::unique_ptr<FilterExpression>> filters;
};
struct With : Statement {
    using Statement::Statement;
    Flow run(Scope& scope, std::string& out) const override;
    std::vector<std::pair<Target, ExpressionPtr>> variables;
    Block body;
};
struct FilterBlock : Statement {
    using Statement::Statement;
    Flow run(Scope& scope, std::string& out) const override;
    std::vector<std::unique_ptr<FilterExpression>> filters;
    Block body;
};
struct Group : Statement {  // {% generation %}: its body
    using Statement::Statement;
    Flow run(Scope& scope, std::string& out) const override;
    Block body;
};
struct LoopControl : Statement {
    LoopControl(int atLine, Flow of) : Statement(atLine), flow(of) {}
    Flow run(Scope&, std::string&) const override { return flow; }
    Flow flow;
};
struct MacroBody {
    std::string name;
    std::vector<std::pair<std::string, ExpressionPtr>> parameters;  // name, default (may be missing)
    Block body;
    bool readsVarargs = false, readsKwargs = false, readsCaller = false;
    Value bind(Scope& scope, int line) const;  // a function that runs the body

  private:
    void takeArguments(Scope& inner, const Arguments& given) const;
};
struct Macro : Statement {
    using Statement::Statement;
    Flow run(Scope& scope, std::string& out) const override;
    MacroBody macro;
};
struct CallBlock : Statement {
    using Statement::Statement;
    Flow run(Scope& scope, std::string& out) const override;
    ExpressionPtr call;  // a CallExpression
    MacroBody caller;
};

// Throws TemplateError with the line.
Block parseTemplate(const std::string& source);

}  // namespace hearth::engine::chat_template
