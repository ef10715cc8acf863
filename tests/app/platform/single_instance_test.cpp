#include "platform/single_instance.h"

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>
#include <thread>

#include "fakes/temporary_folder.h"

namespace hearth::app {
namespace {

using tests::TemporaryFolder;

TEST(SingleInstance, TheSecondHandsItsRequestToTheFirst) {
    const TemporaryFolder folder;
    const QString data = QString::fromStdString(folder.path().string());
    SingleInstance first(data);
    ASSERT_EQ(first.start(""), SingleInstance::Role::First);
    QSignalSpy requested(&first, &SingleInstance::requested);
    std::atomic<int> role{-1};
    std::thread other([&] {
        SingleInstance second(data);
        role = static_cast<int>(second.start("lunch with Ana – “tomorrow”"));
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return role >= 0; }, 10000));
    other.join();
    EXPECT_EQ(role, static_cast<int>(SingleInstance::Role::HandedOver));
    ASSERT_EQ(requested.count(), 1);
    EXPECT_EQ(requested[0][0].toString(), "lunch with Ana – “tomorrow”");
}

TEST(SingleInstance, TheFolderIsFreeAgainAfterwards) {
    const TemporaryFolder folder;
    const QString data = QString::fromStdString(folder.path().string());
    {
        SingleInstance first(data);
        ASSERT_EQ(first.start(""), SingleInstance::Role::First);
    }
    SingleInstance next(data);
    EXPECT_EQ(next.start(""), SingleInstance::Role::First);
}

}  // namespace
}  // namespace hearth::app
