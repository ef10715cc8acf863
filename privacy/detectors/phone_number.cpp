// Phone numbers of all regions: with a country code, or in the form of a country that is tried.
// Source: libphonenumber; ITU-T E.164 for lengths.
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

// Countries whose customary forms are tried for numbers without a country code, the commonest first.
constexpr const char* regions[] = {"US", "GB", "DE", "FR", "IN", "IT", "ES", "BR", "JP", "CN", "KR",
                                   "AU", "ZA", "SE", "NL", "BE", "CH", "AT", "DK", "NO", "FI", "PL",
                                   "CZ", "PT", "HU", "GR", "TR", "RU", "IL", "MX", "NG", "PH", "SG",
                                   "TH", "IE", "NZ", "AR", "CL", "CO", "MY", "ID", "VN", "UA", "RO",
                                   "IS", "SI", "HR", "EE", "CY", "TN", "GL", "SK"};

constexpr std::size_t mostDigits = 17;

// What is asked of libphonenumber about a country, once.
struct Country {
    const char* region;
    int number;             // the country code
    std::string code;       // its digits
    std::string trunk;      // what is dialled before a number inside the country, such as "0"
    std::uint32_t lengths;  // bit n: numbers of n digits are possible
};

const PhoneNumberUtil& util() {
    return *PhoneNumberUtil::GetInstance();
}

PhoneNumber numberOf(int countryCode, std::string_view digits) {
    PhoneNumber number;
    number.set_country_code(countryCode);
    const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    if (zeros > 0) number.set_italian_leading_zero(true);
    if (zeros > 1) number.set_number_of_leading_zeros(static_cast<int>(zeros));
    std::uint64_t value = 0;
    for (const char c : digits) value = value * 10 + static_cast<std::uint64_t>(c - '0');
    number.set_national_number(value);
    return number;
}

Country describe(const char* region) {
    const int number = util().GetCountryCodeForRegion(region);
    Country out{region, number, std::to_string(number), {}, 0};
    util().GetNddPrefixForRegion(region, true, &out.trunk);
    for (std::size_t length = 3; length <= mostDigits; ++length) {
        const auto reason = util().IsPossibleNumberWithReason(numberOf(number, std::string(length, '1')));
        if (reason == PhoneNumberUtil::IS_POSSIBLE) out.lengths |= 1U << length;
    }
    return out;
}

const std::vector<Country>& countries() {
    static const std::vector<Country> all = [] {
        std::vector<Country> out;
        for (const char* region : regions) out.push_back(describe(region));
        return out;
    }();
    return all;
}

bool startsWith(std::string_view text, std::string_view front) {
    return !front.empty() && text.substr(0, front.size()) == front;
}

// Whether the digits are a number of the country as one dials it there.
bool isNational(std::string_view digits, const Country& country, int& checks) {
    const auto valid = [&](std::string_view number) {
        if (number.size() > mostDigits || (country.lengths >> number.size() & 1U) == 0) return false;
        return --checks >= 0 &&
               util().IsValidNumberForRegion(numberOf(country.number, number), country.region);
    };
    if (startsWith(digits, country.trunk) && valid(digits.substr(country.trunk.size()))) return true;
    if (startsWith(digits, country.code) && valid(digits.substr(country.code.size()))) return true;
    return valid(digits);
}

// Whether the digits are a country code and a number of that country.
bool isInternational(std::string_view digits, int& checks) {
    for (std::size_t length = 1; length <= 3 && length + 3 < digits.size(); ++length) {
        const int code = number(digits, 0, length);
        std::string region;
        util().GetRegionCodeForCountryCode(code, &region);
        if (region == "ZZ") continue;
        std::string trunk;
        if (region != "001") util().GetNddPrefixForRegion(region, true, &trunk);
        const std::string_view rest = digits.substr(length);
        if (rest.size() > mostDigits || --checks < 0) return false;
        if (util().IsValidNumber(numberOf(code, rest))) return true;
        return startsWith(rest, trunk) && rest.size() > trunk.size() + 3 &&
               util().IsValidNumber(numberOf(code, rest.substr(trunk.size())));
    }
    return false;
}

// Whether a date such as 2021-05-03 stands in front.
bool startsWithDate(std::string_view value) {
    const auto digitsAt = [&](std::size_t at, std::size_t count) {
        return std::all_of(value.begin() + static_cast<std::ptrdiff_t>(at),
                           value.begin() + static_cast<std::ptrdiff_t>(at + count), isDigit);
    };
    return value.size() >= 10 && value[4] == '-' && value[7] == '-' && digitsAt(0, 4) && digitsAt(5, 2) &&
           digitsAt(8, 2) && isDate(number(value, 0, 4), number(value, 5, 2), number(value, 8, 2));
}

Verdict check(Match& match) {
    match.dropLoneBrackets();
    if (isAlnum(match.before()) || isDigit(match.after())) return Verdict::Invalid;
    const std::string_view value = match.value();
    const bool plus = value[0] == '+';
    if (!plus && (match.before() == '+' || match.followsDigitAndDot())) return Verdict::Invalid;
    const std::string all = digitsOf(value);
    if (all.size() < 7 || all.size() > 17 || startsWithDate(value)) return Verdict::Invalid;
    const std::string digits = digitsOf(value.substr(0, value.find_first_of("xe")));  // no extension
    if (digits.size() < 3) return Verdict::Invalid;
    int& checks = *match.costlyChecks;
    if (checks <= 0) return Verdict::Unknown;
    if (plus) return isInternational(digits, checks) ? Verdict::Valid : Verdict::Unknown;
    if (startsWith(digits, "00") && isInternational(std::string_view(digits).substr(2), checks))
        return Verdict::Valid;
    for (const Country& country : countries()) {
        if (isNational(digits, country, checks)) return Verdict::Valid;
        if (checks <= 0) return Verdict::Unknown;
    }
    return Verdict::Invalid;
}

}  // namespace

Detector phoneNumber() {
    return {
        "PHONE_NUMBER",
        {{"country code and groups",
          R"(\+\d{1,3}(?:[ ./-]{0,2}\(?\d{1,6}\)?){1,7}(?: ?(?:x|ext\.?) ?\d{1,6})?)", 0.6},
         {"three-three-four digits",
          R"((?:\b1[-. ])?(?:\(\d{3}\) ?|\b\d{3}[-. /])\d{3}[-. ]\d{4}(?: ?(?:x|ext\.?) ?\d{1,6})?\b)", 0.45},
         {"digits in groups",
          R"(\(?\b\d{1,5}\)?(?:[ ./-]{1,2}\(?\d{1,8}\)?){1,6}(?: ?(?:x|ext\.?) ?\d{1,6})?)", 0.25},
         {"area code in brackets", R"(\(\d{2,5}\) ?\d{3,8}\b)", 0.35},
         {"seven to fifteen digits", R"(\b\d{7,15}\b)", 0.1}},
        {"phone",     "my number", "telephone", "cell",      "cellphone",  "mobile",   "call",
         "tel",       "fax",       "office",    "desk",      "registered", "messages", "sms",
         "text",      "whatsapp",  "dial",      "answering", "reach",      "telefon",  "handy",
         "téléphone", "teléfono",  "móvil",     "電話"},
        check,
        {"number", "numbers"}};
}

}  // namespace hearth::privacy
