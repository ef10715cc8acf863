// Jinja's grammar, by recursive descent. The order of binding, loosest first: if-else, or, and, not,
// comparison,
// + -, ~, * / // %, **, sign, then attributes, items, calls, filters and tests.
#include <algorithm>
#include <charconv>
#include <set>

#include "text/chat_template/lexer.h"
#include "text/chat_template/syntax.h"

namespace hearth::engine::chat_template {
namespace {

using Kind = Token::Kind;
constexpr int kMaxNesting = 200;

class Parser {
  public:
    explicit Parser(const std::string& source) : tokens_(tokenize(source)) {}

    Block parse() {
        std::string ended;
        return parseBlock({}, ended);
    }

  private:
    struct Nested {
        explicit Nested(Parser& of) : parser(of) {
            if (++parser.depth_ > kMaxNesting) parser.failHere("the template is nested too deeply");
        }
        ~Nested() { --parser.depth_; }
        Parser& parser;
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

    // ---- statements

    // Statements up to a tag named in `ends`, whose name is given back in `ended`; its "%}" is not read.
    Block parseBlock(const std::set<std::string>& ends, std::string& ended) {
        const Nested nested(*this);
        const int openedAt = line();
        Block block;
        while (now().kind != Kind::End) {
            if (now().kind == Kind::Data) {
                auto data = std::make_unique<Data>(line());
                data->text = now().text;
                skip();
                block.push_back(std::move(data));
            } else if (now().kind == Kind::VariableBegin) {
                skip();
                auto print = std::make_unique<Print>(line());
                print->value = parseTuple();
                if (now().kind != Kind::VariableEnd) failHere("'}}' is missing before " + described());
                skip();
                block.push_back(std::move(print));
            } else {
                skip();  // {%
                if (now().kind == Kind::Name && ends.count(now().text)) {
                    ended = now().text;
                    skip();
                    return block;
                }
                block.push_back(parseStatement());
            }
        }
        if (!ends.empty()) throw TemplateError("{% " + *ends.rbegin() + " %} is missing", openedAt);
        return block;
    }

    Block parseBody(const std::string& end) {
        expectBlockEnd();
        std::string ended;
        Block body = parseBlock({end}, ended);
        if (end == "endmacro" || end == "endblock") takeOptionalName();
        expectBlockEnd();
        return body;
    }
    void takeOptionalName() {
        if (now().kind == Kind::Name) skip();
    }

    std::unique_ptr<Statement> parseStatement() {
        const int at = line();
        const std::string keyword = expectName();
        if (keyword == "if") return parseIf(at);
        if (keyword == "for") return parseFor(at);
        if (keyword == "set") return parseSet(at);
        if (keyword == "macro") return parseMacro(at);
        if (keyword == "call") return parseCall(at);
        if (keyword == "with") return parseWith(at);
        if (keyword == "filter") return parseFilterBlock(at);
        if (keyword == "generation") {
            auto group = std::make_unique<Group>(at);
            group->body = parseBody("endgeneration");
            return group;
        }
        if (keyword == "break" || keyword == "continue") {
            expectBlockEnd();
            return std::make_unique<LoopControl>(at, keyword == "break" ? Flow::Break : Flow::Continue);
        }
        throw TemplateError("the tag '" + keyword + "' is not known", at);
    }

    std::unique_ptr<Statement> parseIf(int at) {
        auto node = std::make_unique<If>(at);
        std::string ended = "elif";
        while (ended == "elif") {
            ExpressionPtr condition = parseTuple();
            expectBlockEnd();
            Block body = parseBlock({"elif", "else", "endif"}, ended);
            node->branches.emplace_back(std::move(condition), std::move(body));
        }
        if (ended == "else") {
            expectBlockEnd();
            node->otherwise = parseBlock({"endif"}, ended);
        }
        expectBlockEnd();
        return node;
    }

    std::unique_ptr<Statement> parseFor(int at) {
        auto node = std::make_unique<For>(at);
        node->target = parseTarget();
        if (!takeName("in")) failHere("'in' is missing before " + described());
        node->sequence = parseTuple(false);
        if (takeName("if")) node->condition = parseExpression();
        node->recursive = takeName("recursive");
        expectBlockEnd();
        std::string ended;
        node->body = parseBlock({"else", "endfor"}, ended);
        if (ended == "else") {
            expectBlockEnd();
            node->otherwise = parseBlock({"endfor"}, ended);
        }
        expectBlockEnd();
        return node;
    }

    Target parseTarget() {
        Target first = parseTargetPart();
        if (!isOperator(",")) return first;
        Target tuple;
        tuple.parts.push_back(std::move(first));
        while (takeOperator(","))
            if (now().kind == Kind::Name && !isName("in")) tuple.parts.push_back(parseTargetPart());
        return tuple;
    }
    Target parseTargetPart() {
        if (takeOperator("(")) {
            Target inner = parseTarget();
            expectOperator(")");
            return inner;
        }
        Target target;
        target.name = expectName();
        if (takeOperator(".")) target.attribute = expectName();
        return target;
    }

    std::unique_ptr<Statement> parseSet(int at) {
        Target target = parseTarget();
        if (takeOperator("=")) {
            auto node = std::make_unique<Set>(at);
            node->target = std::move(target);
            node->value = parseTuple();
            expectBlockEnd();
            return node;
        }
        auto node = std::make_unique<SetBlock>(at);
        node->target = std::move(target);
        while (takeOperator("|")) node->filters.push_back(parseFilter(nullptr));
        node->body = parseBody("endset");
        return node;
    }

    std::unique_ptr<Statement> parseMacro(int at) {
        auto node = std::make_unique<Macro>(at);
        node->macro.name = expectName();
        expectOperator("(");
        parseParameters(node->macro);
        node->macro.body = parseBody("endmacro");
        return node;
    }
    void parseParameters(MacroBody& macro) {
        while (!takeOperator(")")) {
            std::string name = expectName();
            ExpressionPtr fallback = takeOperator("=") ? parseExpression() : nullptr;
            macro.parameters.emplace_back(std::move(name), std::move(fallback));
            if (!isOperator(")")) expectOperator(",");
        }
    }

    std::unique_ptr<Statement> parseCall(int at) {
        auto node = std::make_unique<CallBlock>(at);
        node->caller.name = "caller";
        if (takeOperator("(")) parseParameters(node->caller);
        node->call = parseExpression();
        if (!dynamic_cast<CallExpression*>(node->call.get()))
            throw TemplateError("{% call %} needs a call", at);
        node->caller.body = parseBody("endcall");
        return node;
    }

    std::unique_ptr<Statement> parseWith(int at) {
        auto node = std::make_unique<With>(at);
        while (now().kind == Kind::Name) {
            Target target = parseTargetPart();
            expectOperator("=");
            node->variables.emplace_back(std::move(target), parseExpression());
            if (!takeOperator(",")) break;
        }
        node->body = parseBody("endwith");
        return node;
    }

    std::unique_ptr<Statement> parseFilterBlock(int at) {
        auto node = std::make_unique<FilterBlock>(at);
        do node->filters.push_back(parseFilter(nullptr));
        while (takeOperator("|"));
        node->body = parseBody("endfilter");
        return node;
    }

    // ---- expressions

    ExpressionPtr parseTuple(bool conditional = true) {
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

    ExpressionPtr parseExpression() {
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

    ExpressionPtr binary(int at, std::string op, ExpressionPtr left, ExpressionPtr right) {
        auto node = std::make_unique<Binary>(at);
        node->op = std::move(op);
        node->left = std::move(left);
        node->right = std::move(right);
        return node;
    }

    ExpressionPtr parseOr() {
        ExpressionPtr left = parseAnd();
        for (int at = line(); takeName("or"); at = line())
            left = binary(at, "or", std::move(left), parseAnd());
        return left;
    }
    ExpressionPtr parseAnd() {
        ExpressionPtr left = parseNot();
        for (int at = line(); takeName("and"); at = line())
            left = binary(at, "and", std::move(left), parseNot());
        return left;
    }
    ExpressionPtr parseNot() {
        const int at = line();
        if (!takeName("not")) return parseComparison();
        const Nested nested(*this);
        auto node = std::make_unique<Unary>(at);
        node->op = "not";
        node->operand = parseNot();
        return node;
    }

    ExpressionPtr parseComparison() {
        const int at = line();
        ExpressionPtr first = parseLevel(0);
        auto node = std::make_unique<Comparison>(at);
        for (;;) {
            std::string op;
            if (now().kind == Kind::Operator &&
                (now().text == "==" || now().text == "!=" || now().text == "<" || now().text == "<=" ||
                 now().text == ">" || now().text == ">=")) {
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
    ExpressionPtr parseLevel(std::size_t level) {
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

    ExpressionPtr parseUnary(bool withFilters) {
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

    ExpressionPtr parsePrimary() {
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
                return std::make_unique<Literal>(token.line, Value(std::stod(token.text)));
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

    static ExpressionPtr namedValue(const Token& token) {
        const std::string& name = token.text;
        if (name == "true" || name == "True") return std::make_unique<Literal>(token.line, Value(true));
        if (name == "false" || name == "False") return std::make_unique<Literal>(token.line, Value(false));
        if (name == "none" || name == "None") return std::make_unique<Literal>(token.line, Value(None{}));
        return std::make_unique<Name>(token.line, name);
    }

    static Value integerValue(const Token& token) {
        std::int64_t number = 0;
        const char* end = token.text.data() + token.text.size();
        if (std::from_chars(token.text.data(), end, number).ec != std::errc{})
            throw TemplateError("the number " + token.text + " is too large", token.line);
        return number;
    }

    ExpressionPtr parseString() {
        const int at = line();
        std::string text;
        for (; now().kind == Kind::String; skip()) text += now().text;
        return std::make_unique<Literal>(at, Value(std::move(text)));
    }

    ExpressionPtr parseListLiteral() {
        auto list = std::make_unique<ListLiteral>(line());
        expectOperator("[");
        while (!takeOperator("]")) {
            list->items.push_back(parseExpression());
            if (!isOperator("]")) expectOperator(",");
        }
        return list;
    }

    ExpressionPtr parseDictLiteral() {
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
    ExpressionPtr parsePostfix(ExpressionPtr value) {
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

    ExpressionPtr parseDot(int at, ExpressionPtr object) {
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

    ExpressionPtr parseSubscript(int at, ExpressionPtr object) {
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

    ExpressionPtr parseFilters(ExpressionPtr value) {
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

    std::unique_ptr<FilterExpression> parseFilter(ExpressionPtr input) {
        auto filter = std::make_unique<FilterExpression>(line());
        filter->input = std::move(input);
        filter->name = expectName();
        if (isOperator("(")) filter->arguments = parseArguments();
        return filter;
    }

    ExpressionPtr parseTest(ExpressionPtr input) {
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

    CallArguments parseArguments() {
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

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace

Block parseTemplate(const std::string& source) {
    return Parser(source).parse();
}

}  // namespace hearth::engine::chat_template
