#include "gguf/writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace hearth::engine::gguf {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

template <typename T>
void append(std::string& out, T value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void appendString(std::string& out, std::string_view text) {
    append<std::uint64_t>(out, text.size());
    out.append(text);
}

template <typename T>
std::string scalar(ValueType type, T value) {
    std::string out;
    append(out, static_cast<std::uint32_t>(type));
    append(out, value);
    return out;
}

std::string arrayHead(ValueType element, std::uint64_t count) {
    std::string out = scalar(ValueType::Array, static_cast<std::uint32_t>(element));
    append(out, count);
    return out;
}

template <typename T>
std::string array(ValueType element, std::span<const T> values) {
    std::string out = arrayHead(element, values.size());
    out.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    return out;
}

std::uint64_t padded(std::uint64_t bytes, std::uint64_t alignment) {
    return (bytes + alignment - 1) / alignment * alignment;
}

}  // namespace

Writer::Writer(std::uint32_t alignment) : alignment_(alignment) {
    if (alignment != 32) set("general.alignment", alignment);
}

Writer::~Writer() {
    if (file_) (void)std::fclose(file_);
    if (!partial_.empty()) ::unlink(partial_.c_str());
}

void Writer::setRaw(std::string_view key, std::string value) {
    const auto found =
        std::find_if(pairs_.begin(), pairs_.end(), [&](const Pair& pair) { return pair.key == key; });
    if (found != pairs_.end())
        found->value = std::move(value);
    else
        pairs_.push_back({std::string(key), std::move(value)});
}

void Writer::set(std::string_view key, std::string_view text) {
    std::string out;
    append(out, static_cast<std::uint32_t>(ValueType::String));
    appendString(out, text);
    setRaw(key, std::move(out));
}

void Writer::set(std::string_view key, std::uint32_t number) {
    setRaw(key, scalar(ValueType::U32, number));
}
void Writer::set(std::string_view key, float number) {
    setRaw(key, scalar(ValueType::F32, number));
}
void Writer::set(std::string_view key, bool flag) {
    setRaw(key, scalar(ValueType::Bool, static_cast<std::uint8_t>(flag)));
}
void Writer::set(std::string_view key, std::span<const float> numbers) {
    setRaw(key, array(ValueType::F32, numbers));
}
void Writer::set(std::string_view key, std::span<const std::int32_t> numbers) {
    setRaw(key, array(ValueType::I32, numbers));
}

void Writer::set(std::string_view key, std::span<const std::string> texts) {
    std::string out = arrayHead(ValueType::String, texts.size());
    for (const std::string& text : texts) appendString(out, text);
    setRaw(key, std::move(out));
}

void Writer::set(std::string_view key, const Value& value) {
    std::string out;
    if (value.type == ValueType::Array)
        out = arrayHead(value.element, value.count);
    else
        append(out, static_cast<std::uint32_t>(value.type));
    if (value.type == ValueType::String) append<std::uint64_t>(out, value.payload.size());
    out.append(reinterpret_cast<const char*>(value.payload.data()), value.payload.size());
    setRaw(key, std::move(out));
}

void Writer::addTensor(std::string name, DType type, std::vector<std::int64_t> shape) {
    std::uint64_t elements = 1;
    for (std::int64_t n : shape) elements *= static_cast<std::uint64_t>(n);
    tensors_.push_back({std::move(name), type, std::move(shape), bytesOf(type, elements)});
}

std::string Writer::header() const {
    std::string out = "GGUF";
    append<std::uint32_t>(out, 3);
    append<std::uint64_t>(out, tensors_.size());
    append<std::uint64_t>(out, pairs_.size());
    for (const Pair& pair : pairs_) {
        appendString(out, pair.key);
        out += pair.value;
    }
    std::uint64_t offset = 0;
    for (const Tensor& tensor : tensors_) {
        appendString(out, tensor.name);
        append(out, static_cast<std::uint32_t>(tensor.shape.size()));
        for (std::int64_t n : tensor.shape) append<std::uint64_t>(out, static_cast<std::uint64_t>(n));
        append(out, static_cast<std::uint32_t>(tensor.type));
        append(out, offset);
        offset += padded(tensor.bytes, alignment_);
    }
    out.resize(padded(out.size(), alignment_), '\0');
    return out;
}

Result<void> Writer::begin(const std::string& path) {
    path_ = path;
    const std::string partial = path + ".partial";
    // Opened exclusively: two writers of one name must not mix their bytes.
    const int fd = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno == EEXIST)
        return fail(ErrorCode::Conflict,
                    "A file of that name is being written, or was left over. Remove it if nothing else runs.",
                    partial);
    if (fd < 0)
        return fail(ErrorCode::Io,
                    std::string("The file cannot be written here: ") + std::strerror(errno) + ".", path);
    partial_ = partial;
    file_ = ::fdopen(fd, "wb");
    if (!file_) {
        ::close(fd);
        return fail(ErrorCode::Io, "The file cannot be written here.", path);
    }
    const std::string head = header();
    return put(head.data(), head.size());
}

Result<void> Writer::put(const void* data, std::size_t length) {
    if (length != 0 && std::fwrite(data, 1, length, file_) != length)
        return fail(ErrorCode::Io, std::string("Writing failed: ") + std::strerror(errno) + ".", path_);
    written_ += length;
    return {};
}

Result<void> Writer::pad() {
    static constexpr char kZeros[4096] = {};
    std::uint64_t missing = padded(written_, alignment_) - written_;
    while (missing > 0) {
        const std::uint64_t part = std::min<std::uint64_t>(missing, sizeof kZeros);
        if (auto done = put(kZeros, part); !done) return done;
        missing -= part;
    }
    return {};
}

Result<void> Writer::write(std::span<const std::byte> data) {
    if (!file_ || tensor_ >= tensors_.size() || data.size() > tensors_[tensor_].bytes - tensorBytes_)
        return fail(ErrorCode::Internal, "More tensor data came than was declared.", path_);
    if (auto done = put(data.data(), data.size()); !done) return done;
    tensorBytes_ += data.size();
    if (tensorBytes_ < tensors_[tensor_].bytes) return {};
    ++tensor_;
    tensorBytes_ = 0;
    return pad();
}

Result<void> Writer::finish() {
    if (!file_ || tensor_ != tensors_.size())
        return fail(ErrorCode::Internal, "Less tensor data came than was declared.", path_);
    const bool flushed = std::fflush(file_) == 0 && ::fsync(::fileno(file_)) == 0;
    const bool closed = std::fclose(file_) == 0;
    file_ = nullptr;
    if (!flushed || !closed || std::rename(partial_.c_str(), path_.c_str()) != 0)
        return fail(ErrorCode::Io, std::string("Writing failed: ") + std::strerror(errno) + ".", path_);
    partial_.clear();
    return {};
}

std::vector<std::byte> Writer::toBytes(const std::vector<std::span<const std::byte>>& data) const {
    std::string out = header();
    for (const auto& part : data) {
        out.append(reinterpret_cast<const char*>(part.data()), part.size());
        out.resize(padded(out.size(), alignment_), '\0');
    }
    const auto bytes = std::as_bytes(std::span(out.data(), out.size()));
    return {bytes.begin(), bytes.end()};
}

}  // namespace hearth::engine::gguf
