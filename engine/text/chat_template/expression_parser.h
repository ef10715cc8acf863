// Jinja's expressions, by recursive descent over the tokens of a template. The order of binding, loosest
// first: if-else, or, and, not, comparison, + -, ~, * / // %, **, sign, then attributes, items, calls,
// filters and tests. Used by one thread, for one template.
#pragma once

#include <algorithm>
#include <set>
#include <string>

#include "text/chat_template/lexer.h"
#include "text/chat_template/syntax.h"

namespace hearth::engine::chat_template {

class ExpressionParser {
  protected:
    using Kind = Token::Kind;
    static constexpr int kMaxNesting = 200;

    explicit ExpressionParser(const std::string& source) : tokens_(tokenize(source)) {}

    struct Nested {
        explicit Nested(ExpressionParser& of) : parser(of) {
            if (++parser.depth_ > kMaxNesting) parser.failHere("the template is nested too deeply");
        }
        ~Nested() { --parser.depth_; }
        Nested(const Nested&) = delete;
        Nested& operator=(const Nested&) = delete;
        ExpressionParser& parser;
    };

    [[noreturn]] void failHere(const std::string& message) const { throw TemplateError(message, now().line); }

    const Token& now() const { return tokens_[at_]; }
    const Token& next() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
    int line() const { return now().line; }
    void skip() {
        if (at_ + 1 < tokens_.size()) ++at_;
    }
    bool isOperator(std::string_view op) const { return now().kind == Kind::Operator && now().text == op; }
    bool isName(std::string_view name) const { return now().kind == Kind::Name && now().text == name; }
    bool takeOperator(std::string_view op) {
        if (!isOperator(op)) return false;
        skip();
        return true;
    }
    bool takeName(std::string_view name) {
        if (!isName(name)) return false;
        skip();
        return true;
    }
    void expectOperator(std::string_view op) {
        if (!takeOperator(op)) failHere("'" + std::string(op) + "' is missing before " + described());
    }
    std::string expectName() {
        if (now().kind != Kind::Name) failHere("a name is missing before " + described());
        std::string name = now().text;
        skip();
        return name;
    }
    void expectBlockEnd() {
        if (now().kind != Kind::BlockEnd) failHere("the tag should end before " + described());
        skip();
    }
    std::string described() const {
        if (now().kind == Kind::End) return "the end of the template";
        if (now().kind == Kind::BlockEnd || now().kind == Kind::VariableEnd) return "the end of the tag";
        return "'" + now().text + "'";
    }

    // A tuple where commas follow, as in "for a, b in …"; `conditional`: it may hold "x if y else z".
    ExpressionPtr parseTuple(bool conditional = true);
    ExpressionPtr parseExpression();
    std::unique_ptr<FilterExpression> parseFilter(ExpressionPtr input);

    std::set<std::string> namesRead_;  // every variable that expressions name

  private:
    ExpressionPtr binary(int at, std::string op, ExpressionPtr left, ExpressionPtr right);
    ExpressionPtr parseOr();
    ExpressionPtr parseAnd();
    ExpressionPtr parseNot();
    ExpressionPtr parseComparison();
    ExpressionPtr parseLevel(std::size_t level);
    ExpressionPtr parseUnary(bool withFilters);
    ExpressionPtr parsePrimary();
    ExpressionPtr namedValue(const Token& token);
    static Value integerValue(const Token& token);
    ExpressionPtr parseString();
    ExpressionPtr parseListLiteral();
    ExpressionPtr parseDictLiteral();
    ExpressionPtr parsePostfix(ExpressionPtr value);
    ExpressionPtr parseDot(int at, ExpressionPtr object);
    ExpressionPtr parseSubscript(int at, ExpressionPtr object);
    ExpressionPtr parseFilters(ExpressionPtr value);
    ExpressionPtr parseTest(ExpressionPtr input);
    CallArguments parseArguments();

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace hearth::engine::chat_template
