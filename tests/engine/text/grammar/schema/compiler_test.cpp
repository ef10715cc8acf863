#include "text/grammar/schema/compiler.h"

#include <gtest/gtest.h>

#include "engine/text/grammar/grammar_probe.h"

namespace hearth::engine::grammar {
namespace {

struct Case {
    const char* schema;
    std::vector<std::string> yes;
    std::vector<std::string> no;
};

const Case cases[] = {
    {R"({"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}},"required":["a"]})",
     {R"({"a":1})", R"({ "a": 1, "b": "x" })", "{\n  \"a\": -20\n}"},
     {"{}", R"({"b":"x"})", R"({"a":"x"})", R"({"a":1,"c":2})", R"({"a":1,})", R"({"a":01})"}},
    {R"({"properties":{"a":true,"b":true,"c":true}})",
     {"{}", R"({"b":[1,{"x":null}]})", R"({"a":1,"c":true})", R"({"b":1.5e3,"c":"é\u00e9\n"})"},
     {R"({"c":1,"a":1})", R"({"a":})", R"({,"a":1})"}},
    {R"({"type":"object","properties":{"ab":{"type":"null"}},"additionalProperties":{"type":"integer"}})",
     {"{}", R"({"ab":null})", R"({"ab":null,"x":1})", R"({"a":1})", R"({"abc":1,"":2})", R"({"é":3})"},
     {R"({"ab":1})", R"({"x":"y"})", R"({"x":1,"ab":2})"}},
    {R"({"type":"object","additionalProperties":{"type":"boolean"},"minProperties":1,"maxProperties":2})",
     {R"({"x":true})", R"({"x":true,"y":false})"},
     {"{}", R"({"x":true,"y":true,"z":true})", R"({"x":1})"}},
    {R"({"type":"object","properties":{},"additionalProperties":false})", {"{}", "{ }"}, {R"({"a":1})"}},
    {R"({"type":"object","required":["q"]})", {R"({"q":1})", R"({"q":[],"r":2})"}, {"{}"}},
    {R"({"type":"array","items":{"type":"integer"},"minItems":1,"maxItems":3})",
     {"[1]", "[1, 2,3]"},
     {"[]", "[1,2,3,4]", "[1,]", R"(["a"])"}},
    {R"({"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false,"minItems":1})",
     {R"(["a"])", R"(["a",1])"},
     {"[]", R"(["a",1,2])", "[1]"}},
    {R"({"prefixItems":[{"const":"x"}],"items":{"type":"null"},"maxItems":3})",
     {"[]", R"(["x"])", R"(["x",null,null])"},
     {R"(["x",null,null,null])", "[null]"}},
    {R"({"enum":["red","gr\"een",3,null,{"a":[1]}]})",
     {R"("red")", R"("gr\"een")", "3", "null", R"({"a":[1]})"},
     {R"("blue")", "4"}},
    {R"({"type":["string","null"],"enum":["a",1,null]})", {R"("a")", "null"}, {"1"}},
    {R"({"const":"naïve"})", {R"("naïve")"}, {R"("naive")"}},
    {R"({"type":"string","minLength":2,"maxLength":3})",
     {R"("ab")", R"("äöü")", R"("\n\n")"},
     {R"("a")", R"("abcd")", R"("\ud800")"}},
    {R"({"type":"string","pattern":"^[A-Z]{2}-\\d+(x|y)?$"})",
     {R"("AB-1")", R"("XY-123y")"},
     {R"("A-1")", R"("AB-")", R"("AB-1z")", R"("AB-1xx")"}},
    {R"({"type":"string","pattern":"b+|^a$"})", {R"("xbby")", R"("b")", R"("a")"}, {R"("xa")", R"("c")"}},
    {R"({"type":"string","pattern":"^(?:\"|\\\\|\\t|[^\\w])$"})",
     {R"("\"")", R"("\\")", R"("\t")", R"("!")", R"("é")"},
     {R"("a")", R"(""")"}},
    {R"({"format":"date"})",
     {R"("2026-02-28")", R"("2024-02-29")", R"("2000-02-29")", R"("2026-12-31")"},
     {R"("2026-02-29")", R"("1900-02-29")", R"("2026-13-01")", R"("2026-04-31")", R"("2026-1-1")"}},
    {R"({"format":"time"})", {R"("12:30:00Z")", R"("23:59:59.5+01:00")"}, {R"("24:00:00Z")", R"("12:30")"}},
    {R"({"format":"date-time"})", {R"("2026-11-22T15:00:00Z")"}, {R"("2026-11-22 15:00:00Z")"}},
    {R"({"format":"email"})", {R"("ana.silva@mail.example.org")"}, {R"("ana")", R"("a@b")"}},
    {R"({"format":"uuid"})", {R"("123e4567-e89b-12d3-a456-426614174000")"}, {R"("123e4567")"}},
    {R"({"type":"string","format":"color"})", {R"("red")"}, {"1"}},
    {R"({"type":"string","format":"uuid","minLength":1})",
     {R"("123e4567-e89b-12d3-a456-426614174000")"},
     {R"("")"}},
    {R"({"enum":["a","bcd",7],"minLength":2,"maximum":9})", {R"("bcd")", "7"}, {R"("a")"}},
    {R"({"type":"dict","properties":{"a":{"type":"float"}},"required":["a"]})", {R"({"a": 1.5})"}, {"{}"}},
    {R"({"format":"ipv4"})", {R"("192.168.0.255")"}, {R"("256.1.1.1")", R"("1.2.3")"}},
    {R"({"format":"uri"})", {R"("https://example.org/a?b=c")"}, {R"("example.org")"}},
    {R"({"type":"integer","minimum":-5,"maximum":120})",
     {"-5", "-1", "0", "99", "100", "120"},
     {"-6", "121", "1.5", "-0", "007"}},
    {R"({"type":"integer","exclusiveMinimum":1.5,"exclusiveMaximum":4})", {"2", "3"}, {"1", "4"}},
    {R"({"type":"integer","minimum":137,"maximum":542})",
     {"137", "200", "542"},
     {"136", "543", "99", "1000"}},
    {R"({"type":"integer","maximum":-10})", {"-10", "-11", "-999"}, {"-9", "0", "5"}},
    {R"({"type":"number","minimum":0,"exclusiveMaximum":10})", {"0", "9.99", "0.5"}, {"10", "10.5", "-1"}},
    {R"({"type":"number","exclusiveMinimum":-2,"maximum":3})",
     {"-1.5", "0", "3", "2.75"},
     {"-2", "3.1", "-2.0"}},
    {R"({"type":"number"})", {"1", "-1.5", "2e10", "1E-5"}, {"1.", ".5", "+1"}},
    {R"({"anyOf":[{"type":"integer"},{"type":"boolean"}]})", {"1", "true"}, {"null"}},
    {R"({"type":"object","properties":{"k":{"type":"integer"}},"required":["k"],
        "oneOf":[{"properties":{"x":{"const":1}},"required":["x"]},{"properties":{"y":{"const":2}}}]})",
     {R"({"k":1,"x":1})", R"({"k":1})", R"({"k":1,"y":2})"},
     {R"({"x":1})", R"({"k":1,"x":1,"y":2})"}},
    {R"({"allOf":[{"properties":{"a":{"type":"integer"}},"required":["a"]},{"$ref":"#/$defs/b"}],
        "$defs":{"b":{"properties":{"b":{"type":"null"}},"required":["b"]}}})",
     {R"({"a":1,"b":null})"},
     {R"({"a":1})", R"({"b":null})"}},
    {R"({"$ref":"#/$defs/tree","$defs":{"tree":{"type":"object","properties":{
        "v":{"type":"integer"},"next":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/tree"}]}},"required":["v"]}}})",
     {R"({"v":1})", R"({"v":1,"next":{"v":2,"next":null}})"},
     {R"({"next":null})"}},
    {R"({"$ref":"#/definitions/a~1b","definitions":{"a/b":{"type":"null"}},"title":"t"})", {"null"}, {"1"}},
    {R"({"type":"string","pattern":"^[a-z]+$","minLength":2,"maxLength":4})",
     {R"("ab")", R"("abcd")"},
     {R"("a")", R"("abcde")", R"("AB")"}},
    {R"j({"type":"string","pattern":"^(?:[A-Z]([a-z]*))-\\d+$","maxLength":6})j",
     {R"("A-1")", R"("Ab-1")", R"("A-12")"},
     {R"("Abcd-1234")", R"("Abc-123")", R"("A-")"}},
    {R"({"type":"string","pattern":"a","minLength":3,"maxLength":5})",
     {R"("xxa")", R"("xxxab")"},
     {R"("xa")", R"("xxxxxa")", R"("xxxx")"}},
    {R"j({"type":"string","pattern":"^(ab|c){2,9}$|^x$","minLength":3,"maxLength":7})j",
     {R"("abcab")", R"("ababab")"},
     {R"("c")", R"("x")", R"("abababab")"}},
    {R"({"type":"string","format":"date","maxLength":10})", {R"("2026-02-28")"}, {R"("2026-02-30")"}},
    {R"({"type":"string","format":"email","pattern":"^x$"})", {R"("x")"}, {R"("a@b.c")"}},
    {R"({"type":"integer","multipleOf":5})", {"0", "15", "-20", "100"}, {"3", "07", "-2"}},
    {R"({"type":"integer","multipleOf":7,"minimum":0})", {"0", "7", "49", "700"}, {"8", "-7", "14.0"}},
    {R"({"type":"integer","multipleOf":100,"exclusiveMinimum":0})", {"100", "2500"}, {"0", "150", "-100"}},
    {R"({"type":"number","multipleOf":3,"minimum":-7,"maximum":8})",
     {"-6", "-3", "0", "6"},
     {"-7", "8", "9"}},
    {R"({"type":"number","multipleOf":0.01})", {"1", "1.5", "-2.25", "0"}, {"1.234", "1e2"}},
    {R"({"type":"number","minimum":0.5,"maximum":1.25})",
     {"0.5", "0.50", "0.75", "1", "1.0", "1.2", "1.25", "1.250"},
     {"0.49", "0.4999", "1.26", "1.2501", "2", "0", "-1"}},
    {R"({"type":"number","exclusiveMinimum":0,"maximum":1})",
     {"0.001", "1", "0.5", "0.0000001", "1.0"},
     {"0", "0.0", "1.1", "1.0001", "-0.5"}},
    {R"({"type":"number","minimum":-0.25,"exclusiveMaximum":0.125})",
     {"-0.25", "-0.1", "0", "0.1", "0.124", "0.12499"},
     {"-0.251", "-0.3", "0.125", "0.1250", "1"}},
    {R"({"type":"array","items":{"enum":["a","b","c"]},"uniqueItems":true,"minItems":1})",
     {R"(["a"])", R"(["c","a"])", R"(["b", "a", "c"])"},
     {"[]", R"(["a","a"])", R"(["a","b","a"])"}},
    {R"({"items":{"type":"string"},"uniqueItems":true,"maxItems":1})", {"[]", R"(["a"])"}, {R"(["a","b"])"}},
    {R"({"patternProperties":{"^x-":{"type":"integer"}},"additionalProperties":false})",
     {"{}", R"({"x-a":1})", R"({"x-a":1,"x-b":2})"},
     {R"({"y":1})", R"({"x-a":"b"})"}},
    {R"({"properties":{"id":{"type":"integer"}},"required":["id"],"patternProperties":{"^s_":{"type":"string"}}})",
     {R"({"id":1})", R"({"id":1,"s_a":"b"})"},
     {R"({"s_a":"b"})", R"({"id":1,"t":2})"}},
    {"true", {"[]", "{}", R"({"a":[1,"x"]})"}, {"", "x"}},
};

TEST(JsonSchema, GrammarTakesWhatSatisfiesTheSchema) {
    for (const Case& c : cases) {
        const auto grammar = jsonSchemaToGrammar(c.schema);
        ASSERT_TRUE(grammar.has_value()) << c.schema << "\n" << grammar.error().text();
        for (const auto& text : c.yes) EXPECT_TRUE(matches(*grammar, text)) << c.schema << "\n" << text;
        for (const auto& text : c.no) EXPECT_FALSE(matches(*grammar, text)) << c.schema << "\n" << text;
    }
}

// Whatever is drawn from the masks is JSON.
TEST(JsonSchema, EveryRandomWalkIsJson) {
    const tests::FakeTokenizer vocabulary(
        {"{\"", "\":", "\",", " \"", "true", "null", "]", "}", "10", "\"}", "é"});
    for (const Case& c : cases) {
        const auto grammar = jsonSchemaToGrammar(c.schema);
        ASSERT_TRUE(grammar.has_value());
        for (unsigned seed = 1; seed <= 3; ++seed) {
            auto constraint = makeGrammar(*grammar, vocabulary);
            ASSERT_TRUE(constraint.has_value()) << constraint.error().text();
            // Random text in open strings seldom ends by itself: a walk that was cut off is no failure.
            std::string answer = randomAnswer(**constraint, vocabulary, seed, 60);
            if (answer == "?") continue;
            EXPECT_TRUE(Json::accept(answer)) << c.schema << "\n" << answer;
        }
    }
}

struct Bad {
    const char* schema;
    const char* message;
    const char* where;
};

TEST(JsonSchema, WhatIsNotSupportedIsNamedByPointer) {
    const Bad bad[] = {
        {"{", "not JSON", "byte 2"},
        {"[]", "object, true or false", "the whole schema"},
        {"false", "Nothing satisfies", "the whole schema"},
        {R"({"properties":{"a/b":{"not":{}}}})", "\"not\"", "/properties/a~1b/not"},
        {R"({"items":{"uniqueItems":true}})", "at most 8 values", "/items/uniqueItems"},
        {R"({"type":"integer","multipleOf":130})", "up to 100", "/multipleOf"},
        {R"({"type":"integer","multipleOf":7,"minimum":1,"maximum":6})", "No multiple", "/multipleOf"},
        {R"({"type":"number","multipleOf":0.5})", "0.1, 0.01", "/multipleOf"},
        {R"({"type":"integer","multipleOf":0})", "above 0", "/multipleOf"},
        {R"({"patternProperties":{}})", "object of schemas", "/patternProperties"},
        {R"({"patternProperties":{"(":true}})", "before a group is closed", "/patternProperties/("},
        {R"({"type":"color"})", "no type \"color\"", "/type"},
        {R"j({"type":"string","pattern":"(?=x)"})j", "look-around", "/pattern"},
        {R"({"type":"string","pattern":"\\bx"})", "escape that is not supported", "/pattern"},
        {R"({"type":"string","pattern":"(x"})", "before a group is closed", "/pattern"},
        {R"j({"type":"string","pattern":"^(a+b)*c+$","minLength":1,"maxLength":0})j", "is above",
         "/minLength"},
        {R"j({"type":"string","pattern":"^(a+b)+$","maxLength":5})j", "cannot be kept", "/pattern"},
        {R"({"type":"string","pattern":"^abc$","maxLength":2})", "cannot be kept", "/pattern"},
        {R"({"type":"string","pattern":"^a{2,1}$"})", "runs backwards", "/pattern"},
        {R"({"type":"string","format":"uuid","maxLength":10})", "have 36 to 36 characters", "/format"},
        {R"({"type":"string","minLength":-1})", "whole number", "/minLength"},
        {R"({"type":"string","minLength":4,"maxLength":2})", "is above", "/minLength"},
        {R"({"type":"string","maxLength":1000000})", "Counts above", "/maxLength"},
        {R"({"type":"integer","minimum":3,"maximum":2})", "No whole number", ""},
        {R"({"type":"number","minimum":0.00051})", "digits behind the point", ""},
        {R"({"enum":[]})", "at least one value", "/enum"},
        {R"({"enum":[1],"maximum":0})", "No value of the enum", "/enum"},
        {R"({"type":"string","enum":[1]})", "No value of the enum", "/enum"},
        {R"({"$ref":"#/$defs/x"})", "leads nowhere", "/$ref"},
        {R"({"$ref":"other.json"})", "inside the schema", "/$ref"},
        {R"({"$ref":"#"})", "leads back to itself", "/$ref"},
        {R"({"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}},"$ref":"#/$defs/a"})",
         "leads back to itself", "/$defs/b/$ref"},
        {R"({"items":[{}]})", "prefixItems", "/items"},
        {R"({"properties":{"a":{}},"minProperties":1})", "Counts of properties", "/minProperties"},
        {R"({"allOf":[{"pattern":"a"},{"pattern":"b"}],"type":"string"})", "must both hold", "/allOf/1"},
    };
    for (const Bad& c : bad) {
        const auto grammar = jsonSchemaToGrammar(c.schema);
        ASSERT_FALSE(grammar.has_value()) << c.schema;
        EXPECT_NE(grammar.error().message.find(c.message), std::string::npos) << c.schema << "\n"
                                                                              << grammar.error().text();
        EXPECT_EQ(grammar.error().where, c.where) << c.schema;
    }
}

TEST(JsonSchema, DeepSchemasAreAnError) {
    std::string deep;
    for (int i = 0; i < 190; ++i) deep += R"({"items":)";
    EXPECT_FALSE(jsonSchemaToGrammar(deep + "true" + std::string(190, '}')).has_value());
    EXPECT_FALSE(jsonSchemaToGrammar(std::string(100000, '[')).has_value());
}

TEST(JsonSchema, WholeNumberRangesAreExact) {
    const std::pair<int, int> ranges[] = {{0, 0},     {-3, 12}, {7, 105}, {95, 1003},
                                          {-120, -8}, {0, 199}, {10, 10}};
    for (const auto& [least, most] : ranges) {
        const auto grammar = jsonSchemaToGrammar(R"({"type":"integer","minimum":)" + std::to_string(least) +
                                                 R"(,"maximum":)" + std::to_string(most) + "}");
        ASSERT_TRUE(grammar.has_value());
        const tests::FakeTokenizer bytes;
        auto constraint = makeGrammar(*grammar, bytes);
        ASSERT_TRUE(constraint.has_value());
        for (int n = least - 15; n <= most + 15; ++n) {
            auto tried = (*constraint)->clone();
            const std::string text = std::to_string(n);
            const Fed fed = feed(*tried, text);
            EXPECT_EQ(fed.taken == text.size() && fed.complete, n >= least && n <= most)
                << n << " in " << least << " … " << most;
        }
    }
}

}  // namespace
}  // namespace hearth::engine::grammar
