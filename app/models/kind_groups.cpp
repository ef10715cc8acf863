#include "models/kind_groups.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>

namespace hearth::app {
namespace {

struct Member {
    std::string_view kind;
    KindGroup group;
};
// What is not named here is a number that some authority gives.
constexpr std::array kMembers = {
    Member{"PERSON", KindGroup::People},         Member{"GPE", KindGroup::People},
    Member{"LOCATION", KindGroup::People},       Member{"ORGANIZATION", KindGroup::People},
    Member{"STREET_ADDRESS", KindGroup::People}, Member{"COORDINATES", KindGroup::People},
    Member{"ZIP_CODE", KindGroup::People},       Member{"AGE", KindGroup::People},
    Member{"DATE_OF_BIRTH", KindGroup::People},  Member{"DATE_TIME", KindGroup::People},
    Member{"EMAIL_ADDRESS", KindGroup::Contact}, Member{"PHONE_NUMBER", KindGroup::Contact},
    Member{"URL", KindGroup::Contact},           Member{"IP_ADDRESS", KindGroup::Contact},
    Member{"MAC_ADDRESS", KindGroup::Contact},   Member{"CREDIT_CARD", KindGroup::Money},
    Member{"IBAN_CODE", KindGroup::Money},       Member{"ABA_ROUTING", KindGroup::Money},
    Member{"US_BANK_NUMBER", KindGroup::Money},  Member{"CRYPTO", KindGroup::Keys},
    Member{"API_KEY", KindGroup::Keys},          Member{"PRIVATE_KEY", KindGroup::Keys},
};

bool isAbbreviation(std::string_view word) {
    static constexpr std::array<std::string_view, 39> kWords = {
        "ABA",  "ABN",  "ACN",   "API",  "BRN", "BSN", "BSNR",  "CPF", "FIN", "FRN", "GSTIN", "IBAN", "ID",
        "IP",   "ITIN", "KFZ",   "LANR", "MAC", "MBI", "NHS",   "NIE", "NIF", "NIN", "NINO",  "NIR",  "NPI",
        "NRIC", "PAN",  "PESEL", "PLZ",  "RRN", "SIN", "SIRET", "SSN", "TFN", "TIN", "TNIN",  "UEN",  "VAT"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end() || word == "URL";
}

}  // namespace

KindGroup groupOf(std::string_view kind) {
    const auto member =
        std::find_if(kMembers.begin(), kMembers.end(), [&](const Member& m) { return m.kind == kind; });
    return member == kMembers.end() ? KindGroup::Authorities : member->group;
}

QString titleOf(KindGroup group) {
    switch (group) {
        case KindGroup::People:
            return QCoreApplication::translate("kinds", "Names, places and dates");
        case KindGroup::Contact:
            return QCoreApplication::translate("kinds", "Mail, telephone and network");
        case KindGroup::Money:
            return QCoreApplication::translate("kinds", "Cards and accounts");
        case KindGroup::Keys:
            return QCoreApplication::translate("kinds", "Keys and wallets");
        case KindGroup::Authorities:
            break;
    }
    return QCoreApplication::translate("kinds", "Numbers of identity, tax, health and vehicles");
}

QString kindText(std::string_view kind) {
    if (kind == "GPE") return QCoreApplication::translate("kinds", "Places");
    std::istringstream words{std::string(kind)};
    std::string out;
    for (std::string word; std::getline(words, word, '_');) {
        const bool country = out.empty() && word.size() == 2;
        if (!country && !isAbbreviation(word))
            for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        out += (out.empty() ? "" : " ") + word;
    }
    if (!out.empty()) out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
    return QString::fromStdString(out);
}

}  // namespace hearth::app
