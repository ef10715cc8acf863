// From strings to small numbers: an open-addressing table over strings that somebody else holds. Quick to
// fill with a whole vocabulary. Used by one thread while it is filled, by any afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hearth::engine {

class StringIndex {
  public:
    // Room for `count` strings without growing.
    void reserve(std::size_t count) {
        std::size_t slots = 16;
        while (slots < count * 2) slots *= 2;
        if (slots > slots_.size()) grow(slots);
    }

    // False, and nothing changes, if the string is there already.
    bool insert(std::string_view text, std::int32_t value) {
        if ((count_ + 1) * 2 > slots_.size()) grow(slots_.empty() ? 16 : slots_.size() * 2);
        Slot& slot = slots_[place(text)];
        if (slot.text.data()) return false;
        slot = {text, value};
        ++count_;
        return true;
    }

    std::optional<std::int32_t> find(std::string_view text) const {
        if (slots_.empty()) return std::nullopt;
        const Slot& slot = slots_[place(text)];
        if (!slot.text.data()) return std::nullopt;
        return slot.value;
    }

  private:
    struct Slot {
        std::string_view text;
        std::int32_t value = 0;
    };

    // FNV-1a, with the high half folded in because only low bits choose the slot.
    static std::size_t hash(std::string_view text) {
        std::uint64_t h = 0xcbf29ce484222325;
        for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3;
        return h ^ (h >> 32);
    }

    std::size_t place(std::string_view text) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = hash(text) & mask;
        while (slots_[at].text.data() && slots_[at].text != text) at = (at + 1) & mask;
        return at;
    }

    void grow(std::size_t slots) {
        std::vector<Slot> old(slots);
        old.swap(slots_);
        for (const Slot& slot : old)
            if (slot.text.data()) slots_[place(slot.text)] = slot;
    }

    std::vector<Slot> slots_;  // a power of two of them, at most half full; empty ones have a null text
    std::size_t count_ = 0;
};

}  // namespace hearth::engine
