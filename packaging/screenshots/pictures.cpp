// Writes pictures of the window, with the made-up assistant, for the README and for looking at:
//   pictures FOLDER [large | mirrored | languages | usual]...
// Drives the real pages with key events and waits for what it drives, never for a time. The data is made in a
// folder of its own and thrown away. The last, contact.png, shows all of them on one sheet.
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QtTest/QTest>
#include <cstdio>
#include <functional>
#include <memory>

#include "assistant/assistant.h"
#include "demo/demo_desk.h"
#include "demo/demo_library.h"
#include "demo/fake_agent.h"
#include "platform/languages.h"
#include "window_look.h"

namespace {

using namespace hearth::app;

constexpr int kPatienceMs = 20000;

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

class Studio {
  public:
    Studio(QQmlApplicationEngine& engine, Assistant& assistant, QString folder)
        : engine_(engine), assistant_(assistant), folder_(std::move(folder)) {
        window_ = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    }

    // Keys of the pages, in the order of the side bar.
    QStringList places() {
        QQmlComponent component(&engine_);
        component.setData("import Hearth.Places\nPlaceTable {}", QUrl());
        const std::unique_ptr<QObject> table(component.create());
        QStringList keys;
        for (const QVariant& place : table->property("all").toList())
            keys += place.toMap().value(QStringLiteral("key")).toString();
        return keys;
    }
    void set(const char* setting, const char* value) { assistant_.settings()->put(setting, value); }

    bool ready() {
        window_->requestActivate();
        return wait([this] {
            return assistant_.model()->state() == ModelStatus::State::Ready && window_->isExposed() &&
                   window_->isActive();
        });
    }
    void look(Settings::Look look) { assistant_.settings()->setLook(look); }
    void size(int width, int height) {
        window_->resize(width, height);
        wait([&] { return window_->contentItem()->width() == width; });
    }
    void type(const char* words) {
        for (const char* c = words; *c != '\0'; ++c) QTest::keyClick(window_, *c);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window_, key, modifiers);
    }
    bool waitForCard() {
        return wait(
            [this] { return !assistant_.chat()->waitingAction().isEmpty() && !assistant_.chat()->busy(); });
    }
    bool waitForOutcome() {
        return wait([this] { return !assistant_.chat()->undoableAction().isEmpty(); });
    }
    bool waitForAnswer() {
        return wait([this] { return !assistant_.chat()->busy(); });
    }
    void openMissingModel() {
        assistant_.models()->openFile(QUrl(QStringLiteral("file:///media/stick/Qwen3-4B-Q4_K_M.gguf")));
        wait([this] { return !assistant_.models()->opening(); });
    }
    void forgiveModel() { assistant_.models()->dismissError(); }
    // "" is the conversation.
    void go(const char* place) {
        window_->setProperty("place", QString::fromLatin1(place));
        wait([this] { return !assistant_.market()->loading(); });
    }
    void welcome(bool shown) {
        assistant_.settings()->setWelcomed(!shown);
        wait([this] { return !assistant_.market()->loading(); });
    }
    // A part of the page of actions, by its place in the row.
    void showActions(int part) {
        emit assistant_.placeRequested(QStringLiteral("actions"));
        wait([this] { return item("actionTabs") != nullptr; });
        QMetaObject::invokeMethod(item("actionTabs"), "chosen", Q_ARG(int, part));
        wait([this] { return !assistant_.calendar()->loading(); });
    }
    // "" is the list of folders.
    void showLibrary(const char* words) {
        emit assistant_.placeRequested(QStringLiteral("library"));
        LibraryService& library = *assistant_.library();
        library.viewer()->close();
        library.search()->setText(QString::fromUtf8(words));
        wait([&] {
            return !library.loading() && !library.busy() &&
                   (*words == '\0' || (library.search()->searched() && !library.search()->busy()));
        });
    }
    void openHit(int row) {
        DocumentViewer& viewer = *assistant_.library()->viewer();
        assistant_.library()->search()->show(row);
        wait([&] { return !viewer.loading() && !viewer.pages()->drawing(); });
    }
    void closeDocument() { assistant_.library()->viewer()->close(); }
    void textScale(double scale) { assistant_.settings()->setTextScale(scale); }
    void showCalendar(CalendarService::View view) { assistant_.calendar()->setView(view); }
    void openForm(const char* button) {
        wait([&] { return item(button) != nullptr; });
        QMetaObject::invokeMethod(item(button), "clicked");
    }
    void leaveActions() { emit assistant_.placeRequested(QString()); }
    void startNew() { key(Qt::Key_N, Qt::ControlModifier); }

    bool take(const char* name) {
        // What was missed is told at the start, over everything.
        if (QQuickItem* notice = item("notice")) notice->setVisible(false);
        // Two frames: the first lets layouts settle.
        for (int i = 0; i < 2; ++i) {
            window_->update();
            QCoreApplication::processEvents();
            QTest::qWait(120);
        }
        const QString path = folder_ + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png");
        const QImage picture = window_->grabWindow();
        const bool saved = picture.save(path);
        taken_.push_back({QString::fromLatin1(name), picture});
        std::printf("%s %s\n", saved ? "wrote" : "could not write", qPrintable(path));
        return saved;
    }

    // All that was taken, small, on one sheet: contact.png.
    bool sheet() const {
        constexpr int kColumns = 6, kWidth = 320, kHeight = 240, kGap = 12, kLine = 18;
        const int rows = (static_cast<int>(taken_.size()) + kColumns - 1) / kColumns;
        QImage all(kColumns * (kWidth + kGap) + kGap, rows * (kHeight + kLine + kGap) + kGap,
                   QImage::Format_RGB32);
        all.fill(Qt::gray);
        QPainter painter(&all);
        for (std::size_t i = 0; i < taken_.size(); ++i) {
            const int at = static_cast<int>(i);
            const QPoint corner(kGap + at % kColumns * (kWidth + kGap),
                                kGap + at / kColumns * (kHeight + kLine + kGap));
            painter.drawText(corner + QPoint(0, 12), taken_[i].first);
            painter.drawImage(
                corner + QPoint(0, kLine),
                taken_[i].second.scaled(kWidth, kHeight, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        }
        return all.save(folder_ + QStringLiteral("/contact.png"));
    }

  private:
    // The visible item of that name.
    QQuickItem* item(const char* name) {
        QQuickItem* found = nullptr;
        const auto visit = [&](const auto& self, QQuickItem* one) -> void {
            if (!one->isVisible()) return;
            if (one->objectName() == QLatin1String(name)) found = one;
            for (auto* child : one->childItems()) self(self, child);
        };
        visit(visit, window_->contentItem());
        return found;
    }
    template <typename Condition>
    bool wait(Condition condition) {
        const bool came = QTest::qWaitFor(condition, kPatienceMs);
        if (!came) std::fprintf(stderr, "pictures: what was waited for did not come\n");
        return came;
    }

    QQmlApplicationEngine& engine_;
    Assistant& assistant_;
    QString folder_;
    std::vector<std::pair<QString, QImage>> taken_;
    QQuickWindow* window_ = nullptr;
};

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
    QGuiApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("usage: pictures FOLDER [usual | large | mirrored | languages]...\n", stderr);
        return 2;
    }
    prepareLook();
    const QTemporaryDir data;
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
    Studio studio(engine, **assistant, QString::fromLocal8Bit(argv[1]));
    Languages languages;
    QObject::connect(&languages, &Languages::changed, &engine, [&engine, &languages] {
        engine.setUiLanguage(languages.code());
        engine.retranslate();
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
