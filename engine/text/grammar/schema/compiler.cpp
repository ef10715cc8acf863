#include "text/grammar/schema/compiler.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "engine/constraint.h"
#include "text/grammar/schema/pieces.h"

namespace hearth::engine::grammar {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr int maxDepth = 150;
constexpr std::size_t maxText = 900'000;

std::string escapedKey(const std::string& key) {  // RFC 6901
    std::string out;
    for (char c : key) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

std::string shown(const std::string& pointer) {
    return pointer.empty() ? "the whole schema" : pointer;
}

// Keywords of which nothing here can make sure that they hold.
bool isKnown(const std::string& keyword) {
    static const std::set<std::string> known = {"type",
                                                "enum",
                                                "const",
                                                "properties",
                                                "required",
                                                "additionalProperties",
                                                "items",
                                                "minItems",
                                                "maxItems",
                                                "prefixItems",
                                                "minLength",
                                                "maxLength",
                                                "pattern",
                                                "format",
                                                "minimum",
                                                "maximum",
                                                "exclusiveMinimum",
                                                "exclusiveMaximum",
                                                "anyOf",
                                                "oneOf",
                                                "allOf",
                                                "$ref",
                                                "$defs",
                                                "definitions",
                                                "patternProperties",
                                                "multipleOf",
                                                "uniqueItems",
                                                "minProperties",
                                                "maxProperties"};
    return known.count(keyword) != 0 || isAnnotation(keyword);
}

Json without(const Json& schema, const std::string& keyword) {
    Json out = schema;
    out.erase(keyword);
    return out;
}

bool onlyAnnotations(const Json& schema) {
    for (const auto& [keyword, value] : schema.items())
        if (!isAnnotation(keyword) && keyword != "$defs" && keyword != "definitions") return false;
    return true;
}

}  // namespace

Result<std::string> SchemaCompiler::rule(const std::string& hint, const std::string& body) {
    const std::string name = hint + "-" + std::to_string(++rules_);
    text_ += name + " ::= " + body + "\n";
    if (text_.size() > maxText) return fail(ErrorCode::Unsupported, "The schema is too large for a grammar");
    return name;
}

// Rules that every schema may need, written once each.
std::string SchemaCompiler::basic(const std::string& name) {
    static const std::map<std::string, std::pair<std::string, std::vector<std::string>>> all = {
        {"ws", {"( \" \" | \"\\n\" [ \\t]{0,40} )?", {}}},
        {"hex", {"[0-9a-fA-F]", {}}},
        // Escaped characters are whole ones: no halves of surrogate pairs.
        {"char",
         {"[^\"\\\\\\x00-\\x1F\\x7F] | \"\\\\\" ([\"\\\\/bfnrt] | \"u\" ([0-9a-cA-CefEF] hex | [dD] [0-7]) "
          "hex hex)",
          {"hex"}}},
        {"string", {"\"\\\"\" char* \"\\\"\"", {"char"}}},
        {"integer", {"\"-\"? (\"0\" | [1-9] [0-9]{0,14})", {}}},
        {"number", {"integer (\".\" [0-9]{1,15})? ([eE] [+\\-]? [0-9]{1,2})?", {"integer"}}},
        {"boolean", {"\"true\" | \"false\"", {}}},
        {"null", {"\"null\"", {}}},
        {"object",
         {"\"{\" ws (string ws \":\" ws value (ws \",\" ws string ws \":\" ws value)* ws)? \"}\"",
          {"ws", "string", "value"}}},
        {"array", {"\"[\" ws (value (ws \",\" ws value)* ws)? \"]\"", {"ws", "value"}}},
        {"value",
         {"object | array | string | number | boolean | null",
          {"object", "array", "string", "number", "boolean", "null"}}},
    };
    if (basics_.insert(name).second) {
        const auto& [body, needs] = all.at(name);
        for (const std::string& other : needs) basic(other);
        text_ += name + " ::= " + body + "\n";
    }
    return name;
}

Result<void> SchemaCompiler::checkKeywords(const Json& schema, const std::string& pointer) const {
    for (const auto& [keyword, value] : schema.items()) {
        if (isKnown(keyword)) continue;
        return fail(ErrorCode::Unsupported, "The keyword \"" + keyword + "\" is not supported in a grammar",
                    pointer + "/" + escapedKey(keyword));
    }
    return {};
}

Result<std::string> SchemaCompiler::schema(const Json& schema, const std::string& pointer) {
    if (schema == true) return basic("value");
    if (schema == false)
        return fail(ErrorCode::InvalidInput, "Nothing satisfies the schema false", shown(pointer));
    if (!schema.is_object())
        return fail(ErrorCode::InvalidInput, "A schema is an object, true or false", shown(pointer));
    if (depth_ >= maxDepth) return fail(ErrorCode::Unsupported, "Schemas are nested too deeply", pointer);
    if (auto checked = checkKeywords(schema, pointer); !checked) return tl::unexpected(checked.error());
    ++depth_;
    auto out = schema.contains("$ref")                               ? reference(schema, pointer)
               : schema.contains("allOf")                            ? allOf(schema, pointer)
               : schema.contains("anyOf")                            ? choice(schema, "anyOf", pointer)
               : schema.contains("oneOf")                            ? choice(schema, "oneOf", pointer)
               : schema.contains("const") || schema.contains("enum") ? values(schema, pointer)
                                                                     : typed(schema, pointer);
    --depth_;
    return out;
}

Result<const Json*> SchemaCompiler::resolve(const std::string& reference, const std::string& pointer) const {
    if (!reference.starts_with('#') || (reference.size() > 1 && reference[1] != '/'))
        return fail(
            ErrorCode::Unsupported,
            "Only references inside the schema (\"#/$defs/…\") are supported, not \"" + reference + "\"",
            pointer + "/$ref");
    try {
        const Json::json_pointer to(reference.substr(1));
        if (root_.contains(to)) return &root_.at(to);
    } catch (const nlohmann::json::exception&) {
        // Malformed: reported as missing.
    }
    return fail(ErrorCode::InvalidInput, "The reference \"" + reference + "\" leads nowhere",
                pointer + "/$ref");
}

Result<std::string> SchemaCompiler::reference(const Json& schema, const std::string& pointer) {
    if (!schema["$ref"].is_string())
        return fail(ErrorCode::InvalidInput, "A reference is a string", pointer + "/$ref");
    const auto target = schema["$ref"].get<std::string>();
    auto found = resolve(target, pointer);
    if (!found) return tl::unexpected(found.error());
    const Json beside = without(schema, "$ref");
    const bool alone = onlyAnnotations(beside);
    if (alone)
        if (const auto known = references_.find(target);
            known != references_.end() && open_.count(target) == 0)
            return known->second;
    if (!open_.insert(target).second)
        return fail(ErrorCode::InvalidInput, "The reference \"" + target + "\" leads back to itself",
                    pointer + "/$ref");
    Result<std::string> out;
    if (alone) {
        const std::string name = "ref-" + std::to_string(++rules_);
        references_[target] = name;
        out = this->schema(**found, target.substr(1));
        if (out) {
            text_ += name + " ::= " + *out + "\n";
            out = name;
        }
    } else {
        auto both = mergeSchemas(**found, beside, pointer);
        out = both ? this->schema(*both, pointer) : Result<std::string>(tl::unexpected(both.error()));
    }
    open_.erase(target);
    return out;
}

Result<std::string> SchemaCompiler::allOf(const Json& schema, const std::string& pointer) {
    if (!schema["allOf"].is_array() || schema["allOf"].empty())
        return fail(ErrorCode::InvalidInput, "allOf is a list of schemas", pointer + "/allOf");
    Json merged = without(schema, "allOf");
    for (std::size_t i = 0; i < schema["allOf"].size(); ++i) {
        const std::string at = pointer + "/allOf/" + std::to_string(i);
        Json part = schema["allOf"][i];
        for (int hops = 0; part.is_object() && part.contains("$ref") && part["$ref"].is_string(); ++hops) {
            if (hops > 20)
                return fail(ErrorCode::InvalidInput, "The reference leads back to itself", at + "/$ref");
            auto found = resolve(part["$ref"].get<std::string>(), at);
            if (!found) return tl::unexpected(found.error());
            auto both = mergeSchemas(**found, without(part, "$ref"), at);
            if (!both) return tl::unexpected(both.error());
            part = std::move(*both);
        }
        auto both = mergeSchemas(merged, part, at);
        if (!both) return tl::unexpected(both.error());
        merged = std::move(*both);
    }
    return this->schema(merged, pointer);
}

// anyOf and oneOf alike: the text follows one branch (another may hold too; oneOf is not checked for that).
Result<std::string> SchemaCompiler::choice(const Json& schema, const std::string& keyword,
                                           const std::string& pointer) {
    const Json& branches = schema[keyword];
    if (!branches.is_array() || branches.empty())
        return fail(ErrorCode::InvalidInput, keyword + " is a list of schemas", pointer + "/" + keyword);
    const Json beside = without(schema, keyword);
    const bool alone = onlyAnnotations(beside);
    std::string body;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        const std::string at = pointer + "/" + keyword + "/" + std::to_string(i);
        if (branches[i] == false) continue;
        Result<Json> branch = branches[i];
        if (!alone) branch = mergeSchemas(beside, branches[i], at);
        if (!branch) return tl::unexpected(branch.error());
        auto one = this->schema(*branch, at);
        if (!one) return one;
        body += (body.empty() ? "" : " | ") + *one;
    }
    if (body.empty())
        return fail(ErrorCode::InvalidInput, "Nothing satisfies this choice", pointer + "/" + keyword);
    return rule("choice", body);
}

Result<std::string> SchemaCompiler::typed(const Json& schema, const std::string& pointer) {
    if (schema.contains("type")) {
        const Json& type = schema["type"];
        if (type.is_string()) return ofType(type.get<std::string>(), schema, pointer);
        if (!type.is_array() || type.empty())
            return fail(ErrorCode::InvalidInput, "No type is left that this could have", pointer + "/type");
        std::string body;
        for (const Json& one : type) {
            if (!one.is_string()) return fail(ErrorCode::InvalidInput, "A type is a name", pointer + "/type");
            auto each = ofType(one.get<std::string>(), schema, pointer);
            if (!each) return each;
            body += (body.empty() ? "" : " | ") + *each;
        }
        return rule("types", body);
    }
    // Without a type the keywords tell which is meant.
    static const std::pair<const char*, std::vector<const char*>> hints[] = {
        {"object",
         {"properties", "required", "additionalProperties", "patternProperties", "minProperties",
          "maxProperties"}},
        {"array", {"items", "prefixItems", "minItems", "maxItems", "uniqueItems"}},
        {"string", {"minLength", "maxLength", "pattern", "format"}},
        {"number", {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}}};
    for (const auto& [type, keywords] : hints)
        for (const char* keyword : keywords)
            if (schema.contains(keyword)) return ofType(type, schema, pointer);
    return basic("value");
}

Result<std::string> SchemaCompiler::ofType(const std::string& type, const Json& schema,
                                           const std::string& pointer) {
    if (type == "object" || type == "array") {
        // From here on something stands around a reference: it may lead back.
        std::set<std::string> outside;
        outside.swap(open_);
        auto out = type == "object" ? object(schema, pointer) : array(schema, pointer);
        outside.swap(open_);
        return out;
    }
    if (type == "string") return string(schema, pointer);
    if (type == "integer") return integer(schema, pointer);
    if (type == "number") return number(schema, pointer);
    if (type == "boolean" || type == "null") return basic(type);
    // Names that lists of functions use besides JSON's own (the Berkeley leaderboard writes Python's).
    static const std::map<std::string, std::string> others = {
        {"dict", "object"}, {"float", "number"}, {"double", "number"},
        {"int", "integer"}, {"long", "integer"}, {"list", "array"},
        {"tuple", "array"}, {"str", "string"},   {"bool", "boolean"},
    };
    if (type == "any") return basic("value");
    if (const auto other = others.find(type); other != others.end())
        return ofType(other->second, schema, pointer);
    return fail(ErrorCode::InvalidInput, "There is no type \"" + type + "\"", pointer + "/type");
}

Result<std::string> SchemaCompiler::run() {
    auto whole = schema(root_, "");
    if (!whole) return whole;
    return "root ::= " + *whole + "\n" + text_;
}

}  // namespace hearth::engine::grammar

namespace hearth::engine {

base::Result<std::string> jsonSchemaToGrammar(const std::string& schemaJson) {
    using base::ErrorCode;
    // Printing and copying of values is recursive in the JSON library: bound the depth first.
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < schemaJson.size(); ++i) {
        const char c = schemaJson[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            ++depth;
        else if (!inString && (c == '}' || c == ']'))
            --depth;
        if (depth > 400) return base::fail(ErrorCode::InvalidInput, "The schema is nested too deeply");
    }
    try {
        const auto root = grammar::Json::parse(schemaJson);
        return grammar::SchemaCompiler(root).run();
    } catch (const nlohmann::json::parse_error& error) {
        return base::fail(ErrorCode::InvalidInput, "The schema is not JSON",
                          "byte " + std::to_string(error.byte));
    } catch (const nlohmann::json::exception& error) {
        return base::fail(ErrorCode::InvalidInput, std::string("The schema is malformed: ") + error.what());
    }
}

}  // namespace hearth::engine
