#include "text/tokenizers/vocabulary.h"

#include <algorithm>
#include <limits>

namespace hearth::engine {

using base::Result;

namespace {

constexpr std::size_t kMaxTokens = 1u << 24;  // a hundred times the largest vocabulary in use

// Names that end a turn in the families that do not say so by an id.
constexpr std::string_view kEndNames[] = {
    "<|eot_id|>",
    "<|eom_id|>",
    "<|im_end|>",
    "<|end|>",
    "<end_of_turn>",
    "<turn|>",
    "<|endoftext|>",
    "<EOT>",
    "< EOT >",
    "_<EOT>",
    "<eos>",
    "<|return|>",
    "<|call|>",
    "<|end_of_text|>",
    "<|eot|>",
    "<end_of_utterance>",
    "<｜end▁of▁sentence｜>",
    "<|end_of_turn|>",
};

Result<std::optional<TokenId>> idOf(const gguf::File& file, std::string_view key, int tokens) {
    const auto id = file.integer(key);
    if (!id) return tl::unexpected(id.error());
    if (!*id) return std::nullopt;
    // Converters write -1 (as a signed or unsigned number) for "none".
    if (**id == -1 || **id == 0xFFFFFFFF) return std::nullopt;
    if (**id < 0 || **id >= tokens)
        return file.wrong(key, "is " + std::to_string(**id) + ", but there are only " +
                                   std::to_string(tokens) + " tokens.");
    return static_cast<TokenId>(**id);
}

}  // namespace

Result<Vocabulary> Vocabulary::load(const gguf::File& file) {
    Vocabulary out;
    Result<void> step = out.readTokens(file);
    if (step) step = out.readKinds(file);
    if (step) step = out.readSpecial(file);
    if (!step) return tl::unexpected(step.error());
    out.findEnds();
    return out;
}

Result<void> Vocabulary::readTokens(const gguf::File& file) {
    constexpr std::string_view kKey = "tokenizer.ggml.tokens";
    const gguf::Value* value = file.find(kKey);
    if (!value) return file.wrong(kKey, "is missing: the file has no vocabulary.");
    const auto tokens = value->asStrings();
    if (!tokens) return file.wrong(kKey, "is " + value->print() + "; an array of strings is needed.");
    std::uint64_t bytes = 0;
    for (const auto& token : *tokens) bytes += token.size();
    if (tokens->empty() || tokens->size() > kMaxTokens || bytes > std::numeric_limits<std::uint32_t>::max())
        return file.wrong(kKey, "has " + std::to_string(tokens->size()) + " tokens of " +
                                    std::to_string(bytes) + " bytes, which is no usable vocabulary.");
    names_ = std::make_unique<char[]>(bytes + 1);
    starts_.reserve(tokens->size() + 1);
    index_.reserve(tokens->size());
    std::uint32_t at = 0;
    for (const auto& token : *tokens) {
        std::copy(token.begin(), token.end(), names_.get() + at);
        starts_.push_back(at);
        // Of two tokens with one name the first is found; the other can still be generated.
        index_.insert({names_.get() + at, token.size()}, static_cast<std::int32_t>(starts_.size()) - 1);
        longestName_ = std::max(longestName_, token.size());
        at += static_cast<std::uint32_t>(token.size());
    }
    starts_.push_back(at);
    return {};
}

Result<void> Vocabulary::readKinds(const gguf::File& file) {
    constexpr std::string_view kKinds = "tokenizer.ggml.token_type";
    constexpr std::string_view kScores = "tokenizer.ggml.scores";
    const auto count = static_cast<std::size_t>(size());
    const auto lengthError = [&](std::string_view key, const gguf::Value& value) {
        return file.wrong(key, "is " + value.print() + "; an array of " + std::to_string(count) +
                                   " numbers, one a token, is needed.");
    };
    kinds_.assign(count, TokenKind::Normal);
    if (const gguf::Value* value = file.find(kKinds)) {
        const auto kinds = value->asIntegers();
        if (!kinds || kinds->size() != count) return lengthError(kKinds, *value);
        for (std::size_t i = 0; i < count; ++i)
            if ((*kinds)[i] >= 1 && (*kinds)[i] <= 6) kinds_[i] = static_cast<TokenKind>((*kinds)[i]);
    }
    if (const gguf::Value* value = file.find(kScores)) {
        auto scores = value->asFloats();
        if (!scores || scores->size() != count) return lengthError(kScores, *value);
        // A score that is no number would leave the order of merges undefined.
        for (float& score : *scores)
            if (score != score) score = -std::numeric_limits<float>::infinity();
        scores_ = std::move(*scores);
    }
    return {};
}

Result<void> Vocabulary::readSpecial(const gguf::File& file) {
    const std::pair<std::string_view, std::optional<TokenId>*> ids[] = {
        {"tokenizer.ggml.bos_token_id", &bos_},         {"tokenizer.ggml.eos_token_id", &eos_},
        {"tokenizer.ggml.eot_token_id", &eot_},         {"tokenizer.ggml.eom_token_id", &eom_},
        {"tokenizer.ggml.unknown_token_id", &unknown_},
    };
    for (const auto& [key, into] : ids) {
        const auto id = idOf(file, key, size());
        if (!id) return tl::unexpected(id.error());
        *into = *id;
    }
    const auto addsBos = file.boolean("tokenizer.ggml.add_bos_token");
    if (!addsBos) return tl::unexpected(addsBos.error());
    const auto addsEos = file.boolean("tokenizer.ggml.add_eos_token");
    if (!addsEos) return tl::unexpected(addsEos.error());
    addsBos_ = *addsBos;
    addsEos_ = *addsEos;
    return {};
}

void Vocabulary::findEnds() {
    ends_.assign(static_cast<std::size_t>(size()), false);
    for (const auto& id : {eos_, eot_, eom_})
        if (id) ends_[static_cast<std::size_t>(*id)] = true;
    for (const auto name : kEndNames) {
        const auto id = find(name);
        if (id && (kind(*id) == TokenKind::Control || kind(*id) == TokenKind::UserDefined))
            ends_[static_cast<std::size_t>(*id)] = true;
    }
}

}  // namespace hearth::engine
