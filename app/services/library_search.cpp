#include "services/library_search.h"

#include <QDateTime>
#include <array>

#include "models/library_rows.h"

namespace hearth::app {
namespace {

constexpr int kPauseMs = 180;
constexpr int kMostResults = 40;

using rag::DocumentKind;

// In the order of kindNames().
const std::vector<std::vector<DocumentKind>>& kindGroups() {
    static const std::vector<std::vector<DocumentKind>> groups = {
        {},
        {DocumentKind::Pdf},
        {DocumentKind::Docx, DocumentKind::Odt, DocumentKind::Rtf, DocumentKind::Pptx, DocumentKind::Epub},
        {DocumentKind::Xlsx, DocumentKind::Csv},
        {DocumentKind::Mail, DocumentKind::Mailbox, DocumentKind::Calendar},
        {DocumentKind::Text, DocumentKind::Markdown, DocumentKind::Html},
        {DocumentKind::Code},
        {DocumentKind::Image}};
    return groups;
}

// In the order of timeNames(); 0: any.
constexpr std::array<int, 5> kDays = {0, 7, 31, 365, 5 * 365};

}  // namespace

LibrarySearch::LibrarySearch(LibraryAccess& access, QObject* parent)
    : QObject(parent), access_(access), results_(resultRoles()) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMs);
    connect(&pause_, &QTimer::timeout, this, &LibrarySearch::find);
}

void LibrarySearch::setText(const QString& text) {
    set(text_, text);
}
void LibrarySearch::setFolder(const QString& folder) {
    set(folder_, folder);
}
void LibrarySearch::setKind(int kind) {
    set(kind_, std::clamp(kind, 0, static_cast<int>(kindGroups().size()) - 1));
}
void LibrarySearch::setTime(int time) {
    set(time_, std::clamp(time, 0, static_cast<int>(kDays.size()) - 1));
}

void LibrarySearch::clearFilters() {
    folder_.clear();
    kind_ = time_ = 0;
    again();
}

QStringList LibrarySearch::kindNames() const {
    return {tr("All kinds"), tr("PDF"),   tr("Texts and slides"), tr("Tables"),
            tr("Mail"),      tr("Notes"), tr("Source code"),      tr("Pictures")};
}

QStringList LibrarySearch::timeNames() const {
    return {tr("Any time"), tr("Last 7 days"), tr("Last month"), tr("Last year"), tr("Last 5 years")};
}

void LibrarySearch::again() {
    searched_ = false;
    if (text_.trimmed().isEmpty()) {
        pause_.stop();
        ++asked_;
        busy_ = false;
        summary_.clear();
        problem_.clear();
        results_.setRows({});
    } else {
        busy_ = true;
        pause_.start();
    }
    emit changed();
}

void LibrarySearch::refresh() {
    if (!text_.trimmed().isEmpty()) pause_.start();
}

rag::RetrievalRequest LibrarySearch::request() const {
    rag::RetrievalRequest request;
    request.question = text_.trimmed().toStdString();
    request.limit = kMostResults;
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    request.hints = rag::readQuestion(request.question, now);
    if (!folder_.isEmpty()) request.filter.folders = {folder_.toStdString()};
    request.filter.kinds = kindGroups()[static_cast<std::size_t>(kind_)];
    if (const int days = kDays[static_cast<std::size_t>(time_)]; days > 0)
        request.filter.from = now - std::int64_t{days} * 24 * 3600;
    return request;
}

void LibrarySearch::find() {
    const int number = ++asked_;
    access_.run(
        this, [request = request()](rag::Library& library) { return library.find(request); },
        [this, number](const base::Result<rag::Retrieval>& found) {
            if (number == asked_) take(found);
        });
}

void LibrarySearch::take(const base::Result<rag::Retrieval>& found) {
    busy_ = false;
    searched_ = true;
    problem_ = found ? QString() : QString::fromStdString(found.error().text());
    QList<QVariantMap> rows;
    summary_.clear();
    if (found) {
        const std::string question = text_.toStdString();
        for (const rag::FoundPassage& passage : found->passages) rows.append(resultRow(passage, question));
        const QString in = tr("in %Ln document(s)", nullptr, static_cast<int>(found->documentsSearched));
        summary_ = tr("%Ln passage(s)", nullptr, static_cast<int>(rows.size())) + QLatin1Char(' ') + in;
        if (found->timeIgnored) summary_ += tr(" · none is from the time you named");
    }
    results_.setRows(rows);
    shown_ = -1;
    emit changed();
}

void LibrarySearch::show(int row) {
    const QVariantMap hit = results_.row(row);
    if (hit.isEmpty()) return;
    shown_ = row;
    emit changed();
    emit hitRequested(hit.value(QStringLiteral("document")).toDouble(),
                      hit.value(QStringLiteral("chunk")).toDouble());
}

void LibrarySearch::setNoneShown() {
    shown_ = -1;
    emit changed();
}

}  // namespace hearth::app
