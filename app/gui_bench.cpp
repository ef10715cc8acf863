#include "gui_bench.h"

#include <sys/resource.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "assistant/assistant.h"
#include "demo/fake_agent.h"
#include "window_look.h"

namespace hearth::app {
namespace {

constexpr std::int64_t kLongConversation = 1;
constexpr int kLongMessages = 10'000;
constexpr int kConversations = 10;  // of that length: 100,000 messages to search
constexpr int kPatienceMs = 60'000;
constexpr int kTokensPerSecond = 100;
constexpr int kStreamSeconds = 5;

// Streams one answer at a steady rate, as a model would.
class SteadyAgent : public agent::Agent {
  public:
    base::Result<void> ask(const agent::Request&, const agent::EventSink& sink,
                           base::CancelToken cancel) override {
        std::string text;
        auto next = std::chrono::steady_clock::now();
        for (int i = 0; i < kTokensPerSecond * kStreamSeconds && !cancel.cancelled(); ++i) {
            const std::string word = i % 40 == 39 ? " end.\n\n" : i % 7 == 0 ? " **token**" : " token";
            sink(agent::TextDelta{word});
            text += word;
            next += std::chrono::milliseconds(1000 / kTokensPerSecond);
            std::this_thread::sleep_until(next);
        }
        agent::AnswerDone done;
        done.text = text;
        sink(done);
        return {};
    }
    base::Result<agent::ProposedAction> edit(const std::string&, const std::vector<agent::Field>&) override {
        return none();
    }
    base::Result<agent::ActionDone> confirm(const std::string&, const std::vector<agent::Field>&,
                                            base::CancelToken) override {
        return none();
    }
    void decline(const std::string&) override {}
    base::Result<agent::Resumed> resume(const agent::ProposedAction&) override { return none(); }
    base::Result<std::string> undo(std::int64_t) override { return none(); }

  private:
    static tl::unexpected<base::Error> none() {
        return base::fail(base::ErrorCode::Unsupported, "There are no actions here");
    }
};

// Seconds of processor time that this process has taken, all threads together.
double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// The most memory that was resident so far; proc(5), VmHWM of status.
long mostResidentKiB() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
    return 0;
}

// Milliseconds since the kernel started this process; proc(5), field 22 of stat.
double msSinceStart() {
    std::ifstream stat("/proc/self/stat"), uptime("/proc/uptime");
    std::string line, word;
    std::getline(stat, line);
    std::istringstream fields(line.substr(line.rfind(')') + 2));
    for (int i = 3; i <= 22; ++i) fields >> word;
    double now = 0;
    uptime >> now;
    return 1000 * (now - std::stod(word) / static_cast<double>(sysconf(_SC_CLK_TCK)));
}

std::string wordsOf(int seed, int count) {
    static const char* const kWords[] = {"garden", "budget", "holiday", "letter",
                                         "recipe", "train",  "window",  "paper"};
    std::string text;
    for (int k = 0; k < count; ++k) text += std::string(" ") + kWords[(seed + k * 3) % 8];
    return text;
}

std::string tableOf(int i) {
    std::string text = "| Month | Spent | For |\n|---|---:|---|";
    for (int row = 0; row < 8; ++row)
        text += "\n| " + std::to_string(row + 1) + " | " + std::to_string(i * (row + 3) % 977) + " |" +
                wordsOf(i + row, 3) + " |";
    return text;
}

std::string codeOf(int i) {
    std::string text = "def total(rows):  # of one year\n    sums = {}\n";
    for (int line = 0; line < 20; ++line)
        text += "    sums[\"" + std::to_string(i + line) + "\"] = sum(row.price * " + std::to_string(line) +
                " for row in rows if row.month == " + std::to_string(line % 12) + ")\n";
    return text + "    return sums\n";
}

std::string proseOf(int i) {
    std::string text;
    for (int paragraph = 0; paragraph < 4; ++paragraph)
        text += "Of **these**" + wordsOf(i + paragraph, 55) + ", see [there](https://example.org).\n\n";
    return text;
}

std::string textOf(std::int64_t conversation, int i) {
    std::string text = "Message " + std::to_string(i) + " of conversation " + std::to_string(conversation) +
                       " about the" + wordsOf(i * 7 + static_cast<int>(conversation), 12);
    if (i == kLongMessages / 2) text += " needle";
    text += ".";
    // What answers are made of; messages of the user are words.
    switch (i % 20) {
        case 1:
        case 11:
            return text + "\n\n- one point\n- **another** point\n\n```cpp\nint answer = 42;\n```\n";
        case 5:
            return text + "\n\n" + tableOf(i) + "\n\nSo much for the *table*.";
        case 7:
            return text +
                   "\n\n$$A = P \\cdot \\frac{r (1 + r)^n}{(1 + r)^n - 1}$$\n\nwith $r$ the rate of a month.";
        case 13:
            return text + "\n\n```python\n" + codeOf(i) + "```\n";
        case 17:
            return text + "\n\n## At length\n\n" + proseOf(i);
        default:
            return text;
    }
}

bool fill(const std::string& database) {
    auto store = ConversationStore::open(database);
    if (!store) return false;
    for (std::int64_t c = 0; c < kConversations; ++c) {
        const std::int64_t first = 1'000'000 * (c + 1);
        std::vector<MessageRecord> messages(kLongMessages);
        for (int i = 0; i < kLongMessages; ++i) {
            MessageRecord& one = messages[static_cast<std::size_t>(i)];
            one.id = first + i;
            one.conversation = kLongConversation + c;
            one.parent = i == 0 ? 0 : first + i - 1;
            one.kind = i % 2 == 0 ? MessageKind::User : MessageKind::Assistant;
            one.text = textOf(c, i);
            one.createdMs = 1'790'000'000'000 + i;
        }
        const ConversationRecord conversation{kLongConversation + c,
                                              "Conversation " + std::to_string(c),
                                              1'790'000'000'000,
                                              1'790'000'000'000 + c,
                                              false,
                                              first + kLongMessages - 1};
        if (!(*store)->putWhole(conversation, messages)) return false;
    }
    return true;
}

// The window over a data folder, with the steady agent.
class Bench {
  public:
    explicit Bench(const QString& folder) {
        auto made = Assistant::create(folder.toStdString(), [](const AgentNews&) -> base::Result<MadeAgent> {
            MadeAgent agent;
            agent.agent = std::make_unique<SteadyAgent>();
            agent.modelName = "Steady";
            return agent;
        });
        if (!made) {
            std::fprintf(stderr, "hearth: %s\n", made.error().text().c_str());
            return;
        }
        assistant = std::move(*made);
        prepareEngine(engine_);
        engine_.setInitialProperties({{QStringLiteral("assistant"), QVariant::fromValue(assistant.get())}});
        engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Hearth/Main.qml")));
        if (!engine_.rootObjects().isEmpty())
            window = qobject_cast<QQuickWindow*>(engine_.rootObjects().constFirst());
    }
    ~Bench() {
        for (QObject* root : engine_.rootObjects()) delete root;
    }

    template <typename Condition>
    bool wait(Condition condition) {
        QElapsedTimer timer;
        timer.start();
        while (!condition()) {
            if (timer.elapsed() > kPatienceMs) return false;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        }
        return true;
    }
    // Layout, drawing and all, now; gives its milliseconds.
    double frame() {
        QElapsedTimer timer;
        timer.start();
        const QImage image = window->grabWindow();
        return image.isNull() ? -1 : static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    }
    QQuickItem* messageList() { return find(window->contentItem()); }

    std::unique_ptr<Assistant> assistant;
    QQuickWindow* window = nullptr;

  private:
    static QQuickItem* find(QQuickItem* item) {
        if (item->inherits("QQuickListView") && item->isVisible() &&
            item->property("model").value<QObject*>() != nullptr &&
            item->property("model").value<QObject*>()->inherits("hearth::app::MessageListModel"))
            return item;
        for (QQuickItem* child : item->childItems())
            if (QQuickItem* found = find(child)) return found;
        return nullptr;
    }
    QQmlApplicationEngine engine_;
};

double opening(Bench& bench) {
    QElapsedTimer timer;
    timer.start();
    bench.assistant->chat()->open(kLongConversation);
    if (!bench.wait([&] { return bench.assistant->chat()->messages()->rowCount() >= kLongMessages; }))
        return -1;
    bench.wait([&] { return bench.messageList() != nullptr; });
    bench.frame();
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

// Milliseconds of processor time that this thread has taken.
double threadMs() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

struct Scrolling {
    double median = -1;  // ms from frame to frame
    double longest = -1;
    double longestCpu = -1;  // ms of processor time, which other programs do not lengthen
};

// The frames while the list goes up by nearly half its height a frame, through more than a thousand messages,
// as the user's keys move it: all that the window does from one frame to the next.
Scrolling scrolling(Bench& bench) {
    QQuickItem* list = bench.messageList();
    if (list == nullptr) return {};
    const auto at = [list] { return list->property("contentY").toDouble(); };
    bench.wait([&] { return at() > 10 * list->height(); });  // its end is found
    bench.frame();
    const double from = at();
    std::vector<double> frames, cpus;
    for (int i = 0; i < 400; ++i) {
        const double before = threadMs();
        QElapsedTimer timer;
        timer.start();
        QMetaObject::invokeMethod(list, "scroll", Q_ARG(QVariant, -0.5));
        QCoreApplication::processEvents();  // with what pages make bit by bit
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // as a loop of events does
        bench.frame();
        frames.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
        cpus.push_back(threadMs() - before);
    }
    if (from - at() < 100 * list->height()) return {};  // it did not move
    std::sort(frames.begin(), frames.end());
    return {frames[frames.size() / 2], frames.back(), *std::max_element(cpus.begin(), cpus.end())};
}

double searching(Bench& bench) {
    auto* book = bench.assistant->conversations();
    std::vector<double> times;
    for (const char* words : {"needle", "garden budget", "train wind", "message 77"}) {
        QElapsedTimer timer;
        timer.start();
        book->setSearch(QString::fromLatin1(words));
        bench.wait([&] { return book->hits()->searched() && book->hits()->count() > 0; });
        times.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
        book->setSearch({});
        bench.wait([&] { return book->hits()->count() == 0; });
    }
    return *std::max_element(times.begin(), times.end());
}

// Per cent of one core that drawing an answer takes, over that of the same time without one.
double streaming(Bench& bench) {
    const auto idle = [&](double seconds) {
        const double before = processorSeconds();
        QElapsedTimer timer;
        timer.start();
        while (static_cast<double>(timer.elapsed()) < seconds * 1000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        return processorSeconds() - before;
    };
    bench.assistant->chat()->startNew();
    idle(1);  // what the page before left to do
    const double still = idle(kStreamSeconds);
    const double before = processorSeconds();
    bench.assistant->chat()->send(QStringLiteral("Tell me"));
    bench.wait([&] { return !bench.assistant->chat()->busy(); });
    return 100 * (processorSeconds() - before - still) / kStreamSeconds;
}

void prepare() {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
}

struct Figure {
    const char* name;
    const char* what;
    const char* unit;
    double value;
    double bar;  // at most
};

void print(const std::vector<Figure>& figures, bool json) {
    nlohmann::json out;
    for (const Figure& one : figures) {
        out[one.name] = one.value;
        if (!json) std::printf("%-46s %8.1f %-4s (at most %g)\n", one.what, one.value, one.unit, one.bar);
    }
    if (json) std::printf("%s\n", out.dump(2).c_str());
}

// Twice, for the second finds the program in memory; the figures of that one.
bool start(const QString& folder, double& ms, double& mib) {
    for (int i = 0; i < 2; ++i) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--gui-start"), folder});
        if (!process.waitForFinished(kPatienceMs) || process.exitCode() != 0) return false;
        double kib = 0;
        std::istringstream(process.readAllStandardOutput().toStdString()) >> ms >> kib;
        mib = kib / 1024;
    }
    return true;
}

}  // namespace

int runGuiStart(int argc, char** argv) {
    prepare();
    const QGuiApplication application(argc, argv);
    prepareLook();
    Bench bench(QString::fromLocal8Bit(argv[2]));
    if (bench.window == nullptr) return 1;
    bool drawn = false;
    QObject::connect(bench.window, &QQuickWindow::frameSwapped, [&drawn] { drawn = true; });
    if (!bench.wait([&] { return drawn; })) return 1;
    const double ms = msSinceStart();
    // The first start looks at the computer, to say which models fit.
    if (!bench.wait([&] { return bench.assistant->market()->advice() != QString(); })) return 1;
    std::printf("%.0f %ld\n", ms, mostResidentKiB());
    return 0;
}

int runGuiBench(int argc, char** argv) {
    prepare();
    const QGuiApplication application(argc, argv);
    prepareLook();
    const QTemporaryDir folder;
    std::fprintf(stderr, "Writing %d messages …\n", kConversations * kLongMessages);
    if (!fill((folder.path() + QStringLiteral("/conversations.db")).toStdString())) {
        std::fprintf(stderr, "hearth: the messages could not be written to %s\n", qPrintable(folder.path()));
        return 1;
    }
    double startMs = 0, memoryMiB = 0;
    if (!start(folder.path(), startMs, memoryMiB)) {
        std::fprintf(stderr, "hearth: the window did not open\n");
        return 1;
    }
    Bench bench(folder.path());
    if (bench.window == nullptr) return 1;
    bench.wait([&] {
        return bench.assistant->conversations()->list()->rowCount() > 0 && bench.window->isExposed();
    });
    bench.frame();
    const double openMs = opening(bench);
    const Scrolling scroll = scrolling(bench);
    const double searchMs = searching(bench);
    const double stream = streaming(bench);
    const bool json = argc > 3 && std::string_view(argv[3]) == "--json";
    print(
        {{"start_ms", "Start to the first frame, program in memory", "ms", startMs, 1000},
         {"resident_mib", "Most resident memory until it has looked around", "MiB", memoryMiB, 160},
         {"open_ms", "Opening a conversation of 10,000 messages", "ms", openMs, 300},
         {"frame_median_ms", "Scrolling through it, median frame", "ms", scroll.median, 33},
         {"frame_longest_ms", "Scrolling through it, longest frame", "ms", scroll.longest, 33},
         {"frame_cpu_ms", "… its processor time, on a machine with other work", "ms", scroll.longestCpu, 33},
         {"search_ms", "Searching 100,000 messages, slowest of four", "ms", searchMs, 100},
         {"stream_percent", "Drawing 100 tokens a second, of one core", "%", stream, 10}},
        json);
    return 0;
}

}  // namespace hearth::app
