// The contrast of every pair of colours that the pages put together, in both themes (WCAG 2.1, 1.4.3 and
// 1.4.11: relative luminance).
#include <gtest/gtest.h>

#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <cmath>

#include "window_look.h"

namespace hearth::app {
namespace {

double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

struct Pair {
    const char* front;
    const char* back;
    double least;
};

std::vector<Pair> pairs() {
    std::vector<Pair> out;
    for (const char* back : {"background", "surface", "surface2"}) {
        out.push_back({"text", back, 12.9});  // "13:1", rounded
        for (const char* front : {"text2", "accent", "success", "warning", "danger", "local", "remote"})
            out.push_back({front, back, 4.5});
    }
    for (const char* back : {"background", "surface"})
        out.push_back({"outline", back, 3});  // borders of controls
    out.push_back({"text", "accentSoft", 10});
    out.push_back({"text2", "accentSoft", 4.5});
    out.push_back({"accent", "accentSoft", 4.5});
    out.push_back({"accentText", "accent", 4.5});
    return out;
}

class Theme : public testing::TestWithParam<bool> {};

TEST_P(Theme, EveryPairCanBeRead) {
    QQmlEngine engine;
    prepareEngine(engine);
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nimport Hearth.Theme\nItem { property var theme: Theme }", QUrl());
    std::unique_ptr<QObject> item(component.create());
    ASSERT_TRUE(item) << component.errorString().toStdString();
    auto* theme = item->property("theme").value<QObject*>();
    ASSERT_NE(theme, nullptr);
    theme->setProperty("dark", GetParam());
    for (const auto& pair : pairs()) {
        const QColor front = theme->property(pair.front).value<QColor>();
        const QColor back = theme->property(pair.back).value<QColor>();
        ASSERT_TRUE(front.isValid()) << pair.front;
        ASSERT_TRUE(back.isValid()) << pair.back;
        EXPECT_GE(contrast(front, back), pair.least)
            << pair.front << ' ' << front.name().toStdString() << " on " << pair.back << ' '
            << back.name().toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, Theme, testing::Bool());

}  // namespace
}  // namespace hearth::app
