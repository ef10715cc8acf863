// A small vocabulary for tests: one token for every byte, the given pieces, and control tokens in angle
// brackets. Encodes by the longest piece that fits.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/tokenizer.h"

namespace hearth::tests {

class FakeTokenizer final : public engine::Tokenizer {
  public:
    explicit FakeTokenizer(const std::vector<std::string>& pieces = {},
                           const std::vector<std::string>& control = {}) {
        for (int byte = 0; byte < 256; ++byte)
            add(std::string(1, static_cast<char>(byte)), engine::TokenKind::Byte);
        for (const std::string& piece : pieces) add(piece, engine::TokenKind::Normal);
        for (const std::string& name : control) add(name, engine::TokenKind::Control);
        end_ = add("<end>", engine::TokenKind::Control);
    }

    std::vector<engine::TokenId> encode(std::string_view text,
                                        const engine::EncodeOptions& options = {}) const override {
        std::vector<engine::TokenId> out;
        while (!text.empty()) {
            std::size_t best = 0;
            engine::TokenId id = 0;
            for (const auto& [name, candidate] : byName_) {
                const bool usable = options.parseSpecial || kind(candidate) != engine::TokenKind::Control;
                if (!usable || name.size() <= best || !text.starts_with(name)) continue;
                best = name.size();
                id = candidate;
            }
            out.push_back(id);
            text.remove_prefix(best);
        }
        return out;
    }
    std::string bytes(engine::TokenId id, bool special = false) const override {
        if (kind(id) == engine::TokenKind::Control && !special) return "";
        return names_[static_cast<std::size_t>(id)];
    }
    std::optional<engine::TokenId> find(std::string_view name) const override {
        const auto it = byName_.find(std::string(name));
        return it == byName_.end() ? std::nullopt : std::optional(it->second);
    }
    engine::TokenKind kind(engine::TokenId id) const override { return kinds_[static_cast<std::size_t>(id)]; }
    int size() const override { return static_cast<int>(names_.size()); }
    std::optional<engine::TokenId> bos() const override { return std::nullopt; }
    std::optional<engine::TokenId> eos() const override { return end_; }
    bool isEnd(engine::TokenId id) const override { return id == end_; }

  private:
    engine::TokenId add(const std::string& name, engine::TokenKind kind) {
        names_.push_back(name);
        kinds_.push_back(kind);
        byName_.emplace(name, static_cast<engine::TokenId>(names_.size() - 1));
        return static_cast<engine::TokenId>(names_.size() - 1);
    }
    std::vector<std::string> names_;
    std::vector<engine::TokenKind> kinds_;
    std::map<std::string, engine::TokenId> byName_;
    engine::TokenId end_ = 0;
};

}  // namespace hearth::tests
