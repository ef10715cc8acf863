#include "agent/phrases.h"

#include <unicode/dcfmtsym.h>
#include <unicode/gregocal.h>
#include <unicode/listformatter.h>
#include <unicode/msgfmt.h>
#include <unicode/smpdtfmt.h>

#include "words/phrase_tables.h"

namespace hearth::agent {

namespace {

icu::UnicodeString wide(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string narrow(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

// English is written as in Britain: "a, b and c".
icu::Locale localeOf(const std::string& language) {
    return icu::Locale(language == "en" ? "en_GB" : language.c_str());
}

std::string joined(const std::string& language, const std::vector<std::string>& parts,
                   UListFormatterType type) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::ListFormatter> format(
        icu::ListFormatter::createInstance(localeOf(language), type, ULISTFMT_WIDTH_WIDE, status));
    std::vector<icu::UnicodeString> items;
    for (const std::string& part : parts) items.push_back(wide(part));
    icu::UnicodeString out;
    if (U_SUCCESS(status)) format->format(items.data(), static_cast<std::int32_t>(items.size()), out, status);
    return narrow(out);
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::vector<std::string> Phrases::languages() {
    std::vector<std::string> all{"en"};
    for (const words::PhraseTable& table : words::phraseTables()) all.emplace_back(table.language);
    return all;
}

Phrases Phrases::of(std::string_view tag) {
    const icu::Locale wanted = icu::Locale::createCanonical(std::string(tag).c_str());
    Phrases phrases;
    for (const words::PhraseTable& table : words::phraseTables()) {
        const icu::Locale locale(table.language);
        if (std::string_view(locale.getLanguage()) != wanted.getLanguage()) continue;
        // Chinese in traditional characters is another language to a reader.
        icu::Locale full = wanted;
        UErrorCode status = U_ZERO_ERROR;
        full.addLikelySubtags(status);
        if (std::string_view(full.getScript()) == "Hant") continue;
        phrases.language_ = table.language;
        auto made = std::make_shared<Table>();
        for (const words::Translation& entry : table.entries) made->emplace(entry.english, entry.translated);
        phrases.table_ = std::move(made);
    }
    return phrases;
}

std::string_view Phrases::translated(std::string_view english) const {
    if (!table_) return english;
    const auto found = table_->find(english);
    return found == table_->end() ? english : std::string_view(found->second);
}

bool Phrases::knows(std::string_view english) const {
    return !table_ || table_->contains(english);
}

std::string Phrases::say(std::string_view english) const {
    const std::size_t colon = english.find(": ");
    if (knows(english) || colon == std::string_view::npos) return std::string(translated(english));
    // "The file cannot be written: No space left on device"; the reason is the system's.
    return std::string(translated(english.substr(0, colon))) + std::string(english.substr(colon));
}

std::string Phrases::say(std::string_view english, std::initializer_list<Place> places) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat format(wide(translated(english)), localeOf(language_), status);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const Place& place : places) {
        names.push_back(wide(place.name));
        if (const auto* number = std::get_if<std::int64_t>(&place.value))
            values.emplace_back(*number);
        else
            values.emplace_back(wide(std::get<std::string>(place.value)));
    }
    icu::UnicodeString out;
    format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), out, status);
    return U_SUCCESS(status) ? narrow(out) : std::string(translated(english));
}

std::string Phrases::all(const std::vector<std::string>& parts) const {
    return joined(language_, parts, ULISTFMT_TYPE_AND);
}

std::string Phrases::any(const std::vector<std::string>& parts) const {
    return joined(language_, parts, ULISTFMT_TYPE_OR);
}

std::string Phrases::quoted(const std::string& text) const {
    return say("“{text}”", {{"text", text}});
}

std::string Phrases::quoted(std::vector<std::string> texts) const {
    for (std::string& text : texts) text = quoted(text);
    return all(texts);
}

std::string Phrases::numerals(std::string english) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DecimalFormatSymbols symbols(localeOf(language_), status);
    const std::string point = narrow(symbols.getSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));
    const std::string group = narrow(symbols.getSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol));
    std::string out;
    for (std::size_t i = 0; i < english.size(); ++i) {
        const char c = english[i];
        const bool inside =
            i > 0 && i + 1 < english.size() && isDigit(english[i - 1]) && isDigit(english[i + 1]);
        if (inside && c == '.')
            out += point;
        else if (inside && c == ',')
            out += group;
        else
            out += c;
    }
    return out;
}

std::string Phrases::day(const CivilTime& day, std::string_view pattern) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), localeOf(language_), status);
    constexpr int kNoon = 12;
    calendar.set(day.year, day.month - 1, day.day, kNoon, 0);
    icu::SimpleDateFormat format(wide(translated(pattern)), localeOf(language_), status);
    if (U_FAILURE(status)) return {};
    format.adoptTimeZone(icu::TimeZone::getGMT()->clone());
    icu::UnicodeString out;
    return narrow(format.format(calendar.getTime(status), out));
}

}  // namespace hearth::agent
