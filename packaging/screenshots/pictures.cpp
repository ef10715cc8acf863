// Writes pictures of the window, with the made-up assistant, for the README and for looking at:
//   pictures FOLDER [large | mirrored | languages | usual]...
// Drives the real pages with key events and waits for what it drives, never for a time. The data is made in a
// folder of its own and thrown away. The last, contact.png, shows all of them on one sheet.
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QTemporaryDir>
#include <cstdio>
#include <functional>
#include <memory>

#include "demo/demo_desk.h"
#include "demo/demo_library.h"
#include "demo/fake_agent.h"
#include "platform/languages.h"
#include "studio.h"
#include "window_look.h"

namespace {

using namespace hearth::app;

AgentFactory quickFactory() {
    return [](const AgentNews&) -> hearth::base::Result<MadeAgent> {
        return MadeAgent{makeFakeAgent(0), "Built-in model"};
    };
}

// Conversations of other days, so that the side bar has something to show.
void fill(const std::string& database) {
    auto store = ConversationStore::open(database);
    if (!store) return;
    struct Past {
        const char* title;
        int daysAgo;
        bool pinned;
    };
    const std::vector<Past> past = {{"Ideas for the garden", 40, true},
                                    {"Remind me to call the bank", 1, false},
                                    {"What is on my calendar on Friday", 1, false},
                                    {"Shopping list for the weekend", 4, false},
                                    {"How many litres are 3 gallons", 12, false},
                                    {"Timer for the pasta", 16, false}};
    std::int64_t id = 1000;
    const std::int64_t dayMs = 24 * 3600 * 1000;
    for (const auto& one : past) {
        const std::int64_t when = ConversationBook::nowMs() - one.daysAgo * dayMs - id;
        (void)(*store)->putConversation({++id, one.title, when, when, one.pinned, 0});
    }
}

// The page of actions: each part, wide and narrow.
template <typename Take>
void takeActions(Studio& studio, const Take& take) {
    using View = CalendarService::View;
    studio.showActions(0);
    take("calendar-month");
    studio.showCalendar(View::Week);
    take("calendar-week");
    studio.showCalendar(View::Agenda);
    take("calendar-agenda");
    studio.showCalendar(View::Month);
    studio.openForm("newEventButton");
    take("event-form");
    studio.key(Qt::Key_Escape);
    const char* const parts[] = {"", "reminders", "notes", "log"};
    for (int part = 1; part < 4; ++part) {
        studio.showActions(part);
        take(parts[part]);
    }
    studio.size(390, 760);
    studio.showActions(0);
    take("calendar-narrow");
    studio.showActions(1);
    take("reminders-narrow");
    studio.size(1080, 720);
    studio.showActions(0);
    studio.leaveActions();
}

// The library: folders, what is found, and a document, wide, narrow and in large type.
template <typename Take>
void takeLibrary(Studio& studio, const Take& take) {
    studio.showLibrary("");
    take("library");
    studio.openForm("folderSkipped");
    take("library-skipped");
    studio.key(Qt::Key_Escape);
    studio.showLibrary("who signed the rental contract");
    take("library-found");
    studio.openHit(0);
    take("library-page");
    studio.showLibrary("when was the water tested");
    studio.openHit(0);
    take("library-text");
    studio.size(390, 760);
    take("library-text-narrow");
    studio.closeDocument();
    take("library-found-narrow");
    studio.showLibrary("");
    take("library-narrow");
    studio.size(1080, 720);
    studio.textScale(2);
    take("library-large");
    studio.showLibrary("rental contract");
    studio.openHit(0);
    take("library-page-large");
    studio.textScale(1);
    studio.showLibrary("");
    studio.leaveActions();
}

// Answers as a larger model writes them: here, from documents, and elsewhere, with what goes there.
template <typename Take>
void takeAnswers(Studio& studio, const Take& take) {
    const auto ask = [&](const char* words) {
        studio.startNew();
        studio.type(words);
        studio.key(Qt::Key_Return);
        studio.waitForAnswer();
    };
    ask("explain a loan");
    take("answer");
    ask("how much is the rent");
    take("sources");
    studio.size(390, 760);
    take("sources-narrow");
    studio.size(1080, 720);
    studio.startNew();
    studio.nameElsewhere();
    studio.type(
        "Write to my landlord Tom Berger that the radiator at Mill Lane 7 is cold. "
        "Sign as Ana Lind, ana@lind.example.");
    studio.waitForMarks();
    take("typed-elsewhere");
    studio.key(Qt::Key_Return);
    studio.waitForAnswer();
    take("send");
    studio.size(390, 760);
    take("send-narrow");
    studio.size(1080, 720);
    studio.sendOffer();
    take("elsewhere");
    studio.showReplaced();
    take("replaced");
    studio.size(390, 760);
    take("replaced-narrow");
    studio.size(1080, 720);
    studio.key(Qt::Key_Escape);
    studio.forgetElsewhere();
    studio.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    take("palette");
    studio.key(Qt::Key_Escape);
    studio.key(Qt::Key_Slash, Qt::ControlModifier);
    take("shortcuts");
    studio.key(Qt::Key_Escape);
}

bool takeAll(Studio& studio) {
    bool good = true;
    for (const bool dark : {false, true}) {
        const std::string suffix = dark ? "-dark" : "-light";
        const auto take = [&](const std::string& name) {
            good = studio.take((name + suffix).c_str()) && good;
        };
        studio.look(dark ? Settings::Look::Dark : Settings::Look::Light);
        studio.size(1080, 720);
        studio.startNew();
        studio.welcome(true);
        take("welcome");
        studio.welcome(false);
        take("empty");
        studio.type("set up lunch with my sister tomorrow at noon for 90 minutes");
        take("typed");
        studio.key(Qt::Key_Return);
        good = studio.waitForCard() && good;
        take("card");
        studio.size(390, 760);
        take("card-narrow");
        studio.size(1080, 720);
        studio.key(Qt::Key_Return, Qt::ControlModifier);
        good = studio.waitForOutcome() && good;
        studio.type("what can you do");
        studio.key(Qt::Key_Return);
        good = studio.waitForAnswer() && good;
        take("done");
        studio.type("what is on my calendar tomorrow");
        studio.key(Qt::Key_Return);
        good = studio.waitForAnswer() && good;
        take("found");
        studio.type("remind me to water the plants");
        studio.key(Qt::Key_Return);
        good = studio.waitForCard() && good;
        take("question");
        studio.startNew();
        studio.type("when does the museum open on Sunday");
        studio.key(Qt::Key_Return);
        good = studio.waitForAnswer() && good;
        take("failed");
        studio.openMissingModel();
        take("model-failed");
        studio.forgiveModel();
        takeAnswers(studio, take);
        good = studio.takeQuick(("quick" + suffix).c_str(), "what can you do") && good;
        studio.startNew();
        studio.size(390, 760);
        take("empty-narrow");
        studio.key(Qt::Key_B, Qt::ControlModifier);
        take("drawer-narrow");
        studio.key(Qt::Key_Escape);
        studio.size(1080, 720);
        takeActions(studio, take);
        takeLibrary(studio, take);
        for (const QString& place : studio.places()) {
            if (place == QLatin1String("actions") || place == QLatin1String("library")) continue;
            studio.go(qPrintable(place));
            take(place.toStdString());
            if (place == QLatin1String("models")) {
                studio.scrollTo("get-qwen3-0.6b");
                take("models-offers");
            }
            studio.size(390, 760);
            take(place.toStdString() + "-narrow");
            studio.size(1080, 720);
        }
        studio.go("");
    }
    return good;
}

// A conversation with what answers are made of, and every page, at one size of the window.
bool takeEverything(Studio& studio, const std::string& suffix, int width, int height) {
    bool good = true;
    const auto take = [&](const std::string& name) { good = studio.take((name + suffix).c_str()) && good; };
    const auto ask = [&](const char* words) {
        studio.type(words);
        studio.key(Qt::Key_Return);
        good = studio.waitForAnswer() && good;
    };
    studio.size(width, height);
    studio.startNew();
    studio.welcome(true);
    take("welcome");
    studio.welcome(false);
    take("empty");
    ask("set up lunch with my sister tomorrow at noon for 90 minutes");
    take("card");
    studio.key(Qt::Key_Return, Qt::ControlModifier);
    good = studio.waitForOutcome() && good;
    ask("explain a loan");
    take("answer");
    ask("what is on my calendar tomorrow");
    take("found");
    studio.key(Qt::Key_Slash, Qt::ControlModifier);
    take("shortcuts");
    studio.key(Qt::Key_Escape);
    studio.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    take("palette");
    studio.key(Qt::Key_Escape);
    if (width < 600) {
        studio.key(Qt::Key_B, Qt::ControlModifier);
        take("drawer");
        studio.key(Qt::Key_Escape);
    }
    const char* const parts[] = {"calendar", "reminders", "notes", "log"};
    for (int part = 0; part < 4; ++part) {
        studio.showActions(part);
        take(parts[part]);
    }
    studio.showActions(0);
    studio.showCalendar(CalendarService::View::Week);
    take("week");
    studio.showCalendar(CalendarService::View::Agenda);
    take("agenda");
    studio.showCalendar(CalendarService::View::Month);
    studio.openForm("newEventButton");
    take("event-form");
    studio.key(Qt::Key_Escape);
    for (const QString& place : studio.places()) {
        if (place == QLatin1String("actions")) continue;
        studio.go(qPrintable(place));
        take(place.toStdString());
    }
    studio.go("");
    return good;
}

// With text of twice the size, on a phone and in a small window.
bool takeLarge(Studio& studio) {
    studio.set("window.text_scale", "2");
    const bool good =
        takeEverything(studio, "-large-narrow", 360, 640) && takeEverything(studio, "-large", 1000, 700);
    studio.set("window.text_scale", "1");
    return good;
}

// As it is for those who read from right to left.
bool takeMirrored(Studio& studio) {
    studio.set("window.direction", "right_to_left");
    const bool good = takeEverything(studio, "-mirrored", 1000, 700) &&
                      takeEverything(studio, "-mirrored-narrow", 390, 760);
    studio.set("window.direction", "language");
    return good;
}

// The pages in the other languages.
bool takeLanguages(Studio& studio, Languages& languages) {
    bool good = true;
    studio.look(Settings::Look::Light);
    studio.size(1080, 720);
    for (const QString& code : Languages::codes().mid(1)) {
        languages.use(code);
        const std::string suffix = "-" + code.toStdString();
        studio.startNew();
        good = studio.take(("empty" + suffix).c_str()) && good;
        studio.showActions(0);
        good = studio.take(("calendar" + suffix).c_str()) && good;
        studio.leaveActions();
        for (const QString& page : studio.places()) {
            if (page == QLatin1String("actions")) continue;
            const std::string place = page.toStdString();
            studio.go(place.c_str());
            good = studio.take((place + suffix).c_str()) && good;
            studio.size(390, 760);
            good = studio.take((place + suffix + "-narrow").c_str()) && good;
            studio.size(1080, 720);
        }
        studio.go("");
    }
    return good;
}

}  // namespace

int main(int argc, char** argv) {
    const QTemporaryDir data;
    qputenv("HOME", data.path().toLocal8Bit());  // folders are shown from there, as "~/documents"
    QGuiApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("usage: pictures FOLDER [usual | large | mirrored | languages]...\n", stderr);
        return 2;
    }
    prepareLook();
    fillDemoDesk(data.path().toStdString());
    fillDemoLibrary(data.path().toStdString());
    fill((data.path() + QStringLiteral("/conversations.db")).toStdString());
    auto assistant = Assistant::create(data.path().toStdString(), quickFactory());
    if (!assistant) {
        std::fprintf(stderr, "pictures: %s\n", assistant.error().text().c_str());
        return 1;
    }
    QQmlApplicationEngine engine;
    prepareEngine(engine);
    engine.setInitialProperties({{QStringLiteral("assistant"), QVariant::fromValue(assistant->get())}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Hearth/Main.qml")));
    if (engine.rootObjects().isEmpty()) return 1;
    Studio studio(engine, **assistant, data.path().toStdString(), QString::fromLocal8Bit(argv[1]));
    Languages languages;
    QObject::connect(&languages, &Languages::changed, &engine, [&engine, &languages, &assistant] {
        engine.setUiLanguage(languages.code());
        engine.retranslate();
        (*assistant)->models()->refresh();
    });
    languages.use(QStringLiteral("en"));
    const std::vector<std::pair<QString, std::function<bool()>>> series = {
        {QStringLiteral("usual"), [&] { return takeAll(studio); }},
        {QStringLiteral("large"), [&] { return takeLarge(studio); }},
        {QStringLiteral("mirrored"), [&] { return takeMirrored(studio); }},
        {QStringLiteral("languages"), [&] { return takeLanguages(studio, languages); }}};
    const QStringList wanted = QGuiApplication::arguments().mid(2);
    bool good = studio.ready();
    for (const auto& [name, take] : series)
        if (wanted.isEmpty() || wanted.contains(name)) good = take() && good;
    return studio.sheet() && good ? 0 : 1;
}
