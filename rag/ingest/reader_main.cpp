// hearth-reader: reads one document, which is its standard input, and writes frames (frames.h) to its output.
//   hearth-reader NAME TEXT_BYTES MEMORY_BYTES CPU_SECONDS SECONDS
// or draws one page of it (page_picture.h):
//   hearth-reader --page KIND PAGE WIDTH MEMORY_BYTES CPU_SECONDS SECONDS
// Started by DocumentReader for each document, by PageDrawer for each page; everything that parses untrusted
// bytes happens here.
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "ingest/draw_page.h"
#include "ingest/frames.h"
#include "ingest/reader.h"
#include "ingest/sandbox/sandbox.h"

namespace hearth::rag {
namespace {

struct Order {
    std::string name;
    std::uint64_t mostText = 0;
    int page = 0;  // to be drawn; 0: the text is read
    int width = 0;
    DocumentKind kind = DocumentKind::Unknown;  // of the page's document
    SandboxLimits limits;
    std::uint32_t seconds = 0;
};

template <typename Number>
bool parse(const char* text, Number& into) {
    const std::string_view digits(text);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
    return error == std::errc() && end == digits.data() + digits.size();
}

void put(const std::string& frame) {
    // Whoever reads has gone: nothing is left to do.
    if (std::fwrite(frame.data(), 1, frame.size(), stdout) != frame.size()) _exit(1);
}

void readInto(const Order& order, std::string_view bytes) {
    std::size_t blocks = 0;
    BlockWriter writer(
        [&](const Block& block) {
            put(blockFrame(block));
            ++blocks;
        },
        order.mostText);
    Source source;
    source.bytes = bytes;
    source.name = order.name;
    source.file = STDIN_FILENO;
    // The last tenth is for what was read already.
    source.deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(order.seconds * 900ull);
    DocumentKind kind = DocumentKind::Unknown;
    const ReadResult read = readDocument(source, writer, kind);
    put(documentFrame(kind, writer.title(), writer.date()));
    if (!read) return put(skipFrame(read.error().reason, read.error().message));
    for (const std::string& warning : writer.warnings()) put(warningFrame(warning));
    put(endFrame(blocks));
}

int drawInto(const Order& order, std::string_view bytes) {
    Source source;
    source.bytes = bytes;
    source.file = STDIN_FILENO;
    source.deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(order.seconds * 900ull);
    const auto page = drawPage(source, order.kind, order.page, order.width);
    if (!page) return 1;
    put(pageText(*page));
    return 0;
}

int run(const Order& order) {
    limitResources(order.limits);
    limitFiles();
    limitCalls();
    struct stat about = {};
    if (::fstat(STDIN_FILENO, &about) != 0 || !S_ISREG(about.st_mode)) return 2;
    const auto size = static_cast<std::size_t>(about.st_size);
    void* bytes = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    if (bytes == MAP_FAILED) {
        put(skipFrame(SkipReason::OutOfMemory, "It is larger than the memory that a document may take."));
        return std::fflush(stdout);
    }
    const std::string_view whole(static_cast<const char*>(bytes), size);
    try {
        if (order.page > 0) return drawInto(order, whole) + std::fflush(stdout);
        readInto(order, whole);
    } catch (const std::bad_alloc&) {
        put(skipFrame(SkipReason::OutOfMemory, "It needs more memory than a document may take."));
    } catch (const std::exception&) {
        put(skipFrame(SkipReason::Damaged, "It is damaged."));
    }
    return std::fflush(stdout);
}

}  // namespace
}  // namespace hearth::rag

int main(int argc, char** argv) {
    hearth::rag::Order order;
    using hearth::rag::parse;
    const bool draws = argc == 8 && std::string_view(argv[1]) == "--page";
    if (draws) {
        order.kind = hearth::rag::documentKind(argv[2]);
        if (!parse(argv[3], order.page) || !parse(argv[4], order.width) || order.page < 1 ||
            order.width < 1 || order.width > 8000)
            return 2;
        argv += 2;  // from here on as for reading
    }
    const bool right = (argc == 6 || draws) && parse(argv[2], order.mostText) &&
                       parse(argv[3], order.limits.memoryBytes) && parse(argv[4], order.limits.cpuSeconds) &&
                       parse(argv[5], order.seconds);
    if (!right) {
        (void)std::fputs("hearth-reader is started by Hearth, with a document as its input.\n", stderr);
        return 2;
    }
    order.name = argv[1];
    const int status = hearth::rag::run(order);
    // Libraries' own cleaning up is not waited for: the process ends anyway.
    _exit(status == 0 ? 0 : 1);
}
