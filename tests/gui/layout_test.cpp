// Every page as it is for those who need large letters or read from right to left: no words are cut off, lie
// over each other or leave what holds them, on a phone and in a small window.
#include <algorithm>

#include "demo/place_keys.h"
#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

// Words on the page, where they are drawn.
struct Drawn {
    const QQuickItem* item;
    QRectF place;  // in the window
    QRectF room;   // of the window that what is around it shows
};

struct Look {
    const char* name;
    int width;
    int height;
    const char* scale;
    const char* direction;
};

std::ostream& operator<<(std::ostream& out, const Look& look) {
    return out << look.name;
}

class LayoutTest : public PagesTest, public testing::WithParamInterface<Look> {
  protected:
    void SetUp() override {
        PagesTest::SetUp();
        assistant->settings()->put("window.text_scale", GetParam().scale);
        assistant->settings()->put("window.direction", GetParam().direction);
        window->resize(GetParam().width, GetParam().height);
        ASSERT_TRUE(wait([this] { return window->contentItem()->width() == GetParam().width; }));
    }
    void expectGood(const std::string& page) {
        QTest::qWait(300);  // drawers close, layouts settle
        drawn_.clear();
        collect(front(), QRectF(0, 0, window->width(), window->height()));
        EXPECT_GE(drawn_.size(), 2u) << page;
        std::string faults;
        for (const Drawn& one : drawn_) faults += faultsOf(one);
        for (std::size_t i = 0; i < drawn_.size(); ++i)
            for (std::size_t k = i + 1; k < drawn_.size(); ++k)
                if (overlap(drawn_[i], drawn_[k]))
                    faults += describe(drawn_[i]) + " lies over " + describe(drawn_[k]) + "\n";
        EXPECT_EQ(faults, "") << page;
    }

  private:
    // What floats over the window, where there is such a thing, or the window.
    QQuickItem* front() {
        for (auto* child : window->contentItem()->childItems()) {
            const auto floating = child->childItems();
            if (child->inherits("QQuickOverlay") &&
                std::any_of(floating.begin(), floating.end(), [](auto* one) { return one->isVisible(); }))
                return child;
        }
        return window->contentItem();
    }
    static std::string describe(const Drawn& one) {
        return "“" + one.item->property("text").toString().left(40).toStdString() + "”";
    }
    static bool overlap(const Drawn& a, const Drawn& b) {
        const QRectF both = a.place.intersected(a.room).intersected(b.place.intersected(b.room));
        return both.width() > 3 && both.height() > 5;
    }
    // Titles may be shortened where their whole text is told otherwise.
    static bool mayBeShort(const QQuickItem* item) {
        return item->property("elide").toInt() != Qt::ElideNone;
    }
    static std::string faultsOf(const Drawn& one) {
        std::string out;
        const auto* item = one.item;
        if (item->property("truncated").toBool() && !mayBeShort(item)) out += describe(one) + " is cut off\n";
        if (one.place.left() < one.room.left() - 1 || one.place.right() > one.room.right() + 1)
            out += describe(one) + " leaves what holds it\n";
        const double above =
            item->property("topPadding").toDouble() + item->property("bottomPadding").toDouble();
        if (item->property("contentHeight").toDouble() + above > item->height() + 2)
            out += describe(one) + " is higher than its room\n";
        return out;
    }
    void collect(const QQuickItem* item, QRectF room) {
        if (!item->isVisible() || item->opacity() < 0.05) return;
        const QRectF here = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        if (item->clip() || item->inherits("QQuickAbstractButton")) room = room.intersected(here);
        if (item->inherits("QQuickText") && !item->property("text").toString().isEmpty()) note(item, room);
        for (const auto* child : item->childItems()) collect(child, room);
    }
    void note(const QQuickItem* item, const QRectF& room) {
        const double width = item->property("contentWidth").toDouble();
        const double padding = item->property("leftPadding").toDouble();
        double x = padding;
        const int alignment = item->property("effectiveHorizontalAlignment").toInt();
        if (alignment == Qt::AlignRight)
            x = item->width() - item->property("rightPadding").toDouble() - width;
        if (alignment == Qt::AlignHCenter) x = (item->width() - width) / 2;
        const QRectF place = item->mapRectToScene(QRectF(x, item->property("topPadding").toDouble(), width,
                                                         item->property("contentHeight").toDouble()));
        if (place.width() < 1 || !place.intersects(room)) return;
        // Half scrolled away says nothing.
        if (place.top() < room.top() - 1 || place.bottom() > room.bottom() + 1) return;
        drawn_.push_back({item, place, room});
    }

    std::vector<Drawn> drawn_;
};

TEST_P(LayoutTest, WordsHaveTheirRoomOnEveryPage) {
    for (const QString& place : placeKeys(*engine_)) {
        assistant->goTo(place);
        ASSERT_TRUE(wait([&] {
            return window->property("place").toString() == place && !assistant->market()->loading() &&
                   !assistant->stored()->loading() && !assistant->calendar()->loading();
        }));
        expectGood(place.toStdString());
    }
}

TEST_P(LayoutTest, WordsHaveTheirRoomOnEachPartOfTheActions) {
    assistant->goTo(QStringLiteral("actions"));
    for (int part = 0; part < 4; ++part) {
        ASSERT_TRUE(wait([this] { return item("actionTabs") != nullptr; }));
        QMetaObject::invokeMethod(item("actionTabs"), "chosen", Q_ARG(int, part));
        ASSERT_TRUE(wait([this] { return !assistant->calendar()->loading(); }));
        expectGood("part " + std::to_string(part));
    }
}

TEST_P(LayoutTest, WordsHaveTheirRoomInAConversation) {
    expectGood("no conversation yet");
    ask("set up lunch with my sister tomorrow at noon");
    expectGood("a card");
    ask("explain what a loan costs");
    expectGood("an answer");
    ask("what is on my calendar tomorrow");
    expectGood("what was found");
    QTest::keyClick(window, Qt::Key_B, Qt::ControlModifier);
    expectGood("the side bar");
}

INSTANTIATE_TEST_SUITE_P(Looks, LayoutTest,
                         testing::Values(Look{"LargeOnAPhone", 360, 640, "2", "left_to_right"},
                                         Look{"LargeInASmallWindow", 1000, 700, "2", "left_to_right"},
                                         Look{"RightToLeft", 1000, 700, "1", "right_to_left"},
                                         Look{"RightToLeftOnAPhone", 360, 640, "1", "right_to_left"}),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace hearth::app
