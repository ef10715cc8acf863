#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace hearth::base {

namespace {

// Closes on every way out; the map stays after the descriptor is gone.
struct Descriptor {
    int fd;
    ~Descriptor() {
        if (fd >= 0) ::close(fd);
    }
};

tl::unexpected<Error> openError(int error, const std::string& path) {
    if (error == ENOENT || error == ENOTDIR)
        return fail(ErrorCode::NotFound, "There is no such file. Check the path.", path);
    if (error == EACCES || error == EPERM)
        return fail(ErrorCode::Refused, "This file may not be read by you. Check its permissions.", path);
    return fail(ErrorCode::Io, std::string("The file cannot be opened: ") + std::strerror(error) + ".", path);
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
    // O_NONBLOCK: a FIFO with no writer would otherwise hang here instead of being refused below.
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.fd < 0) return openError(errno, path);
    struct stat status {};
    if (::fstat(file.fd, &status) != 0) return openError(errno, path);
    if (S_ISDIR(status.st_mode))
        return fail(ErrorCode::InvalidInput, "This is a folder; a file is needed.", path);
    if (!S_ISREG(status.st_mode)) return fail(ErrorCode::InvalidInput, "This is not a regular file.", path);
    if (status.st_size == 0) return fail(ErrorCode::InvalidInput, "The file is empty.", path);
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.fd, 0);
    if (data == MAP_FAILED) {
        if (errno == ENOMEM)
            return fail(ErrorCode::OutOfMemory, "There is no room to map this file into memory.", path);
        return fail(ErrorCode::Io, std::string("The file cannot be mapped: ") + std::strerror(errno) + ".",
                    path);
    }
    return MappedFile(path, static_cast<const std::byte*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : path_(std::move(other.path_)),
      data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

MappedFile::~MappedFile() {
    if (data_) ::munmap(const_cast<std::byte*>(data_), size_);
}

void MappedFile::willNeed(std::size_t offset, std::size_t length) const {
    if (offset >= size_) return;
    const std::size_t page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t start = offset / page * page;
    const std::size_t end = length > size_ - offset ? size_ : offset + length;
    ::madvise(const_cast<std::byte*>(data_ + start), end - start, MADV_WILLNEED);
}

void MappedFile::release(std::span<const std::byte> part) const {
    const std::size_t page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto offset = static_cast<std::size_t>(part.data() - data_);
    // Only pages that lie wholly inside: others may be in use.
    const std::size_t start = (offset + page - 1) / page * page;
    const std::size_t end = (offset + part.size()) / page * page;
    if (start < end) ::madvise(const_cast<std::byte*>(data_ + start), end - start, MADV_DONTNEED);
}

}  // namespace hearth::base
