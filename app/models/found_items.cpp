#include "models/found_items.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>
#include <QVariantMap>

namespace hearth::app {
namespace {

constexpr QChar kBullet(0x2022);

// "tomorrow 12:00–13:30 · Café Central", "~/Documents · 12 kB · 3 March": whatever the tool knows.
QString detailOf(const QJsonObject& item) {
    QStringList parts;
    const auto add = [&](const QString& part) {
        if (!part.isEmpty()) parts.append(part);
    };
    add(item.value(QLatin1String("when")).toString());
    add(item.value(QLatin1String("location")).toString());
    add(item.value(QLatin1String("text")).toString());
    if (item.contains(QLatin1String("size"))) {
        add(QFileInfo(item.value(QLatin1String("path")).toString()).path());
        add(QLocale().formattedDataSize(item.value(QLatin1String("size")).toInteger(), 1,
                                        QLocale::DataSizeSIFormat));
    }
    if (const auto modified = item.value(QLatin1String("modified")).toInteger(); modified > 0)
        add(QLocale().toString(QDateTime::fromSecsSinceEpoch(modified).date(), QLocale::ShortFormat));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

QVariantList foundItems(const std::string& result, const std::string& items) {
    QVariantList rows;
    const auto listed = QString::fromStdString(result).count(kBullet);
    if (listed == 0) return rows;
    const auto found = QJsonDocument::fromJson(QByteArray::fromStdString(items)).array();
    for (const auto& value : found) {
        if (rows.size() == listed) break;  // the sentences say how many more there are
        const auto item = value.toObject();
        const auto title = item.value(QLatin1String("title")).toString();
        if (title.isEmpty()) return {};  // what cannot be drawn is read
        rows.append(QVariantMap{{QStringLiteral("title"), title},
                                {QStringLiteral("detail"), detailOf(item)},
                                {QStringLiteral("link"), item.value(QLatin1String("path")).toString()}});
    }
    return rows;
}

QString withoutItems(const std::string& result) {
    QStringList kept;
    for (const auto& line : QString::fromStdString(result).split(QLatin1Char('\n')))
        if (!line.trimmed().startsWith(kBullet)) kept.append(line);
    return kept.join(QLatin1Char('\n'));
}

}  // namespace hearth::app
