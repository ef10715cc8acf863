// A page of a document as it looks, with the places of its words: drawn by poppler's programs and Leptonica
// in the reader's locked-in process, so that a hostile file can do no more than fail to be drawn. PageDrawer
// holds no state but the limits; safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "rag/document.h"
#include "rag/document_reader.h"

namespace hearth::rag {

// In shares of the page's width and height, from its upper left.
struct PageBox {
    double left = 0, top = 0, right = 0, bottom = 0;
};

struct PageWord {
    std::string text;
    PageBox box;
};

struct PagePicture {
    int page = 1;
    int pages = 1;  // of the document
    int width = 0;  // dots
    int height = 0;
    std::string colours;          // [height, width, 3] u8: red, green, blue
    std::vector<PageWord> words;  // in reading order; none where the page is a picture itself
};

bool hasPages(DocumentKind kind);  // that can be drawn

// Where the words of a passage stand on the page, a box a line of them; what stands on other pages is left
// out. Pure.
std::vector<PageBox> passageBoxes(const PagePicture& page, std::string_view passage);

// Between the processes: a line of JSON, a line feed, and the colours. InvalidInput: it is no such picture.
std::string pageText(const PagePicture& page);
base::Result<PagePicture> readPageText(std::string text);

class PageDrawer {
  public:
    // `program`: the path of hearth-reader.
    explicit PageDrawer(std::string program);

    // `page` from 1; what is beyond the last one gives the last. `width` in dots. Errors: NotFound where the
    // file is gone, Unsupported where it has no pages, InvalidInput where it cannot be drawn, Cancelled.
    base::Result<PagePicture> draw(const std::string& path, DocumentKind kind, int page, int width,
                                   const base::CancelToken& cancel = {}) const;

  private:
    std::string program_;
    ReadLimits limits_;
};

}  // namespace hearth::rag
