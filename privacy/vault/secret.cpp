#include "privacy/secret.h"

#include <sodium.h>

#include <cstring>
#include <new>
#include <utility>

namespace hearth::privacy {

Secret::Secret(std::size_t size) : size_(size) {
    if (sodium_init() < 0) throw std::bad_alloc();
    bytes_ = static_cast<unsigned char*>(sodium_malloc(size == 0 ? 1 : size));
    if (bytes_ == nullptr) throw std::bad_alloc();
    std::memset(bytes_, 0, size);
}

Secret::Secret(std::string_view bytes) : Secret(bytes.size()) {
    std::memcpy(bytes_, bytes.data(), bytes.size());
}

Secret Secret::random(std::size_t size) {
    Secret secret(size);
    randombytes_buf(secret.bytes_, size);
    return secret;
}

Secret::Secret(Secret&& other) noexcept
    : bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
    return *this;
}

Secret::~Secret() {
    sodium_free(bytes_);  // wipes
}

}  // namespace hearth::privacy
