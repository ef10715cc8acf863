#include "places/time_places.h"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

#include "words/words.h"

namespace hearth::agent {
namespace {

struct Alias {
    const char* names;  // folded, separated by |
    const char* zone;
};

// What the time zone database does not name. Abbreviations as in North America and Europe, where they are
// most used; IST is India's, CST the central one.
constexpr Alias kAliases[] = {
    {"eastern|est|edt|et|eastern standard|eastern daylight", "America/New_York"},
    {"central|cst|cdt|ct", "America/Chicago"},
    {"mountain|mst|mdt|mt", "America/Denver"},
    {"pacific|pst|pdt|pt|west coast", "America/Los_Angeles"},
    {"atlantic|ast|adt", "America/Halifax"},
    {"alaska|akst|akdt", "America/Anchorage"},
    {"hawaii|hst", "Pacific/Honolulu"},
    {"gmt|utc|zulu|greenwich|universal", "Etc/UTC"},
    {"bst|british summer|england|scotland|wales|great britain|britain|uk|manchester|birmingham|liverpool|"
     "edinburgh|glasgow|cardiff|leeds|bristol|oxford|cambridge",
     "Europe/London"},
    {"northern ireland|belfast", "Europe/Belfast"},
    {"cet|cest|central european", "Europe/Paris"},
    {"eet|eest|eastern european", "Europe/Helsinki"},
    {"wet|west", "Europe/Lisbon"},
    {"msk|saint petersburg|st petersburg", "Europe/Moscow"},
    {"ist|india|mumbai|bombay|delhi|new delhi|bangalore|bengaluru|chennai|hyderabad|pune|calcutta",
     "Asia/Kolkata"},
    {"jst|osaka|kyoto|nagoya|yokohama|sapporo|hiroshima", "Asia/Tokyo"},
    {"kst|busan|south korea|korea", "Asia/Seoul"},
    {"china|beijing|peking|shenzhen|guangzhou|chengdu|wuhan|nanjing|china standard", "Asia/Shanghai"},
    {"hkt", "Asia/Hong_Kong"},
    {"sgt", "Asia/Singapore"},
    {"aest|aedt|canberra|new south wales", "Australia/Sydney"},
    {"acst|acdt|south australia", "Australia/Adelaide"},
    {"awst|western australia", "Australia/Perth"},
    {"queensland|gold coast|cairns", "Australia/Brisbane"},
    {"victoria", "Australia/Melbourne"},
    {"tasmania", "Australia/Hobart"},
    {"nzst|nzdt|wellington|christchurch", "Pacific/Auckland"},
    {"brt|rio|rio de janeiro|brasilia", "America/Sao_Paulo"},
    {"washington|washington dc|washington d c|boston|philadelphia|miami|atlanta|orlando|tampa|charlotte|"
     "baltimore|pittsburgh|cleveland|cincinnati|columbus|raleigh|buffalo|new york "
     "city|nyc|manhattan|brooklyn|"
     "florida|georgia us|massachusetts|pennsylvania|ohio|virginia|north carolina|south carolina|new jersey|"
     "connecticut|maine|vermont|new hampshire|rhode island|delaware|maryland|west virginia|new york state|"
     "jacksonville|newark|richmond|savannah|east coast",
     "America/New_York"},
    {"michigan", "America/Detroit"},
    {"houston|dallas|austin|san antonio|fort worth|texas|new orleans|memphis|nashville|minneapolis|milwaukee|"
     "st louis|saint louis|kansas city|oklahoma city|illinois|wisconsin|minnesota|iowa|missouri|arkansas|"
     "louisiana|mississippi|alabama|oklahoma|kansas|nebraska|north dakota|south dakota|tennessee|omaha|tulsa|"
     "birmingham alabama|madison|des moines",
     "America/Chicago"},
    {"colorado|utah|wyoming|montana|new mexico|salt lake city|albuquerque|colorado springs",
     "America/Denver"},
    {"arizona|tucson", "America/Phoenix"},
    {"idaho", "America/Boise"},
    {"california|southern california|northern california|san francisco|san diego|san jose|sacramento|oakland|"
     "seattle|portland|las vegas|vegas|nevada|oregon|washington state|la|l a|silicon valley|reno|fresno|"
     "hollywood",
     "America/Los_Angeles"},
    {"ottawa|montreal|quebec|ontario", "America/Toronto"},
    {"calgary|alberta", "America/Edmonton"},
    {"british columbia", "America/Vancouver"},
    {"manitoba", "America/Winnipeg"},
    {"nova scotia", "America/Halifax"},
    {"newfoundland", "America/St_Johns"},
    {"munich|hamburg|cologne|frankfurt|stuttgart|dusseldorf|leipzig|dresden|hanover|nuremberg|bremen",
     "Europe/Berlin"},
    {"geneva|basel|bern|lausanne|lucerne", "Europe/Zurich"},
    {"salzburg|graz|linz|innsbruck", "Europe/Vienna"},
    {"marseille|lyon|nice|toulouse|bordeaux|lille|strasbourg|nantes|cannes", "Europe/Paris"},
    {"barcelona|valencia|seville|malaga|bilbao|ibiza|mallorca", "Europe/Madrid"},
    {"milan|naples|venice|florence|turin|bologna|genoa|palermo|sicily|verona|pisa", "Europe/Rome"},
    {"porto|braga|coimbra|faro", "Europe/Lisbon"},
    {"azores", "Atlantic/Azores"},
    {"rotterdam|the hague|utrecht|eindhoven|holland", "Europe/Amsterdam"},
    {"antwerp|ghent|bruges", "Europe/Brussels"},
    {"gothenburg|malmo|uppsala", "Europe/Stockholm"},
    {"bergen|trondheim", "Europe/Oslo"},
    {"krakow|cracow|gdansk|wroclaw|poznan", "Europe/Warsaw"},
    {"thessaloniki|crete", "Europe/Athens"},
    {"ankara|izmir|antalya", "Europe/Istanbul"},
    {"kyiv", "Europe/Kiev"},
    {"cork|galway", "Europe/Dublin"},
    {"tel aviv", "Asia/Jerusalem"},
    {"abu dhabi|emirates|uae", "Asia/Dubai"},
    {"mecca|medina|jeddah", "Asia/Riyadh"},
    {"lahore|islamabad", "Asia/Karachi"},
    {"hanoi|saigon", "Asia/Ho_Chi_Minh"},
    {"bali", "Asia/Makassar"},
    {"phuket|chiang mai", "Asia/Bangkok"},
    {"cape town|durban|pretoria", "Africa/Johannesburg"},
    {"marrakesh|marrakech|rabat", "Africa/Casablanca"},
    {"abuja", "Africa/Lagos"},
    {"alexandria|giza", "Africa/Cairo"},
    {"guadalajara|cdmx", "America/Mexico_City"},
    {"medellin|cartagena", "America/Bogota"},
    {"cusco", "America/Lima"},
    {"quito", "America/Guayaquil"},
};

// Further names of countries.
constexpr std::array<std::pair<const char*, const char*>, 8> kCountryAliases = {{{"usa", "US"},
                                                                                 {"us", "US"},
                                                                                 {"u s", "US"},
                                                                                 {"america", "US"},
                                                                                 {"the states", "US"},
                                                                                 {"states", "US"},
                                                                                 {"czech republic", "CZ"},
                                                                                 {"holland", "NL"}}};

// Of the zones of one country with one clock time, these stand for the others.
constexpr std::array<const char*, 24> kPreferred = {
    "America/New_York",    "America/Chicago",    "America/Denver",  "America/Los_Angeles",
    "America/Anchorage",   "Pacific/Honolulu",   "America/Toronto", "America/Winnipeg",
    "America/Edmonton",    "America/Vancouver",  "America/Halifax", "America/St_Johns",
    "Australia/Sydney",    "Australia/Adelaide", "Australia/Perth", "America/Sao_Paulo",
    "America/Mexico_City", "America/Tijuana",    "Europe/Moscow",   "Asia/Vladivostok",
    "Europe/Madrid",       "Europe/Lisbon",      "Asia/Jakarta",    "Asia/Shanghai"};

std::string text(const icu::UnicodeString& source) {
    std::string out;
    source.toUTF8String(out);
    return out;
}

// "America/Argentina/Buenos_Aires" -> "Buenos Aires".
std::string cityOf(const std::string& zone) {
    std::string city = zone.substr(zone.rfind('/') + 1);
    std::replace(city.begin(), city.end(), '_', ' ');
    return city;
}

std::vector<std::string> zonesOf(const char* region) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createTimeZoneIDEnumeration(
        region ? UCAL_ZONE_TYPE_CANONICAL_LOCATION : UCAL_ZONE_TYPE_CANONICAL, region, nullptr, status));
    std::vector<std::string> zones;
    if (U_FAILURE(status) || !ids) return zones;
    while (const icu::UnicodeString* id = ids->snext(status)) zones.push_back(text(*id));
    return zones;
}

using Names = std::unordered_map<std::string, std::string>;

const Names& cityZones() {
    static const Names table = [] {
        Names made;
        for (const std::string& zone : zonesOf(nullptr)) {
            const bool place = zone.find('/') != std::string::npos && zone.rfind("Etc/", 0) != 0;
            if (place) made.emplace(words::folded(cityOf(zone)), zone);
        }
        for (const Alias& alias : kAliases) {
            std::string_view names = alias.names;
            while (!names.empty()) {
                const std::size_t bar = names.find('|');
                made[std::string(names.substr(0, bar))] = alias.zone;
                names.remove_prefix(bar == std::string_view::npos ? names.size() : bar + 1);
            }
        }
        return made;
    }();
    return table;
}

const Names& countryCodes() {
    static const Names table = [] {
        Names made;
        for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
            icu::UnicodeString name;
            icu::Locale("", *code).getDisplayCountry(icu::Locale::getEnglish(), name);
            std::string folded;
            for (const std::string& word : words::of(text(name)))
                folded += (folded.empty() ? "" : " ") + word;
            made.emplace(folded, *code);
        }
        for (const auto& [name, code] : kCountryAliases) made[name] = code;
        return made;
    }();
    return table;
}

std::vector<TimePlace> inCountry(const std::string& code, const std::string& country, std::int64_t instant) {
    std::map<int, std::string, std::greater<>> byOffset;
    for (const std::string& zone : zonesOf(code.c_str())) {
        auto [it, isNew] = byOffset.emplace(offsetOf(zone, instant), zone);
        const bool preferred = std::find(kPreferred.begin(), kPreferred.end(), zone) != kPreferred.end();
        if (!isNew && preferred) it->second = zone;
    }
    std::vector<TimePlace> places;
    for (const auto& [offset, zone] : byOffset)
        places.push_back({zone, byOffset.size() == 1 ? country : cityOf(zone)});
    return places;
}

// Words that name no place: "the current time in Lisbon" is "lisbon".
bool isFraming(const std::string& word) {
    static const std::set<std::string> kWords = {
        "time", "timezone", "timezones", "zone", "zones",    "in",       "at",   "now", "right", "local",
        "city", "of",       "current",   "over", "standard", "daylight", "what", "is",  "it",    "clock"};
    return kWords.contains(word);
}

std::string withCapitals(const std::string& name) {
    std::string out;
    for (const std::string& word : words::of(name))
        out += (out.empty() ? "" : " ") + words::capitalized(word);
    return out;
}

}  // namespace

std::vector<TimePlace> findTimePlaces(std::string_view said, std::int64_t instant) {
    std::vector<std::string> parts;
    for (std::string& word : words::of(said)) {
        if (word.size() > 2 && word.compare(word.size() - 2, 2, "'s") == 0) word.resize(word.size() - 2);
        if (!isFraming(word)) parts.push_back(word);
    }
    if (!parts.empty() && parts.front() == "the" && parts.size() > 1) parts.erase(parts.begin());
    // "las vegas nv", "paris france": what follows the city only tells it from others.
    for (std::size_t count = std::min<std::size_t>(parts.size(), 6); count > 0; --count) {
        std::string name;
        for (std::size_t i = 0; i < count; ++i) name += (i > 0 ? " " : "") + parts[i];
        if (auto it = cityZones().find(name); it != cityZones().end()) {
            const bool abbreviation =
                name.size() <= 4 && it->second != "Etc/UTC" && cityOf(it->second).size() > 4;
            return {{it->second, abbreviation                     ? cityOf(it->second)
                                 : name == "utc" || name == "gmt" ? "UTC"
                                                                  : withCapitals(name)}};
        }
        if (auto it = countryCodes().find(name); it != countryCodes().end()) {
            icu::UnicodeString country;
            icu::Locale("", it->second.c_str()).getDisplayCountry(icu::Locale::getEnglish(), country);
            if (auto places = inCountry(it->second, text(country), instant); !places.empty()) return places;
        }
    }
    return {};
}

int offsetOf(const std::string& zone, std::int64_t instant) {
    std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    found->getOffset(static_cast<UDate>(instant) * 1000, 0, raw, saving, status);
    return U_SUCCESS(status) ? (raw + saving) / 1000 : 0;
}

std::string offsetText(int secondsEast) {
    if (secondsEast == 0) return "UTC";
    const int minutes = std::abs(secondsEast) / 60;
    std::string out = std::string("UTC") + (secondsEast < 0 ? "−" : "+") + std::to_string(minutes / 60);
    if (minutes % 60 != 0) out += (minutes % 60 < 10 ? ":0" : ":") + std::to_string(minutes % 60);
    return out;
}

}  // namespace hearth::agent
