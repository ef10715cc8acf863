// Every phrase of the agent is there in every language, with the same places, and none that nobody says. The
// phrases are found in the sources, as lupdate finds those of the window, and in the tables of the tools.
#include "agent/phrases.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "agent/datetime.h"
#include "arithmetic/units.h"
#include "fakes/tool_fixture.h"
#include "tools/unavailable_tools.h"

namespace hearth::tests {
namespace {

namespace fs = std::filesystem;
using agent::Phrases;
using Keys = std::set<std::string>;

const fs::path kRoot = HEARTH_SOURCE;

// The string that begins at `at`, which moves behind it.
std::string literalAt(const std::string& source, std::size_t& at) {
    std::string text;
    for (++at; source[at] != '"'; ++at) {
        if (source[at] != '\\') {
            text += source[at];
            continue;
        }
        ++at;
        text += source[at] == 'n' ? '\n' : source[at];
    }
    ++at;
    return text;
}

// The strings of the first argument that begins at `at`: one, or those of a choice (a ? "…" : "…").
void addPhrases(const std::string& source, std::size_t at, Keys& keys) {
    std::optional<std::string> phrase;
    int depth = 0;
    while (at < source.size()) {
        const char c = source[at];
        if (c == '"') {
            phrase = phrase.value_or("") + literalAt(source, at);
            continue;
        }
        if (phrase && std::isspace(static_cast<unsigned char>(c)) == 0) {
            keys.insert(*phrase);
            phrase.reset();
        }
        if (c == '(' || c == '{' || c == '[') ++depth;
        if (c == ')' || c == '}' || c == ']') --depth;
        if (depth < 0 || (depth == 0 && c == ',')) return;
        ++at;
    }
}

Keys phrasesOfSources() {
    static const std::regex kMark(R"(\b(say|phrase)\()");
    Keys keys;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / "agent")) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
        std::ifstream in(entry.path());
        std::string source;
        for (std::string line; std::getline(in, line);)
            if (line.find_first_not_of(' ') != line.find("//")) source += line + "\n";
        for (std::sregex_iterator mark(source.begin(), source.end(), kMark), end; mark != end; ++mark)
            addPhrases(source, static_cast<std::size_t>(mark->position() + mark->length()), keys);
    }
    return keys;
}

class PhrasesTest : public ToolFixture {
  protected:
    // What the tools say of themselves on cards.
    Keys phrasesOfTools() {
        std::set<std::string> unavailable;
        Keys keys;
        for (const auto& tool : agent::tools::unavailableTools()) {
            unavailable.insert(tool.spec.name);
            keys.insert(tool.sentence);
        }
        for (const agent::ToolSpec* spec : registry_.specs()) {
            keys.insert(spec->verb);
            if (unavailable.contains(spec->name)) continue;
            for (const auto& argument : spec->arguments) {
                keys.insert({argument.label, argument.question});
                keys.insert(argument.values.begin(), argument.values.end());
            }
        }
        for (const char* form : {"edit_event", "edit_reminder", "edit_alarm", "edit_note", "edit_list",
                                 "delete_list", "finish_reminder"})
            keys.insert(tool(form).spec().verb);
        return keys;
    }

    Keys phrasesOfTables() {
        Keys keys;
        for (const agent::Unit& unit : agent::units()) keys.insert({unit.one, unit.many, unit.dimension});
        const auto replies = nlohmann::json::parse(read(kRoot / "assets/prompts/replies.json"));
        for (const auto& sentences : replies)
            for (const auto& sentence : sentences) keys.insert(sentence.get<std::string>());
        return keys;
    }

    Keys all() {
        Keys keys = phrasesOfSources();
        keys.merge(phrasesOfTools());
        keys.merge(phrasesOfTables());
        return keys;
    }

    nlohmann::json file(const std::string& language) {
        return nlohmann::json::parse(read(kRoot / ("assets/i18n/agent_" + language + ".json")));
    }
};

Keys placesOf(const std::string& phrase) {
    static const std::regex kPlace(R"(\{([a-z]+)[,}])");
    Keys places;
    for (std::sregex_iterator place(phrase.begin(), phrase.end(), kPlace), end; place != end; ++place) {
        const std::string name = (*place)[1];
        // The branch of a plural or a choice looks the same: "one{day}".
        const auto before = place->position();
        if (before == 0 ||
            std::isalpha(static_cast<unsigned char>(phrase[static_cast<std::size_t>(before) - 1])) == 0)
            places.insert(name);
    }
    return places;
}

TEST_F(PhrasesTest, AreAllTranslated) {
    const Keys keys = all();
    ASSERT_GT(keys.size(), 800u);
    for (const std::string& language : Phrases::languages()) {
        if (language == "en") continue;
        const auto translations = file(language);
        for (const std::string& key : keys)
            EXPECT_TRUE(translations.contains(key))
                << "agent_" << language << ".json has no \"" << key << '"';
        for (const auto& [key, translated] : translations.items()) {
            EXPECT_TRUE(keys.contains(key)) << "agent_" << language << ".json: nobody says \"" << key << '"';
            EXPECT_EQ(placesOf(key), placesOf(translated)) << language << ": " << key;
        }
    }
}

TEST_F(PhrasesTest, AreCompiledInAsTheFilesHaveThem) {
    for (const char* language : {"de", "zh_CN"}) {
        const Phrases phrases = Phrases::of(language);
        const auto translations = file(language);
        for (const auto& [key, translated] : translations.items()) EXPECT_EQ(phrases.say(key), translated);
    }
}

TEST(Phrases, FollowTheTag) {
    for (const auto& [tag, language] : {std::pair{"", "en"},
                                        {"C", "en"},
                                        {"en_US.UTF-8", "en"},
                                        {"fr_FR", "en"},
                                        {"de", "de"},
                                        {"de_AT.UTF-8", "de"},
                                        {"de-CH", "de"},
                                        {"zh_CN.UTF-8", "zh_CN"},
                                        {"zh", "zh_CN"},
                                        {"zh-Hans-SG", "zh_CN"},
                                        {"zh_TW", "en"},
                                        {"zh-Hant", "en"}})
        EXPECT_EQ(Phrases::of(tag).language(), language) << tag;
}

TEST(Phrases, CountAndOrderAsTheLanguageDoes) {
    const auto left = [](const char* tag, int count) {
        return Phrases::of(tag).say("You have {count, plural, one{# list} other{# lists}}:",
                                    {{"count", count}});
    };
    EXPECT_EQ(left("en", 1), "You have 1 list:");
    EXPECT_EQ(left("en", 1200), "You have 1,200 lists:");
    EXPECT_EQ(left("de", 1), "Du hast 1 Liste:");
    EXPECT_EQ(left("de", 1200), "Du hast 1.200 Listen:");
    EXPECT_EQ(left("zh_CN", 2), "你有 2 个清单：");
}

TEST(Phrases, TakeWhatStandsInAPlaceAsItIs) {
    EXPECT_EQ(Phrases().quoted("{a} it's # 'b'"), "“{a} it's # 'b'”");
    EXPECT_EQ(Phrases::of("de").quoted("Ana"), "„Ana“");
    EXPECT_EQ(Phrases::of("de").say("what nobody translated"), "what nobody translated");
    EXPECT_EQ(Phrases::of("de").say("The file cannot be read: EIO"), "Die Datei ist nicht lesbar: EIO");
}

TEST(Phrases, WriteListsNumbersAndDays) {
    const std::vector<std::string> three{"a", "b", "c"};
    EXPECT_EQ(Phrases().all(three), "a, b and c");
    EXPECT_EQ(Phrases().any(three), "a, b or c");
    EXPECT_EQ(Phrases().all({"a"}), "a");
    EXPECT_EQ(Phrases::of("de").all(three), "a, b und c");
    EXPECT_EQ(Phrases::of("zh_CN").quoted(std::vector<std::string>{"a", "b"}), "“a”和“b”");
    EXPECT_EQ(Phrases().numerals("1,234.5 m."), "1,234.5 m.");
    EXPECT_EQ(Phrases::of("de").numerals("1,234.5 m."), "1.234,5 m.");
    const agent::CivilTime day{2026, 11, 25};
    EXPECT_EQ(Phrases().day(day, "EEEE d MMMM"), "Wednesday 25 November");
    EXPECT_EQ(Phrases::of("de").day(day, "EEEE d MMMM"), "Mittwoch, 25. November");
    EXPECT_EQ(Phrases::of("zh_CN").day(day, "EEEE d MMMM y"), "2026年11月25日星期三");
}

}  // namespace
}  // namespace hearth::tests
