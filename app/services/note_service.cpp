#include "services/note_service.h"

#include <QRegularExpression>

#include "agent/file_changes.h"
#include "models/day_words.h"

namespace hearth::app {
namespace {

constexpr int kExcerpt = 140;

// The first words behind the title.
QString excerptOf(const QString& text) {
    QString rest = text;
    static const QRegularExpression heading(QStringLiteral("\\A\\s*#[^\\n]*\\n"));
    rest.remove(heading);
    return rest.simplified().left(kExcerpt);
}

QVariantMap noteRow(const agent::DeskNote& note, QDate today) {
    const QString text = QString::fromStdString(note.text);
    const QDateTime when = toQDateTime(note.modified);
    return {
        {QStringLiteral("path"), QString::fromStdString(note.path.string())},
        {QStringLiteral("title"), QString::fromStdString(note.title)},
        {QStringLiteral("text"), text},
        {QStringLiteral("excerpt"), excerptOf(text)},
        {QStringLiteral("when"), dayWords(when.date(), today) + QLatin1Char(' ') + timeWords(when.time())}};
}

QVariantMap listRow(const agent::DeskList& list) {
    QVariantList items;
    int open = 0;
    for (const auto& item : list.items) {
        items.append(QVariantMap{{QStringLiteral("text"), QString::fromStdString(item.text)},
                                 {QStringLiteral("done"), item.done},
                                 {QStringLiteral("line"), item.line}});
        if (!item.done) ++open;
    }
    return {{QStringLiteral("path"), QString::fromStdString(list.path.string())},
            {QStringLiteral("title"), QString::fromStdString(list.name)},
            {QStringLiteral("open"), open},
            {QStringLiteral("items"), items}};
}

// Where the check mark of a line stands: "- [ ] milk".
qsizetype markOf(const QString& line) {
    static const QRegularExpression box(QStringLiteral("^\\s*[-*+] \\[([ xX])\\]"));
    const auto match = box.match(line);
    return match.hasMatch() ? match.capturedStart(1) : -1;
}

QString oneLine(const QString& text) {
    return text.simplified();
}

}  // namespace

NoteService::NoteService(DeskService& desk, QObject* parent)
    : QObject(parent),
      desk_(desk),
      notes_({QStringLiteral("path"), QStringLiteral("title"), QStringLiteral("text"),
              QStringLiteral("excerpt"), QStringLiteral("when")}),
      lists_({QStringLiteral("path"), QStringLiteral("title"), QStringLiteral("open"),
              QStringLiteral("items")}) {
    connect(&desk_, &DeskService::changed, this, [this] { read(); });
}

void NoteService::start() {
    if (started_) return;
    started_ = true;
    read();
}

void NoteService::read() {
    if (!started_) return;
    desk_.run(
        this, [](agent::Desk& desk) { return std::pair(desk.notes(), desk.lists()); },
        [this](const std::pair<agent::DeskRows<agent::DeskNote>, agent::DeskRows<agent::DeskList>>& read) {
            QList<QVariantMap> notes;
            for (const auto& note : read.first.rows)
                notes.append(noteRow(note, toQDateTime(read.first.now).date()));
            notes_.setRows(notes);
            QList<QVariantMap> lists;
            for (const auto& list : read.second.rows) lists.append(listRow(list));
            lists_.setRows(lists);
            ready_ = true;
            emit loaded();
        });
}

void NoteService::saveNote(const QString& path, const QString& title, const QString& text) {
    const bool added = path.isEmpty();
    desk_.submit(QStringLiteral("edit_note"),
                 {{QStringLiteral("path"), path},
                  {QStringLiteral("title"), title},
                  {QStringLiteral("text"), added ? QStringLiteral("# %1\n\n%2\n").arg(title, text) : text}});
}

void NoteService::removeNote(const QString& path, const QString& title) {
    desk_.submit(QStringLiteral("delete_note"),
                 {{QStringLiteral("path"), path}, {QStringLiteral("title"), title}});
}

void NoteService::newList(const QString& title) {
    desk_.submit(QStringLiteral("edit_list"),
                 {{QStringLiteral("title"), oneLine(title)},
                  {QStringLiteral("text"), QStringLiteral("# %1\n\n").arg(oneLine(title))}});
}

void NoteService::removeList(const QString& path, const QString& title) {
    desk_.submit(QStringLiteral("delete_list"),
                 {{QStringLiteral("path"), path}, {QStringLiteral("title"), title}});
}

void NoteService::changeLines(const QString& path, const std::function<void(QStringList&)>& change) {
    const QString title = lists_.find(path).value(QStringLiteral("title")).toString();
    desk_.carryOut([path = path.toStdString(), title = title.toStdString(),
                    change](agent::Desk&) -> std::optional<agent::Call> {
        const auto bytes = agent::readFile(path);
        if (!bytes) return std::nullopt;
        QStringList lines = QString::fromStdString(*bytes).split(QLatin1Char('\n'));
        change(lines);
        const std::string text = lines.join(QLatin1Char('\n')).toStdString();
        if (text == *bytes) return std::nullopt;
        return agent::Call{"edit_list", {{"path", path}, {"title", title}, {"text", text}}};
    });
}

void NoteService::addItem(const QString& path, const QString& text) {
    changeLines(path, [item = oneLine(text)](QStringList& lines) {
        if (item.isEmpty()) return;
        if (!lines.isEmpty() && lines.constLast().isEmpty()) lines.removeLast();
        lines.append(QStringLiteral("- [ ] ") + item);
        lines.append(QString());
    });
}

void NoteService::setDone(const QString& path, int line, bool done) {
    changeLines(path, [line, done](QStringList& lines) {
        const qsizetype mark = line < lines.size() ? markOf(lines.at(line)) : -1;
        if (mark >= 0) lines[line][mark] = QLatin1Char(done ? 'x' : ' ');
    });
}

void NoteService::renameItem(const QString& path, int line, const QString& text) {
    changeLines(path, [line, item = oneLine(text)](QStringList& lines) {
        const qsizetype mark = line < lines.size() ? markOf(lines.at(line)) : -1;
        if (mark >= 0 && !item.isEmpty())
            lines[line] = lines.at(line).left(mark + 2) + QLatin1Char(' ') + item;
    });
}

void NoteService::removeItem(const QString& path, int line) {
    changeLines(path, [line](QStringList& lines) {
        if (line < lines.size() && markOf(lines.at(line)) >= 0) lines.removeAt(line);
    });
}

}  // namespace hearth::app
