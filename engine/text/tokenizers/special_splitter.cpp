#include "text/tokenizers/special_splitter.h"

#include <algorithm>

namespace hearth::engine {

SpecialSplitter::SpecialSplitter(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
    for (TokenId id = 0; id < vocabulary.size(); ++id) {
        const TokenKind kind = vocabulary.kind(id);
        const std::string_view name = vocabulary.name(id);
        if (name.empty() ||
            (kind != TokenKind::Control && kind != TokenKind::UserDefined && kind != TokenKind::Unknown))
            continue;
        if (!index_.insert(name, id)) continue;
        auto& lengths = lengths_[static_cast<unsigned char>(name[0])];
        if (std::find(lengths.begin(), lengths.end(), name.size()) == lengths.end())
            lengths.push_back(name.size());
    }
    for (auto& lengths : lengths_) std::sort(lengths.rbegin(), lengths.rend());
}

std::optional<TokenId> SpecialSplitter::at(std::string_view text, bool control) const {
    for (const std::size_t length : lengths_[static_cast<unsigned char>(text[0])]) {
        if (length > text.size()) continue;
        const auto id = index_.find(text.substr(0, length));
        if (id && (control || vocabulary_.kind(*id) == TokenKind::UserDefined)) return id;
    }
    return std::nullopt;
}

void SpecialSplitter::split(std::string_view text, bool control,
                            const std::function<void(std::string_view)>& onText,
                            const std::function<void(TokenId)>& onToken) const {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (lengths_[static_cast<unsigned char>(text[i])].empty()) {
            ++i;
            continue;
        }
        const auto id = at(text.substr(i), control);
        if (!id) {
            ++i;
            continue;
        }
        if (begin < i) onText(text.substr(begin, i - begin));
        onToken(*id);
        begin = i += vocabulary_.name(*id).size();
    }
    if (begin < text.size()) onText(text.substr(begin));
}

}  // namespace hearth::engine
