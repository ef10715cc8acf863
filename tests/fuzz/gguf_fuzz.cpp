// GGUF files: whatever File gives out must lie inside the bytes, and every accessor must return.
#include <cstdlib>
#include <span>

#include "fuzz/targets.h"
#include "gguf/reader.h"

namespace hearth::fuzz {

namespace {

// Touches the first and the last byte; a span outside the input is found by the sanitizer.
unsigned touch(std::span<const std::byte> bytes) {
    if (bytes.empty()) return 0;
    return static_cast<unsigned>(bytes.front()) + static_cast<unsigned>(bytes.back());
}

}  // namespace

void gguf(const std::uint8_t* data, std::size_t size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    const auto file = engine::gguf::File::parse(bytes, "fuzz");
    if (!file) {
        if (file.error().message.empty()) std::abort();
        return;
    }
    volatile unsigned sum = 0;
    for (const auto& entry : file->entries()) {
        sum = sum + touch(entry.value.payload);
        (void)entry.value.print();
        (void)entry.value.asStrings();
        (void)entry.value.asIntegers();
        (void)entry.value.asFloats();
        if (file->find(entry.key) != &entry.value) std::abort();
        (void)file->integer(entry.key);
        (void)file->string(entry.key);
    }
    for (const auto& tensor : file->tensors()) {
        sum = sum + touch(tensor.data);
        if (file->findTensor(tensor.name) != &tensor) std::abort();
    }
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::gguf)
