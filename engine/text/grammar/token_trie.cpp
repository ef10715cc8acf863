#include "text/grammar/token_trie.h"

#include <algorithm>
#include <list>
#include <mutex>
#include <string>

#include "text/grammar/run_table.h"

namespace hearth::engine::grammar {

namespace {

bool standsForText(TokenKind kind) {
    return kind == TokenKind::Normal || kind == TokenKind::Byte || kind == TokenKind::UserDefined;
}

// Tells a tokenizer from another one that was later made at the same address.
std::uint64_t fingerprint(const Tokenizer& tokenizer) {
    std::uint64_t hash = 1469598103934665603u;  // FNV-1a, 64 bits
    const auto mix = [&hash](std::uint8_t byte) { hash = (hash ^ byte) * 1099511628211u; };
    const int step = std::max(1, tokenizer.size() / 512);
    for (int id = 0; id < tokenizer.size(); id += step) {
        for (char c : tokenizer.bytes(id)) mix(static_cast<std::uint8_t>(c));
        mix(static_cast<std::uint8_t>(tokenizer.kind(id)));
        mix(tokenizer.isEnd(id) ? 1 : 0);
    }
    return hash;
}

struct Kept {
    const Tokenizer* tokenizer;
    int size;
    std::uint64_t hash;
    std::shared_ptr<const TokenTrie> trie;
};

}  // namespace

TokenTrie::TokenTrie(const Tokenizer& tokenizer) : vocabulary_(tokenizer.size()) {
    std::vector<std::pair<std::string, TokenId>> spelled;
    spelled.reserve(static_cast<std::size_t>(vocabulary_));
    for (TokenId id = 0; id < vocabulary_; ++id) {
        if (tokenizer.isEnd(id)) {
            endTokens_.push_back(id);
            continue;
        }
        if (!standsForText(tokenizer.kind(id))) continue;
        std::string bytes = tokenizer.bytes(id);
        if (bytes.empty() || bytes.size() > maxTokenBytes) continue;
        if (bytes.size() == 1) spellsByte_[static_cast<std::uint8_t>(bytes[0])] = true;
        ++byFirstByte_[static_cast<std::uint8_t>(bytes[0])];
        spelled.emplace_back(std::move(bytes), id);
    }
    trie_ = ByteTrie(std::move(spelled));
}

ByteTrie::ByteTrie(std::vector<std::pair<std::string, TokenId>> spelled) {
    std::sort(spelled.begin(), spelled.end());
    std::vector<std::uint32_t> path;  // nodes from the root to the last token
    std::string last;
    const auto closeTo = [&](std::size_t depth) {
        for (; path.size() > depth; path.pop_back())
            nodes_[path.back()].skip = static_cast<std::uint32_t>(nodes_.size());
    };
    for (const auto& [bytes, id] : spelled) {
        const auto [a, b] = std::mismatch(bytes.begin(), bytes.end(), last.begin(), last.end());
        const auto shared = static_cast<std::size_t>(a - bytes.begin());
        closeTo(shared);
        for (std::size_t i = shared; i < bytes.size(); ++i) {
            path.push_back(static_cast<std::uint32_t>(nodes_.size()));
            Node node;
            node.byte = static_cast<std::uint8_t>(bytes[i]);
            node.depth = static_cast<std::uint16_t>(i);
            nodes_.push_back(node);
        }
        Node& leaf = nodes_[path.back()];
        if (leaf.tokenCount == 0) leaf.firstToken = static_cast<std::uint32_t>(tokens_.size());
        ++leaf.tokenCount;
        tokens_.push_back(id);
        last = bytes;
    }
    closeTo(0);
}

std::size_t TokenTrie::beginning(const CharSet& set) const {
    std::size_t out = 0;
    for (std::uint32_t byte = 0; byte < 0x80; ++byte)
        if (set.contains(byte)) out += byFirstByte_[byte];
    // Lead bytes of two, three and four (RFC 3629), each with the characters that begin so.
    static constexpr std::uint32_t kLeads[][4] = {
        {0xC2, 0xDF, 0x1F, 6}, {0xE0, 0xEF, 0x0F, 12}, {0xF0, 0xF4, 0x07, 18}};
    for (const auto& [first, last, bits, shift] : kLeads)
        for (std::uint32_t byte = first; byte <= last; ++byte) {
            const std::uint32_t lowest = (byte & bits) << shift;
            if (set.intersects(std::max(lowest, 0x80u), lowest | ((1u << shift) - 1)))
                out += byFirstByte_[byte];
        }
    return out;
}

std::shared_ptr<const RunTable> TokenTrie::runs(const CharSet& set) const {
    constexpr std::size_t keep = 32;
    const std::lock_guard lock(mutex_);
    if (const auto known = runs_.find(set.ranges()); known != runs_.end()) return known->second;
    if (runs_.size() >= keep) runs_.clear();
    return runs_[set.ranges()] = std::make_shared<const RunTable>(trie_, vocabulary_, set);
}

std::shared_ptr<const TokenTrie> TokenTrie::of(const Tokenizer& tokenizer) {
    static std::mutex mutex;
    static std::list<Kept> kept;  // the last used first
    constexpr std::size_t keep = 4;

    const std::uint64_t hash = fingerprint(tokenizer);
    const std::lock_guard lock(mutex);
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        if (it->tokenizer != &tokenizer || it->size != tokenizer.size() || it->hash != hash) continue;
        kept.splice(kept.begin(), kept, it);
        return it->trie;
    }
    kept.push_front({&tokenizer, tokenizer.size(), hash, std::make_shared<const TokenTrie>(tokenizer)});
    if (kept.size() > keep) kept.pop_back();
    return kept.front().trie;
}

}  // namespace hearth::engine::grammar
