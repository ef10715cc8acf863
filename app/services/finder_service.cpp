#include "services/finder_service.h"

#include <QPointer>
#include <algorithm>
#include <utility>

#include "models/kind_groups.h"
#include "privacy/masking.h"
#include "remote/remote_desk.h"

namespace hearth::app {

FinderService::FinderService(Settings& settings, std::filesystem::path namesModel, QObject* parent)
    : QObject(parent), settings_(settings), namesModel_(std::move(namesModel)), known_(off()) {
    connect(&settings_, &Settings::changed, this, [this] {
        if (off() == known_) return;
        known_ = off();
        emit changed();
    });
}

JobThread<privacy::Finder>& FinderService::thread() {
    if (!thread_)
        thread_ = std::make_unique<JobThread<privacy::Finder>>([file = namesModel_] {
            auto made = privacy::Finder::withNames(file);
            return made ? std::make_unique<privacy::Finder>(std::move(*made))
                        : std::make_unique<privacy::Finder>();
        });
    return *thread_;
}

std::set<std::string> FinderService::off() const {
    return kindsIn(settings_.value("privacy.kinds_off"));
}

void FinderService::put(const std::set<std::string>& off) {
    std::string text;
    for (const std::string& kind : off) text += (text.empty() ? "" : " ") + kind;
    settings_.put("privacy.kinds_off", text);
}

void FinderService::load() {
    if (!kinds_.empty()) return;
    thread().post([this](privacy::Finder& finder) {
        QMetaObject::invokeMethod(
            this,
            [this, kinds = finder.kinds()] {
                kinds_ = kinds;
                emit changed();
            },
            Qt::QueuedConnection);
    });
}

QVariantList FinderService::groups() const {
    if (kinds_.empty()) return {};
    QVariantList out;
    for (const KindGroup group : kKindGroups) {
        QVariantList kinds;
        int on = 0;
        for (const std::string& kind : kinds_) {
            if (groupOf(kind) != group) continue;
            const bool looked = !known_.contains(kind);
            on += looked ? 1 : 0;
            kinds.append(QVariantMap{{QStringLiteral("kind"), QString::fromStdString(kind)},
                                     {QStringLiteral("title"), kindText(kind)},
                                     {QStringLiteral("on"), looked}});
        }
        sortByTitle(kinds);
        out.append(QVariantMap{{QStringLiteral("title"), titleOf(group)},
                               {QStringLiteral("on"), on},
                               {QStringLiteral("total"), static_cast<int>(kinds.size())},
                               {QStringLiteral("kinds"), kinds}});
    }
    return out;
}

void FinderService::setKindOn(const QString& kind, bool on) {
    auto kinds = off();
    if (on) {
        kinds.erase(kind.toStdString());
    } else {
        kinds.insert(kind.toStdString());
    }
    put(kinds);
}

void FinderService::setGroupOn(int group, bool on) {
    auto kinds = off();
    for (const std::string& kind : kinds_) {
        if (static_cast<int>(groupOf(kind)) != group) continue;
        if (on) {
            kinds.erase(kind);
        } else {
            kinds.insert(kind);
        }
    }
    put(kinds);
}

FinderService::Found FinderService::findIn(const privacy::Finder& finder, const std::string& text,
                                           const std::set<std::string>& off, bool mask) {
    const privacy::FindOptions options = optionsWithout(finder, off);
    Found out;
    int at = 0;  // in UTF-16
    std::size_t byte = 0;
    const auto unitsTo = [&](std::size_t end) {
        at += static_cast<int>(
            QString::fromUtf8(text.data() + byte, static_cast<qsizetype>(end - byte)).size());
        byte = end;
        return at;
    };
    for (const privacy::Finding& finding : finder.find(text, options)) {
        FoundPlace place;
        place.start = unitsTo(finding.start);
        place.length = unitsTo(finding.end) - place.start;
        place.kind = finding.kind;
        place.why = finding.why;
        out.places.push_back(std::move(place));
    }
    if (mask) out.masked = QString::fromStdString(privacy::Masker(finder, 1, options).mask(text));
    return out;
}

void FinderService::find(const QString& text, bool mask, QObject* context, std::function<void(Found)> done) {
    auto& count = asked_[context];
    if (!count) {
        count = std::make_shared<std::atomic<int>>(0);
        connect(context, &QObject::destroyed, this, [this, context] { asked_.erase(context); });
    }
    const int number = ++*count;
    thread().post([this, number, count, mask, words = text.toStdString(), off = off(),
                   alive = QPointer(context), done = std::move(done)](privacy::Finder& finder) {
        if (*count != number) return;
        QMetaObject::invokeMethod(
            this,
            [number, count, alive, done, found = findIn(finder, words, off, mask)] {
                if (alive && *count == number) done(found);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace hearth::app
