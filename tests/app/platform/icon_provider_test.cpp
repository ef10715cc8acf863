#include "platform/icon_provider.h"

#include <gtest/gtest.h>

#include <QFile>

#include "agent/tool_registry.h"
#include "fakes/fake_desktop.h"
#include "fakes/temporary_folder.h"

namespace hearth::app {
namespace {

int painted(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() > 200 && image.pixelColor(x, y).rgb() == colour.rgb()) ++count;
    return count;
}

TEST(IconProvider, DrawsInTheColourAndSizeAskedFor) {
    IconProvider provider;
    QSize size;
    const QImage image = provider.requestImage("calendar/a8431b", &size, QSize(40, 40));
    EXPECT_EQ(size, QSize(40, 40));
    EXPECT_EQ(image.size(), QSize(40, 40));
    EXPECT_GT(painted(image, QColor("#a8431b")), 50);
}

TEST(IconProvider, AnUnknownNameGivesAPictureAllTheSame) {
    IconProvider provider;
    EXPECT_GT(painted(provider.requestImage("no-such-icon/000000", nullptr, QSize(40, 40)), Qt::black), 20);
}

TEST(IconProvider, EveryToolHasItsIcon) {
    const tests::TemporaryFolder folder;
    auto context = agent::ToolContext::below(folder.path());
    const agent::SystemClock clock;
    tests::FakeDesktop desktop;
    context.clock = &clock;
    context.desktop = &desktop;
    const auto tools = agent::ToolRegistry::withAllTools(context);
    ASSERT_FALSE(tools.specs().empty());
    for (const auto& spec : tools.specs())
        EXPECT_TRUE(QFile::exists(QString::fromStdString(":/icons/" + spec->icon + ".svg")))
            << spec->name << ": " << spec->icon;
}

}  // namespace
}  // namespace hearth::app
