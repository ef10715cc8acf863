#include "models/hand_over_card.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace hearth::app {
namespace {

QString escaped(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

// The text with every occurrence of these words in bold, the longest first.
QString marked(const std::string& text, const std::vector<std::string>& words) {
    QString out;
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 0;
        for (const std::string& word : words)
            if (text.compare(at, word.size(), word) == 0) length = std::max(length, word.size());
        if (length == 0) {
            ++at;
            continue;
        }
        out += escaped(text.substr(plain, at - plain)) + QLatin1String("<b><u>") +
               escaped(text.substr(at, length)) + QLatin1String("</u></b>");
        at += length;
        plain = at;
    }
    return out + escaped(text.substr(plain));
}

}  // namespace

QVariantList HandOverCard::lines() const {
    if (!offer_) return {};
    std::vector<std::string> originals;
    std::vector<std::string> standIns;
    for (const auto& [original, standIn] : offer_->replaced) {
        originals.push_back(original);
        standIns.push_back(standIn);
    }
    QVariantList out;
    for (const agent::HandOverLine& line : offer_->lines)
        out.append(QVariantMap{{QStringLiteral("mine"), line.byUser},
                               {QStringLiteral("original"), marked(line.original, originals)},
                               {QStringLiteral("masked"), marked(line.masked, standIns)},
                               {QStringLiteral("originalWords"), QString::fromStdString(line.original)},
                               {QStringLiteral("maskedWords"), QString::fromStdString(line.masked)}});
    return out;
}

void HandOverCard::setOffer(std::optional<agent::HandOverOffer> offer) {
    if (!offer && !offer_) return;
    offer_ = std::move(offer);
    emit changed();
}

}  // namespace hearth::app
