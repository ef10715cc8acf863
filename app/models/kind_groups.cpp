#include "models/kind_groups.h"

#include <QCollator>
#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "privacy/kind_names.h"

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
    const char* name = privacy::kindName(kind);
    return name != nullptr ? QCoreApplication::translate("kinds", name)
                           : QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()));
}

void sortByTitle(QVariantList& kinds) {
    const QCollator collator;
    const auto titleIn = [](const QVariant& kind) {
        return kind.toMap().value(QStringLiteral("title")).toString();
    };
    std::sort(kinds.begin(), kinds.end(), [&](const QVariant& a, const QVariant& b) {
        return collator.compare(titleIn(a), titleIn(b)) < 0;
    });
}

}  // namespace hearth::app
