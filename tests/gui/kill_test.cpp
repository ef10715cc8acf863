// The whole program – window, agent, built-in model, store, calendar – is killed at random moments while it
// answers, streams and acts. What it told the other side of its socket must be on disk afterwards, nothing
// may be torn, and what waited for a yes must still wait.
#include <gtest/gtest.h>

#include <chrono>
#include <cstring>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <thread>

#include "fakes/tiny_model.h"
#include "gui/offscreen_program.h"
#include "handover/agent_json.h"
#include "store/conversation_store.h"

namespace hearth::app {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using tests::OffscreenHearth;

constexpr int kKills = 50;

// What the program said was done, over all its lives.
struct Told {
    std::vector<std::string> answers;             // texts of complete answers, as lines of JSON
    std::map<std::string, std::string> done;      // title of the event, by id of the action
    std::set<std::string> waiting;                // ids of the cards without a decision
    std::set<std::string> sent;                   // titles whose confirmation was on its way
    std::map<std::string, std::int64_t> entries;  // of the log, by id of the action
};

// Talks with one life of the program until it is gone.
class Talk {
  public:
    Talk(LineSocket& socket, Told& told, std::mt19937& random)
        : socket_(socket), told_(told), random_(random) {}

    void run() {
        for (;;)
            if (!(random_() % 2 == 0 ? converse() : act())) return;
    }

  private:
    bool converse() {
        std::string answer;
        const auto result =
            exchange({{"ask", {{"text", "tell me a story about a dragon"}}}}, [&](const json& event) {
                if (event.contains("answer")) answer = event["answer"]["text"].get<std::string>();
            });
        if (!result) return false;
        if (!answer.empty()) told_.answers.push_back(lineOf(answer));
        return true;
    }

    bool act() {
        std::string name = "Lunch with ";
        for (const char* letters : {"BDFGKLMN", "aeio", "bdfgklmnprst", "aeio", "klmnprst", "aeio", "lnrst"})
            name += letters[random_() % std::strlen(letters)];
        json card;
        const auto asked =
            exchange({{"ask", {{"text", "set up " + name + " tomorrow at noon"}}}}, [&](const json& event) {
                if (event.contains("proposed")) card = event["proposed"];
            });
        if (!asked) return false;
        if (card.is_null()) return true;  // it was taken for something else
        const std::string id = card["id"];
        told_.waiting.insert(id);
        const bool asks = !card["question"].get<std::string>().empty();
        if (asks || random_() % 3 == 0) return true;  // left alone
        std::string title;
        for (const auto& field : card["fields"])
            if (field["name"] == "title") title = field["value"];
        told_.sent.insert(title);
        told_.waiting.erase(id);
        // A card may change what was done before: that may be taken back from now on.
        std::erase_if(told_.done,
                      [&](const auto& one) { return told_.entries[one.first] == card["replaces"]; });
        const auto done = exchange({{"confirm", {{"id", id}}}}, [](const json&) {});
        if (!done) return false;
        EXPECT_TRUE(done->value("ok", false)) << name << *done;
        told_.done[id] = title;
        told_.entries[id] = done->value("audit_id", std::int64_t{0});
        return true;
    }

    // The result; nothing where the program is gone.
    template <typename OnEvent>
    std::optional<json> exchange(const json& request, OnEvent onEvent) {
        if (!socket_.send(lineOf(request))) return std::nullopt;
        for (;;) {
            const auto line = socket_.receive(-1);
            if (!line) return std::nullopt;
            if (!*line) continue;
            const json message = json::parse(**line, nullptr, false);
            EXPECT_TRUE(message.is_object()) << **line;
            EXPECT_FALSE(message.contains("error")) << **line;
            if (message.contains("event")) {
                onEvent(message["event"]);
                // The next request was taken for an answer to the card's question.
                if (message["event"].contains("dropped")) told_.waiting.erase(message["event"]["dropped"]);
            }
            if (message.contains("result")) return message["result"];
            if (!message.is_object() || message.contains("error")) return std::nullopt;
        }
    }

    LineSocket& socket_;
    Told& told_;
    std::mt19937& random_;
};

class Killed : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::exists(fs::path(HEARTH_SOURCE) / "assets/models/builtin.gguf"))
            GTEST_SKIP() << "there is no assets/models/builtin.gguf";
        // A model of random weights for conversation, so that answers stream.
        const std::string model = (folder_ / "tiny.gguf").string();
        tests::TinyModel tiny;
        tiny.context = 4096;
        tiny.write(model);
        std::ofstream(hearth_.data() / "settings.ini") << "[chat]\nmodel=" << model << "\n";
    }

    // One life, ended after `lifeMs` of talk, or while it starts.
    void liveAndDie(bool whileStarting, int lifeMs) {
        auto program = hearth_.start();
        const auto killIn = [&](int ms) {
            return std::thread([&program, ms] {
                std::this_thread::sleep_for(std::chrono::milliseconds(ms));
                ::kill(program->id(), SIGKILL);
            });
        };
        std::thread killer;
        if (whileStarting) killer = killIn(lifeMs);
        auto socket = hearth_.connect(*program);
        if (!whileStarting) {
            if (socket) {
                killer = killIn(lifeMs);
            } else {
                ADD_FAILURE() << "it did not start: " << tests::readFile(hearth_.log());
            }
        }
        if (socket) Talk(*socket, told_, random_).run();
        if (killer.joinable()) killer.join();
        EXPECT_EQ(program->waitForEnd(), -1) << "it ended by itself: " << tests::readFile(hearth_.log());
    }

    // Every action and every answer in the database.
    void checkConversations() {
        auto store = ConversationStore::open((hearth_.data() / "conversations.db").string());
        ASSERT_TRUE(store) << store.error().text();
        const auto conversations = (*store)->conversations();
        ASSERT_TRUE(conversations) << conversations.error().text();
        std::multiset<std::string> answers;
        std::map<std::string, ActionState> actions;
        for (const auto& conversation : *conversations) {
            const auto messages = (*store)->messages(conversation.id);
            ASSERT_TRUE(messages) << messages.error().text();
            for (const auto& message : *messages) {
                if (message.kind == MessageKind::Action)
                    actions[message.action.proposed.id] = message.action.state;
                else if (message.state == MessageState::Complete)
                    answers.insert(lineOf(message.text));
            }
        }
        for (const auto& answer : told_.answers) {
            const auto found = answers.find(answer);
            ASSERT_NE(found, answers.end()) << "lost: " << answer;
            answers.erase(found);
        }
        for (const auto& [id, title] : told_.done)
            EXPECT_TRUE(actions.contains(id) && actions[id] == ActionState::Done) << "lost: " << title;
        for (const auto& id : told_.waiting)
            EXPECT_TRUE(actions.contains(id) && actions[id] == ActionState::Waiting)
                << "lost card: " << id << " "
                << (actions.contains(id) ? std::to_string(static_cast<int>(actions[id])) : "not there");
    }

    void checkCalendar() {
        std::set<std::string> titles;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(hearth_.data() / "calendar", error)) {
            if (entry.path().extension() != ".ics") continue;
            const std::string text = tests::readFile(entry.path().string());
            EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"))
                << "torn: " << entry.path() << "\n"
                << text;
            EXPECT_NE(text.find("END:VEVENT\r\n"), std::string::npos) << "torn: " << entry.path();
            const auto at = text.find("\r\nSUMMARY:") + 10;
            titles.insert(text.substr(at, text.find("\r\n", at) - at));
        }
        for (const auto& [id, title] : told_.done) EXPECT_TRUE(titles.contains(title)) << "lost: " << title;
        for (const auto& title : titles)
            EXPECT_TRUE(told_.sent.contains(title)) << "not asked for: " << title;
    }

    tests::TemporaryFolder folder_;
    OffscreenHearth hearth_{folder_.path()};
    std::mt19937 random_;
    Told told_;
};

TEST_F(Killed, AtAnyMomentTheWholeProgramLosesNothingThatItToldOf) {
    const unsigned seed = std::random_device{}();
    random_.seed(seed);
    std::printf("seed %u\n", seed);
    for (int round = 0; round < kKills && !HasFailure(); ++round) {
        SCOPED_TRACE("seed " + std::to_string(seed) + ", round " + std::to_string(round));
        constexpr int kLongestMs = 400;
        liveAndDie(random_() % 8 == 0, static_cast<int>(random_() % kLongestMs));
        checkConversations();
        checkCalendar();
    }
    std::printf("%zu answers, %zu actions done, %zu waiting\n", told_.answers.size(), told_.done.size(),
                told_.waiting.size());
    EXPECT_FALSE(told_.answers.empty());
    EXPECT_FALSE(told_.done.empty());
    EXPECT_FALSE(told_.waiting.empty());
}

}  // namespace
}  // namespace hearth::app
