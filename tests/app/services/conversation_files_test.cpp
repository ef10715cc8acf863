#include "services/conversation_files.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QSignalSpy>

#include "app/services/service_fixture.h"

namespace hearth::app {
namespace {

class ConversationFilesTest : public ServiceTest {
  protected:
    void SetUp() override {
        chat->send("what can you do");
        ASSERT_TRUE(waitIdle());
        files = std::make_unique<ConversationFiles>(*store, *book);
    }
    void TearDown() override { files.reset(); }
    QUrl url(const char* name) {
        return QUrl::fromLocalFile(QString::fromStdString((folder / name).string()));
    }
    QString read(const char* name) {
        QFile file(url(name).toLocalFile());
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    std::unique_ptr<ConversationFiles> files;
};

TEST_F(ConversationFilesTest, OutAsMarkdownAndJsonAndInAgain) {
    QSignalSpy told(files.get(), &ConversationFiles::finished);
    files->exportTo(chat->conversationId(), url("one.md"));
    files->exportTo(0, url("all.json"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return told.count() == 2; }, kPatienceMs));
    EXPECT_TRUE(read("one.md").contains("I am small")) << read("one.md").toStdString();
    EXPECT_TRUE(read("all.json").startsWith('{') || read("all.json").startsWith('['));
    book->remove(chat->conversationId());
    book->remove(0);
    files->importFrom(url("one.md"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return told.count() == 3; }, kPatienceMs));
    ASSERT_TRUE(QTest::qWaitFor([&] { return book->list()->count() >= 1; }, kPatienceMs));
}

TEST_F(ConversationFilesTest, WhatCannotBeDoneIsToldWithTheFile) {
    QSignalSpy told(files.get(), &ConversationFiles::problem);
    files->importFrom(url("gone.json"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return told.count() == 1; }, kPatienceMs));
    EXPECT_TRUE(told[0][0].toString().contains("gone.json"));
    files->exportTo(chat->conversationId(), url("no/such/folder/one.md"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return told.count() == 2; }, kPatienceMs));
    QFile(url("bad.json").toLocalFile()).open(QIODevice::WriteOnly);
    files->importFrom(url("bad.json"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return told.count() == 3; }, kPatienceMs));
}

TEST_F(ConversationFilesTest, NamesSuitFileSystems) {
    book->rename(chat->conversationId(), "../a/b: c?");
    EXPECT_EQ(files->fileName(chat->conversationId()), " a b c");
    EXPECT_EQ(files->fileName(0), "Conversations");
}

}  // namespace
}  // namespace hearth::app
