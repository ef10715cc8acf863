// What counts as personal, for the pages: which kinds are looked for, and where they are in a text. The
// finder has a thread of its own, so that nobody waits for it. Lives on the GUI thread; the settings must
// outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QVariantList>
#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "privacy/finder.h"
#include "services/job_thread.h"
#include "settings/settings.h"

namespace hearth::app {

// A place in a text, in UTF-16 units as Qt counts.
struct FoundPlace {
    int start = 0;
    int length = 0;
    std::string kind;
    std::string why;
};

class FinderService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    // Maps of title, on and total (how many), and kinds: maps of kind, title, on. Empty until load().
    Q_PROPERTY(QVariantList groups READ groups NOTIFY changed)
  public:
    struct Found {
        std::vector<FoundPlace> places;
        QString masked;
    };

    FinderService(Settings& settings, std::filesystem::path namesModel, QObject* parent = nullptr);

    QVariantList groups() const;
    Q_INVOKABLE void load();
    Q_INVOKABLE void setKindOn(const QString& kind, bool on);
    Q_INVOKABLE void setGroupOn(int group, bool on);

    // `done` is called on the GUI thread unless `context` is gone, or has asked again, by then. `mask`: also
    // what another model would see.
    void find(const QString& text, bool mask, QObject* context, std::function<void(Found)> done);

  signals:
    void changed();

  private:
    std::set<std::string> off() const;
    void put(const std::set<std::string>& off);
    JobThread<privacy::Finder>& thread();
    static Found findIn(const privacy::Finder& finder, const std::string& text,
                        const std::set<std::string>& off, bool mask);

    Settings& settings_;
    std::filesystem::path namesModel_;
    std::vector<std::string> kinds_;
    std::set<std::string> known_;                                  // kinds that are off, as last told
    std::map<QObject*, std::shared_ptr<std::atomic<int>>> asked_;  // how often, by context
    std::unique_ptr<JobThread<privacy::Finder>> thread_;
};

}  // namespace hearth::app
