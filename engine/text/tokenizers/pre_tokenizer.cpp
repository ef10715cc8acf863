#include "text/tokenizers/pre_tokenizer.h"

#include <algorithm>
#include <iterator>

namespace hearth::engine {

namespace {

// clang-format off
#define HEARTH_GPT2 "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+"
#define HEARTH_SHORT "(?i:'s|'t|'re|'ve|'m|'ll|'d)"
#define HEARTH_SPACE "\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
#define HEARTH_LLAMA3(digits) \
    HEARTH_SHORT "|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|" digits "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|" HEARTH_SPACE
// Words of GPT-4o: capitals, then small letters; `but` takes characters away from both.
#define HEARTH_CAPITALS(but) "[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}" but "]"
#define HEARTH_SMALL(but) "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}" but "]"
#define HEARTH_CASED(but, ending) \
    "[^\\r\\n\\p{L}\\p{N}]?" HEARTH_CAPITALS(but) "*" HEARTH_SMALL(but) "+" ending "|" \
    "[^\\r\\n\\p{L}\\p{N}]?" HEARTH_CAPITALS(but) "+" HEARTH_SMALL(but) "*" ending "|"
#define HEARTH_GPT4O \
    HEARTH_CASED("", HEARTH_SHORT "?") "\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|" HEARTH_SPACE
#define HEARTH_CJK "[一-龥぀-ゟ゠-ヿ]+"
// Letters that follow a mark belong to it.
#define HEARTH_MARKS \
    "[!-/:-@\\[\\\\\\]^_`{-~][A-Za-z]+|[^\\r\\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+| ?[\\p{P}\\p{S}]+[\\r\\n]*|" \
    HEARTH_SPACE
#define HEARTH_BLOOM " ?[^\\s(|.,!?…。，、।۔،)]+"

struct Row {
    const char* names;     // between spaces
    std::vector<const char*> patterns;
    bool wholeWordsFirst;
    bool addsBos;
    bool digitGroups = false;  // what the first pattern finds of digits is cut into threes
};

// Sources: the pre_tokenizer of each model's published tokenizer.json, or its tiktoken pattern.
const std::vector<Row>& rows() {
    static const std::vector<Row> kRows = {
        {" gpt-2 phi-2 mpt olmo jais trillion exaone4 granite-docling roberta-bpe modern-bert jina-es jina-de"
         " jina-v1-en jina-v2-es jina-v2-de jina-v2-code gigachat a.x-4.0 mellum ", {HEARTH_GPT2}, false, false},
        {" llama-bpe llama3 llama-v3 falcon3 falcon-h1 pixtral midm-2.0 lfm2 minicpm5 jina-v5-nano talkie ",
         {HEARTH_LLAMA3("\\p{N}{1,3}")}, true, true},
        {" dbrx smaug-bpe chatglm-bpe glm4 chatglm4 ", {HEARTH_LLAMA3("\\p{N}{1,3}")}, false, false},
        {" qwen2 stablelm2 hunyuan megrez deepseek-r1-qwen grok-2 solar-open kormo f2llmv2 ufakzeka ", {HEARTH_LLAMA3("\\p{N}")}, false, false},
        {" qwen35 ",
         {HEARTH_SHORT "|[^\\r\\n\\p{L}\\p{N}]?[\\p{L}\\p{M}]+|\\p{N}"
          "| ?[^\\s\\p{L}\\p{M}\\p{N}]+[\\r\\n]*|" HEARTH_SPACE}, false, false},
        {" jais-2 ",
         {HEARTH_SHORT "|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+"
          "|\\s{512}(?!\\S)|\\s{256}(?!\\S)|\\s{128}(?!\\S)|\\s{64}(?!\\S)|\\s{32}(?!\\S)|\\s{16}(?!\\S)"
          "|\\s{8}(?!\\S)|\\s{4}(?!\\S)|\\s{1,2}(?!\\S)|\\s"}, false, false},
        {" exaone-moe ",
         {HEARTH_SHORT "|[^\\r\\n\\p{L}\\p{N}]?\\p{L}[\\p{L}\\p{M}]*(?: \\p{L}[\\p{L}\\p{M}]*)*|\\p{N}"
          "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]?|\\s*[\\r\\n]|\\s+(?!\\S)|\\s+"}, false, false},
        {" afmoe ",
         {"\\p{N}+",
          "[一-鿿㐀-䶿豈-﫿぀-ゟ゠-ヿ･-ﾟ⼀-⿟เ-๿຀-໿ក-៿က-႟ꩠ-ꩿꧠ-꧿가-힯ᄀ-ᇿ]+",
          HEARTH_MARKS}, false, false, true},
        {" tiny_aya cohere2moe ", {"\\p{N}+", HEARTH_GPT4O}, false, false, true},
        {" seed-coder ",
         {HEARTH_SHORT "|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}\\r\\n]+|" HEARTH_SPACE},
         false, false},
        {" bailingmoe bailingmoe2 llada llada-moe ",
         {HEARTH_SHORT "|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*|\\s*[\\r\\n]|"
          "\\s+(?!\\S)|\\s+"}, false, false},
        {" starcoder refact command-r smollm codeshell exaone minerva-7b granite mellum2 ",
         {"\\p{N}", HEARTH_GPT2}, false, false},
        {" falcon ", {"[\\p{P}\\$\\+<=>\\^~\\|`]+", HEARTH_GPT2, "[0-9][0-9][0-9]"}, false, false},
        {" deepseek-llm ",
         {"[\\r\\n]", "\\s?[\\p{Lu}\\p{Ll}\\p{Lt}]+", "\\s?[!-/:-~！-／：-～‘-‟　-。]+", "\\s+(?![\\s\\S])",
          "[一-龥ࠀ-一가-퟿]+", "\\p{N}+"}, false, false},
        {" deepseek-coder ",
         {"[\\r\\n]", "\\s?\\p{L}+", "\\s?\\p{P}+", "[一-龥ࠀ-一가-퟿]+", "\\p{N}"}, false, false},
        {" deepseek-v3 hunyuan-dense joyai-llm ",
         {"\\p{N}{1,3}", HEARTH_CJK,
          HEARTH_MARKS},
         false, false},
        {" youtu ",
         {"[가-힣ㄱ-ㆎ]+|[！…“”‘’—：；，、-〿︰-﹏]+|[ㄅ-ㄯ]+|" HEARTH_CJK, HEARTH_GPT4O}, true, false},
        {" gpt-4o llama4 minimax-m2 kanana2 granite-embed-multi-97m ", {HEARTH_GPT4O}, false, false},
        {" tekken ",
         {HEARTH_CASED("", "") "\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|" HEARTH_SPACE}, true, true},
        {" kimi-k2 ",
         {"\\p{Han}+|" HEARTH_CASED("&&[^\\p{Han}]", HEARTH_SHORT "?")
          "\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|" HEARTH_SPACE}, false, false},
        {" poro-chat bloom gpt3-finnish ", {HEARTH_BLOOM}, false, false},
        {" viking ", {HEARTH_BLOOM, "\\p{N}"}, false, false},
        {" superbpe ", {"\\p{N}+"}, false, false, true},
        {" gemma4 ", {"[^\\n]+|\\n+"}, false, false},
        {" default ",
         {"[\\p{P}\\$\\+<=>\\^~\\|]+",
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)",
          "\\p{N}+", "[0-9][0-9][0-9]"}, false, false},
    };
    return kRows;
}
// clang-format on

std::string knownNames() {
    std::string out;
    for (const Row& row : rows()) out += std::string(row.names).substr(1);
    return out.substr(0, out.size() - 1);
}

}  // namespace

base::Result<PreTokenizer> PreTokenizer::make(std::string_view name) {
    const std::string wanted = " " + std::string(name) + " ";
    for (const Row& row : rows()) {
        if (std::string_view(row.names).find(wanted) == std::string_view::npos) continue;
        PreTokenizer out;
        for (const char* expression : row.patterns) {
            auto pattern = Pattern::compile(expression);
            if (!pattern) return tl::unexpected(pattern.error());
            out.patterns_.push_back(std::move(*pattern));
        }
        out.wholeWordsFirst_ = row.wholeWordsFirst;
        out.addsBos_ = row.addsBos;
        out.digitGroups_ = row.digitGroups;
        return out;
    }
    return base::fail(base::ErrorCode::Unsupported,
                      "The way this model cuts text into words, \"" + std::string(name) +
                          "\", is not known here, so its tokens would be wrong. Known: " + knownNames() + ".",
                      "tokenizer.ggml.pre");
}

namespace {

// Cuts runs of digits into threes from the right, as people group them: the split at (?=(\\d{3})+(?!\\d)).
void groupDigits(const std::vector<char32_t>& codes, std::vector<std::uint32_t>& pieces) {
    std::vector<std::uint32_t> finer;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : pieces) {
        const bool digits = std::all_of(codes.begin() + begin, codes.begin() + end, [](char32_t code) {
            return (unicode::bit(unicode::category(code)) & unicode::bit(unicode::Nd)) != 0;
        });
        if (digits)
            for (std::uint32_t cut = begin + (end - begin) % 3; cut < end; cut += 3)
                if (cut > begin) finer.push_back(cut);
        finer.push_back(end);
        begin = end;
    }
    pieces.swap(finer);
}

}  // namespace

void PreTokenizer::split(std::string_view text, std::vector<std::uint32_t>& ends) const {
    ends.clear();
    if (text.empty()) return;
    const CodePoints points(text);
    // Ends of pieces in code points; each pattern cuts every piece into matches and what lies between them.
    std::vector<std::uint32_t> pieces{static_cast<std::uint32_t>(points.codes.size())};
    std::vector<std::uint32_t> finer;
    for (const Pattern& pattern : patterns_) {
        finer.clear();
        std::size_t begin = 0;
        for (const std::uint32_t end : pieces) {
            const std::span<const char32_t> piece(points.codes.data() + begin, end - begin);
            std::size_t gap = 0;  // where the text that nothing matched begins
            for (std::size_t at = 0; at < piece.size();) {
                const std::size_t stop = pattern.match(piece, at);
                if (stop == at) {
                    ++at;
                    continue;
                }
                if (gap < at) finer.push_back(static_cast<std::uint32_t>(begin + at));
                finer.push_back(static_cast<std::uint32_t>(begin + stop));
                at = gap = stop;
            }
            if (gap < piece.size()) finer.push_back(end);
            begin = end;
        }
        pieces.swap(finer);
        if (digitGroups_ && &pattern == &patterns_.front()) groupDigits(points.codes, pieces);
    }
    ends.reserve(pieces.size());
    for (const std::uint32_t end : pieces) ends.push_back(points.offsets[end]);
}

}  // namespace hearth::engine
