// A position in untrusted bytes that cannot leave them. Used by one thread; holds a view only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace hearth::engine::gguf {

class Cursor {
  public:
    explicit Cursor(std::span<const std::byte> bytes) : bytes_(bytes) {}
    std::uint64_t offset() const { return at_; }
    std::uint64_t remaining() const { return bytes_.size() - at_; }

    template <typename T>
    std::optional<T> take() {
        if (remaining() < sizeof(T)) return std::nullopt;
        T value;
        std::memcpy(&value, bytes_.data() + at_, sizeof value);
        at_ += sizeof value;
        return value;
    }

    // Nothing if fewer bytes are left; the position then stays.
    std::optional<std::span<const std::byte>> take(std::uint64_t length) {
        if (remaining() < length) return std::nullopt;
        const auto out = bytes_.subspan(at_, length);
        at_ += length;
        return out;
    }

    // A length, 8 bytes, and as many bytes of text.
    std::optional<std::string_view> takeString() {
        const std::uint64_t start = at_;
        if (const auto length = take<std::uint64_t>()) {
            if (const auto text = take(*length))
                return std::string_view(reinterpret_cast<const char*>(text->data()), text->size());
        }
        at_ = start;
        return std::nullopt;
    }

  private:
    std::span<const std::byte> bytes_;
    std::uint64_t at_ = 0;
};

}  // namespace hearth::engine::gguf
