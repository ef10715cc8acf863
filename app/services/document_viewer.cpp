#include "services/document_viewer.h"

#include "models/library_rows.h"

namespace hearth::app {
namespace {

constexpr std::uint32_t kAround = 200;  // passages before and behind that are shown with it

}  // namespace

DocumentViewer::DocumentViewer(LibraryAccess& access, QObject* parent)
    : QObject(parent), access_(access), passages_(passageRoles()) {}

void DocumentViewer::open(double document, double chunk) {
    document_ = static_cast<std::int64_t>(document);
    chunk_ = static_cast<std::int64_t>(chunk);
    loading_ = true;
    problem_.clear();
    const int number = ++asked_;
    access_.run(
        this,
        [document = document_, chunk = chunk_](rag::Library& library) {
            return read(library, document, chunk);
        },
        [this, number](const base::Result<Shown>& shown) {
            if (number == asked_) show(shown);
        });
    emit changed();
}

void DocumentViewer::close() {
    ++asked_;
    document_ = chunk_ = 0;
    loading_ = false;
    passages_.setRows({});
    pages_.clear();
    emit changed();
}

base::Result<DocumentViewer::Shown> DocumentViewer::read(rag::Library& library, std::int64_t document,
                                                         std::int64_t chunk) {
    auto& store = library.store();
    auto known = store.document(document);
    if (!known) return tl::unexpected<base::Error>(known.error());
    const rag::ChunkId ids[] = {chunk};
    const auto wanted = store.chunks(ids);
    if (!wanted) return tl::unexpected<base::Error>(wanted.error());
    const std::uint32_t at = wanted->empty() ? 0 : wanted->front().chunk.ordinal;
    auto chunks = store.chunksOf(document, at > kAround ? at - kAround : 0, at + kAround);
    if (!chunks) return tl::unexpected<base::Error>(chunks.error());
    return Shown{std::move(*known), std::move(*chunks)};
}

void DocumentViewer::show(const base::Result<Shown>& shown) {
    loading_ = false;
    wantedRow_ = -1;
    QList<QVariantMap> rows;
    if (!shown) {
        problem_ = tr("It is no longer in the library. It may have been changed, moved or deleted.");
        if (shown.error().code != base::ErrorCode::NotFound)
            problem_ = QString::fromStdString(shown.error().text());
    } else {
        const rag::StoredDocument& about = shown->document;
        title_ = QString::fromStdString(about.document.title);
        path_ = QString::fromStdString(rag::filePath(about.document.path));
        place_ = documentPlace(about.document.path);
        glyph_ = kindGlyph(about.document.kind);
        QStringList warnings;
        for (const std::string& one : about.warnings) warnings.append(QString::fromStdString(one));
        warnings_ = warnings.join(QLatin1Char('\n'));
        const std::string words = words_.toStdString();
        int page = 1;
        std::string passage;
        for (const rag::StoredChunk& one : shown->chunks) {
            if (one.id == chunk_) {
                wantedRow_ = static_cast<int>(rows.size());
                page = static_cast<int>(one.chunk.location.page);
                passage = one.chunk.text;
            }
            rows.append(passageRow(one, words, one.id == chunk_));
        }
        pages_.show(path_, about.document.kind, page, passage);
    }
    passages_.setRows(rows);
    emit changed();
}

}  // namespace hearth::app
