// define_word: meanings from a dictionary on this machine, else by a search that the user agrees to.
#include <nlohmann/json.hpp>

#include "dictionary/wordnet.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "tools/web_tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t kMeanings = 3;  // a part of speech

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "define_word";
    spec.verb = "Look up word";
    spec.description = "Meaning or spelling of a word";
    spec.icon = "book";
    spec.arguments = {{"word", ArgumentType::Text, "Word", "Which word?", true, {}}};
    spec.examples = {"what does hearth mean", "define serendipity", "meaning of the word kludge"};
    return spec;
}

class DefineWord final : public BasicTool {
  public:
    explicit DefineWord(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        if (call.argument("search_words"))
            return preparedSearch(context(), spec().name, *call.argument("search_words"));
        Prepared result = prepared(call);
        const std::string word = words::trimmed(valueOf(result.fields, "word"));
        set(result, "word", word);
        result.summary = say("Meaning of “{word}”", {{"word", word}});
        if (word.empty()) return result;
        const auto folder = wordnetFolder(context().systemRoot);
        if (!folder.empty() && !meaningsOf(folder, word, 1).empty()) return result;
        Prepared search = preparedSearch(context(), spec().name, "meaning of " + word);
        search.warnings.push_back(say(folder.empty()
                                          ? "No dictionary is on this computer (Debian has one: wordnet-base)"
                                          : "The dictionary on this computer does not have this word"));
        return search;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        if (isSearch(fields)) return runSearch(context(), fields);
        const std::string word = valueOf(fields, "word");
        const auto folder = wordnetFolder(context().systemRoot);
        const auto meanings = folder.empty() ? std::vector<Meaning>{} : meaningsOf(folder, word, kMeanings);
        if (meanings.empty())
            return fail(ErrorCode::NotFound,
                        say("The dictionary here does not have “{word}”.", {{"word", word}}), "word");
        Outcome result;
        result.text = words::capitalized(word);
        nlohmann::json items = nlohmann::json::array();
        std::string part;
        for (const Meaning& meaning : meanings) {
            if (meaning.partOfSpeech != part)
                result.text += "\n" + say("{part}:", {{"part", say(meaning.partOfSpeech)}});
            part = meaning.partOfSpeech;
            result.text += "\n• " + meaning.text;
            if (!meaning.example.empty())
                result.text += " (" + context().phrases.quoted(meaning.example) + ")";
            items.push_back({{"part", part}, {"text", meaning.text}, {"example", meaning.example}});
        }
        result.items = items.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return result;
    }
};

}  // namespace

std::unique_ptr<Tool> makeDefineWord(const ToolContext& context) {
    return std::make_unique<DefineWord>(context);
}

}  // namespace hearth::agent::tools
