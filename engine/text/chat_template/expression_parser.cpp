#include "text/chat_template/expression_parser.h"

#include <charconv>
#include <cstdlib>

namespace hearth::engine::chat_template {

ExpressionPtr ExpressionParser::parseTuple(bool conditional) {
    const int at = line();
    ExpressionPtr first = conditional ? parseExpression() : parseOr();
    if (!isOperator(",")) return first;
    auto tuple = std::make_unique<ListLiteral>(at);
    tuple->tuple = true;
    tuple->items.push_back(std::move(first));
    while (takeOperator(",")) {
        if (isOperator(")") || now().kind == Kind::BlockEnd || now().kind == Kind::VariableEnd) break;
        tuple->items.push_back(conditional ? parseExpression() : parseOr());
    }
    return tuple;
}

ExpressionPtr ExpressionParser::parseExpression() {
    const Nested nested(*this);
    ExpressionPtr value = parseOr();
    while (isName("if")) {
        auto node = std::make_unique<Conditional>(line());
        skip();
        node->condition = parseOr();
        node->yes = std::move(value);
        if (takeName("else")) node->no = parseExpression();
        value = std::move(node);
    }
    return value;
}

ExpressionPtr ExpressionParser::binary(int at, std::string op, ExpressionPtr left, ExpressionPtr right) {
    auto node = std::make_unique<Binary>(at);
    node->op = std::move(op);
    node->left = std::move(left);
    node->right = std::move(right);
    return node;
}

ExpressionPtr ExpressionParser::parseOr() {
    ExpressionPtr left = parseAnd();
    for (int at = line(); takeName("or"); at = line()) left = binary(at, "or", std::move(left), parseAnd());
    return left;
}
ExpressionPtr ExpressionParser::parseAnd() {
    ExpressionPtr left = parseNot();
    for (int at = line(); takeName("and"); at = line()) left = binary(at, "and", std::move(left), parseNot());
    return left;
}
ExpressionPtr ExpressionParser::parseNot() {
    const int at = line();
    if (!takeName("not")) return parseComparison();
    const Nested nested(*this);
    auto node = std::make_unique<Unary>(at);
    node->op = "not";
    node->operand = parseNot();
    return node;
}

ExpressionPtr ExpressionParser::parseComparison() {
    const int at = line();
    ExpressionPtr first = parseLevel(0);
    auto node = std::make_unique<Comparison>(at);
    for (;;) {
        std::string op;
        if (now().kind == Kind::Operator && (now().text == "==" || now().text == "!=" || now().text == "<" ||
                                             now().text == "<=" || now().text == ">" || now().text == ">=")) {
            op = now().text;
            skip();
        } else if (takeName("in")) {
            op = "in";
        } else if (isName("not") && next().kind == Kind::Name && next().text == "in") {
            skip();
            skip();
            op = "not in";
        } else {
            break;
        }
        node->rest.emplace_back(op, parseLevel(0));
    }
    if (node->rest.empty()) return first;
    node->first = std::move(first);
    return node;
}

// Left-associative operators by level: 0: + -, 1: ~, 2: * / // %, 3: **.
ExpressionPtr ExpressionParser::parseLevel(std::size_t level) {
    static const std::vector<std::string> kLevels[] = {{"+", "-"}, {"~"}, {"*", "/", "//", "%"}, {"**"}};
    if (level == std::size(kLevels)) return parseUnary(true);
    ExpressionPtr left = parseLevel(level + 1);
    const auto& operators = kLevels[level];
    while (now().kind == Kind::Operator &&
           std::find(operators.begin(), operators.end(), now().text) != operators.end()) {
        const int at = line();
        std::string op = now().text;
        skip();
        left = binary(at, std::move(op), std::move(left), parseLevel(level + 1));
    }
    return left;
}

ExpressionPtr ExpressionParser::parseUnary(bool withFilters) {
    const Nested nested(*this);
    const int at = line();
    ExpressionPtr value;
    if (isOperator("-") || isOperator("+")) {
        auto node = std::make_unique<Unary>(at);
        node->op = now().text;
        skip();
        node->operand = parseUnary(false);
        value = std::move(node);
    } else {
        value = parsePrimary();
    }
    value = parsePostfix(std::move(value));
    return withFilters ? parseFilters(std::move(value)) : std::move(value);
}

ExpressionPtr ExpressionParser::parsePrimary() {
    const Token token = now();
    switch (token.kind) {
        case Kind::Name:
            skip();
            return namedValue(token);
        case Kind::String:
            return parseString();
        case Kind::Integer:
            skip();
            return std::make_unique<Literal>(token.line, integerValue(token));
        case Kind::Float:
            skip();
            return std::make_unique<Literal>(token.line, Value(std::strtod(token.text.c_str(), nullptr)));
        default:
            break;
    }
    if (takeOperator("(")) {
        if (takeOperator(")")) {
            auto empty = std::make_unique<ListLiteral>(token.line);
            empty->tuple = true;
            return empty;
        }
        ExpressionPtr inner = parseTuple();
        expectOperator(")");
        return inner;
    }
    if (isOperator("[")) return parseListLiteral();
    if (isOperator("{")) return parseDictLiteral();
    failHere("a value is missing before " + described());
}

ExpressionPtr ExpressionParser::namedValue(const Token& token) {
    const std::string& name = token.text;
    if (name == "true" || name == "True") return std::make_unique<Literal>(token.line, Value(true));
    if (name == "false" || name == "False") return std::make_unique<Literal>(token.line, Value(false));
    if (name == "none" || name == "None") return std::make_unique<Literal>(token.line, Value(None{}));
    namesRead_.insert(name);
    return std::make_unique<Name>(token.line, name);
}

Value ExpressionParser::integerValue(const Token& token) {
    std::int64_t number = 0;
    const char* end = token.text.data() + token.text.size();
    if (std::from_chars(token.text.data(), end, number).ec != std::errc{})
        throw TemplateError("the number " + token.text + " is too large", token.line);
    return number;
}

ExpressionPtr ExpressionParser::parseString() {
    const int at = line();
    std::string text;
    for (; now().kind == Kind::String; skip()) text += now().text;
    return std::make_unique<Literal>(at, Value(std::move(text)));
}

ExpressionPtr ExpressionParser::parseListLiteral() {
    auto list = std::make_unique<ListLiteral>(line());
    expectOperator("[");
    while (!takeOperator("]")) {
        list->items.push_back(parseExpression());
        if (!isOperator("]")) expectOperator(",");
    }
    return list;
}

ExpressionPtr ExpressionParser::parseDictLiteral() {
    auto dict = std::make_unique<DictLiteral>(line());
    expectOperator("{");
    while (!takeOperator("}")) {
        ExpressionPtr key = parseExpression();
        expectOperator(":");
        dict->entries.emplace_back(std::move(key), parseExpression());
        if (!isOperator("}")) expectOperator(",");
    }
    return dict;
}

// .name, [item], [a:b:c], (arguments)
ExpressionPtr ExpressionParser::parsePostfix(ExpressionPtr value) {
    for (;;) {
        const int at = line();
        if (takeOperator(".")) {
            value = parseDot(at, std::move(value));
        } else if (takeOperator("[")) {
            value = parseSubscript(at, std::move(value));
        } else if (isOperator("(")) {
            auto call = std::make_unique<CallExpression>(at);
            call->callee = std::move(value);
            call->arguments = parseArguments();
            value = std::move(call);
        } else {
            return value;
        }
    }
}

ExpressionPtr ExpressionParser::parseDot(int at, ExpressionPtr object) {
    if (now().kind == Kind::Integer) {
        auto item = std::make_unique<Item>(at);
        item->object = std::move(object);
        item->key = parsePrimary();
        return item;
    }
    auto attribute = std::make_unique<Attribute>(at);
    attribute->object = std::move(object);
    attribute->name = expectName();
    return attribute;
}

ExpressionPtr ExpressionParser::parseSubscript(int at, ExpressionPtr object) {
    ExpressionPtr start;
    if (!isOperator(":")) start = parseTuple();
    if (takeOperator("]")) {
        auto item = std::make_unique<Item>(at);
        item->object = std::move(object);
        item->key = std::move(start);
        return item;
    }
    auto slice = std::make_unique<Slice>(at);
    slice->object = std::move(object);
    slice->start = std::move(start);
    expectOperator(":");
    if (!isOperator("]") && !isOperator(":")) slice->stop = parseExpression();
    if (takeOperator(":") && !isOperator("]")) slice->stride = parseExpression();
    expectOperator("]");
    return slice;
}

ExpressionPtr ExpressionParser::parseFilters(ExpressionPtr value) {
    for (;;) {
        if (takeOperator("|")) {
            value = parsePostfix(parseFilter(std::move(value)));
        } else if (isName("is")) {
            value = parseTest(std::move(value));
        } else {
            return value;
        }
    }
}

std::unique_ptr<FilterExpression> ExpressionParser::parseFilter(ExpressionPtr input) {
    auto filter = std::make_unique<FilterExpression>(line());
    filter->input = std::move(input);
    filter->name = expectName();
    if (isOperator("(")) filter->arguments = parseArguments();
    return filter;
}

ExpressionPtr ExpressionParser::parseTest(ExpressionPtr input) {
    auto test = std::make_unique<TestExpression>(line());
    skip();  // is
    const bool negated = takeName("not");
    test->input = std::move(input);
    test->name = expectName();
    const bool value = now().kind == Kind::Name || now().kind == Kind::String ||
                       now().kind == Kind::Integer || now().kind == Kind::Float || isOperator("[") ||
                       isOperator("{");
    if (isOperator("(")) {
        test->arguments = parseArguments();
    } else if (value && !isName("else") && !isName("or") && !isName("and") && !isName("if") &&
               !isName("is") && !isName("not") && !isName("in") && !isName("recursive")) {
        test->arguments.positional.push_back(parsePostfix(parsePrimary()));
    }
    if (!negated) return test;
    auto node = std::make_unique<Unary>(test->line);
    node->op = "not";
    node->operand = std::move(test);
    return node;
}

CallArguments ExpressionParser::parseArguments() {
    CallArguments arguments;
    expectOperator("(");
    while (!takeOperator(")")) {
        if (takeOperator("**")) {
            arguments.spreadNamed = parseExpression();
        } else if (takeOperator("*")) {
            arguments.spread = parseExpression();
        } else if (now().kind == Kind::Name && next().kind == Kind::Operator && next().text == "=") {
            std::string name = expectName();
            skip();
            arguments.named.emplace_back(std::move(name), parseExpression());
        } else {
            if (!arguments.named.empty()) failHere("an argument without a name follows one with a name");
            arguments.positional.push_back(parseExpression());
        }
        if (!isOperator(")")) expectOperator(",");
    }
    return arguments;
}

}  // namespace hearth::engine::chat_template
