// Damaged model files: an error each time, never a crash or a hang.
#include "engine/verify.h"

#include <gtest/gtest.h>

#include <unistd.h>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <random>

#include "engine/session.h"
#include "fakes/tiny_model.h"
#include "gguf/reader.h"

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::byte>;

class Verify : public testing::Test {
  protected:
    Verify() { fs::create_directories(folder_); }
    ~Verify() override { fs::remove_all(folder_); }

    std::string write(const Bytes& bytes) const {
        const std::string path = folder_ / "m.gguf";
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return path;
    }

    static VerifyOptions oneThread() {
        VerifyOptions options;
        options.threads = 1;
        return options;
    }

    // Opens the file and writes three tokens.
    static base::Result<GenerateResult> generate(const std::string& path) {
        auto model = Model::open(path);
        if (!model) return tl::unexpected(model.error());
        SessionOptions options;
        options.context = 16;
        auto session = Session::create(*model, options);
        if (!session) return tl::unexpected(session.error());
        GenerateRequest request;
        request.prompt = {0};
        request.maxTokens = 3;
        return (*session)->generate(request);
    }

    static bool whole(const std::string& path) {
        const auto checks = verifyFile(path, oneThread());
        if (!checks) {  // nothing is in it
            EXPECT_FALSE(checks.error().message.empty());
            return false;
        }
        for (const Check& check : *checks) {
            EXPECT_FALSE(check.detail.empty()) << check.name;
            if (check.state == Check::State::Failed) return false;
        }
        return true;
    }

    const fs::path folder_ =
        fs::temp_directory_path() / ("hearth-verify-" + std::to_string(::getpid()) + "-" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(Verify, PassesAWholeFile) {
    const std::string path = write(tests::TinyModel().bytes());
    const auto checks = verifyFile(path, oneThread());
    ASSERT_TRUE(checks);
    ASSERT_EQ(checks->size(), 5u);
    for (const Check& check : *checks)
        EXPECT_NE(check.state, Check::State::Failed) << check.name << check.detail;
    EXPECT_TRUE(generate(path));
}

TEST_F(Verify, RefusesAFileCutOffAnywhere) {
    const Bytes bytes = tests::TinyModel().bytes();
    for (std::size_t i = 0; i < 200; ++i) {
        const std::string path =
            write(Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(i * bytes.size() / 200)));
        EXPECT_FALSE(whole(path)) << i;
        const auto answer = generate(path);
        ASSERT_FALSE(answer) << i;
        EXPECT_FALSE(answer.error().message.empty());
    }
}

TEST_F(Verify, SurvivesFlippedBitsInTheHeader) {
    const Bytes bytes = tests::TinyModel().bytes();
    std::mt19937 random(2);
    const std::size_t header = bytes.size() / 4;  // metadata and the table of tensors begin the file
    int refused = 0;
    for (int i = 0; i < 200; ++i) {
        Bytes changed = bytes;
        changed[random() % header] ^= std::byte{static_cast<std::uint8_t>(1u << (random() % 8))};
        const std::string path = write(changed);
        const auto answer = generate(path);
        EXPECT_TRUE(answer || !answer.error().message.empty());
        refused += whole(path) ? 0 : 1;
    }
    EXPECT_GT(refused, 10);
}

TEST_F(Verify, FindsWeightsThatAreNoNumbers) {
    tests::TinyModel model;
    for (const float weight :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        model.weight = weight;
        const std::string path = write(model.bytes());
        EXPECT_FALSE(whole(path)) << weight;
        EXPECT_FALSE(generate(path)) << weight;
    }
}

// The parts of a model, in files of the usual names; the path of the first.
std::string writeParts(const fs::path& folder, const Bytes& whole, std::size_t count) {
    const auto file = gguf::File::parse(whole, "whole");
    EXPECT_TRUE(file);
    for (std::size_t part = 0; part < count; ++part) {
        gguf::Writer writer;
        for (const auto& entry : file->entries())
            if (part == 0) writer.set(entry.key, entry.value);
        writer.set("split.no", static_cast<std::uint32_t>(part));
        writer.set("split.count", static_cast<std::uint32_t>(count));
        writer.set("split.tensors.count", static_cast<std::uint32_t>(file->tensors().size()));
        std::vector<std::span<const std::byte>> data;
        for (std::size_t i = part; i < file->tensors().size(); i += count) {
            const gguf::TensorView& tensor = file->tensors()[i];
            writer.addTensor(std::string(tensor.name), tensor.type, tensor.shape);
            data.push_back(tensor.data);
        }
        const Bytes bytes = writer.toBytes(data);
        std::ofstream(folder / ("m-0000" + std::to_string(part + 1) + "-of-00002.gguf"), std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
    return folder / "m-00001-of-00002.gguf";
}

Check::State architectureOf(const std::string& path, const VerifyOptions& options) {
    const auto checks = verifyFile(path, options);
    EXPECT_TRUE(checks);
    for (const Check& check : *checks)
        if (check.name == "architecture") return check.state;
    ADD_FAILURE() << "not checked";
    return Check::State::Skipped;
}

TEST_F(Verify, ChecksTheShapesOfAllPartsTogether) {
    tests::TinyModel model;
    const std::string first = writeParts(folder_, model.bytes(), 2);
    const std::string second = folder_ / "m-00002-of-00002.gguf";
    EXPECT_EQ(architectureOf(first, oneThread()), Check::State::Passed);
    EXPECT_EQ(architectureOf(second, oneThread()), Check::State::Passed);
    model.shapes["blk.1.ffn_down.weight"] = {32, 32};
    writeParts(folder_, model.bytes(), 2);
    EXPECT_EQ(architectureOf(first, oneThread()), Check::State::Failed);
    EXPECT_EQ(architectureOf(second, oneThread()), Check::State::Failed);
    fs::remove(second);
    EXPECT_EQ(architectureOf(first, oneThread()), Check::State::Skipped);
}

TEST_F(Verify, SaysWhatIsWrongWithATemplate) {
    tests::TinyModel model;
    for (const char* source : {"{% if %}", "{{ raise_exception('no') }}", "nothing of what is said"}) {
        model.adjust = [source](gguf::Writer& writer) { writer.set("tokenizer.chat_template", source); };
        const auto checks = verifyFile(write(model.bytes()), oneThread());
        ASSERT_TRUE(checks);
        EXPECT_EQ(checks->back().state, Check::State::Failed) << source;
    }
}

}  // namespace
}  // namespace hearth::engine
