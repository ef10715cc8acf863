// Draws a page of the document that is the process's input. Runs only in hearth-reader.
#pragma once

#include "ingest/reader.h"
#include "rag/page_picture.h"

namespace hearth::rag {

// `page` from 1, `width` in dots. Errors: NoProgram, Damaged, Protected, TooSlow, UnknownKind.
tl::expected<PagePicture, ReadFailure> drawPage(const Source& source, DocumentKind kind, int page, int width);

}  // namespace hearth::rag
