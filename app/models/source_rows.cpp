#include "models/source_rows.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>
#include <algorithm>

#include "agent/plain_text.h"
#include "rag/library_store.h"

namespace hearth::app {

namespace {

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

QVariantMap sourceOf(const agent::Source& source) {
    const std::string& text = source.text;
    const std::size_t begin = std::min(source.markBegin, text.size());
    const std::size_t end = std::clamp(source.markEnd, begin, text.size());
    return {{QStringLiteral("number"), source.number},
            {QStringLiteral("title"), textOf(source.title)},
            {QStringLiteral("file"), QFileInfo(textOf(source.path)).fileName()},
            {QStringLiteral("path"), textOf(source.path)},
            {QStringLiteral("place"), textOf(placeOf(source))},
            {QStringLiteral("text"), textOf(text)},
            {QStringLiteral("before"), textOf(text.substr(0, begin))},
            {QStringLiteral("mark"), textOf(text.substr(begin, end - begin))},
            {QStringLiteral("after"), textOf(text.substr(end))},
            {QStringLiteral("document"), static_cast<double>(source.document)},
            {QStringLiteral("chunk"), static_cast<double>(source.chunk)}};
}

}  // namespace

QVariantMap sourcesOf(const agent::DocumentAnswer& documents, const std::string& answer) {
    QStringList folders;
    for (const std::string& folder : documents.folders)
        folders += rag::isAttached(folder) ? QCoreApplication::translate("Sources", "attached files")
                                           : QFileInfo(textOf(folder)).fileName();
    // "/" with attached files: everything.
    if (std::count(documents.folders.begin(), documents.folders.end(), "/") > 0) folders.clear();
    QVariantList sources;
    for (const agent::Source& source : documents.sources) sources.push_back(sourceOf(source));
    QStringList doubts;
    for (const agent::Statement& each : documents.statements)
        if (!each.supported && each.begin < answer.size())
            doubts += textOf(agent::plainText(answer.substr(each.begin, each.end - each.begin)));
    const auto unsupported = std::count_if(documents.statements.begin(), documents.statements.end(),
                                           [](const agent::Statement& each) { return !each.supported; });
    return {{QStringLiteral("folders"), folders},
            {QStringLiteral("documents"), static_cast<double>(documents.documentsSearched)},
            {QStringLiteral("found"), documents.found},
            {QStringLiteral("used"), documents.used},
            {QStringLiteral("timeIgnored"), documents.timeIgnored},
            {QStringLiteral("written"), documents.written},
            {QStringLiteral("unsupported"), static_cast<int>(unsupported)},
            {QStringLiteral("doubts"), doubts},
            {QStringLiteral("sources"), sources}};
}

}  // namespace hearth::app
