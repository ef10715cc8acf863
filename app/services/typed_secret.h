// What a person typed and nobody else may read: copied out of Qt's text into memory that is wiped, and shared
// by the functions that carry it to another thread. Qt's own copy, in the field of the window, goes with the
// field.
#pragma once

#include <sodium.h>

#include <QString>
#include <memory>

#include "privacy/secret.h"

namespace hearth::app {

using TypedSecret = std::shared_ptr<const privacy::Secret>;

inline TypedSecret typedSecret(const QString& text) {
    QByteArray bytes = text.toUtf8();
    const auto size = static_cast<std::size_t>(bytes.size());
    auto secret = std::make_shared<const privacy::Secret>(std::string_view(bytes.constData(), size));
    sodium_memzero(bytes.data(), size);
    return secret;
}

}  // namespace hearth::app
