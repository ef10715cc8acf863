// The tests after "is".
#include <map>

#include "text/chat_template/case.h"
#include "text/chat_template/print.h"
#include "text/chat_template/runtime.h"

namespace hearth::engine::chat_template {
namespace {

using Test = bool (*)(const Value&, const Arguments&);

const Value& testArgument(const Arguments& given) {
    if (given.positional.empty()) throw TemplateError("this test needs a value to compare with");
    return given.positional[0];
}

bool cased(const Value& value, bool (*wanted)(const std::string&)) {
    bool any = false;
    for (const auto& c : characters(toText(value))) {
        if (!isUpper(c) && !isLower(c) && !isTitle(c)) continue;
        if (!wanted(c)) return false;
        any = true;
    }
    return any;
}

const std::map<std::string, Test>& tests() {
    static const std::map<std::string, Test> table = [] {
        std::map<std::string, Test> t;
        t["defined"] = [](const Value& v, const Arguments&) { return !v.isUndefined(); };
        t["undefined"] = [](const Value& v, const Arguments&) { return v.isUndefined(); };
        t["none"] = [](const Value& v, const Arguments&) { return v.isNone(); };
        t["string"] = [](const Value& v, const Arguments&) { return v.isString(); };
        t["number"] = [](const Value& v, const Arguments&) { return v.isNumber(); };
        t["integer"] = [](const Value& v, const Arguments&) { return v.isInteger(); };
        t["float"] = [](const Value& v, const Arguments&) { return v.isFloat(); };
        t["boolean"] = [](const Value& v, const Arguments&) { return v.isBool(); };
        t["true"] = [](const Value& v, const Arguments&) { return v.isBool() && v.truthy(); };
        t["false"] = [](const Value& v, const Arguments&) { return v.isBool() && !v.truthy(); };
        t["mapping"] = [](const Value& v, const Arguments&) { return v.isDict() && !v.dict().isNamespace; };
        t["sequence"] = [](const Value& v, const Arguments&) {
            return v.isString() || v.isDict() || v.isUndefined() || (v.isList() && v.list().isSequence());
        };
        t["escaped"] = [](const Value& v, const Arguments&) { return v.isMarkup(); };
        t["iterable"] = [](const Value& v, const Arguments&) {
            return v.isString() || v.isDict() || v.isUndefined() || v.isList();
        };
        t["callable"] = [](const Value& v, const Arguments&) {
            return v.isFunction() || (v.isDict() && v.dict().named("__call__"));
        };
        t["even"] = [](const Value& v, const Arguments&) { return v.integer() % 2 == 0; };
        t["odd"] = [](const Value& v, const Arguments&) { return v.integer() % 2 != 0; };
        t["divisibleby"] = [](const Value& v, const Arguments& g) {
            const std::int64_t by = testArgument(g).integer();
            if (by == 0) throw TemplateError("division by zero");
            return by == -1 || v.integer() % by == 0;
        };
        t["lower"] = [](const Value& v, const Arguments&) { return cased(v, isLower); };
        t["upper"] = [](const Value& v, const Arguments&) { return cased(v, isUpper); };
        t["sameas"] = [](const Value& v, const Arguments& g) {
            return std::string_view(v.typeName()) == testArgument(g).typeName() && equal(v, testArgument(g));
        };
        t["in"] = [](const Value& v, const Arguments& g) { return contains(testArgument(g), v); };
        t["eq"] = t["equalto"] =
            t["=="] = [](const Value& v, const Arguments& g) { return equal(v, testArgument(g)); };
        t["ne"] = t["!="] = [](const Value& v, const Arguments& g) { return !equal(v, testArgument(g)); };
        t["lt"] = t["lessthan"] =
            t["<"] = [](const Value& v, const Arguments& g) { return compare(v, testArgument(g)) < 0; };
        t["le"] =
            t["<="] = [](const Value& v, const Arguments& g) { return compare(v, testArgument(g)) <= 0; };
        t["gt"] = t["greaterthan"] =
            t[">"] = [](const Value& v, const Arguments& g) { return compare(v, testArgument(g)) > 0; };
        t["ge"] =
            t[">="] = [](const Value& v, const Arguments& g) { return compare(v, testArgument(g)) >= 0; };
        t["filter"] = [](const Value& v, const Arguments&) { return findFilter(toText(v)) != nullptr; };
        t["test"] = [](const Value& v, const Arguments&) { return tests().count(toText(v)) > 0; };
        return t;
    }();
    return table;
}

}  // namespace

bool isTest(const std::string& name) {
    return tests().count(name) > 0;
}

bool runTest(Runtime& runtime, const std::string& name, const Value& input, const Arguments& given) {
    runtime.step();
    const auto found = tests().find(name);
    if (found == tests().end()) throw TemplateError("there is no test '" + name + "'");
    return found->second(input, given);
}

}  // namespace hearth::engine::chat_template
