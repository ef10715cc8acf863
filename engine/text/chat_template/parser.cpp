// Jinja's statements, by recursive descent.
#include <utility>

#include "text/chat_template/expression_parser.h"

namespace hearth::engine::chat_template {
namespace {

class Parser : ExpressionParser {
  public:
    explicit Parser(const std::string& source) : ExpressionParser(source) {}

    Block parse() {
        std::string ended;
        return parseBlock({}, ended);
    }

  private:
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
        if (keyword == "generation" || keyword == "block" || keyword == "autoescape")
            return parseGroup(at, keyword);
        if (keyword == "break" || keyword == "continue") {
            expectBlockEnd();
            return std::make_unique<LoopControl>(at, keyword == "break" ? Flow::Break : Flow::Continue);
        }
        throw TemplateError("the tag '" + keyword + "' is not known", at);
    }

    // What only wraps its body: a block that no other template replaces, and escaping that stays off.
    std::unique_ptr<Statement> parseGroup(int at, const std::string& keyword) {
        if (keyword == "block") expectName();
        if (keyword == "autoescape" && !takeName("false") && !takeName("False"))
            throw TemplateError("automatic escaping is not supported", at);
        auto group = std::make_unique<Group>(at);
        group->body = parseBody("end" + keyword);
        return group;
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
            if ((now().kind == Kind::Name && !isName("in")) || isOperator("("))
                tuple.parts.push_back(parseTargetPart());
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
        parseMacroBody(node->macro, "endmacro");
        return node;
    }
    // As in Jinja, a macro takes more arguments than it names only where it reads them.
    void parseMacroBody(MacroBody& macro, const std::string& end) {
        std::set<std::string> outside;
        outside.swap(namesRead_);
        macro.body = parseBody(end);
        macro.readsVarargs = namesRead_.count("varargs") > 0;
        macro.readsKwargs = namesRead_.count("kwargs") > 0;
        macro.readsCaller = namesRead_.count("caller") > 0;
        namesRead_.merge(outside);
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
        parseMacroBody(node->caller, "endcall");
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
};

}  // namespace

Block parseTemplate(const std::string& source) {
    return Parser(source).parse();
}

}  // namespace hearth::engine::chat_template
