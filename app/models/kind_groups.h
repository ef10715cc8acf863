// Kinds of personal data as people read them, in the window's language, and which kinds belong together.
#pragma once

#include <QString>
#include <QVariantList>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::app {

enum class KindGroup { People, Contact, Money, Keys, Authorities };

KindGroup groupOf(std::string_view kind);
QString titleOf(KindGroup group);
// The kind itself where it has no name.
QString kindText(std::string_view kind);

// Maps that have a title, as the window's language sorts them.
void sortByTitle(QVariantList& kinds);

inline constexpr KindGroup kKindGroups[] = {KindGroup::People, KindGroup::Contact, KindGroup::Money,
                                            KindGroup::Keys, KindGroup::Authorities};

}  // namespace hearth::app
