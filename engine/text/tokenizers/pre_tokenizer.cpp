#include "text/tokenizers/pre_tokenizer.h"

#include <algorithm>
#include <iterator>

namespace hearth::engine {

namespace {

// clang-format off
#define HEARTH_GPT2 "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+"
#define HEARTH_LLAMA3(digits) \
    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|" digits \
    "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"

struct Row {
    const char* names;     // between spaces
    std::vector<const char*> patterns;
    bool wholeWordsFirst;
    bool addsBos;
};

// Sources: the pre_tokenizer of each model's published tokenizer.json.
const std::vector<Row>& rows() {
    static const std::vector<Row> kRows = {
        {" gpt-2 phi-2 mpt olmo jais trillion exaone4 roberta-bpe modern-bert ", {HEARTH_GPT2}, false, false},
        {" llama-bpe llama3 llama-v3 falcon3 falcon-h1 pixtral midm-2.0 lfm2 ",
         {HEARTH_LLAMA3("\\p{N}{1,3}")}, true, true},
        {" dbrx smaug-bpe chatglm-bpe glm4 chatglm4 ", {HEARTH_LLAMA3("\\p{N}{1,3}")}, false, false},
        {" qwen2 stablelm2 hunyuan megrez deepseek-r1-qwen ", {HEARTH_LLAMA3("\\p{N}")}, false, false},
        {" qwen35 ",
         {"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?[\\p{L}\\p{M}]+|\\p{N}"
          "| ?[^\\s\\p{L}\\p{M}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"}, false, false},
        {" starcoder refact command-r smollm codeshell exaone minerva-7b granite ",
         {"\\p{N}", HEARTH_GPT2}, false, false},
        {" falcon ", {"[\\p{P}\\$\\+<=>\\^~\\|`]+", HEARTH_GPT2, "[0-9][0-9][0-9]"}, false, false},
        {" deepseek-coder ",
         {"[\\r\\n]", "\\s?\\p{L}+", "\\s?\\p{P}+", "[一-龥ࠀ-一가-퟿]+", "\\p{N}"}, false, false},
        {" gpt-4o llama4 ",
         {"[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+"
          "(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
          "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*"
          "(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
          "\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"}, false, false},
        {" tekken ",
         {"[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+|"
          "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*|"
          "\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"}, true, true},
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
        return out;
    }
    return base::fail(base::ErrorCode::Unsupported,
                      "The way this model cuts text into words, \"" + std::string(name) +
                          "\", is not known here, so its tokens would be wrong. Known: " + knownNames() + ".",
                      "tokenizer.ggml.pre");
}

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
    }
    ends.reserve(pieces.size());
    for (const std::uint32_t end : pieces) ends.push_back(points.offsets[end]);
}

}  // namespace hearth::engine
