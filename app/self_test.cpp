#include "self_test.h"

#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTemporaryDir>
#include <cstdio>

#include "agent/agent.h"
#include "assistant/agent_factory.h"
#include "window_look.h"

namespace hearth::app {
namespace {

bool isSingleton(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.readAll().contains("pragma Singleton");
}

// How many pages do not load; each is named with its errors.
int pagesThatFail() {
    QQmlEngine engine;
    prepareEngine(engine);
    int pages = 0;
    int failures = 0;
    QDirIterator files(QStringLiteral(":/qt/qml/Hearth"), {QStringLiteral("*.qml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        if (isSingleton(file)) continue;  // comes with the pages that use it
        const QUrl url(QStringLiteral("qrc") + file);
        const QQmlComponent page(&engine, url);
        ++pages;
        if (page.isReady()) continue;
        ++failures;
        std::fprintf(stderr, "%s\n", qPrintable(page.errorString()));
    }
    std::printf("Pages: %d of %d load.\n", pages - failures, pages);
    return pages == 0 ? 1 : failures;
}

// The sentence of a sum that the model has to understand, and the agent to work out; empty where it fails.
std::string answerOfTheModel() {
    const QTemporaryDir folder;
    AgentNews news;
    news.loading = [](double) {};
    news.notice = [](const std::string&) {};
    auto made = agentFactory(folder.path().toStdString())(news);
    if (!made) {
        std::fprintf(stderr, "%s\n", made.error().text().c_str());
        return {};
    }
    std::string answer;
    const auto listen = [&answer](const agent::Event& event) {
        if (const auto* done = std::get_if<agent::ActionDone>(&event); done != nullptr && done->ok)
            answer = done->text;
    };
    const auto asked = made->agent->ask({1, "what is 12 times 12", {}}, listen, {});
    if (!asked) std::fprintf(stderr, "%s\n", asked.error().text().c_str());
    return answer;
}

}  // namespace

int runSelfTest(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    prepareLook();
    const int failures = pagesThatFail();
    const std::string answer = answerOfTheModel();
    const bool right = answer.find("144") != std::string::npos;
    std::printf("Built-in model: %s\n", right ? answer.c_str() : "does not answer as it should.");
    return failures == 0 && right ? 0 : 1;
}

}  // namespace hearth::app
