#include "privacy/kind_names.h"

#include <algorithm>
#include <iterator>

namespace hearth::privacy {
namespace {

// Marks a text of the table for the translators of the window.
#define HEARTH_TEXT(context, text) text

struct KindName {
    std::string_view kind;
    const char* name;
};
// In the order of the kinds.
constexpr KindName kNames[] = {
    {"ABA_ROUTING_NUMBER", HEARTH_TEXT("kinds", "Bank routing number (USA)")},
    {"AGE", HEARTH_TEXT("kinds", "Age")},
    {"API_KEY", HEARTH_TEXT("kinds", "Access key or token")},
    {"AU_ABN", HEARTH_TEXT("kinds", "Business number (Australia)")},
    {"AU_ACN", HEARTH_TEXT("kinds", "Company number (Australia)")},
    {"AU_MEDICARE", HEARTH_TEXT("kinds", "Health insurance number (Australia)")},
    {"AU_TFN", HEARTH_TEXT("kinds", "Tax number (Australia)")},
    {"BR_CPF", HEARTH_TEXT("kinds", "Taxpayer number (Brazil)")},
    {"CA_SIN", HEARTH_TEXT("kinds", "Social insurance number (Canada)")},
    {"CN_RESIDENT_ID", HEARTH_TEXT("kinds", "Identity card number (China)")},
    {"COORDINATES", HEARTH_TEXT("kinds", "Coordinates")},
    {"CREDIT_CARD", HEARTH_TEXT("kinds", "Card number")},
    {"CRYPTO", HEARTH_TEXT("kinds", "Wallet address")},
    {"DATE_OF_BIRTH", HEARTH_TEXT("kinds", "Date of birth")},
    {"DATE_TIME", HEARTH_TEXT("kinds", "Date or time")},
    {"DE_BSNR", HEARTH_TEXT("kinds", "Medical practice number (Germany)")},
    {"DE_FUEHRERSCHEIN", HEARTH_TEXT("kinds", "Driving licence number (Germany)")},
    {"DE_HANDELSREGISTER", HEARTH_TEXT("kinds", "Company register number (Germany)")},
    {"DE_HEALTH_INSURANCE", HEARTH_TEXT("kinds", "Health insurance number (Germany)")},
    {"DE_ID_CARD", HEARTH_TEXT("kinds", "Identity card number (Germany)")},
    {"DE_KFZ", HEARTH_TEXT("kinds", "Number plate (Germany)")},
    {"DE_LANR", HEARTH_TEXT("kinds", "Doctor's number (Germany)")},
    {"DE_PASSPORT", HEARTH_TEXT("kinds", "Passport number (Germany)")},
    {"DE_PLZ", HEARTH_TEXT("kinds", "Postcode (Germany)")},
    {"DE_SOCIAL_SECURITY", HEARTH_TEXT("kinds", "Pension insurance number (Germany)")},
    {"DE_TAX_ID", HEARTH_TEXT("kinds", "Tax identification number (Germany)")},
    {"DE_TAX_NUMBER", HEARTH_TEXT("kinds", "Tax number (Germany)")},
    {"DE_VAT_ID", HEARTH_TEXT("kinds", "VAT number (Germany)")},
    {"EMAIL_ADDRESS", HEARTH_TEXT("kinds", "Mail address")},
    {"ES_NIE", HEARTH_TEXT("kinds", "Foreigner's identity number (Spain)")},
    {"ES_NIF", HEARTH_TEXT("kinds", "Identity and tax number (Spain)")},
    {"ES_PASSPORT", HEARTH_TEXT("kinds", "Passport number (Spain)")},
    {"FI_PERSONAL_IDENTITY_CODE", HEARTH_TEXT("kinds", "Personal identity code (Finland)")},
    {"FR_NIR", HEARTH_TEXT("kinds", "Social security number (France)")},
    {"FR_SIRET", HEARTH_TEXT("kinds", "Business number (France)")},
    {"GPE", HEARTH_TEXT("kinds", "City or country")},
    {"IBAN_CODE", HEARTH_TEXT("kinds", "Bank account number (IBAN)")},
    {"IN_AADHAAR", HEARTH_TEXT("kinds", "Aadhaar number (India)")},
    {"IN_GSTIN", HEARTH_TEXT("kinds", "Sales tax number (India)")},
    {"IN_PAN", HEARTH_TEXT("kinds", "Tax number (India)")},
    {"IN_PASSPORT", HEARTH_TEXT("kinds", "Passport number (India)")},
    {"IN_VEHICLE_REGISTRATION", HEARTH_TEXT("kinds", "Number plate (India)")},
    {"IN_VOTER", HEARTH_TEXT("kinds", "Voter number (India)")},
    {"IP_ADDRESS", HEARTH_TEXT("kinds", "Internet address (IP)")},
    {"IT_DRIVER_LICENSE", HEARTH_TEXT("kinds", "Driving licence number (Italy)")},
    {"IT_FISCAL_CODE", HEARTH_TEXT("kinds", "Tax code (Italy)")},
    {"IT_IDENTITY_CARD", HEARTH_TEXT("kinds", "Identity card number (Italy)")},
    {"IT_PASSPORT", HEARTH_TEXT("kinds", "Passport number (Italy)")},
    {"IT_VAT_CODE", HEARTH_TEXT("kinds", "VAT number (Italy)")},
    {"JP_MY_NUMBER", HEARTH_TEXT("kinds", "My Number (Japan)")},
    {"KR_BRN", HEARTH_TEXT("kinds", "Business number (South Korea)")},
    {"KR_DRIVER_LICENSE", HEARTH_TEXT("kinds", "Driving licence number (South Korea)")},
    {"KR_FRN", HEARTH_TEXT("kinds", "Foreigner's number (South Korea)")},
    {"KR_PASSPORT", HEARTH_TEXT("kinds", "Passport number (South Korea)")},
    {"KR_RRN", HEARTH_TEXT("kinds", "Resident number (South Korea)")},
    {"LOCATION", HEARTH_TEXT("kinds", "Place")},
    {"MAC_ADDRESS", HEARTH_TEXT("kinds", "Network device address (MAC)")},
    {"MEDICAL_LICENSE", HEARTH_TEXT("kinds", "Medical licence number")},
    {"NG_NIN", HEARTH_TEXT("kinds", "Identity number (Nigeria)")},
    {"NG_VEHICLE_REGISTRATION", HEARTH_TEXT("kinds", "Number plate (Nigeria)")},
    {"NL_BSN", HEARTH_TEXT("kinds", "Citizen service number (Netherlands)")},
    {"NRP", HEARTH_TEXT("kinds", "Nationality, religion or politics")},
    {"ORGANIZATION", HEARTH_TEXT("kinds", "Organization")},
    {"PERSON", HEARTH_TEXT("kinds", "Person")},
    {"PHONE_NUMBER", HEARTH_TEXT("kinds", "Telephone number")},
    {"PH_MOBILE_NUMBER", HEARTH_TEXT("kinds", "Mobile number (Philippines)")},
    {"PH_TIN", HEARTH_TEXT("kinds", "Tax number (Philippines)")},
    {"PL_PESEL", HEARTH_TEXT("kinds", "Identity number (Poland)")},
    {"PRIVATE_KEY", HEARTH_TEXT("kinds", "Private key")},
    {"SE_ORGANISATIONSNUMMER", HEARTH_TEXT("kinds", "Company number (Sweden)")},
    {"SE_PERSONNUMMER", HEARTH_TEXT("kinds", "Identity number (Sweden)")},
    {"SG_NRIC_FIN", HEARTH_TEXT("kinds", "Identity number (Singapore)")},
    {"SG_UEN", HEARTH_TEXT("kinds", "Company number (Singapore)")},
    {"STREET_ADDRESS", HEARTH_TEXT("kinds", "Street address")},
    {"TH_TNIN", HEARTH_TEXT("kinds", "Identity number (Thailand)")},
    {"TR_LICENSE_PLATE", HEARTH_TEXT("kinds", "Number plate (Türkiye)")},
    {"TR_NATIONAL_ID", HEARTH_TEXT("kinds", "Identity number (Türkiye)")},
    {"TR_PHONE_NUMBER", HEARTH_TEXT("kinds", "Telephone number (Türkiye)")},
    {"UK_DRIVING_LICENCE", HEARTH_TEXT("kinds", "Driving licence number (United Kingdom)")},
    {"UK_NHS", HEARTH_TEXT("kinds", "Health service number (United Kingdom)")},
    {"UK_NINO", HEARTH_TEXT("kinds", "National insurance number (United Kingdom)")},
    {"UK_PASSPORT", HEARTH_TEXT("kinds", "Passport number (United Kingdom)")},
    {"UK_POSTCODE", HEARTH_TEXT("kinds", "Postcode (United Kingdom)")},
    {"UK_VEHICLE_REGISTRATION", HEARTH_TEXT("kinds", "Number plate (United Kingdom)")},
    {"URL", HEARTH_TEXT("kinds", "Web address")},
    {"US_BANK_NUMBER", HEARTH_TEXT("kinds", "Bank account number (USA)")},
    {"US_DRIVER_LICENSE", HEARTH_TEXT("kinds", "Driving licence number (USA)")},
    {"US_ITIN", HEARTH_TEXT("kinds", "Taxpayer number (USA)")},
    {"US_MBI", HEARTH_TEXT("kinds", "Health insurance number (USA)")},
    {"US_NPI", HEARTH_TEXT("kinds", "Health provider number (USA)")},
    {"US_PASSPORT", HEARTH_TEXT("kinds", "Passport number (USA)")},
    {"US_SSN", HEARTH_TEXT("kinds", "Social security number (USA)")},
    {"ZA_ID_NUMBER", HEARTH_TEXT("kinds", "Identity number (South Africa)")},
    {"ZIP_CODE", HEARTH_TEXT("kinds", "ZIP code (USA)")},
};

#undef HEARTH_TEXT

}  // namespace

const char* kindName(std::string_view kind) {
    const auto* found =
        std::lower_bound(std::begin(kNames), std::end(kNames), kind,
                         [](const KindName& name, std::string_view wanted) { return name.kind < wanted; });
    return found != std::end(kNames) && found->kind == kind ? found->name : nullptr;
}

std::vector<std::string> namedKinds() {
    std::vector<std::string> out;
    for (const KindName& name : kNames) out.emplace_back(name.kind);
    return out;
}

}  // namespace hearth::privacy
