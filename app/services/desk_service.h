// The window's way to the user's calendar, reminders, notes, lists and the log of actions: reads on a thread
// of its own, carries out what forms say, takes it back, and tells when files changed, whoever changed them.
// Lives on the GUI thread; models are filled there only.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QVariantMap>
#include <filesystem>
#include <functional>

#include "agent/desk.h"
#include "services/job_thread.h"

namespace hearth::app {

class DeskService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(QString failure READ failure NOTIFY failureChanged)
  public:
    // `options.show` is replaced: what is due comes by due().
    explicit DeskService(agent::DeskOptions options, QObject* parent = nullptr);

    bool busy() const { return pending_ > 0; }
    QString failure() const { return failure_; }  // why nothing can be read; empty: all is well

    // Does what a form says (agent/desk.h): done() or refused() follows.
    Q_INVOKABLE void submit(const QString& tool, const QVariantMap& arguments);
    Q_INVOKABLE void undo(double auditId);

    // The same for a call that is made on the desk's thread, from what is there; nothing: nothing is to be
    // done.
    void carryOut(std::function<std::optional<agent::Call>(agent::Desk&)> make, const QString& tool = {});

    // Says the rest in another language, and has the pages read anew.
    void speak(const std::string& language);

    // Runs `job` with the desk on its thread and `then` with its result here, unless `context` is gone.
    template <typename Job, typename Then>
    void run(QObject* context, Job job, Then then) {
        thread_.post([self = QPointer(this), context = QPointer(context), job = std::move(job),
                      then = std::move(then)](agent::Desk& desk) {
            auto result = job(desk);
            if (!self) return;
            QMetaObject::invokeMethod(
                self.data(),
                [context, then, result = std::move(result)]() mutable {
                    if (context) then(std::move(result));
                },
                Qt::QueuedConnection);
        });
    }

  signals:
    void changed();  // files, or what is kept of them: read anew
    void busyChanged();
    void failureChanged();
    void done(const QString& text, double auditId);  // 0: it cannot be taken back
    void refused(const QString& tool, const QString& field, const QString& message);
    void due(const QVariantList& items);  // {id, kind, title, body, missed}

  private:
    std::unique_ptr<agent::Desk> open(agent::DeskOptions options);
    void watch();
    void finished();

    std::vector<std::filesystem::path> folders_;
    QFileSystemWatcher watcher_;
    QTimer pause_;  // several files change at once
    int pending_ = 0;
    QString failure_;
    JobThread<agent::Desk> thread_;  // last: nothing may arrive for what is gone
};

// A time of a row, as a page shows it.
inline QDateTime toQDateTime(const agent::CivilTime& t) {
    return {QDate(t.year, t.month, t.day), QTime(t.hour, t.minute, t.second)};
}
inline agent::CivilTime toCivil(QDate d) {
    return {d.year(), d.month(), d.day(), 0, 0, 0};
}

}  // namespace hearth::app
