// Models by the command line: fetched from a server of the test, taken up, listed, removed.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "app/cli/command_line.h"
#include "fakes/misbehaving_server.h"
#include "fakes/tiny_model.h"

namespace hearth::app {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;
using testing::HasSubstr;

class ModelFiles : public testing::Test {
  protected:
    // A catalogue of one model behind `path` of the server.
    std::string catalogue(const std::string& path, const std::string& more = "") const {
        const std::string file = hearth_.file("catalogue.json");
        std::ofstream(file)
            << R"({"hosts":["127.0.0.1"],"models":[{"id":"tiny","name":"Tiny","licence":"MIT",)"
            << R"("architecture":"llama","context":128,"file":"tiny.gguf","about_bytes":1000,)"
            << R"("url":")" << server_.at(path) << "\"" << more << "}]}";
        return " --catalogue '" + file + "'";
    }
    std::string servedModel() const {
        tests::TinyModel().write(hearth_.file("served.gguf"));
        return "/file?" + hearth_.file("served.gguf");
    }
    CommandLine hearth_;
    tests::MisbehavingServer server_;
};

TEST_F(ModelFiles, ListsTheCatalogueWithWhatFits) {
    const Ran ran = hearth_.run("model catalogue --json");
    ASSERT_EQ(ran.code, 0) << ran.err;
    const Json list = Json::parse(ran.out);
    EXPECT_GE(list.size(), 8u);
    for (const Json& model : list)
        EXPECT_THAT(model.at("fit"), testing::AnyOf("fits", "slow", "won't fit")) << model;
    EXPECT_THAT(hearth_.run("model catalogue").out, HasSubstr("qwen3-4b"));
    const Ran system = hearth_.run("system --json");
    ASSERT_EQ(system.code, 0) << system.err;
    EXPECT_GT(Json::parse(system.out).at("bandwidth_bytes_per_s"), 1e8);
}

TEST_F(ModelFiles, FetchesListsAndRemoves) {
    const std::string from = catalogue(servedModel());
    const Ran got = hearth_.run("model get tiny" + from);
    ASSERT_EQ(got.code, 0) << got.err;
    EXPECT_TRUE(fs::exists(hearth_.data() / "models/tiny.gguf"));
    const Json list = Json::parse(hearth_.run("model list --json").out);
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list.at(0).at("name"), "tiny");
    EXPECT_EQ(hearth_.run("model get tiny" + from).code, 1);  // it is there already
    const Json audit = Json::parse(hearth_.run("audit --json").out);
    ASSERT_EQ(audit.size(), 1u);
    EXPECT_EQ(audit.at(0).at("host"), "127.0.0.1");
    EXPECT_EQ(audit.at(0).at("purpose"), "models");
    EXPECT_EQ(hearth_.run("model remove tiny").code, 0);
    EXPECT_FALSE(fs::exists(hearth_.data() / "models/tiny.gguf"));
    EXPECT_EQ(hearth_.run("model remove tiny").code, 2);
}

TEST_F(ModelFiles, WrongBytesAreNotKept) {
    const Ran wrong = hearth_.run("model get tiny" +
                                  catalogue(servedModel(), R"(,"sha256":")" + std::string(64, 'a') + "\""));
    EXPECT_EQ(wrong.code, 2) << wrong.err;
    EXPECT_THAT(wrong.err, HasSubstr("checksum"));
    const Ran noModel = hearth_.run("model get tiny" + catalogue("/ok/5000"));
    EXPECT_EQ(noModel.code, 2) << noModel.err;
    EXPECT_TRUE(!fs::exists(hearth_.data() / "models") || fs::is_empty(hearth_.data() / "models"));
}

TEST_F(ModelFiles, OfflineMeansNothingIsSent) {
    ASSERT_EQ(hearth_.run("settings set network.offline on").code, 0);
    const Ran refused = hearth_.run("model get tiny" + catalogue(servedModel()));
    EXPECT_EQ(refused.code, 3);
    EXPECT_THAT(refused.err, HasSubstr("offline"));
    EXPECT_THAT(hearth_.run("audit").out, HasSubstr("Nothing left this device"));
    EXPECT_EQ(hearth_.run("model get none").code, 2);
}

TEST_F(ModelFiles, TakesUpAFile) {
    tests::TinyModel().write(hearth_.file("mine.gguf"));
    EXPECT_EQ(hearth_.run("model add '" + hearth_.file("mine.gguf") + "'").code, 0);
    EXPECT_THAT(hearth_.run("model list").out, HasSubstr("mine.gguf"));
    EXPECT_THAT(hearth_.run("model remove mine").out, HasSubstr("Forgotten"));
    EXPECT_EQ(hearth_.run("model add --copy '" + hearth_.file("mine.gguf") + "'").code, 0);
    EXPECT_TRUE(fs::exists(hearth_.data() / "models/mine.gguf"));
    EXPECT_EQ(hearth_.run("model add /no/such.gguf").code, 2);
}

}  // namespace
}  // namespace hearth::app
