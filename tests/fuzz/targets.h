// One function for each parser of untrusted bytes: it must return, whatever the bytes are. The same functions
// run under libFuzzer (HEARTH_FUZZ with Clang) and over the seed corpora in the ordinary tests.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hearth::fuzz {

void adapter(const std::uint8_t* data, std::size_t size);
void answer(const std::uint8_t* data, std::size_t size);
void calls(const std::uint8_t* data, std::size_t size);
void catalogue(const std::uint8_t* data, std::size_t size);
void chatTemplate(const std::uint8_t* data, std::size_t size);
void document(const std::uint8_t* data, std::size_t size);
void exchange(const std::uint8_t* data, std::size_t size);
void frames(const std::uint8_t* data, std::size_t size);
void gguf(const std::uint8_t* data, std::size_t size);
void grammar(const std::uint8_t* data, std::size_t size);
void model(const std::uint8_t* data, std::size_t size);
void personal(const std::uint8_t* data, std::size_t size);
void schema(const std::uint8_t* data, std::size_t size);
void tokenizer(const std::uint8_t* data, std::size_t size);

}  // namespace hearth::fuzz

// Ends a target's file: under libFuzzer it becomes the program's entry.
#ifdef HEARTH_FUZZING
#define HEARTH_FUZZ_ENTRY(target)                                                       \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { \
        target(data, size);                                                             \
        return 0;                                                                       \
    }
#else
#define HEARTH_FUZZ_ENTRY(target)
#endif
