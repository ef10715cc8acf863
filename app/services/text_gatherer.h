// Gathers the tokens of an answer so that the window hears of them about 30 times a second. push() is called
// on the worker thread; `deliver` is called on the thread that owns the gatherer.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <functional>
#include <mutex>
#include <string>

namespace hearth::app {

class TextGatherer : public QObject {
    Q_OBJECT
  public:
    explicit TextGatherer(std::function<void(std::string)> deliver, QObject* parent = nullptr);
    void push(const std::string& text);
    std::string take();  // on any thread: what has not been delivered yet
    void flush();        // on the owner's thread: delivers now what is there

  private:
    void schedule();

    std::function<void(std::string)> deliver_;
    std::mutex mutex_;
    std::string pending_;     // under mutex_
    bool scheduled_ = false;  // under mutex_
    QElapsedTimer sinceLast_;
};

}  // namespace hearth::app
