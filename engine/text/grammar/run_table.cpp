#include "text/grammar/run_table.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace hearth::engine::grammar {
namespace {

// How a token stands to the set: the characters it begins with that are in it, and what follows them.
struct Spelling {
    std::size_t characters = 0;
    std::size_t bytes = 0;    // of those characters
    bool mayBeWhole = false;  // nothing follows, or the beginning of a character that may be in the set
};

class Classifier {
  public:
    explicit Classifier(const CharSet& set) : set_(set) {
        for (std::uint32_t c = 0; c < 128; ++c) ascii_[c] = set.contains(c);
    }

    Spelling read(std::string_view text) const {
        Spelling out;
        while (out.bytes < text.size()) {
            const auto lead = static_cast<unsigned char>(text[out.bytes]);
            std::size_t length = 1;
            if (lead < 0x80) {
                if (!ascii_[lead]) return out;
            } else {
                const base::CodePoint point = base::decodeUtf8(text, out.bytes);
                if (!point.valid) {
                    out.mayBeWhole = mayBegin(text.substr(out.bytes));
                    return out;
                }
                if (!set_.contains(static_cast<std::uint32_t>(point.value))) return out;
                length = point.length;
            }
            out.bytes += length;
            ++out.characters;
        }
        out.mayBeWhole = true;
        return out;
    }

  private:
    // Whether these bytes are the beginning of some character of the set.
    bool mayBegin(std::string_view bytes) const {
        if (base::incompleteUtf8Tail(bytes) != bytes.size()) return false;
        const auto lead = static_cast<unsigned char>(bytes[0]);
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        std::uint32_t value = lead & (0xFFu >> (length + 1));
        for (std::size_t i = 1; i < bytes.size(); ++i)
            value = value << 6 | (static_cast<unsigned char>(bytes[i]) & 0x3Fu);
        const std::uint32_t shift = 6u * static_cast<std::uint32_t>(length - bytes.size());
        const std::uint32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
        const std::uint32_t first = std::max(value << shift, least);
        const std::uint32_t last = (value << shift) | ((1u << shift) - 1);
        return first <= last && set_.intersects(first, last);
    }

    const CharSet& set_;
    std::array<bool, 128> ascii_{};
};

}  // namespace

RunTable::RunTable(const ByteTrie& trie, int vocabulary, const CharSet& set) : whole_(vocabulary) {
    const Classifier classifier(set);
    std::vector<std::vector<std::pair<std::string, TokenId>>> rests;
    std::string path;
    for (const ByteTrie::Node& node : trie.nodes()) {
        path.resize(node.depth);
        path += static_cast<char>(node.byte);
        if (node.tokenCount == 0) continue;
        const Spelling spelling = classifier.read(path);
        const bool partial = spelling.bytes < path.size();
        const std::size_t whole = spelling.characters + (partial ? 1 : 0);
        if (rests.size() < spelling.characters) rests.resize(spelling.characters);
        if (spelling.mayBeWhole && byLength_.size() < whole) byLength_.resize(whole);
        for (std::uint32_t t = 0; t < node.tokenCount; ++t) {
            const TokenId id = trie.tokens()[node.firstToken + t];
            if (spelling.mayBeWhole) {
                whole_.set(id);
                byLength_[whole - 1].push_back(id);
            }
            if (partial && spelling.characters > 0)
                rests[spelling.characters - 1].emplace_back(path.substr(spelling.bytes), id);
        }
    }
    for (auto& rest : rests) exits_.emplace_back(std::move(rest));
}

TokenMask RunTable::within(std::size_t most) const {
    if (most >= byLength_.size()) return whole_;
    TokenMask out(whole_.size());
    for (std::size_t n = 0; n < most; ++n)
        for (const TokenId id : byLength_[n]) out.set(id);
    return out;
}

}  // namespace hearth::engine::grammar
