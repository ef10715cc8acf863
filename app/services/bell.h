// Rings when a reminder, an alarm, a timer or an event's alarm is due: asks the desk at the right moment,
// shows notifications with buttons, and does what the buttons say. The window has one, and so has the
// background part; which of them rings is said by `mayRing`, and the desk sees to it that nothing rings
// twice. Lives on the GUI thread; the desk must outlive it.
#pragma once

#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <functional>

#include "platform/notifier.h"
#include "services/desk_service.h"

namespace hearth::app {

class Bell : public QObject {
    Q_OBJECT
  public:
    explicit Bell(
        DeskService& desk, std::function<bool()> mayRing = [] { return true; }, QObject* parent = nullptr);

  signals:
    void openRequested();                         // the user wants to see it in the window
    void rang(const QString& text, bool missed);  // one line, for the window's own notice

  private:
    void look();
    void waitFor(std::optional<std::int64_t> next);
    void show(const QVariantList& items);
    void showMissed(const QVariantList& items);
    void onChosen(const QString& id, const QString& action);

    DeskService& desk_;
    std::function<bool()> mayRing_;
    Notifier notifier_;
    QTimer timer_;
};

}  // namespace hearth::app
