// The window before the camera: drives its pages by what a person would press, waits for what it drives, and
// writes pictures of it. Borrows the engine and the assistant; GUI thread.
#pragma once

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest/QTest>
#include <cstdio>
#include <filesystem>

#include "assistant/assistant.h"
#include "demo/demo_hand_over.h"
#include "demo/place_keys.h"
#include "privacy/mapping_store.h"

namespace hearth::app {

class Studio {
  public:
    // `data`: the assistant's folder. Pictures are written to `folder`.
    Studio(QQmlApplicationEngine& engine, Assistant& assistant, std::filesystem::path data, QString folder)
        : engine_(engine), assistant_(assistant), data_(std::move(data)), folder_(std::move(folder)) {
        window_ = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    }

    QStringList places() { return placeKeys(engine_); }
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
    // A larger model elsewhere is named and may be asked, until forgetElsewhere().
    void nameElsewhere() {
        assistant_.remote()->setAddress(QStringLiteral("https://models.example.org/v1"));
        wait([this] { return assistant_.remote()->named(); });
        assistant_.chat()->setRemoteUse(ChatService::RemoteUse::Ask);
    }
    // Until what would be masked is underlined.
    bool waitForMarks() {
        const auto* marks = window_->findChild<QObject*>(QStringLiteral("personalMarks"));
        return wait([marks] { return marks != nullptr && marks->property("count").toInt() > 0; });
    }
    void sendOffer() {
        assistant_.chat()->sendOffer();
        wait([this] { return !assistant_.chat()->busy(); });
        if (auto store = hearth::privacy::MappingStore::open(data_))
            (void)store->write(assistant_.chat()->conversationId(), demoStandIns());
    }
    void showReplaced() {
        openForm("replacedButton");
        wait([this] { return item("replacedRow") != nullptr; });
    }
    void forgetElsewhere() {
        assistant_.chat()->setRemoteUse(ChatService::RemoteUse::Never);
        assistant_.remote()->setAddress({});
    }
    // The small window of the quick question, with its answer.
    bool takeQuick(const char* name, const char* words) {
        QQuickWindow* main = window_;
        assistant_.askQuickly();
        wait([&] {
            for (QWindow* other : QGuiApplication::topLevelWindows())
                if (other != main && other->isVisible()) window_ = qobject_cast<QQuickWindow*>(other);
            return window_ != main && window_->activeFocusItem() != nullptr;
        });
        type(words);
        key(Qt::Key_Return);
        wait([this] { return !assistant_.quickAsk()->busy(); });
        const bool taken = take(name);
        window_->close();
        window_ = main;
        window_->requestActivate();
        wait([this] { return window_->isActive(); });
        return taken;
    }
    // Scrolls the page so far that the item of that name stands in its upper part.
    void scrollTo(const char* name) {
        wait([&] { return item(name) != nullptr; });
        QQuickItem* page = item(name);
        while (page != nullptr && !page->inherits("QQuickFlickable")) page = page->parentItem();
        if (page == nullptr) return;
        auto* content = page->property("contentItem").value<QQuickItem*>();
        page->setProperty("contentY", item(name)->mapToItem(content, QPointF()).y() - page->height() / 3);
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
        taken_.emplace_back(QString::fromLatin1(name), picture);
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
    static constexpr int kPatienceMs = 20000;

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
    std::filesystem::path data_;
    QString folder_;
    std::vector<std::pair<QString, QImage>> taken_;
    QQuickWindow* window_ = nullptr;
};

}  // namespace hearth::app
