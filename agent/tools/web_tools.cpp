#include "tools/web_tools.h"

#include "agent/desktop.h"
#include "tools/basic_tool.h"
#include "words/uri.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr const char* kMapUrl = "https://www.openstreetmap.org/search";
constexpr const char* kDirectionsUrl = "https://www.openstreetmap.org/directions";
// The field with the words exactly as they would be sent, and the hidden one with the address they go to.
constexpr const char* kWords = "search_words";
constexpr const char* kOrigin = "origin";
constexpr const char* kMode = "mode";
constexpr const char* kLarger = phrase(
    "The built-in model does not know the world. A larger model (see Models) can answer without the web.");

constexpr auto kText = ArgumentType::Text;

ArgumentSpec text(const char* name, const char* label, const char* question, bool required = false) {
    return {name, kText, label, question, required, {}};
}
ArgumentSpec date(const char* question) {
    return {"date", ArgumentType::Date, "Day", question, false, {}};
}
ArgumentSpec time(const char* question) {
    return {"time", ArgumentType::Time, "Time", question, false, {}};
}

ToolSpec spec(const char* name, const char* verb, const char* description, const char* icon, bool writes,
              std::vector<ArgumentSpec> arguments, std::vector<std::string> examples) {
    return {name, verb, description, icon, writes, std::move(arguments), std::move(examples)};
}

std::vector<WebTool> makeTable() {
    using Page = WebTool::Page;
    std::vector<WebTool> table;
    table.push_back(
        {spec("get_weather", "Look up weather", "Weather now or to come", "weather", false,
              {text("location", "Where", "For which place?"), date("For which day?"), time("At what time?"),
               text("condition", "Looking for", "What do you want to know?"),
               text("near", "Near", "Near which place?")},
              {"what's the weather in Lisbon", "will it rain tomorrow", "how cold is it in Oslo tonight"}),
         "weather[ in {location}][ near {near}][ {date}][ {time}][ {condition}]", Page::Search, ""});
    table.push_back(
        {spec("get_news", "Look up news", "News", "news", false,
              {text("topic", "About", "News about what?"), text("source", "Source", "From which source?")},
              {"what's in the news", "news about the election", "latest BBC headlines"}),
         "news[ {topic}][ {source}]", Page::Search, ""});
    table.push_back(
        {spec("get_stock", "Look up share price", "Price of a share", "stock", false,
              {text("company", "Company", "Of which company?", true)},
              {"how is Siemens stock doing", "share price of Nvidia", "what's the price of Shell stock"}),
         "{company} share price", Page::Search, ""});
    table.push_back(
        {spec("translate", "Translate on the web", "Translate", "translate", false,
              {text("text", "Text", "What should I translate?", true),
               text("to_language", "Into", "Into which language?")},
              {"how do you say good morning in Portuguese", "translate thank you into Japanese",
               "what is bread in French"}),
         "translate “{text}”[ into {to_language}]", Page::Search,
         phrase("The built-in model cannot translate. A larger model (see Models) can, without the web.")});
    table.push_back(
        {spec("answer_question", "Look it up on the web", "Answer a factual question, recipes too",
              "question", false, {text("question", "Question", "What do you want to know?")},
              {"how high is Mont Blanc", "who wrote Middlemarch", "how long do I boil an egg"}),
         "{question}", Page::Search, kLarger});
    table.push_back(
        {spec("web_search", "Search the web", "Search the web", "web", false,
              {text("query", "Search for", "What should I search for?"),
               text("kind", "Kind", "What kind of thing?")},
              {"search the web for hiking boots", "look up train strikes", "find a recipe for lentil soup"}),
         "[{query}][ {kind}]", Page::Search, ""});
    table.push_back({spec("find_place", "Find on the map",
                          "Find places, restaurants, sights or events nearby", "map", false,
                          {text("query", "What", "What are you looking for?"),
                           text("location", "Where", "Near which place?"), date("On which day?")},
                          {"find a pharmacy in Porto", "where is the nearest bakery", "museums in Vienna"}),
                     "[{query}][ {location}][ {date}]", Page::Map, ""});
    table.push_back(
        {spec("get_directions", "Show the way", "Directions, distance, traffic", "directions", false,
              {text("destination", "Destination", "Where do you want to go?", true),
               text("origin", "Start", "From where?"), text("mode", "Travel by", "How do you travel?"),
               text("near", "Near", "Near which place?")},
              {"how do I get to the airport", "directions from Porto to Lisbon", "how far is it to Rome"}),
         "{destination}[ near {near}]", Page::Directions, ""});
    table.push_back(
        {spec("book_ride", "Search for a ride", "Order a taxi or ride", "car", true,
              {text("destination", "Destination", "Where do you want to go?"),
               text("origin", "Start", "From where?"), time("At what time?"),
               text("service", "Service", "With which service?"), date("On which day?")},
              {"order a taxi to the station", "get me a ride home at six", "call a cab to the airport"}),
         "[{service} ]taxi[ from {origin}][ to {destination}][ {date}][ {time}]", Page::Search,
         phrase("I cannot order rides myself: this opens a search, and the order is up to you.")});
    table.push_back(
        {spec("search_service", "Search for offers",
              "Search flights, trains, hotels, films, homes and the like", "search", false,
              {text("kind", "Kind", "What kind of offer?"), text("query", "What", "What exactly?"),
               date("On which day?"), text("location", "Where", "Where?"),
               text("title", "Title", "Which title?"), text("near", "Near", "Near which place?"),
               text("place", "Place", "At which place?"), text("genre", "Genre", "Of which genre?")},
              {"find flights to Rome on Friday", "hotels in Berlin next week", "which films are on tonight"}),
         "[{genre}][ {kind}][ {query}][ {title}][ {place}][ {location}][ near {near}][ {date}]", Page::Search,
         ""});
    table.push_back(
        {spec("book_service", "Search where to book",
              "Book, buy or order: tickets, tables, rooms, food, appointments", "book", true,
              {text("kind", "Kind", "What do you want to book?"), text("item", "What", "What exactly?"),
               date("On which day?"), time("At what time?"), text("people", "For", "For how many?"),
               text("name", "Place", "At which place?"), text("cuisine", "Cuisine", "Which cuisine?"),
               text("facility", "With", "With what?"), text("sort", "Sort", "Which sort?"),
               text("near", "Near", "Near which place?"), text("location", "Where", "Where?")},
              {"book a table for two tomorrow at eight", "order a pizza", "buy tickets for the concert"}),
         "book[ {sort}][ {cuisine}][ {kind}][ {item}][ {name}][ with {facility}][ for {people}][ in "
         "{location}]"
         "[ near {near}][ {date}][ {time}]",
         Page::Search,
         phrase("I cannot book or pay myself: this opens a search, and the booking is up to you.")});
    return table;
}

// Fills one [piece] or the text between pieces; `complete` turns false where an argument is missing.
std::string filled(const std::string& piece, const Call& call, bool& complete, bool& any) {
    std::string out;
    for (std::size_t at = 0; at < piece.size();) {
        if (piece[at] != '{') {
            out += piece[at++];
            continue;
        }
        const std::size_t end = piece.find('}', at);
        const std::string name = piece.substr(at + 1, end - at - 1);
        std::string value;
        for (const auto& [key, said] : call.arguments)
            if (key == name)
                if (const std::string clean = words::trimmed(said); !clean.empty())
                    value += (value.empty() ? "" : ", ") + clean;
        (value.empty() ? complete : any) = !value.empty();
        out += value;
        at = end + 1;
    }
    return out;
}

std::string searchUrl(const ToolContext& context, const std::string& words) {
    return context.searchUrl + percentEncoded(words);
}

// "by bike" to the engine that openstreetmap.org knows; by car where nothing else is said.
std::string engineOf(const std::string& mode) {
    for (const std::string& word : words::of(mode)) {
        if (word.rfind("bik", 0) == 0 || word.rfind("cycl", 0) == 0 || word == "bicycle")
            return "fossgis_osrm_bike";
        if (word.rfind("walk", 0) == 0 || word == "foot") return "fossgis_osrm_foot";
    }
    return "fossgis_osrm_car";
}

Field shownField(const std::string& name, const std::string& label, const std::string& value, bool required) {
    Field field;
    field.name = name;
    field.label = label;
    field.value = field.display = value;
    field.required = required;
    return field;
}

std::string valueIn(const Call& call, const std::string& name) {
    return words::trimmed(call.argument(name).value_or(""));
}

class WebToolRunner final : public BasicTool {
  public:
    WebToolRunner(const WebTool& tool, const ToolContext& context)
        : BasicTool(tool.spec, context), tool_(tool) {}

    Result<Prepared> prepare(const Call& call) override {
        std::string words = wordsFor(tool_, call);
        if (words.empty()) words = valueIn(call, kWords);  // the card again, after its words were edited
        if (words.empty()) {
            Prepared result = prepared(call);
            result.summary = say(spec().verb);
            result.waits = true;
            const ArgumentSpec& first = spec().arguments.front();
            ask(result, first.name, say(first.question));
            return result;
        }
        Prepared result = tool_.page == WebTool::Page::Search ? preparedSearch(context(), spec().name, words)
                                                              : preparedMap(words, call);
        if (!tool_.remark.empty()) result.warnings.push_back(say(tool_.remark));
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        if (tool_.page == WebTool::Page::Search) return runSearch(context(), fields);
        const std::string words = words::trimmed(valueOf(fields, kWords));
        if (words.empty()) return fail(ErrorCode::InvalidInput, say("There is nothing to look for."), kWords);
        const bool way = tool_.page == WebTool::Page::Directions;
        const std::string from = valueOf(fields, kOrigin);
        const std::string url =
            way ? withQuery(kDirectionsUrl,
                            {{"engine", engineOf(valueOf(fields, kMode))}, {"from", from}, {"to", words}})
                : withQuery(kMapUrl, {{"query", words}});
        if (auto opened = context().desktop->openUrl(url); !opened) return tl::unexpected(opened.error());
        return Outcome{say(way ? "Opened the way to “{words}” in your browser."
                               : "Opened the map with “{words}” in your browser.",
                           {{"words", words}}),
                       url,
                       {},
                       {}};
    }

  private:
    Prepared preparedMap(const std::string& words, const Call& call) const {
        const bool way = tool_.page == WebTool::Page::Directions;
        Prepared result;
        result.tool = spec().name;
        result.waits = true;
        result.fields.push_back(shownField(kWords, say(way ? "Destination" : "Look for"), words, true));
        result.summary = say(way ? "Show the way to “{words}” on {site}" : "Look for “{words}” on {site}",
                             {{"words", words}, {"site", hostOf(kMapUrl)}});
        if (way) {
            result.fields.push_back(shownField(kOrigin, say("Start"), valueIn(call, kOrigin), false));
            result.fields.push_back(shownField(kMode, say("Travel by"), valueIn(call, kMode), false));
        }
        return result;
    }

    const WebTool& tool_;
};

}  // namespace

const std::vector<WebTool>& webTools() {
    static const std::vector<WebTool> table = makeTable();
    return table;
}

std::vector<std::unique_ptr<Tool>> makeWebTools(const ToolContext& context) {
    std::vector<std::unique_ptr<Tool>> all;
    for (const WebTool& tool : webTools()) all.push_back(std::make_unique<WebToolRunner>(tool, context));
    return all;
}

std::string wordsFor(const WebTool& tool, const Call& call) {
    std::string out;
    bool any = false;
    bool complete = true;
    for (std::size_t at = 0; at < tool.words.size();) {
        const bool optional = tool.words[at] == '[';
        const std::size_t end =
            optional ? tool.words.find(']', at) : std::min(tool.words.find('[', at), tool.words.size());
        bool pieceComplete = true;
        const std::string piece =
            filled(tool.words.substr(optional ? at + 1 : at, end - at - (optional ? 1 : 0)), call,
                   pieceComplete, any);
        if (optional && pieceComplete) out += piece;
        if (!optional) out += piece, complete = complete && pieceComplete;
        at = optional ? end + 1 : end;
    }
    // Without any argument only news and weather still mean something.
    const bool bare = tool.spec.name == "get_news" || tool.spec.name == "get_weather";
    const bool edited = call.argument(kWords).has_value();
    return complete && (any || (bare && !edited)) ? trimmed(out) : std::string();
}

Prepared preparedSearch(const ToolContext& context, const std::string& tool, const std::string& words) {
    Prepared result;
    result.tool = tool;
    result.waits = true;
    result.fields.push_back(shownField(kWords, context.say("Search for"), words, true));
    constexpr std::size_t kShown = 80;
    result.summary = context.say("Search {site} for “{words}”", {{"site", hostOf(context.searchUrl)},
                                                                 {"words", words::shortened(words, kShown)}});
    return result;
}

bool isSearch(const std::vector<Field>& fields) {
    for (const Field& field : fields)
        if (field.name == kWords) return true;
    return false;
}

Result<Outcome> runSearch(const ToolContext& context, const std::vector<Field>& fields) {
    const std::string words = words::trimmed(valueOf(fields, kWords));
    if (words.empty())
        return fail(ErrorCode::InvalidInput, context.say("There is nothing to search for."), kWords);
    const std::string url = searchUrl(context, words);
    if (auto opened = context.desktop->openUrl(url); !opened) return tl::unexpected(opened.error());
    return Outcome{
        context.say("Opened a search for “{words}” in your browser.", {{"words", words}}), url, {}, {}};
}

}  // namespace hearth::agent::tools
