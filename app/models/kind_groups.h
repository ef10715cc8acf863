// Kinds of personal data as people read them: "DE_TAX_ID" is “DE tax ID”, and which kinds belong together.
// Pure functions.
#pragma once

#include <QString>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::app {

enum class KindGroup { People, Contact, Money, Keys, Authorities };

KindGroup groupOf(std::string_view kind);
QString titleOf(KindGroup group);
QString kindText(std::string_view kind);

inline constexpr KindGroup kKindGroups[] = {KindGroup::People, KindGroup::Contact, KindGroup::Money,
                                            KindGroup::Keys, KindGroup::Authorities};

}  // namespace hearth::app
