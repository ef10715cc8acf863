// One function a JSON type: what the keywords of that type mean.
#include <algorithm>
#include <bit>
#include <cmath>

#include "base/utf8.h"
#include "text/grammar/schema/compiler.h"
#include "text/grammar/schema/pieces.h"

namespace hearth::engine::grammar {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

const std::string comma = " ws \",\" ws ";

std::string escapedKey(const std::string& key) {
    std::string out;
    for (char c : key) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

std::string times(long least, long most) {
    return "{" + std::to_string(least) + "," + (most < 0 ? "" : std::to_string(most)) + "}";
}

// `item` least … most times with commas between; most < 0: without end.
std::string listOf(const std::string& item, long least, long most) {
    if (most == 0) return "\"\"";
    const long after = most < 0 ? -1 : most - 1;
    const std::string list = item + " (" + comma + item + ")" + times(std::max(least - 1, 0L), after);
    return least == 0 ? "(" + list + ")?" : list;
}

// A format that is not known says nothing about the text (JSON Schema, section 7 of its validation part).
std::optional<Format> formatOf(const Json& schema) {
    if (!schema.contains("format") || !schema["format"].is_string()) return std::nullopt;
    return formatToGrammar(schema["format"].get<std::string>());
}

}  // namespace

// A pair of counts: least, and most or -1.
Result<std::pair<long, long>> SchemaCompiler::counts(const Json& schema, const char* least, const char* most,
                                                     const std::string& pointer) const {
    std::pair<long, long> out = {0, -1};
    const auto read = [&](const char* keyword, long& to) -> Result<void> {
        if (!schema.contains(keyword)) return {};
        const Json& value = schema[keyword];
        if (!value.is_number() || value.get<double>() < 0 ||
            std::floor(value.get<double>()) != value.get<double>())
            return fail(ErrorCode::InvalidInput, "A count is a whole number from 0 up",
                        pointer + "/" + keyword);
        if (value.get<double>() > maxRepeat)
            return fail(ErrorCode::Unsupported,
                        "Counts above " + std::to_string(maxRepeat) + " are not supported",
                        pointer + "/" + keyword);
        to = static_cast<long>(value.get<double>());
        return {};
    };
    if (auto done = read(least, out.first); !done) return tl::unexpected(done.error());
    if (auto done = read(most, out.second); !done) return tl::unexpected(done.error());
    if (out.second >= 0 && out.first > out.second)
        return fail(ErrorCode::InvalidInput, std::string(least) + " is above " + most, pointer + "/" + least);
    return out;
}

Result<std::vector<SchemaCompiler::Property>> SchemaCompiler::properties(const Json& schema,
                                                                         const std::string& pointer) {
    std::vector<Property> out;
    std::set<std::string> required;
    if (schema.contains("required")) {
        if (!schema["required"].is_array())
            return fail(ErrorCode::InvalidInput, "required is a list of names", pointer + "/required");
        for (const Json& name : schema["required"]) {
            if (!name.is_string())
                return fail(ErrorCode::InvalidInput, "required is a list of names", pointer + "/required");
            required.insert(name.get<std::string>());
        }
    }
    const auto add = [&](const std::string& name, const Json& value, const std::string& at) -> Result<void> {
        const bool must = required.erase(name) > 0;
        if (value == false && !must) return {};
        auto text = this->schema(value, at);
        if (!text) return tl::unexpected(text.error());
        out.push_back({name, *text, must});
        return {};
    };
    if (schema.contains("properties")) {
        if (!schema["properties"].is_object())
            return fail(ErrorCode::InvalidInput, "properties is an object of schemas",
                        pointer + "/properties");
        for (const auto& [name, value] : schema["properties"].items())
            if (auto added = add(name, value, pointer + "/properties/" + escapedKey(name)); !added)
                return tl::unexpected(added.error());
    }
    const Json other = schema.contains("additionalProperties") ? schema["additionalProperties"] : Json(true);
    for (const std::string& name : std::set<std::string>(required))
        if (auto added = add(name, other, pointer + "/required"); !added)
            return tl::unexpected(added.error());
    return out;
}

Result<std::string> SchemaCompiler::object(const Json& schema, const std::string& pointer) {
    basic("ws");
    auto named = properties(schema, pointer);
    if (!named) return tl::unexpected(named.error());
    const bool saysMore = schema.contains("additionalProperties");
    const bool patterned = schema.contains("patternProperties");
    const Json more = patterned  ? Json(false)
                      : saysMore ? schema["additionalProperties"]
                                 : Json(!schema.contains("properties"));
    std::string value;
    std::string others;  // pairs beside the named ones
    if (patterned) {
        auto pairs = patternPairs(schema, pointer);
        if (!pairs) return pairs;
        others = *pairs;
    }
    if (more != false) {
        auto text = this->schema(more, pointer + "/additionalProperties");
        if (!text) return text;
        value = *text;
    }
    const auto bounds = counts(schema, "minProperties", "maxProperties", pointer);
    if (!bounds) return tl::unexpected(bounds.error());
    const bool bounded = bounds->first > 0 || bounds->second >= 0;
    if (named->empty()) {
        if (patterned)
            return rule("object",
                        "\"{\" ws (" + listOf(others, bounds->first, bounds->second) + ") ws \"}\"");
        if (value.empty() && bounds->first > 0)
            return fail(ErrorCode::InvalidInput, "No property is allowed, but some must be there",
                        pointer + "/minProperties");
        return members(schema, value, pointer);
    }
    if (bounded) {
        const auto must =
            std::count_if(named->begin(), named->end(), [](const Property& p) { return p.required; });
        const bool always = must >= bounds->first && value.empty() && !patterned &&
                            (bounds->second < 0 || static_cast<long>(named->size()) <= bounds->second);
        if (!always)
            return fail(ErrorCode::Unsupported,
                        "Counts of properties beside named properties are not supported",
                        pointer + (bounds->first > 0 ? "/minProperties" : "/maxProperties"));
    }
    if (!value.empty()) {
        std::vector<std::string> taken;
        for (const Property& property : *named) taken.push_back(property.name);
        if (schema.contains("properties"))
            for (const auto& [name, unused] : schema["properties"].items()) taken.push_back(name);
        auto pair = rule("pair", otherKey(taken) + " ws \":\" ws " + value);
        if (!pair) return pair;
        others = *pair;
    }
    return objectRules(*named, others);
}

// A pair whose key fits one of the patterns, and whose value the schema of that one.
Result<std::string> SchemaCompiler::patternPairs(const Json& schema, const std::string& pointer) {
    const Json& patterns = schema["patternProperties"];
    if (!patterns.is_object() || patterns.empty())
        return fail(ErrorCode::InvalidInput, "patternProperties is an object of schemas",
                    pointer + "/patternProperties");
    std::string body;
    for (const auto& [pattern, value] : patterns.items()) {
        const std::string at = pointer + "/patternProperties/" + escapedKey(pattern);
        if (value == false) continue;
        auto key = patternToGrammar(pattern);
        if (!key) return fail(key.error().code, key.error().message, at);
        auto text = this->schema(value, at);
        if (!text) return text;
        body += (body.empty() ? "" : " | ") + ("\"\\\"\" " + *key + " \"\\\"\" ws \":\" ws " + *text);
    }
    if (body.empty())
        return fail(ErrorCode::Unsupported, "Patterns of keys that must not come are not supported",
                    pointer + "/patternProperties");
    return rule("pair", body);
}

// An object without named properties.
Result<std::string> SchemaCompiler::members(const Json& schema, const std::string& value,
                                            const std::string& pointer) {
    if (value.empty()) return rule("object", "\"{\" ws \"}\"");
    const auto bounds = counts(schema, "minProperties", "maxProperties", pointer);
    if (!bounds) return tl::unexpected(bounds.error());
    auto pair = rule("pair", basic("string") + " ws \":\" ws " + value);
    if (!pair) return pair;
    return rule("object", "\"{\" ws (" + listOf(*pair, bounds->first, bounds->second) + ") ws \"}\"");
}

// Two rules a property: what may follow where none was written yet, and where one was (a comma comes first).
Result<std::string> SchemaCompiler::objectRules(const std::vector<Property>& properties,
                                                const std::string& more) {
    Result<std::string> first = rule("members", more.empty() ? "\"\"" : listOf(more, 0, -1));
    if (!first) return first;
    Result<std::string> rest = rule("members", more.empty() ? "\"\"" : "(" + comma + more + ")*");
    if (!rest) return rest;
    for (auto it = properties.rbegin(); it != properties.rend(); ++it) {
        auto pair = rule("pair", literalOf(Json(it->name).dump()) + " ws \":\" ws " + it->value);
        if (!pair) return pair;
        const std::string skipFirst = it->required ? "" : " | " + *first;
        first = rule("members", *pair + " " + *rest + skipFirst);
        if (!first) return first;
        rest =
            rule("members", it->required ? comma + *pair + " " + *rest : "(" + comma + *pair + ")? " + *rest);
        if (!rest) return rest;
    }
    return rule("object", "\"{\" ws " + *first + " ws \"}\"");
}

// A key that is none of `taken`: it leaves each of them at some character. Keys are unescaped here, so that
// no other spelling of a taken key slips through.
std::string SchemaCompiler::otherKey(const std::vector<std::string>& taken) {
    struct Node {
        std::map<char32_t, std::size_t> next;
        bool ends = false;
    };
    std::vector<Node> nodes(1);
    for (const std::string& key : taken) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < key.size();) {
            const base::CodePoint c = base::decodeUtf8(key, i);
            i += c.length;
            const auto [it, isNew] = nodes[at].next.try_emplace(c.value, nodes.size());
            at = it->second;
            if (isNew) nodes.emplace_back();
        }
        nodes[at].ends = true;
    }
    CharSet any;
    any.normalize(true);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < nodes.size(); ++i) names.push_back("key-" + std::to_string(++rules_));
    text_ += names[0] + "-rest ::= [^\"\\\\\\x00-\\x1F\\x7F]*\n";
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        CharSet known;
        for (const auto& [c, child] : nodes[i].next)
            known.add(static_cast<std::uint32_t>(c), static_cast<std::uint32_t>(c));
        for (std::uint32_t c : {0u, 0x22u, 0x5Cu, 0x7Fu}) known.add(c, c == 0 ? 0x1F : c);
        known.normalize(true);
        std::string body = jsonCharacters(known) + " " + names[0] + "-rest";
        if (!nodes[i].ends) body += " | \"\"";
        for (const auto& [c, child] : nodes[i].next) {
            CharSet one;
            one.add(static_cast<std::uint32_t>(c), static_cast<std::uint32_t>(c));
            one.normalize(false);
            const bool plain = c >= 0x20 && c != '"' && c != '\\' && c != 0x7F;
            if (plain) body += " | " + jsonCharacters(one) + " " + names[child];
        }
        text_ += names[i] + " ::= " + body + "\n";
    }
    return "\"\\\"\" " + names[0] + " \"\\\"\"";
}

// An array of different values of a short enum: one rule for each set of values that were used.
Result<std::string> SchemaCompiler::distinct(const Json& schema, const std::string& pointer) {
    constexpr std::size_t kMostValues = 8;
    const Json items = schema.contains("items") ? schema["items"] : Json(true);
    Json values = Json::array();
    if (items.is_object() && items.contains("enum") && items["enum"].is_array()) values = items["enum"];
    if (items.is_object() && items.contains("type") && items["type"] == "boolean" && !items.contains("enum"))
        values = Json::array({true, false});
    if (values.empty() || values.size() > kMostValues || schema.contains("prefixItems"))
        return fail(
            ErrorCode::Unsupported,
            "uniqueItems is supported for items of an enum of at most 8 values, and for at most one item",
            pointer + "/uniqueItems");
    const auto bounds = counts(schema, "minItems", "maxItems", pointer);
    if (!bounds) return tl::unexpected(bounds.error());
    const long most = bounds->second < 0 ? static_cast<long>(values.size()) : bounds->second;
    if (bounds->first > static_cast<long>(values.size()))
        return fail(ErrorCode::InvalidInput, "There are fewer values than items", pointer + "/minItems");
    std::vector<std::string> texts;
    for (const Json& value : values) {
        Json one = items;
        one["enum"] = Json::array({value});
        auto text = this->schema(one, pointer + "/items");
        if (!text) return text;
        texts.push_back(*text);
    }
    const std::string name = "set-" + std::to_string(++rules_) + "-";
    for (std::size_t used = 0; used < std::size_t{1} << texts.size(); ++used) {
        const long count = std::popcount(used);
        std::string body = count >= bounds->first ? "\"\"" : "";
        for (std::size_t i = 0; i < texts.size() && count < most; ++i)
            if (!(used >> i & 1))
                body += (body.empty() ? "" : " | ") + ((used ? comma : "") + texts[i] + " " + name) +
                        std::to_string(used | std::size_t{1} << i);
        if (count <= most) text_ += name + std::to_string(used) + " ::= " + body + "\n";
    }
    return rule("array", "\"[\" ws " + name + "0 ws \"]\"");
}

Result<std::string> SchemaCompiler::array(const Json& schema, const std::string& pointer) {
    const bool several =
        !schema.contains("maxItems") || !schema["maxItems"].is_number() || schema["maxItems"] > 1;
    if (schema.contains("uniqueItems") && schema["uniqueItems"] == true && several) {
        basic("ws");
        return distinct(schema, pointer);
    }
    basic("ws");
    const auto bounds = counts(schema, "minItems", "maxItems", pointer);
    if (!bounds) return tl::unexpected(bounds.error());
    const auto [least, most] = *bounds;
    std::vector<std::string> first;
    if (schema.contains("prefixItems")) {
        if (!schema["prefixItems"].is_array())
            return fail(ErrorCode::InvalidInput, "prefixItems is a list of schemas",
                        pointer + "/prefixItems");
        for (const Json& item : schema["prefixItems"]) {
            auto text = this->schema(item, pointer + "/prefixItems/" + std::to_string(first.size()));
            if (!text) return text;
            first.push_back(*text);
        }
    }
    const Json more = schema.contains("items") ? schema["items"] : Json(true);
    if (more.is_array())
        return fail(ErrorCode::Unsupported, "A list of items is written as prefixItems", pointer + "/items");
    std::string rest;
    if (more != false && most != 0) {
        auto text = this->schema(more, pointer + "/items");
        if (!text) return text;
        rest = *text;
    }
    const long fixed = static_cast<long>(first.size());
    if (rest.empty() && least > fixed)
        return fail(ErrorCode::InvalidInput, "More items must be there than are allowed",
                    pointer + "/minItems");
    if (fixed == 0)
        return rule("array",
                    "\"[\" ws (" + (rest.empty() ? "\"\"" : listOf(rest, least, most)) + ") ws \"]\"");
    // From the last to the first: what follows the items before it.
    std::string tail;
    if (!rest.empty() && (most < 0 || most > fixed))
        tail = "(" + comma + rest + ")" + times(std::max(least - fixed, 0L), most < 0 ? -1 : most - fixed);
    for (long i = fixed - 1; i >= 0; --i) {
        if (most >= 0 && i >= most) continue;
        auto step = rule("items", (i > 0 ? comma : "") + first[static_cast<std::size_t>(i)] + " " + tail);
        if (!step) return step;
        tail = least > i ? *step : *step + "?";
    }
    return rule("array", "\"[\" ws " + tail + " ws \"]\"");
}

Result<std::string> SchemaCompiler::string(const Json& schema, const std::string& pointer) {
    const auto bounds = counts(schema, "minLength", "maxLength", pointer);
    if (!bounds) return tl::unexpected(bounds.error());
    const auto [least, most] = *bounds;
    std::string inside;
    if (schema.contains("pattern")) {
        if (!schema["pattern"].is_string())
            return fail(ErrorCode::InvalidInput, "A pattern is a string", pointer + "/pattern");
        auto text = patternToGrammar(schema["pattern"].get<std::string>(), least, most);
        if (!text) return fail(text.error().code, text.error().message, pointer + "/pattern");
        inside = *text;
    } else if (const auto format = formatOf(schema)) {
        if (format->shortest < least || (most >= 0 && format->longest > most))
            return fail(ErrorCode::Unsupported,
                        "Texts of this format have " + std::to_string(format->shortest) + " to " +
                            std::to_string(format->longest) +
                            " characters here; lengths beside it that leave some out are not supported",
                        pointer + "/format");
        inside = format->grammar;
    } else if (least > 0 || most >= 0) {
        inside = basic("char") + times(least, most);
    } else {
        return basic("string");
    }
    return rule("string", "\"\\\"\" (" + inside + ") \"\\\"\"");
}

}  // namespace hearth::engine::grammar
