#include "rag/attached_file.h"

namespace hearth::rag {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<std::size_t> attachFile(LibraryStore& store, const DocumentReader& reader, const TokenCounter& tokens,
                               std::int64_t conversation, const std::string& path,
                               const base::CancelToken& cancel) {
    const auto refuse = [&](const SkippedDocument& why) {
        return cancel.cancelled() ? fail(ErrorCode::Cancelled, "Reading it was stopped.", path)
                                  : fail(ErrorCode::InvalidInput, why.message, path);
    };
    const auto file = reader.look(path, cancel);
    if (!file) return refuse(file.error());
    ParseOutcome parsed = reader.read(*file, cancel);
    if (!parsed) return refuse(parsed.error());
    parsed->document.path = attachmentFolder(conversation) + path;
    const std::vector<Chunk> chunks = chunk(*parsed, tokens);
    if (const auto put = store.put(*parsed, chunks); !put) return tl::unexpected<base::Error>(put.error());
    return chunks.size();
}

}  // namespace hearth::rag
