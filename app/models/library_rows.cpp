#include "models/library_rows.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include "models/day_words.h"
#include "rag/marked_words.h"

namespace hearth::app {
namespace {

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Library)
};

// The folder something is in, shortened at home.
QString placeOf(const QString& path) {
    const QString folder = QFileInfo(path).path();
    const QString home = QDir::homePath();
    return folder == home || folder.startsWith(home + QLatin1Char('/'))
               ? QLatin1Char('~') + folder.mid(home.size())
               : folder;
}

const char* phaseName(FolderPhase phase) {
    switch (phase) {
        case FolderPhase::Waiting:
            return "waiting";
        case FolderPhase::Reading:
            return "reading";
        case FolderPhase::Ready:
            return "ready";
        case FolderPhase::Missing:
            return "missing";
        case FolderPhase::Failed:
            return "failed";
    }
    return "waiting";
}

QString countWords(const rag::LibraryCounts& counts) {
    return Words::tr("%Ln document(s)", nullptr, static_cast<int>(counts.documents)) + QStringLiteral(" · ") +
           Words::tr("%Ln passage(s)", nullptr, static_cast<int>(counts.chunks)) + QStringLiteral(" · ") +
           bytesWords(counts.bytes);
}

QString activityOf(const FolderState& folder) {
    if (folder.phase != FolderPhase::Reading) return {};
    const QString name = QFileInfo(text(folder.current)).fileName();
    const QString far = Words::tr("%1 of %2")
                            .arg(QLocale().toString(static_cast<qulonglong>(folder.done)),
                                 QLocale().toString(static_cast<qulonglong>(folder.found)));
    return name.isEmpty() ? far : far + QStringLiteral(" · ") + name;
}

QString changedWords(std::int64_t when) {
    if (when == 0) return {};
    const QDateTime time = QDateTime::fromSecsSinceEpoch(when);
    const QDate today = QDate::currentDate();
    return time.date() == today ? timeWords(time.time()) : dayWords(time.date(), today);
}

QString reasonWords(rag::SkipReason reason) {
    switch (reason) {
        case rag::SkipReason::Excluded:
            return Words::tr("Left out");
        case rag::SkipReason::TooLarge:
            return Words::tr("Too large");
        case rag::SkipReason::UnknownKind:
            return Words::tr("No document");
        case rag::SkipReason::Empty:
            return Words::tr("No text");
        case rag::SkipReason::Protected:
            return Words::tr("Password");
        case rag::SkipReason::Damaged:
            return Words::tr("Damaged");
        case rag::SkipReason::Bomb:
            return Words::tr("Unpacks to too much");
        case rag::SkipReason::TooSlow:
            return Words::tr("Too slow");
        case rag::SkipReason::OutOfMemory:
            return Words::tr("Too much memory");
        case rag::SkipReason::Crashed:
            return Words::tr("Broken");
        case rag::SkipReason::Unreadable:
            return Words::tr("Cannot be opened");
        case rag::SkipReason::NoProgram:
            return Words::tr("Program missing");
        case rag::SkipReason::Changing:
            return Words::tr("Being written");
    }
    return {};
}

// A window of the text around its first mark, cut at spaces.
std::pair<std::size_t, std::size_t> windowOf(const std::string& whole, std::size_t first, std::size_t most) {
    if (most == 0 || whole.size() <= most) return {0, whole.size()};
    std::size_t begin = first > most / 3 ? first - most / 3 : 0;
    if (begin > 0) {
        const std::size_t space = whole.find(' ', begin);
        if (space != std::string::npos && space < first) begin = space + 1;
    }
    std::size_t end = std::min(whole.size(), begin + most);
    const std::size_t space = whole.rfind(' ', end);
    if (end < whole.size() && space != std::string::npos && space > begin + most / 2) end = space;
    const auto within = [&](std::size_t at) {  // of a character
        return at < whole.size() && (static_cast<unsigned char>(whole[at]) & 0xc0) == 0x80;
    };
    while (within(begin)) ++begin;
    while (within(end)) ++end;
    return {begin, end};
}

}  // namespace

QString bytesWords(std::int64_t bytes) {
    return QLocale().formattedDataSize(bytes, bytes < 1024 * 1024 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QStringList folderRoles() {
    return {QStringLiteral("path"),    QStringLiteral("name"),    QStringLiteral("place"),
            QStringLiteral("phase"),   QStringLiteral("counts"),  QStringLiteral("activity"),
            QStringLiteral("share"),   QStringLiteral("skipped"), QStringLiteral("changedAt"),
            QStringLiteral("problem"), QStringLiteral("exclude"), QStringLiteral("includeHidden")};
}

QVariantMap folderRow(const FolderState& folder) {
    const QString path = text(folder.folder.path);
    QStringList exclude;
    for (const std::string& pattern : folder.folder.rules.exclude) exclude.append(text(pattern));
    const double share =
        folder.found == 0 ? 0 : static_cast<double>(folder.done) / static_cast<double>(folder.found);
    return {
        {QStringLiteral("path"), path},
        {QStringLiteral("name"), QFileInfo(path).fileName().isEmpty() ? path : QFileInfo(path).fileName()},
        {QStringLiteral("place"), placeOf(path)},
        {QStringLiteral("phase"), QLatin1String(phaseName(folder.phase))},
        {QStringLiteral("counts"), countWords(folder.counts)},
        {QStringLiteral("activity"), activityOf(folder)},
        {QStringLiteral("share"), share},
        {QStringLiteral("skipped"), static_cast<int>(folder.counts.skipped)},
        {QStringLiteral("changedAt"), changedWords(folder.folder.changed)},
        {QStringLiteral("problem"), text(folder.problem)},
        {QStringLiteral("exclude"), exclude.join(QLatin1Char('\n'))},
        {QStringLiteral("includeHidden"), folder.folder.rules.hidden}};
}

QStringList skippedRoles() {
    return {QStringLiteral("path"), QStringLiteral("name"), QStringLiteral("place"), QStringLiteral("reason"),
            QStringLiteral("message")};
}

QVariantMap skippedRow(const rag::SkippedDocument& document) {
    const QString path = text(document.path);
    return {{QStringLiteral("path"), path},
            {QStringLiteral("name"), QFileInfo(path).fileName()},
            {QStringLiteral("place"), placeOf(path)},
            {QStringLiteral("reason"), reasonWords(document.reason)},
            {QStringLiteral("message"), text(document.message)}};
}

QString placeWords(const rag::Location& at) {
    QStringList out;
    if (at.page != 0) out.append(Words::tr("page %1").arg(at.page));
    if (!at.sheet.empty()) out.append(Words::tr("sheet %1").arg(text(at.sheet)));
    if (!at.cell.empty()) out.append(text(at.cell));
    if (!at.part.empty()) out.append(text(at.part));
    if (out.isEmpty() && at.firstLine != 0)
        out.append(at.lastLine > at.firstLine ? Words::tr("lines %1–%2").arg(at.firstLine).arg(at.lastLine)
                                              : Words::tr("line %1").arg(at.firstLine));
    return out.join(QStringLiteral(", "));
}

QString kindGlyph(rag::DocumentKind kind) {
    switch (kind) {
        case rag::DocumentKind::Mail:
        case rag::DocumentKind::Mailbox:
            return QStringLiteral("mail");
        case rag::DocumentKind::Calendar:
            return QStringLiteral("calendar");
        case rag::DocumentKind::Html:
            return QStringLiteral("web");
        case rag::DocumentKind::Epub:
            return QStringLiteral("book");
        case rag::DocumentKind::Xlsx:
        case rag::DocumentKind::Csv:
            return QStringLiteral("list");
        case rag::DocumentKind::Image:
            return QStringLiteral("camera");
        case rag::DocumentKind::Text:
        case rag::DocumentKind::Markdown:
            return QStringLiteral("note");
        default:
            return QStringLiteral("file");
    }
}

QStringList resultRoles() {
    return {QStringLiteral("chunk"),   QStringLiteral("document"), QStringLiteral("title"),
            QStringLiteral("path"),    QStringLiteral("place"),    QStringLiteral("at"),
            QStringLiteral("heading"), QStringLiteral("date"),     QStringLiteral("snippet"),
            QStringLiteral("plain")};
}

QVariantMap resultRow(const rag::FoundPassage& passage, const std::string& question) {
    constexpr std::size_t kPreview = 320;
    const rag::Chunk& chunk = passage.chunk.chunk;
    const QString path = text(rag::filePath(chunk.path));
    const QDate date = QDateTime::fromSecsSinceEpoch(passage.chunk.date).date();
    return {{QStringLiteral("chunk"), static_cast<double>(passage.chunk.id)},
            {QStringLiteral("document"), static_cast<double>(passage.chunk.document)},
            {QStringLiteral("title"), text(passage.chunk.title)},
            {QStringLiteral("path"), path},
            {QStringLiteral("place"), placeOf(path)},
            {QStringLiteral("at"), placeWords(chunk.location)},
            {QStringLiteral("heading"), chunk.headings.empty() ? QString() : text(chunk.headings.back())},
            {QStringLiteral("date"), QLocale().toString(date, QLocale::ShortFormat)},
            {QStringLiteral("snippet"), markedText(chunk.text, question, kPreview)},
            {QStringLiteral("plain"), text(chunk.text.substr(0, kPreview))}};
}

QStringList passageRoles() {
    return {QStringLiteral("key"), QStringLiteral("text"), QStringLiteral("plain"), QStringLiteral("heading"),
            QStringLiteral("at"),  QStringLiteral("page"), QStringLiteral("wanted")};
}

QVariantMap passageRow(const rag::StoredChunk& stored, const std::string& question, bool wanted) {
    const rag::Chunk& chunk = stored.chunk;
    QStringList headings;
    for (const std::string& heading : chunk.headings) headings.append(text(heading));
    return {{QStringLiteral("key"), static_cast<double>(stored.id)},
            {QStringLiteral("text"), markedText(chunk.text, question)},
            {QStringLiteral("plain"), text(chunk.text)},
            {QStringLiteral("heading"), headings.join(QStringLiteral(" › "))},
            {QStringLiteral("at"), placeWords(chunk.location)},
            {QStringLiteral("page"), static_cast<int>(chunk.location.page)},
            {QStringLiteral("wanted"), wanted}};
}

QString documentPlace(const std::string& documentPath) {
    return placeOf(text(rag::filePath(documentPath)));
}

QString markedText(const std::string& whole, const std::string& question, std::size_t most) {
    const auto marks = rag::markedWords(whole, question);
    const auto [begin, end] = windowOf(whole, marks.empty() ? 0 : marks.front().first, most);
    QString out = begin > 0 ? QStringLiteral("… ") : QString();
    std::size_t at = begin;
    const auto plain = [&](std::size_t to) {
        out +=
            text(whole.substr(at, to - at)).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
        at = to;
    };
    for (const auto& [from, to] : marks) {
        if (from < at || to > end) continue;
        plain(from);
        out += QStringLiteral("<b>");
        plain(to);
        out += QStringLiteral("</b>");
    }
    plain(end);
    return end < whole.size() ? out + QStringLiteral(" …") : out;
}

}  // namespace hearth::app
