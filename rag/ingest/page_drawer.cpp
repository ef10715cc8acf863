#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

#include "base/descriptor.h"
#include "ingest/reader_process.h"
#include "rag/page_picture.h"

namespace hearth::rag {

using base::Descriptor;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

enum class Ending { Closed, Late, Cancelled };

Ending gather(int from, std::string& into, std::uint32_t seconds, const base::CancelToken& cancel) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    std::array<char, 65536> buffer;
    for (;;) {
        if (cancel.cancelled()) return Ending::Cancelled;
        if (std::chrono::steady_clock::now() >= deadline || into.size() > kMostBytes) return Ending::Late;
        pollfd source{from, POLLIN, 0};
        if (::poll(&source, 1, 20) <= 0) continue;
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return Ending::Closed;
        into.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

}  // namespace

PageDrawer::PageDrawer(std::string program) : program_(std::move(program)) {
    limits_.cpuSeconds = limits_.seconds = 20;
}

Result<PagePicture> PageDrawer::draw(const std::string& path, DocumentKind kind, int page, int width,
                                     const base::CancelToken& cancel) const {
    if (!hasPages(kind)) return fail(ErrorCode::Unsupported, "It has no pages to be drawn.", path);
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.valid())
        return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
                    std::string("It cannot be opened: ") + std::strerror(errno) + ".", path);
    auto process =
        ReaderProcess::start({program_, "--page", std::string(toString(kind)), std::to_string(page),
                              std::to_string(width), std::to_string(limits_.memoryBytes),
                              std::to_string(limits_.cpuSeconds), std::to_string(limits_.seconds)},
                             file.get());
    if (!process) return tl::unexpected<base::Error>(process.error());
    std::string text;
    const Ending ending = gather(process->output(), text, limits_.seconds, cancel);
    if (ending != Ending::Closed) process->kill();
    const ProcessEnd end = process->wait();
    if (ending == Ending::Cancelled) return fail(ErrorCode::Cancelled, "Drawing it was stopped.", path);
    if (ending == Ending::Late || end.signal != 0)
        return fail(ErrorCode::InvalidInput, "The page takes too long to be drawn. Its text can be read.",
                    path);
    if (end.status != 0)
        return fail(ErrorCode::InvalidInput, "The page cannot be drawn. Its text can be read.", path);
    return readPageText(std::move(text));
}

}  // namespace hearth::rag
