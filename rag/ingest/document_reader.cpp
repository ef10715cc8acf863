#include "rag/document_reader.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>

#include "base/descriptor.h"
#include "ingest/frames.h"
#include "ingest/reader_process.h"
#include "privacy/sha256.h"

namespace hearth::rag {

using base::Descriptor;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longestLine = std::size_t{64} << 20;

tl::unexpected<SkippedDocument> skip(const std::string& path, SkipReason reason, std::string message) {
    return tl::unexpected<SkippedDocument>(SkippedDocument{path, reason, std::move(message)});
}

std::string sizeInMiB(std::uint64_t bytes) {
    return std::to_string((bytes + (1 << 20) - 1) >> 20) + " MiB";
}

struct OpenFile {
    Descriptor descriptor;
    struct stat about = {};
};

tl::expected<OpenFile, SkippedDocument> openFile(const std::string& path) {
    OpenFile file;
    // Not blocking: a named pipe would wait for a writer for ever.
    file.descriptor = Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.descriptor.valid())
        return skip(path, SkipReason::Unreadable,
                    std::string("It cannot be opened: ") + std::strerror(errno) + ".");
    if (::fstat(file.descriptor.get(), &file.about) != 0 || !S_ISREG(file.about.st_mode))
        return skip(path, SkipReason::Unreadable, "It is no ordinary file.");
    return file;
}

bool sameState(const struct stat& about, const Document& document) {
    return static_cast<std::uint64_t>(about.st_size) == document.size && about.st_mtime == document.modified;
}

// Feeds lines from the process to the frames. False: it sent what is no frame.
class LineFeed {
  public:
    explicit LineFeed(FrameReader& frames) : frames_(frames) {}

    bool add(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            waiting_.append(bytes.substr(0, end));
            if (waiting_.size() > longestLine) return false;
            if (end == std::string_view::npos) return true;
            if (!frames_.take(waiting_)) return false;
            waiting_.clear();
            bytes.remove_prefix(end + 1);
        }
        return true;
    }

  private:
    FrameReader& frames_;
    std::string waiting_;
};

enum class Ending { Closed, TooSlow, Cancelled, Nonsense };

Ending follow(int output, FrameReader& frames, std::uint32_t seconds, const base::CancelToken& cancel) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    LineFeed feed(frames);
    std::array<char, 65536> buffer;
    for (;;) {
        if (cancel.cancelled()) return Ending::Cancelled;
        if (std::chrono::steady_clock::now() >= deadline) return Ending::TooSlow;
        pollfd source{output, POLLIN, 0};
        if (::poll(&source, 1, 100) <= 0) continue;
        const ssize_t got = ::read(output, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return Ending::Closed;
        if (!feed.add({buffer.data(), static_cast<std::size_t>(got)})) return Ending::Nonsense;
    }
}

SkippedDocument explain(const std::string& path, const ProcessEnd& end) {
    if (end.signal == SIGXCPU || end.signal == SIGKILL)
        return {path, SkipReason::TooSlow, "Reading it takes more time than a document may take."};
    if (end.signal == SIGBUS) return {path, SkipReason::Changing, "It was shortened while it was read."};
    if (end.signal != 0)
        return {path, SkipReason::Crashed,
                "It makes the reader crash (signal " + std::to_string(end.signal) + ")."};
    return {path, SkipReason::Crashed,
            "It makes the reader stop (status " + std::to_string(end.status) + ")."};
}

}  // namespace

DocumentReader::DocumentReader(std::string program, ReadLimits limits)
    : program_(std::move(program)), limits_(limits) {}

tl::expected<Document, SkippedDocument> DocumentReader::look(const std::string& path,
                                                             const base::CancelToken& cancel) const {
    const auto file = openFile(path);
    if (!file) return tl::unexpected(file.error());
    Document document;
    document.path = path;
    document.title = fs::path(path).filename().string();
    document.size = static_cast<std::uint64_t>(file->about.st_size);
    document.modified = file->about.st_mtime;
    if (document.size > limits_.fileBytes)
        return skip(path, SkipReason::TooLarge,
                    "It has " + sizeInMiB(document.size) + "; files of up to " +
                        sizeInMiB(limits_.fileBytes) + " are read.");
    privacy::Sha256 sum;
    if (const auto added = sum.addFile(path, cancel); !added)
        return skip(path, cancel.cancelled() ? SkipReason::Changing : SkipReason::Unreadable,
                    added.error().message);
    document.contentHash = sum.hex();
    return document;
}

ParseOutcome DocumentReader::read(const Document& document, const base::CancelToken& cancel) const {
    const std::string& path = document.path;
    const auto file = openFile(path);
    if (!file) return tl::unexpected(file.error());
    if (!sameState(file->about, document)) return skip(path, SkipReason::Changing, "It was just written.");
    auto process =
        ReaderProcess::start({program_, fs::path(path).filename().string(), std::to_string(limits_.textBytes),
                              std::to_string(limits_.memoryBytes), std::to_string(limits_.cpuSeconds),
                              std::to_string(limits_.seconds)},
                             file->descriptor.get());
    if (!process) return skip(path, SkipReason::NoProgram, process.error().text());

    FrameReader frames(limits_.textBytes + 1);
    const Ending ending = follow(process->output(), frames, limits_.seconds, cancel);
    if (ending != Ending::Closed) process->kill();
    const ProcessEnd end = process->wait();
    if (ending == Ending::Cancelled) return skip(path, SkipReason::Changing, "Reading it was stopped.");
    if (ending == Ending::Nonsense)
        return skip(path, SkipReason::Crashed, "It makes the reader say what makes no sense.");
    if (frames.skipped()) return skip(path, frames.skip().reason, frames.skip().message);
    if (ending == Ending::TooSlow || !frames.ended()) return tl::unexpected(explain(path, end));

    struct stat after = {};
    if (::fstat(file->descriptor.get(), &after) != 0 || !sameState(after, document))
        return skip(path, SkipReason::Changing, "It was written while it was read.");
    ParsedDocument parsed = std::move(frames.parsed());
    const std::string title = parsed.document.title.empty() ? document.title : parsed.document.title;
    const DocumentKind kind = parsed.document.kind;
    const std::int64_t date = parsed.document.date;
    parsed.document = document;
    parsed.document.title = title;
    parsed.document.kind = kind;
    parsed.document.date = date;
    return parsed;
}

base::Result<std::string> findReaderProgram() {
    std::error_code error;
    const fs::path own = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const fs::path& place :
         {own / "hearth-reader", own / "../libexec/hearth/hearth-reader", own / "../rag/ingest/hearth-reader",
          own / "../../rag/ingest/hearth-reader"})
        if (fs::is_regular_file(place, error)) return fs::weakly_canonical(place, error).string();
    return base::fail(base::ErrorCode::NotFound,
                      "The program that reads documents is missing; install Hearth again.", "hearth-reader");
}

}  // namespace hearth::rag
