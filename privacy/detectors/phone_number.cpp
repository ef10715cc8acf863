// Phone numbers of all regions: with a country code, or in the form of a country that is tried.
// Source: libphonenumber; ITU-T E.164 for lengths.
#include <phonenumbers/phonenumberutil.h>
#include <string>

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

bool isValid(const std::string& value, const char* region) {
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    return util.Parse(value, region, &number) == PhoneNumberUtil::NO_PARSING_ERROR &&
           util.IsValidNumber(number);
}

Verdict check(Match& match) {
    if (isAlnum(match.before()) || isDigit(match.after())) return Verdict::Invalid;
    if (match.value()[0] != '+' && (match.before() == '+' || match.before() == '.')) return Verdict::Invalid;
    const std::string value(match.value());
    const std::size_t digits = digitsOf(value).size();
    if (digits < 7 || digits > 17) return Verdict::Invalid;
    if (value[0] == '+') {
        if (--*match.costlyChecks < 0) return Verdict::Unknown;
        return isValid(value, "ZZ") ? Verdict::Valid : Verdict::Unknown;
    }
    for (const char* region : regions) {
        if (--*match.costlyChecks < 0) return Verdict::Unknown;
        if (isValid(value, region)) return Verdict::Valid;
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
          R"(\(?\b\d{1,5}\)?(?:[ ./-]{1,2}\(?\d{1,6}\)?){1,6}(?: ?(?:x|ext\.?) ?\d{1,6})?)", 0.25},
         {"area code in brackets", R"(\(\d{2,5}\) ?\d{3,8}\b)", 0.35},
         {"seven to fifteen digits", R"(\b\d{7,15}\b)", 0.1}},
        {"phone",     "number",   "telephone", "cell",      "cellphone",  "mobile",   "call",
         "tel",       "fax",      "office",    "desk",      "registered", "messages", "sms",
         "text",      "whatsapp", "dial",      "answering", "reach",      "telefon",  "handy",
         "téléphone", "teléfono", "móvil",     "電話"},
        check};
}

}  // namespace hearth::privacy
