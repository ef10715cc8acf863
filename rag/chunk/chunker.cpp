#include "rag/chunker.h"

#include <algorithm>

#include "chunk/pieces.h"

namespace hearth::rag {

namespace {

bool sameContainer(const Location& a, const Location& b) {
    return a.sheet == b.sheet && a.message == b.message && a.part == b.part;
}

class Chunks {
  public:
    Chunks(const ParsedDocument& document, const ChunkLimits& limits)
        : document_(document), limits_(limits) {}

    void add(const Piece& piece) {
        if (!pieces_.empty() && !joins(piece)) finish();
        tokens_ += piece.tokens;
        pieces_.push_back(piece);
    }

    std::vector<Chunk> take() {
        finish();
        return std::move(chunks_);
    }

  private:
    bool joins(const Piece& piece) const {
        const Block& last = *pieces_.back().block;
        const Block& next = *piece.block;
        const bool onlyHeadings = std::all_of(pieces_.begin(), pieces_.end(), [](const Piece& each) {
            return each.block->kind == BlockKind::Heading;
        });
        if (tokens_ + piece.tokens > (onlyHeadings ? limits_.most : limits_.target)) return false;
        if (piece.begin < pieces_.back().end) return false;  // it overlaps
        if (!sameContainer(last.location, next.location)) return false;
        // A heading goes with what it stands above, also with the headings below it.
        if (next.kind == BlockKind::Heading) return onlyHeadings && next.level > last.level;
        // Pages are what citations name: a chunk that has enough does not go on over the next one.
        return last.location.page == next.location.page || tokens_ < limits_.target / 2;
    }

    void finish() {
        if (pieces_.empty()) return;
        const Block& first = *pieces_.front().block;
        const Block& last = *pieces_.back().block;
        Chunk chunk;
        chunk.path = document_.document.path;
        chunk.ordinal = static_cast<std::uint32_t>(chunks_.size());
        chunk.kind = kindOf();
        chunk.headings = first.headings;  // those that are not in its text
        chunk.location = first.location;
        chunk.location.lastLine = std::max(first.location.lastLine, last.location.lastLine);
        chunk.tokens = tokens_;
        chunk.begin = pieces_.front().begin;
        chunk.beginsInside = pieces_.front().begin > first.begin;
        chunk.endsInside = pieces_.back().end < last.end;
        chunk.text = textOf();
        chunk.end = chunk.begin + chunk.text.size();
        chunks_.push_back(std::move(chunk));
        pieces_.clear();
        tokens_ = 0;
    }

    BlockKind kindOf() const {
        for (const Piece& piece : pieces_)
            if (piece.block->kind != BlockKind::Heading) return piece.block->kind;
        return BlockKind::Heading;
    }

    // The document's own text between the first and the last piece.
    std::string textOf() const {
        std::string out;
        std::uint64_t at = pieces_.front().begin;
        for (const Piece& piece : pieces_) {
            if (piece.begin > at) out.push_back('\n');
            out.append(piece.block->text, piece.begin - piece.block->begin, piece.end - piece.begin);
            at = piece.end;
        }
        while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
        return out;
    }

    const ParsedDocument& document_;
    ChunkLimits limits_;
    std::vector<Chunk> chunks_;
    std::vector<Piece> pieces_;  // of the chunk that is being filled
    std::uint32_t tokens_ = 0;
};

}  // namespace

std::vector<Chunk> chunk(const ParsedDocument& document, const TokenCounter& tokens,
                         const ChunkLimits& limits) {
    ChunkLimits sane = limits;
    sane.most = std::max<std::uint32_t>(sane.most, 8);
    sane.target = std::clamp<std::uint32_t>(sane.target, 1, sane.most);
    sane.overlap = std::min(sane.overlap, sane.most / 2);
    Chunks chunks(document, sane);
    for (const Block& block : document.blocks)
        for (const Piece& piece : piecesOf(block, tokens, sane)) chunks.add(piece);
    return chunks.take();
}

}  // namespace hearth::rag
