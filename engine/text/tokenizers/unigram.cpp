#include "text/tokenizers/unigram.h"

#include <algorithm>
#include <limits>

#include "base/utf8.h"

namespace hearth::engine {

namespace {

// What an unknown character costs beyond the least likely piece (SentencePiece, unigram model).
constexpr float kUnknownPenalty = 10;

}  // namespace

UnigramTokenizer::UnigramTokenizer(std::unique_ptr<const Vocabulary> vocabulary)
    : vocabulary_(std::move(vocabulary)), special_(*vocabulary_), bytes_(*vocabulary_) {
    buildTrie();
}

base::Result<std::unique_ptr<Tokenizer>> UnigramTokenizer::load(
    const gguf::File& file, std::unique_ptr<const Vocabulary> vocabulary) {
    if (!file.find("tokenizer.ggml.scores"))
        return file.wrong("tokenizer.ggml.scores", "is missing: this kind of vocabulary is ordered by them.");
    std::unique_ptr<UnigramTokenizer> out(new UnigramTokenizer(std::move(vocabulary)));
    auto map = CharMap::load(file);
    if (!map) return tl::unexpected(map.error());
    out->map_ = std::move(*map);
    const auto prefix = file.boolean("tokenizer.ggml.add_space_prefix");
    if (!prefix) return tl::unexpected(prefix.error());
    out->spaceInFront_ = prefix->value_or(true);
    const auto joins = file.boolean("tokenizer.ggml.remove_extra_whitespaces");
    if (!joins) return tl::unexpected(joins.error());
    out->joinsSpaces_ = joins->value_or(true);
    return out;
}

// Level by level over the sorted pieces, so that the children of a node lie together.
void UnigramTokenizer::buildTrie() {
    struct Range {
        std::uint32_t node;
        std::size_t begin, end, depth;
    };
    std::vector<std::pair<std::string_view, TokenId>> pieces;
    float least = 0;
    for (TokenId id = 0; id < vocabulary_->size(); ++id) {
        const TokenKind kind = vocabulary_->kind(id);
        if (kind != TokenKind::Normal && kind != TokenKind::UserDefined) continue;
        if (vocabulary_->name(id).empty()) continue;
        pieces.emplace_back(vocabulary_->name(id), id);
        const float score = vocabulary_->score(id);
        if (score > -std::numeric_limits<float>::infinity()) least = std::min(least, score);
    }
    unknownScore_ = least - kUnknownPenalty;
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    nodes_.emplace_back();
    std::vector<Range> todo = {{0, 0, pieces.size(), 0}};
    for (std::size_t next = 0; next < todo.size(); ++next) {
        const Range range = todo[next];
        std::size_t at = range.begin;
        for (; at < range.end && pieces[at].first.size() == range.depth; ++at)
            if (nodes_[range.node].piece < 0) nodes_[range.node].piece = pieces[at].second;
        nodes_[range.node].firstChild = static_cast<std::uint32_t>(nodes_.size());
        while (at < range.end) {
            const char byte = pieces[at].first[range.depth];
            std::size_t end = at;
            while (end < range.end && pieces[end].first[range.depth] == byte) ++end;
            todo.push_back({static_cast<std::uint32_t>(nodes_.size()), at, end, range.depth + 1});
            nodes_.emplace_back();
            nodes_.back().byte = static_cast<std::uint8_t>(byte);
            ++nodes_[range.node].children;
            at = end;
        }
    }
}

std::string UnigramTokenizer::normalized(std::string_view text) const {
    const std::string mapped = map_.apply(text);
    std::string joined;
    for (const char c : mapped) {
        if (joinsSpaces_ && c == ' ' && (joined.empty() || joined.back() == ' ')) continue;
        joined += c;
    }
    if (joinsSpaces_ && !joined.empty() && joined.back() == ' ') joined.pop_back();
    if (spaceInFront_ && !joined.empty()) joined.insert(joined.begin(), ' ');
    return withSpacePieces(joined);
}

std::vector<TokenId> UnigramTokenizer::encode(std::string_view text, const EncodeOptions& options) const {
    std::vector<TokenId> out;
    if (options.addSpecial && bos() && vocabulary_->addsBos().value_or(false)) out.push_back(*bos());
    special_.split(
        text, options.parseSpecial, [&](std::string_view part) { encodeText(normalized(part), out); },
        [&](TokenId id) { out.push_back(id); });
    if (options.addSpecial && eos() && vocabulary_->addsEos().value_or(true)) out.push_back(*eos());
    return out;
}

// Viterbi: for every place the best sum of scores up to there, and the piece that came last.
void UnigramTokenizer::encodeText(std::string_view text, std::vector<TokenId>& out) const {
    struct Best {
        double score = -std::numeric_limits<double>::infinity();
        std::uint32_t from = 0;
        TokenId piece = -1;  // -1: an unknown character
    };
    std::vector<Best> best(text.size() + 1);
    best[0].score = 0;
    const auto offer = [&](std::size_t from, std::size_t to, double score, TokenId piece) {
        const double sum = best[from].score + score;
        if (sum > best[to].score) best[to] = {sum, static_cast<std::uint32_t>(from), piece};
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t character = base::decodeUtf8(text, at).length;
        bool known = false;
        const Node* node = nodes_.data();
        for (std::size_t end = at; end < text.size();) {
            const auto byte = static_cast<std::uint8_t>(text[end]);
            const Node* first = nodes_.data() + node->firstChild;
            const Node* last = first + node->children;
            const Node* child = std::lower_bound(
                first, last, byte, [](const Node& each, std::uint8_t wanted) { return each.byte < wanted; });
            if (child == last || child->byte != byte) break;
            node = child;
            ++end;
            if (node->piece < 0) continue;
            offer(at, end, static_cast<double>(vocabulary_->score(node->piece)), node->piece);
            known = known || end - at == character;
        }
        if (!known) offer(at, at + character, static_cast<double>(unknownScore_), -1);
        at += character;
    }
    std::vector<std::size_t> ends;
    for (std::size_t at = text.size(); at > 0; at = best[at].from) ends.push_back(at);
    bool lastUnknown = false;
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        const Best& step = best[*end];
        if (step.piece >= 0)
            out.push_back(step.piece);
        else if (bytes_.any())
            bytes_.emit(text.substr(step.from, *end - step.from), out);
        else if (vocabulary_->unknown() && !lastUnknown)  // unknown characters in a row are one token
            out.push_back(*vocabulary_->unknown());
        lastUnknown = step.piece < 0;
    }
}

}  // namespace hearth::engine
