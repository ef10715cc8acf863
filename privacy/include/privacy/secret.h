// Bytes that must not leak: kept out of swap and core dumps and wiped when they go (libsodium's guarded
// memory). Moves, never copies; one thread at a time.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace hearth::privacy {

class Secret {
  public:
    explicit Secret(std::size_t size);        // zeros
    explicit Secret(std::string_view bytes);  // a copy of them; the caller wipes its own
    static Secret random(std::size_t size);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    std::size_t size() const { return size_; }
    unsigned char* data() { return bytes_; }
    const unsigned char* data() const { return bytes_; }
    std::string_view view() const { return {reinterpret_cast<const char*>(bytes_), size_}; }

  private:
    unsigned char* bytes_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace hearth::privacy
