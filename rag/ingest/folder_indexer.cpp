#include "rag/folder_indexer.h"

#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include "ingest/folder_scan.h"

namespace hearth::rag {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

namespace fs = std::filesystem;

constexpr auto pauseStep = std::chrono::milliseconds(200);
constexpr std::int64_t restSeconds =
    1;  // a file that was written within them may be written again in the same one

std::string withoutSlash(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

bool exists(const std::string& path) {
    struct stat about = {};
    return ::lstat(path.c_str(), &about) == 0;
}

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

// One pass over the paths of a folder that may have changed.
class Pass {
  public:
    Pass(const std::string& folder, const DocumentReader& reader, DocumentSink& sink,
         const TokenCounter& tokens, const IndexSettings& settings, const base::CancelToken& cancel)
        : folder_(folder),
          reader_(reader),
          sink_(sink),
          tokens_(tokens),
          settings_(settings),
          cancel_(cancel) {}

    Result<IndexCounts> run(const std::vector<std::string>& starts) {
        for (const std::string& start : starts)
            if (const auto learned = learn(start); !learned) return tl::unexpected(learned.error());
        find(starts);
        for (const FileState& file : changed_) {
            if (const auto waited = wait(file); !waited) return tl::unexpected(waited.error());
            if (const auto taken = take(file); !taken) return tl::unexpected(taken.error());
            ++counts_.done;
        }
        if (cancel_.cancelled()) return stopped();
        if (const auto swept = sweep(); !swept) return tl::unexpected(swept.error());
        counts_.current.clear();
        tell();
        return counts_;
    }

  private:
    Result<void> learn(const std::string& start) {
        auto known = sink_.knownUnder(start);
        if (!known) return tl::unexpected(known.error());
        for (KnownDocument& document : *known) {
            if (!document.skipped) byHash_[document.contentHash].push_back(document.path);
            known_.emplace(document.path, std::move(document));
        }
        return {};
    }

    // All files, of which only those that may have changed are kept.
    void find(const std::vector<std::string>& starts) {
        const auto note = [&](const FileState& file) {
            if (!seen_.insert(file.path).second) return;
            ++counts_.found;
            const auto known = known_.find(file.path);
            const bool same = known != known_.end() && known->second.size == file.size &&
                              known->second.modified == file.modified;
            if (same) {
                ++counts_.unchanged;
                ++counts_.done;
            } else {
                changed_.push_back(file);
            }
        };
        for (const std::string& start : starts)
            counts_.excluded += scanFolder(folder_, start, settings_.rules, note, {}, cancel_).excluded;
    }

    Result<void> wait(const FileState& file) {
        counts_.current = file.path;
        tell();
        const auto resting = [&] { return now() - file.modified <= restSeconds && now() >= file.modified; };
        while (!cancel_.cancelled() && ((settings_.paused && settings_.paused()) || resting()))
            std::this_thread::sleep_for(pauseStep);
        if (cancel_.cancelled()) return tl::unexpected(stopped().error());
        return {};
    }

    Result<void> take(const FileState& file) {
        auto document = reader_.look(file.path, cancel_);
        if (!document) {
            Document state;
            state.path = file.path;
            state.size = file.size;
            state.modified = file.modified;
            return skip(document.error(), state);
        }
        const auto known = known_.find(file.path);
        const bool sameContent = known != known_.end() && known->second.contentHash == document->contentHash;
        if (sameContent) return move(file.path, *document);
        if (known == known_.end())
            if (const std::string from = movedFrom(document->contentHash); !from.empty())
                return move(from, *document);
        return read(*document);
    }

    // Where the content was, if it is there no more.
    std::string movedFrom(const std::string& hash) {
        const auto places = byHash_.find(hash);
        if (places == byHash_.end()) return {};
        for (std::string& path : places->second) {
            if (path.empty() || exists(path)) continue;
            return std::exchange(path, {});
        }
        return {};
    }

    Result<void> move(const std::string& from, const Document& to) {
        gone_.insert(from == to.path ? std::string() : from);
        ++counts_.moved;
        if (const auto known = known_.find(from);
            known != known_.end() && known->second.skipped && from == to.path) {
            // Written again with the same content: it cannot be read any better.
            ++counts_.skipped;
        }
        return sink_.moved(from, to);
    }

    Result<void> read(const Document& document) {
        ParseOutcome parsed = reader_.read(document, cancel_);
        if (!parsed) return cancel_.cancelled() ? Result<void>() : skip(parsed.error(), document);
        const std::vector<Chunk> chunks = chunk(*parsed, tokens_, settings_.chunks);
        if (const auto put = sink_.put(*parsed, chunks); !put) return put;
        ++counts_.indexed;
        counts_.chunks += chunks.size();
        counts_.bytes += document.size;
        return {};
    }

    Result<void> skip(const SkippedDocument& why, Document state) {
        // What changes while it is read is looked at again in any case.
        if (why.reason == SkipReason::Changing) state.modified = 0;
        ++counts_.skipped;
        return sink_.skipped(why, state);
    }

    // What is known but was not found: gone, or left out by new rules.
    Result<void> sweep() {
        for (const auto& [path, document] : known_) {
            if (seen_.count(path) > 0 || gone_.count(path) > 0) continue;
            if (const auto removed = sink_.removed(path); !removed) return removed;
            ++counts_.removed;
        }
        return {};
    }

    Result<IndexCounts> stopped() const {
        return fail(ErrorCode::Cancelled, "Indexing was stopped.", folder_);
    }

    void tell() const {
        if (settings_.progress) settings_.progress(counts_);
    }

    const std::string& folder_;
    const DocumentReader& reader_;
    DocumentSink& sink_;
    const TokenCounter& tokens_;
    const IndexSettings& settings_;
    const base::CancelToken& cancel_;
    IndexCounts counts_;
    std::unordered_map<std::string, KnownDocument> known_;
    std::unordered_map<std::string, std::vector<std::string>> byHash_;
    std::unordered_set<std::string> seen_, gone_;
    std::vector<FileState> changed_;
};

}  // namespace

FolderIndexer::FolderIndexer(const DocumentReader& reader, DocumentSink& sink, TokenCounter tokens,
                             IndexSettings settings)
    : reader_(reader), sink_(sink), tokens_(std::move(tokens)), settings_(std::move(settings)) {}

Result<IndexCounts> FolderIndexer::index(const std::string& folder, const base::CancelToken& cancel) {
    const std::string root = withoutSlash(folder);
    std::error_code error;
    if (!fs::is_directory(root, error))
        return fail(ErrorCode::NotFound, "There is no such folder; what is known of it is kept.", root);
    return Pass(root, reader_, sink_, tokens_, settings_, cancel).run({root});
}

Result<IndexCounts> FolderIndexer::update(const std::string& folder, const std::vector<std::string>& paths,
                                          const base::CancelToken& cancel) {
    const std::string root = withoutSlash(folder);
    std::error_code error;
    if (!fs::is_directory(root, error))
        return fail(ErrorCode::NotFound, "There is no such folder; what is known of it is kept.", root);
    std::vector<std::string> starts;
    for (const std::string& path : paths)
        if (const std::string start = withoutSlash(path); start == root || start.rfind(root + "/", 0) == 0)
            starts.push_back(start);
    return Pass(root, reader_, sink_, tokens_, settings_, cancel).run(starts);
}

}  // namespace hearth::rag
