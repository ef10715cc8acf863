// A program that carries out actions is killed at random moments. Whatever it reported as done must be there
// and undoable, nothing may be torn, and the next start must know what became of the rest. And two programs
// that act in one folder at once must not lose each other's work.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "agent/file_changes.h"
#include "agent/tool_registry.h"
#include "contacts/contact_folder.h"
#include "fakes/fake_clock.h"
#include "fakes/fake_desktop.h"
#include "fakes/temporary_folder.h"
#include "lists/list_file.h"
#include "loop/action_runner.h"
#include "store/folder_lock.h"
#include "words/words.h"

namespace hearth::agent {
namespace {

namespace fs = std::filesystem;

constexpr int kKills = 50;

// What AgentServices wires, without a model.
struct Program {
    explicit Program(const fs::path& dir)
        : changes(dir / "undo"),
          context(ToolContext::below(dir)),
          log(privacy::AuditLog::open(dir / "hearth.db")) {
        context.zone = "Europe/Berlin";
        context.clock = &clock;
        context.desktop = &desktop;
        context.changes = &changes;
        tools = ToolRegistry::withAllTools(context);
        if (log) runner.emplace(tools, *log, context);
    }
    base::Result<ActionDone> act(const std::string& id, const Call& call) {
        auto prepared = tools.find(call.tool)->prepare(call);
        if (!prepared) return tl::unexpected(prepared.error());
        ProposedAction action{id, call.tool, "", "", *prepared};
        return runner->run(action, true, false, {});
    }

    tests::FakeClock clock;
    tests::FakeDesktop desktop;
    FileChanges changes;
    ToolContext context;
    base::Result<privacy::AuditLog> log;
    ToolRegistry tools;
    std::optional<loop::ActionRunner> runner;
};

// The i-th action of a program: an event, a list item, a note or a contact.
Call callFor(int number) {
    const std::string name = "n" + std::to_string(number);
    switch (number % 4) {
        case 0:
            return {"create_event", {{"title", name}, {"date", "tomorrow"}, {"time", "noon"}}};
        case 1:
            return {"add_list_item", {{"item", name}, {"list", "shopping"}}};
        case 2:
            return {"create_note", {{"text", name}}};
        default:
            return {"add_contact", {{"contact", name}, {"number", "555 0100"}}};
    }
}

std::string idOf(int number) {
    return "kill-" + std::to_string(number);
}

// Acts for ever; after each action that is done writes its number to `report`.
[[noreturn]] void actForEver(const fs::path& dir, int first, int report) {
    Program program(dir);
    if (!program.runner || !program.runner->recover()) _exit(3);
    for (int number = first;; ++number) {
        const auto done = program.act(idOf(number), callFor(number));
        if (!done || !done->ok) _exit(4);
        if (write(report, &number, sizeof number) != sizeof number) _exit(5);
    }
}

std::string bytesOf(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<fs::path> visibleFiles(const fs::path& folder) {
    std::vector<fs::path> files;
    if (fs::exists(folder))
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().filename().string()[0] != '.') files.push_back(entry.path());
    return files;
}

// Every file that other programs read is whole.
void expectNothingTorn(const ToolContext& context) {
    for (const fs::path& path : visibleFiles(context.calendarDir)) {
        const std::string bytes = bytesOf(path);
        EXPECT_EQ(bytes.rfind("BEGIN:VCALENDAR", 0), 0u) << path;
        EXPECT_NE(bytes.find("END:VEVENT"), std::string::npos) << path;
        EXPECT_NE(bytes.find("END:VCALENDAR"), std::string::npos) << path;
    }
    for (const fs::path& path : visibleFiles(context.contactsDir))
        EXPECT_EQ(parseCards(bytesOf(path), path).size(), 1u) << path;
    for (const fs::path& path : visibleFiles(context.notesDir)) {
        const std::string bytes = bytesOf(path);
        EXPECT_TRUE(bytes.rfind("# ", 0) == 0 && bytes.back() == '\n') << path;
    }
    for (const fs::path& path : visibleFiles(context.listsDir)) EXPECT_EQ(bytesOf(path).back(), '\n') << path;
}

// What an action left: the text of all files of its kind.
std::string contentOf(const ToolContext& context, int number) {
    const fs::path folders[] = {context.calendarDir, context.listsDir, context.notesDir, context.contactsDir};
    std::string all;
    for (const fs::path& path : visibleFiles(folders[number % 4])) all += bytesOf(path) + "\n";
    return all;
}

bool hasWord(const std::string& text, const std::string& word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if (end >= text.size() || std::isdigit(static_cast<unsigned char>(text[end])) == 0) return true;
    }
    return false;
}

TEST(Killed, AtAnyMomentKeepsWhatWasDone) {
    const tests::TemporaryFolder folder;
    const fs::path dir = folder / "data";
    fs::create_directories(dir);
    std::mt19937 random(20261122);
    std::set<int> reported;
    int next = 0;
    for (int round = 0; round < kKills; ++round) {
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            close(ends[0]);
            actForEver(dir, next, ends[1]);
        }
        close(ends[1]);
        const int wanted = 1 + static_cast<int>(random() % 4);
        int number = 0;
        for (int seen = 0; seen < wanted && read(ends[0], &number, sizeof number) == sizeof number; ++seen)
            reported.insert(number);
        usleep(static_cast<useconds_t>(random() % 8000));
        kill(child, SIGKILL);
        while (read(ends[0], &number, sizeof number) == sizeof number) reported.insert(number);
        close(ends[0]);
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the program ended by itself with " << WEXITSTATUS(status);
        ASSERT_FALSE(reported.empty());
        next = *reported.rbegin() + 2;

        Program program(dir);
        ASSERT_TRUE(program.log) << "round " << round << ": " << program.log.error().text();
        ASSERT_TRUE(program.runner->recover());
        EXPECT_TRUE(program.log->unfinished()->empty());
        expectNothingTorn(program.context);
        for (int done : reported)
            ASSERT_TRUE(hasWord(words::folded(contentOf(program.context, done)), "n" + std::to_string(done)))
                << "lost in round " << round << ": " << callFor(done).tool << " " << done;
    }
    // Everything that the log calls done can be taken back, newest first.
    Program program(dir);
    auto rows = program.log->list(5000);
    ASSERT_TRUE(rows);
    std::size_t undone = 0;
    for (const auto& row : *rows) {
        if (row.state != privacy::AuditEntry::State::Done) continue;
        const auto result = program.runner->undo(row.id);
        EXPECT_TRUE(result) << row.summary << ": " << (result ? "" : result.error().text());
        ++undone;
    }
    EXPECT_GE(undone, reported.size());
    EXPECT_TRUE(visibleFiles(program.context.listsDir).empty());
    EXPECT_TRUE(visibleFiles(program.context.notesDir).empty());
    EXPECT_TRUE(visibleFiles(program.context.contactsDir).empty());
    EXPECT_TRUE(visibleFiles(program.context.calendarDir).empty());
}

TEST(TwoPrograms, DoNotLoseEachOthersWork) {
    constexpr int kPrograms = 3;
    constexpr int kItems = 8;
    const tests::TemporaryFolder folder;
    const fs::path dir = folder / "data";
    std::vector<pid_t> children;
    for (int program = 0; program < kPrograms; ++program) {
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            for (int item = 0; item < kItems; ++item) {
                // As a command does it: the folder is its own for as long as it acts.
                const auto lock = store::FolderLock::acquire(dir, 60'000);
                if (!lock) _exit(3);
                Program own(dir);
                if (!own.runner || !own.runner->recover()) _exit(4);
                const int number = program * 100 + item;
                const std::string name = "item " + std::to_string(number);
                const auto done = own.act("two-" + std::to_string(number),
                                          {"add_list_item", {{"item", name}, {"list", "shopping"}}});
                if (!done || !done->ok) _exit(5);
            }
            _exit(0);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    }
    const auto lists = readLists(dir / "lists");
    ASSERT_EQ(lists.size(), 1u);
    EXPECT_EQ(lists[0].items().size(), static_cast<std::size_t>(kPrograms * kItems));
}

}  // namespace
}  // namespace hearth::agent
