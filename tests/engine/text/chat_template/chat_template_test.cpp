#include "engine/chat_template.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;

std::string readFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

std::tm moment(const std::string& iso) {
    std::tm now{};
    strptime(iso.c_str(), "%Y-%m-%dT%H:%M:%S", &now);
    return now;
}

base::Result<std::string> rendered(const std::string& source, const std::string& context = "{}") {
    auto parsed = ChatTemplate::parse(source);
    if (!parsed) return tl::unexpected(parsed.error());
    return parsed->render(context, moment("2026-11-22T09:30:00"));
}

TEST(ChatTemplate, ConformanceTemplatesRenderByteForByte) {
    const fs::path folder = fs::path(HEARTH_SHARED) / "conformance" / "templates";
    if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not there";
    int cases = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        const auto expected = nlohmann::ordered_json::parse(readFile(entry.path()));
        auto parsed = ChatTemplate::parse(readFile(fs::path(entry.path()).replace_extension(".jinja")));
        ASSERT_TRUE(parsed) << entry.path() << ": " << parsed.error().text();
        for (const auto& each : expected["cases"]) {
            auto context = each["context"];
            context["bos_token"] = expected["bos_token"];
            context["eos_token"] = expected["eos_token"];
            const auto text = parsed->render(context.dump(), moment(expected["now"]));
            const std::string name = entry.path().filename().string() + " " + each["case"].get<std::string>();
            if (each.contains("error")) {
                EXPECT_FALSE(text) << name << " should be refused, but gives: " << *text;
            } else {
                ASSERT_TRUE(text) << name << ": " << text.error().text();
                EXPECT_EQ(*text, each["expected"].get<std::string>()) << name;
            }
            ++cases;
        }
    }
    EXPECT_GT(cases, 200);
}

struct Case {
    const char* source;
    const char* expected;
};

class Renders : public testing::TestWithParam<Case> {};

TEST_P(Renders, AsJinjaDoes) {
    const auto text = rendered(GetParam().source, R"({"x": 7, "s": "Hello", "list": [3, 1, 2],
        "d": {"b": 1, "a": [1.5, null, true]}, "people": [{"name": "Ana", "age": 30}, {"name": "bo", "age": 20}]})");
    ASSERT_TRUE(text) << GetParam().source << ": " << text.error().text();
    EXPECT_EQ(*text, GetParam().expected) << GetParam().source;
}

INSTANTIATE_TEST_SUITE_P(
    ChatTemplate, Renders,
    testing::Values(
        Case{"a\n{% if true %}\n  b\n{% endif %}\nc\n", "a\n  b\nc"},
        Case{"  {%- if true -%}  b  {%- endif %}  c", "b  c"}, Case{"  {% if true %}x{% endif %}", "x"},
        Case{"  {%+ if true %}x{% endif +%}\ny", "  x\ny"}, Case{"a {# comment #}\nb", "a b"},
        Case{"{% raw %}{{ x }}{% endraw %}", "{{ x }}"},
        Case{"{{ 1 + 2 * 3 ** 2 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 7 / 2 }}", "19 3 -4 2 3.5"},
        Case{"{{ 1 ~ 'a' ~ none ~ true }}", "1aNoneTrue"}, Case{"{{ 'a' 'b' }}", "ab"},
        Case{"{{ list[1:] }} {{ list[::-1] }} {{ s[-2:] }} {{ s[0] }}", "[1, 2] [2, 1, 3] lo H"},
        Case{"{{ d }}", "{'b': 1, 'a': [1.5, None, True]}"},
        Case{"{{ d | tojson }}", R"({"b": 1, "a": [1.5, null, true]})"},
        Case{"{{ d | tojson(indent=2) }}",
             "{\n  \"b\": 1,\n  \"a\": [\n    1.5,\n    null,\n    true\n  ]\n}"},
        Case{"{{ 'é\"\\n' | tojson }}", "\"é\\\"\\n\""},
        Case{"{% for i in list %}{{ loop.index }}:{{ i }}{{ ', ' if not loop.last }}{% endfor %}",
             "1:3, 2:1, 3:2"},
        Case{"{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}", "b=1;a=[1.5, None, True];"},
        Case{"{% for i in [] %}x{% else %}none{% endfor %}", "none"},
        Case{"{% for i in range(9) if i is odd %}{% if i > 6 %}{% break %}{% endif %}{{ i }}{% endfor %}",
             "135"},
        Case{"{% set ns = namespace(n=0) %}{% for i in list %}{% set ns.n = ns.n + i %}{% set y = i %}{% "
             "endfor %}{{ ns.n }}{{ y }}",
             "6"},
        Case{
            "{% macro m(a, b='B') %}{{ a }}{{ b }}{{ kwargs }}{% endmacro %}{{ m(1) }}{{ m(a=2, b=3, c=4) }}",
            "1B{}23{'c': 4}"},
        Case{"{% macro m() %}<{{ caller(5) }}>{% endmacro %}{% call(v) m() %}{{ v }}{% endcall %}", "<5>"},
        Case{"{% set t %} hi {% endset %}[{{ t | trim }}]", "[hi]"},
        Case{"{{ people | map(attribute='name') | join(', ') }}", "Ana, bo"},
        Case{"{{ people | selectattr('age', 'gt', 25) | list | length }}", "1"},
        Case{"{{ (people | sort(attribute='age') | first).name }}", "bo"},
        Case{"{{ list | sort | join }} {{ list | max }} {{ list | sum }}", "123 3 6"},
        Case{"{{ missing is defined }}{{ missing }}{{ missing | default('d') }}{{ s is string }}",
             "FalsedTrue"},
        Case{"{{ 'a' in s }}{{ 'ell' in s }}{{ 'b' in d }}{{ 9 not in list }}", "FalseTrueTrueTrue"},
        Case{"{{ s.upper() }} {{ s.split('l') }} {{ s.replace('l', 'L', 1) }} {{ '%s-%02d' % ('a', 3) }}",
             "HELLO ['He', '', 'o'] HeLlo a-03"},
        Case{"{{ 'x' if false }}|{{ 1 < x <= 7 }}", "|True"},
        Case{"{{ strftime_now('%d %b %Y') }}", "22 Nov 2026"},
        Case{"{% generation %}x{% endgeneration %}{% with a = 1 %}{{ a }}{% endwith %}{{ a }}", "x1"},
        Case{"{% filter upper %}abc{% endfilter %}", "ABC"},
        Case{"{% for p in [[1, [2]]] recursive %}{{ p if p is number else loop(p) }}{% endfor %}", "12"},
        Case{"{{ {'a': {'b': 1}} }}", "{'a': {'b': 1}}"}, Case{"{{ 12345e67890 }}", "inf"},
        Case{"{{ \"they're bill's\" | title }} {{ \"they're\".title() }}", "They're Bill's They'Re"},
        Case{"{{ s.find('l', 4) }} {{ s.startswith('lo', 3) }} {{ s.count('l', 3) }}", "-1 True 1"},
        Case{"{{ s.center(9, '*') }} {{ 'straße'.upper() }} {{ 'ΑΣ'.lower() }}", "**Hello** STRASSE ας"},
        Case{"{{ '{:>5}|{:.2f}|{n!r}|{:,}'.format('a', 3.14159, 1234567, n='x') }}",
             "    a|3.14|'x'|1,234,567"},
        Case{"{{ '%(a)s' % {'a': 1} }}", "1"},
        Case{"{{ '%5.1f|%-4d|%x|%%' % (2.25, 7, 255) }}", "  2.2|7   |ff|%"},
        Case{"{{ d.items() }} {{ d.keys()[0] is defined }} {{ range(3) }}",
             "dict_items([('b', 1), ('a', [1.5, None, True])]) False range(0, 3)"},
        Case{"{% for g in people | groupby('age') %}{{ g.grouper }}{{ g.list | length }};{% endfor %}",
             "201;301;"},
        Case{"{{ people | sort(attribute='age,name') | map(attribute='name') | join }}", "boAna"},
        Case{"{{ [1, 2, 3, 4, 5] | slice(2) | list }} {{ [1, 2, 3] | batch(2, 0) | list }}",
             "[[1, 2, 3], [4, 5]] [[1, 2], [3, 0]]"},
        Case{"{{ 'ff' | int(0, 16) }} {{ 0x1F }} {{ 42 | round }} {{ 2.675 | round(2) }}", "255 31 42 2.67"},
        Case{"{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}", "123"},
        Case{"{% raw %}\nx{% endraw %}\ny", "\nxy"}, Case{"{{ ['a\u200b\x01'] }}", "['a\\u200b\\x01']"},
        Case{"{% block a %}x{% endblock %}{{ 'aa bb cc' | wordwrap(5) }}", "xaa bb\ncc"},
        Case{"{{ 1e3 }} {{ 1.0 }} {{ 0.1 + 0.2 }} {{ 1e20 }}", "1000.0 1.0 0.30000000000000004 1e+20"}));

struct Refusal {
    const char* source;
    const char* message;  // part of it
    const char* line;
};

class Refuses : public testing::TestWithParam<Refusal> {};

TEST_P(Refuses, WithLineAndCause) {
    const auto text = rendered(GetParam().source, R"({"list": [1], "d": {}})");
    ASSERT_FALSE(text) << GetParam().source << " gives " << *text;
    EXPECT_NE(text.error().message.find(GetParam().message), std::string::npos) << text.error().text();
    EXPECT_EQ(text.error().where, std::string("chat template, line ") + GetParam().line)
        << text.error().text();
}

INSTANTIATE_TEST_SUITE_P(
    ChatTemplate, Refuses,
    testing::Values(
        Refusal{"a\n{% if x %}", "endif", "2"}, Refusal{"{{ 'a }}", "not closed", "1"},
        Refusal{"\n\n{{ x.y }}", "'x' is undefined", "3"},
        Refusal{"{{ raise_exception('No system role') }}", "No system role", "1"},
        Refusal{"{{ 1 | nothing }}", "no filter 'nothing'", "1"},
        Refusal{"{{ 1 is nothing }}", "no test 'nothing'", "1"}, Refusal{"{% do x %}", "'do'", "1"},
        Refusal{"{{ list.append(1) }}", "unsafe", "1"}, Refusal{"{{ list.__class__ }}", "unsafe", "1"},
        Refusal{"{{ 1 // 0 }}", "division by zero", "1"}, Refusal{"{{ 1 + 'a' }}", "cannot be added", "1"},
        Refusal{"{% for i in range(100000) %}{% for j in range(100000) %}{{ i }}{% endfor %}{% endfor %}",
                "too", "1"},
        Refusal{"{% set d.a = 1 %}", "no namespace", "1"}, Refusal{"{{ range(10000000) }}", "too long", "1"},
        Refusal{"{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "nested too deeply", "1"},
        Refusal{"{{ 'abcdefgh' * 1000000000 }}", "too much text", "1"},
        Refusal{"{{ list | map('string') | tojson }}", "JSON", "1"},
        Refusal{"{{ 99999999999999999999 }}", "too large", "1"},
        Refusal{"{% set n = namespace(a=[1]) %}{% for i in range(90) %}{% set n.a = n.a + n.a %}{% endfor %}",
                "too long", "1"},
        Refusal{"{% set n = namespace(a=1) %}{% for i in range(900) %}{% set n.a = [n.a] %}{% endfor %}",
                "nested too deeply", "1"},
        Refusal{"{% set n = namespace(a='x') %}{% for i in range(90) %}{% set n.a = [n.a, n.a] %}{% endfor %}"
                "{{ n.a }}",
                "too much text", "1"},
        Refusal{"{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}", "not more than 1", "1"},
        Refusal{"{% include 'x' %}", "'include'", "1"}));

TEST(ChatTemplate, RefusesAContextThatIsNoObject) {
    EXPECT_FALSE(rendered("x", "[1]"));
    EXPECT_FALSE(rendered("x", "{"));
}

TEST(ChatTemplate, RefusesDeepNestingInsteadOfOverflowing) {
    EXPECT_FALSE(rendered("{{ " + std::string(100'000, '(') + " }}"));
    EXPECT_FALSE(rendered("{{ " + std::string(100'000, '-') + "1 }}"));
    std::string blocks;
    for (int i = 0; i < 10'000; ++i) blocks += "{% if true %}";
    EXPECT_FALSE(rendered(blocks));
}

}  // namespace
}  // namespace hearth::engine
