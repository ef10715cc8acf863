#include "arithmetic/units.h"

#include <cctype>
#include <unordered_map>

#include "arithmetic/number_words.h"
#include "words/words.h"

namespace hearth::agent {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

// clang-format off
constexpr Unit kUnits[] = {
    {"length", "millimetre", "millimetres", "0.001", "0", "mm|millimeter|millimeters"},
    {"length", "centimetre", "centimetres", "0.01", "0", "cm|centimeter|centimeters"},
    {"length", "decimetre", "decimetres", "0.1", "0", "dm|decimeter|decimeters"},
    {"length", "metre", "metres", "1", "0", "m|meter|meters"},
    {"length", "kilometre", "kilometres", "1000", "0", "km|kms|kilometer|kilometers|k"},
    {"length", "micrometre", "micrometres", "0.000001", "0", "um|μm|micron|microns|micrometer|micrometers"},
    {"length", "nanometre", "nanometres", "0.000000001", "0", "nm|nanometer|nanometers"},
    {"length", "inch", "inches", "0.0254", "0", "in|inchs|\""},
    {"length", "foot", "feet", "0.3048", "0", "ft|foots|'"},
    {"length", "yard", "yards", "0.9144", "0", "yd|yds"},
    {"length", "mile", "miles", "1609.344", "0", "mi"},
    {"length", "nautical mile", "nautical miles", "1852", "0", "nmi|sea mile|sea miles"},
    {"length", "light year", "light years", "9460730472580800", "0", "ly|lightyear|lightyears"},
    {"length", "astronomical unit", "astronomical units", "149597870700", "0", "au"},
    {"length", "furlong", "furlongs", "201.168", "0", ""},
    {"length", "fathom", "fathoms", "1.8288", "0", ""},

    {"area", "square millimetre", "square millimetres", "0.000001", "0", "mm2|mm^2|sq mm|square millimeter|square millimeters"},
    {"area", "square centimetre", "square centimetres", "0.0001", "0", "cm2|cm^2|sq cm|square centimeter|square centimeters"},
    {"area", "square metre", "square metres", "1", "0", "m2|m^2|sq m|sqm|square meter|square meters"},
    {"area", "square kilometre", "square kilometres", "1000000", "0", "km2|km^2|sq km|square kilometer|square kilometers"},
    {"area", "hectare", "hectares", "10000", "0", "ha"},
    {"area", "acre", "acres", "4046.8564224", "0", "ac"},
    {"area", "square inch", "square inches", "0.00064516", "0", "in2|sq in|square in"},
    {"area", "square foot", "square feet", "0.09290304", "0", "ft2|sq ft|sqft|square ft"},
    {"area", "square yard", "square yards", "0.83612736", "0", "yd2|sq yd"},
    {"area", "square mile", "square miles", "2589988.110336", "0", "mi2|sq mi"},

    {"volume", "millilitre", "millilitres", "0.001", "0", "ml|mls|milliliter|milliliters|cc|cubic centimetre|cubic centimetres|cubic centimeter|cubic centimeters|cm3"},
    {"volume", "centilitre", "centilitres", "0.01", "0", "cl|centiliter|centiliters"},
    {"volume", "decilitre", "decilitres", "0.1", "0", "dl|deciliter|deciliters"},
    {"volume", "litre", "litres", "1", "0", "l|ltr|liter|liters|cubic decimetre|cubic decimetres"},
    {"volume", "cubic metre", "cubic metres", "1000", "0", "m3|m^3|cubic meter|cubic meters"},
    {"volume", "teaspoon", "teaspoons", "0.00492892159375", "0", "tsp|tsps|t"},
    {"volume", "tablespoon", "tablespoons", "0.01478676478125", "0", "tbsp|tbsps|tbs|tb"},
    {"volume", "fluid ounce", "fluid ounces", "0.0295735295625", "0", "fl oz|floz|fl ounce|fl ounces|us fluid ounce|us fluid ounces"},
    {"volume", "cup", "cups", "0.2365882365", "0", "c.|us cup|us cups"},
    {"volume", "pint", "pints", "0.473176473", "0", "pt|us pint|us pints"},
    {"volume", "quart", "quarts", "0.946352946", "0", "qt|us quart|us quarts"},
    {"volume", "gallon", "gallons", "3.785411784", "0", "gal|us gallon|us gallons"},
    {"volume", "imperial fluid ounce", "imperial fluid ounces", "0.0284130625", "0", "uk fluid ounce|uk fluid ounces"},
    {"volume", "imperial pint", "imperial pints", "0.56826125", "0", "uk pint|uk pints|british pint|british pints"},
    {"volume", "imperial gallon", "imperial gallons", "4.54609", "0", "uk gallon|uk gallons|british gallon|british gallons"},
    {"volume", "cubic inch", "cubic inches", "0.016387064", "0", "in3|cu in"},
    {"volume", "cubic foot", "cubic feet", "28.316846592", "0", "ft3|cu ft"},
    {"volume", "oil barrel", "oil barrels", "158.987294928", "0", "barrel|barrels|bbl"},
    {"volume", "stick of butter", "sticks of butter", "0.11829411825", "0", "stick|sticks|butter stick|butter sticks"},

    {"mass", "microgram", "micrograms", "0.000000001", "0", "ug|μg|mcg"},
    {"mass", "milligram", "milligrams", "0.000001", "0", "mg|mgs|milligramme|milligrammes"},
    {"mass", "gram", "grams", "0.001", "0", "g|gr|gramme|grammes|gms"},
    {"mass", "kilogram", "kilograms", "1", "0", "kg|kgs|kilo|kilos|kilogramme|kilogrammes"},
    {"mass", "tonne", "tonnes", "1000", "0", "t.|metric ton|metric tons|metric tonne|metric tonnes"},
    {"mass", "ounce", "ounces", "0.028349523125", "0", "oz|ozs"},
    {"mass", "pound", "pounds", "0.45359237", "0", "lb|lbs|pound weight"},
    {"mass", "stone", "stones", "6.35029318", "0", "st|stone weight"},
    {"mass", "ton", "tons", "907.18474", "0", "us ton|us tons|short ton|short tons"},
    {"mass", "long ton", "long tons", "1016.0469088", "0", "imperial ton|imperial tons"},
    {"mass", "carat", "carats", "0.0002", "0", "ct"},

    {"duration", "millisecond", "milliseconds", "0.001", "0", "ms|msec"},
    {"duration", "microsecond", "microseconds", "0.000001", "0", "us|μs"},
    {"duration", "nanosecond", "nanoseconds", "0.000000001", "0", "ns"},
    {"duration", "second", "seconds", "1", "0", "s|sec|secs"},
    {"duration", "minute", "minutes", "60", "0", "min|mins"},
    {"duration", "hour", "hours", "3600", "0", "h|hr|hrs"},
    {"duration", "day", "days", "86400", "0", "d"},
    {"duration", "week", "weeks", "604800", "0", "wk|wks"},
    {"duration", "fortnight", "fortnights", "1209600", "0", ""},
    {"duration", "month", "months", "2629746", "0", ""},
    {"duration", "year", "years", "31556952", "0", "yr|yrs"},
    {"duration", "decade", "decades", "315569520", "0", ""},
    {"duration", "century", "centuries", "3155695200", "0", ""},

    {"speed", "metre per second", "metres per second", "1", "0", "m/s|mps|meter per second|meters per second|meters a second|metres a second"},
    {"speed", "km/h", "km/h", "5/18", "0", "kmh|kph|kmph|km per hour|km an hour|kilometre per hour|kilometres per hour|kilometer per hour|kilometers per hour|kilometers an hour|kilometres an hour"},
    {"speed", "mph", "mph", "0.44704", "0", "mile per hour|miles per hour|mile an hour|miles an hour|mi/h"},
    {"speed", "foot per second", "feet per second", "0.3048", "0", "ft/s|fps"},
    {"speed", "knot", "knots", "463/900", "0", "kn|kt|kts"},

    {"temperature", "°C", "°C", "1", "273.15", "c|celsius|centigrade|degree celsius|degrees celsius|degree centigrade|degrees centigrade|degree c|degrees c"},
    {"temperature", "°F", "°F", "5/9", "45967/180", "f|fahrenheit|farenheit|degree fahrenheit|degrees fahrenheit|degree f|degrees f"},
    {"temperature", "K", "K", "1", "0", "kelvin|kelvins|degree kelvin|degrees kelvin"},

    {"energy", "joule", "joules", "1", "0", "j"},
    {"energy", "kilojoule", "kilojoules", "1000", "0", "kj"},
    {"energy", "megajoule", "megajoules", "1000000", "0", "mj"},
    {"energy", "calorie", "calories", "4.184", "0", "small calorie|small calories"},
    {"energy", "kilocalorie", "kilocalories", "4184", "0", "kcal|kcals|food calorie|food calories"},
    {"energy", "watt-hour", "watt-hours", "3600", "0", "wh|watt hour|watt hours"},
    {"energy", "kilowatt-hour", "kilowatt-hours", "3600000", "0", "kwh|kilowatt hour|kilowatt hours"},
    {"energy", "BTU", "BTU", "1055.05585262", "0", "btu|btus|british thermal unit|british thermal units"},
    {"energy", "electronvolt", "electronvolts", "0.0000000000000000001602176634", "0", "ev|electron volt|electron volts"},

    {"power", "watt", "watts", "1", "0", "w"},
    {"power", "kilowatt", "kilowatts", "1000", "0", "kw"},
    {"power", "megawatt", "megawatts", "1000000", "0", "mw"},
    {"power", "horsepower", "horsepower", "745.69987158227022", "0", "hp|horse power"},
    {"power", "metric horsepower", "metric horsepower", "735.49875", "0", "ps"},

    {"pressure", "pascal", "pascals", "1", "0", "pa"},
    {"pressure", "hectopascal", "hectopascals", "100", "0", "hpa"},
    {"pressure", "kilopascal", "kilopascals", "1000", "0", "kpa"},
    {"pressure", "bar", "bar", "100000", "0", "bars"},
    {"pressure", "millibar", "millibars", "100", "0", "mbar"},
    {"pressure", "atmosphere", "atmospheres", "101325", "0", "atm"},
    {"pressure", "psi", "psi", "6894.757293168", "0", "pound per square inch|pounds per square inch"},
    {"pressure", "mmHg", "mmHg", "133.322387415", "0", "mm of mercury|torr"},

    {"data", "bit", "bits", "1", "0", ""},
    {"data", "kilobit", "kilobits", "1000", "0", "kbit|kbits"},
    {"data", "megabit", "megabits", "1000000", "0", "mbit|mbits"},
    {"data", "gigabit", "gigabits", "1000000000", "0", "gbit|gbits"},
    {"data", "byte", "bytes", "8", "0", "b"},
    {"data", "kilobyte", "kilobytes", "8000", "0", "kb"},
    {"data", "megabyte", "megabytes", "8000000", "0", "mb|meg|megs"},
    {"data", "gigabyte", "gigabytes", "8000000000", "0", "gb|gig|gigs"},
    {"data", "terabyte", "terabytes", "8000000000000", "0", "tb."},
    {"data", "petabyte", "petabytes", "8000000000000000", "0", "pb"},
    {"data", "kibibyte", "kibibytes", "8192", "0", "kib"},
    {"data", "mebibyte", "mebibytes", "8388608", "0", "mib"},
    {"data", "gibibyte", "gibibytes", "8589934592", "0", "gib"},
    {"data", "tebibyte", "tebibytes", "8796093022208", "0", "tib"},

    {"angle", "degree", "degrees", "1", "0", "deg|°"},
    {"angle", "radian", "radians", "57.29577951308232", "0", "rad"},
    {"angle", "full turn", "full turns", "360", "0", "turn|turns|revolution|revolutions"},
};
// clang-format on

using Index = std::unordered_map<std::string, const Unit*>;

const Index& index() {
    static const Index table = [] {
        Index made;
        for (const Unit& unit : kUnits) {
            std::string_view names = unit.names;
            made.emplace(words::folded(unit.one), &unit);
            made.emplace(words::folded(unit.many), &unit);
            while (!names.empty()) {
                const std::size_t bar = names.find('|');
                made.emplace(words::folded(names.substr(0, bar)), &unit);
                names.remove_prefix(bar == std::string_view::npos ? names.size() : bar + 1);
            }
        }
        // Within data sizes people write TB; alone, "tb" is the tablespoon only in recipes.
        made["tb"] = made["terabyte"];
        return made;
    }();
    return table;
}

mpq_class fraction(const char* text) {
    const std::string whole = text;
    const std::size_t slash = whole.find('/');
    auto part = [](const std::string& digits) {
        auto number = parseDecimal(digits);
        return number ? number->value : mpq_class(0);  // the table holds nothing else
    };
    return slash == std::string::npos
               ? part(whole)
               : mpq_class(part(whole.substr(0, slash)) / part(whole.substr(slash + 1)));
}

// Words of a quantity: numbers apart from the letters after them ("5km", "5'11\""), signs of units kept.
std::vector<std::string> pieces(std::string_view text) {
    const std::string plain = words::folded(text);
    std::vector<std::string> out;
    auto digit = [&](std::size_t i) {
        return i < plain.size() && std::isdigit(static_cast<unsigned char>(plain[i]));
    };
    for (std::size_t i = 0; i < plain.size();) {
        std::size_t end = i;
        const auto byte = static_cast<unsigned char>(plain[i]);
        if (digit(i) || (plain[i] == '.' && digit(i + 1))) {
            while (digit(end) || ((plain[end] == '.' || plain[end] == ',') && digit(end + 1))) ++end;
        } else if (std::isalpha(byte) || byte >= 0x80) {
            while (end < plain.size() && (std::isalpha(static_cast<unsigned char>(plain[end])) ||
                                          static_cast<unsigned char>(plain[end]) >= 0x80 ||
                                          plain[end] == '/' || plain[end] == '^' || digit(end)))
                ++end;
        } else {
            end = i + 1;
            if (std::isspace(byte) || plain[i] == ',' || plain[i] == '?' ||
                (plain[i] == '-' && !digit(end))) {
                i = end;
                continue;
            }
        }
        out.push_back(plain.substr(i, end - i));
        i = end;
    }
    return out;
}

// The longest unit name that starts at parts[at]; says how many parts it took.
const Unit* unitAt(const std::vector<std::string>& parts, std::size_t at, std::size_t& taken) {
    const Unit* found = nullptr;
    std::string name;
    for (std::size_t count = 1; count <= 4 && at + count <= parts.size(); ++count) {
        name += (count > 1 ? " " : "") + parts[at + count - 1];
        if (auto it = index().find(name); it != index().end()) {
            found = it->second;
            taken = count;
        }
    }
    return found;
}

bool isLinking(const std::string& word) {
    return word == "and" || word == "a" || word == "an" || word == "of" || word == "the" || word == "one" ||
           word == "in" || word == "into" || word == "to" || word == "degrees" || word == "degree" ||
           word == "°";
}

}  // namespace

const Unit* findUnit(std::string_view text) {
    auto quantity = readQuantity(text);
    return quantity && !quantity->counted ? quantity->unit : nullptr;
}

std::optional<Quantity> readQuantity(std::string_view text) {
    const auto parts = pieces(text);
    Quantity total;
    mpq_class sum = 0;
    for (std::size_t at = 0; at < parts.size();) {
        if (at > 0 && parts[at] == "and" && at + 1 < parts.size()) ++at;
        const bool negative = (parts[at] == "-" || parts[at] == "minus") && at + 1 < parts.size();
        std::optional<SpokenNumber> number = readNumber(parts, at + (negative ? 1 : 0));
        if (negative && !number) return std::nullopt;
        std::size_t next = at + (number ? number->words : 0) + (negative ? 1 : 0);
        std::size_t taken = 0;
        const Unit* unit = unitAt(parts, next, taken);
        while (!unit && next < parts.size() && isLinking(parts[next])) unit = unitAt(parts, ++next, taken);
        if (!unit) {
            // "5'11": the second number counts the smaller unit.
            const bool inches =
                number && total.unit && total.unit->one == std::string_view("foot") && next == parts.size();
            if (!inches) return std::nullopt;
            unit = index().at("inch");
        }
        if (total.unit && std::string_view(unit->dimension) != total.unit->dimension) return std::nullopt;
        if (total.unit && !number) return std::nullopt;
        mpq_class amount = number ? number->number.value : mpq_class(1);
        if (negative) amount = -amount;
        if (!total.unit) {
            total.unit = unit;
            sum = amount;
        } else {
            sum += amount * fraction(unit->factor) / fraction(total.unit->factor);
        }
        total.counted = total.counted || number.has_value();
        at = next + taken;
    }
    if (!total.unit) return std::nullopt;
    total.amount.value = sum;
    return total;
}

std::optional<ConversionQuestion> readConversion(std::string_view text) {
    std::vector<std::string> parts;
    for (const std::string& part : pieces(text))
        if (part != "convert" && part != "what" && part != "is" && part != "are" && part != "please" &&
            part != "how" && part != "there" && part != "many" && part != "much" && part != "do" &&
            part != "make" && part != "change" && part != "turn")
            parts.push_back(part);
    auto join = [&](std::size_t from, std::size_t to) {
        std::string out;
        for (std::size_t i = from; i < to; ++i) out += (i > from ? " " : "") + parts[i];
        return out;
    };
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
        if (parts[i] != "to" && parts[i] != "in" && parts[i] != "into") continue;
        auto left = readQuantity(join(0, i));
        auto right = readQuantity(join(i + 1, parts.size()));
        if (!left || !right || std::string_view(left->unit->dimension) != right->unit->dimension) continue;
        // "how many feet in 2 miles" asks the other way round.
        const bool turned = !left->counted && (right->counted || (parts[i] == "in" && parts[i + 1] == "a"));
        if (turned) return ConversionQuestion{*right, left->unit};
        if (!right->counted) return ConversionQuestion{*left, right->unit};
    }
    return std::nullopt;
}

Result<Number> convert(const Number& amount, const Unit& from, const Unit& to, const Phrases& phrases) {
    if (std::string_view(from.dimension) != to.dimension)
        return fail(
            ErrorCode::InvalidInput,
            phrases.say(
                "{from} measure {dimension} and {to} measure {other}, so one cannot become the other.",
                {{"from", words::capitalized(phrases.say(from.many))},
                 {"dimension", phrases.say(from.dimension)},
                 {"to", phrases.say(to.many)},
                 {"other", phrases.say(to.dimension)}}),
            "to");
    mpq_class base = amount.value * fraction(from.factor) + fraction(from.offset);
    if (base < 0 && std::string_view(from.dimension) == "temperature")
        return fail(ErrorCode::InvalidInput, phrases.say("That is below absolute zero (−273.15 °C)."),
                    "amount");
    Number out;
    out.value = (base - fraction(to.offset)) / fraction(to.factor);
    // A month and a year are averages; horsepower and the radian are rounded in the table.
    out.exact = amount.exact;
    return out;
}

std::string withUnit(const Number& amount, const Unit& unit, int digits, const Phrases& phrases) {
    return phrases.numerals(toText(amount, digits)) + " " +
           phrases.say(amount.value == 1 ? unit.one : unit.many);
}

std::span<const Unit> units() {
    return kUnits;
}

}  // namespace hearth::agent
