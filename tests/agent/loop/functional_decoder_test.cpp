#include "loop/functional_decoder.h"

#include <gtest/gtest.h>

#include <cmath>

#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::tests {
namespace {

using agent::Decoded;
using agent::FunctionalDecoder;
using agent::ModelProtocol;
using engine::gguf::Writer;

const std::vector<std::string> kSpecial = {"<user>", "<assistant>", "<again>", "<fn:look>"};

struct File {
    std::uint32_t protocol = 1;
    float threshold = 0;
    std::string functions;  // empty: the file has no list
    int context = 128;
};

// A tiny model with the tokens of the protocol.
std::shared_ptr<const engine::Model> open(const TemporaryFolder& folder, const File& file) {
    TinyModel tiny;
    tiny.tokens = kSpecial;
    tiny.context = file.context;
    tiny.adjust = [&](Writer& writer) {
        writer.set("hearth.protocol", file.protocol);
        writer.set("hearth.write_threshold", file.threshold);
        if (!file.functions.empty()) writer.set("hearth.functions", std::string_view(file.functions));
    };
    const auto path = (folder.path() / "tiny.gguf").string();
    tiny.write(path);
    auto model = engine::Model::open(path);
    EXPECT_TRUE(model) << model.error().text();
    return model ? *model : nullptr;
}

std::string table(const std::string& writing) {
    std::string out;
    for (const char* name : {"wave", "look"})
        out += std::string(out.empty() ? "" : ",") + "{\"name\":\"" + name +
               "\",\"writes\":" + (writing.find(name) != std::string::npos ? "true" : "false") + "}";
    return "{\"functions\":[" + out + "]}";
}

Decoded decode(const TemporaryFolder& folder, const File& file, const std::string& function = {}) {
    auto decoder = FunctionalDecoder::create(open(folder, file), {{"wave", {}}, {"look", {}}});
    EXPECT_TRUE(decoder) << decoder.error().text();
    auto decoded = (*decoder)->decode("he", {}, {}, function);
    EXPECT_TRUE(decoded) << decoded.error().text();
    EXPECT_FALSE(decoded->stopped);
    EXPECT_FALSE(decoded->calls.empty());
    return *decoded;
}

TEST(FunctionalDecoder, WritesOnlyWhereSureThatSomethingIsToBeWritten) {
    const TemporaryFolder folder;
    const Decoded plain = decode(folder, {});
    const std::string likely = plain.calls[0].tool;
    const std::string other = likely == "wave" ? "look" : "wave";
    ASSERT_EQ(plain.alternatives.size(), 2u);
    EXPECT_EQ(plain.alternatives[0].function, likely);
    EXPECT_EQ(plain.alternatives[1].function, other);
    EXPECT_GE(plain.confidence, 0.5);
    EXPECT_NEAR(plain.confidence, std::exp(plain.logprobs[0]), 1e-6);

    const float below = static_cast<float>(plain.confidence) - 0.01f;
    const float above = static_cast<float>(plain.confidence) + 0.01f;
    const struct {
        std::string writing;
        float threshold;
        std::string called;
    } cases[] = {
        {likely, below, likely},
        {likely, above, other},
        {other, 1.0f, likely},
        {"", 1.0f, likely},
        {likely + " " + other, 1, likely},
        {likely + " " + other, 1.5f, likely},
    };
    for (const auto& c : cases) {
        const Decoded decoded = decode(folder, {1, c.threshold, table(c.writing)});
        EXPECT_EQ(decoded.calls[0].tool, c.called) << c.writing << " at " << c.threshold;
        EXPECT_EQ(decoded.alternatives[0].function, c.called);
        EXPECT_NEAR(decoded.confidence, c.called == likely ? plain.confidence : 1 - plain.confidence, 1e-3);
    }
    // Where the function is given there is nothing to choose.
    const Decoded given = decode(folder, {1, above, table(likely)}, likely);
    EXPECT_EQ(given.calls[0].tool, likely);
    EXPECT_EQ(given.logprobs[0], 0.0);
}

TEST(FunctionalDecoder, AsksAsTheFileSays) {
    const TemporaryFolder folder;
    const int once = decode(folder, {1, 0, {}}).promptTokens;   // <bos> <user> he <assistant>
    const int twice = decode(folder, {2, 0, {}}).promptTokens;  // <bos> <user> he <again> he <assistant>
    EXPECT_EQ(twice, once + 2);
}

TEST(FunctionalDecoder, TellsWhatItForgot) {
    const TemporaryFolder folder;
    std::vector<agent::Message> history;
    for (int turn = 0; turn < 2; ++turn) {
        history.push_back({agent::Message::Role::User, "he", {}});
        history.push_back({agent::Message::Role::Assistant, "", {{"wave", {}}}});
    }
    const std::pair<int, int> cases[] = {{128, 2}, {512, 0}};  // an answer alone may take 160 tokens
    for (const auto& [context, forgotten] : cases) {
        auto decoder =
            FunctionalDecoder::create(open(folder, {1, 0, {}, context}), {{"wave", {}}, {"look", {}}});
        ASSERT_TRUE(decoder) << decoder.error().text();
        const auto decoded = (*decoder)->decode("he", history);
        ASSERT_TRUE(decoded) << decoded.error().text();
        EXPECT_EQ(decoded->forgottenTurns, forgotten) << context;
        EXPECT_EQ(decoded->contextTokens, context);
    }
}

TEST(ModelProtocol, ReadsWhatTheFileSays) {
    const TemporaryFolder folder;
    const auto read = ModelProtocol::read(*open(folder, {2, 0.25f, table("wave")}));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_TRUE(read->readsTwice);
    EXPECT_DOUBLE_EQ(read->writeThreshold, 0.25);
    EXPECT_EQ(read->writing, std::set<std::string>{"wave"});
    EXPECT_FALSE(ModelProtocol::read(*open(folder, {}))->readsTwice);

    const struct {
        File file;
        const char* where;
    } wrong[] = {{{3, 0, {}}, "hearth.protocol"},
                 {{1, -1.0f, {}}, "hearth.write_threshold"},
                 {{1, 0, "{\"functions\":[{\"name\":\"wave\"}]}"}, "hearth.functions"},
                 {{1, 0, "wave"}, "hearth.functions"}};
    for (const auto& c : wrong) {
        const auto refused = ModelProtocol::read(*open(folder, c.file));
        ASSERT_FALSE(refused) << c.where;
        EXPECT_EQ(refused.error().where, c.where);
    }
}

}  // namespace
}  // namespace hearth::tests
