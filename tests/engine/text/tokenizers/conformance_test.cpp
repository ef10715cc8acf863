// Token ids of published tokenizers, token for token. The vectors are not in the repository: without the
// folder of shared data these tests say so and are skipped.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "base/mapped_file.h"
#include "gguf/reader.h"
#include "text/tokenizers/load.h"

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;

std::string readAll(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> splitTexts(const std::string& all) {
    const std::string separator = "\n__ggml_vocab_test__\n";
    std::vector<std::string> out;
    for (std::size_t at = 0;;) {
        const std::size_t end = all.find(separator, at);
        if (end == std::string::npos) return out;
        out.push_back(all.substr(at, end - at));
        at = end + separator.size();
    }
}

std::vector<std::vector<TokenId>> readIds(const fs::path& path) {
    std::ifstream in(path);
    std::vector<std::vector<TokenId>> out;
    for (std::string line; std::getline(in, line);) {
        std::istringstream numbers(line);
        out.emplace_back(std::istream_iterator<TokenId>(numbers), std::istream_iterator<TokenId>());
    }
    return out;
}

class TokenizerConformance : public testing::TestWithParam<const char*> {};

TEST_P(TokenizerConformance, TokensMatch) {
    const fs::path base = fs::path(HEARTH_SHARED) / "conformance/tokenizers" /
                          (std::string("ggml-vocab-") + GetParam() + ".gguf");
    if (!fs::exists(base)) GTEST_SKIP() << "no test vectors at " << base;
    const auto map = base::MappedFile::open(base.string());
    ASSERT_TRUE(map);
    const auto file = gguf::File::parse(map->bytes(), base.filename().string());
    ASSERT_TRUE(file) << file.error().text();
    const auto tokenizer = loadTokenizer(*file);
    ASSERT_TRUE(tokenizer) << tokenizer.error().text();
    const auto texts = splitTexts(readAll(base.string() + ".inp"));
    const auto expected = readIds(base.string() + ".out");
    ASSERT_EQ(texts.size(), 46u);
    ASSERT_EQ(expected.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        SCOPED_TRACE(texts[i]);
        EXPECT_EQ((*tokenizer)->encode(texts[i], {false, false}), expected[i]);
    }
}

INSTANTIATE_TEST_SUITE_P(Vocabularies, TokenizerConformance,
                         testing::Values("llama-spm", "gpt-2", "falcon", "deepseek-coder", "bert-bge"),
                         [](const auto& test) {
                             std::string name = test.param;
                             std::erase(name, '-');
                             return name;
                         });

}  // namespace
}  // namespace hearth::engine
