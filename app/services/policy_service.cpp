#include "services/policy_service.h"

#include <iterator>
#include <utility>

#include "agent/remote_model.h"
#include "models/egress_list_model.h"
#include "models/kind_groups.h"
#include "privacy/kind_names.h"

namespace hearth::app {
namespace {

std::vector<std::string> kindsOf(KindGroup group) {
    std::vector<std::string> out;
    for (std::string& kind : privacy::namedKinds())
        if (groupOf(kind) == group) out.push_back(std::move(kind));
    return out;
}

}  // namespace

PolicyService::PolicyService(const std::filesystem::path& dataDir, Reach reach, QObject* parent)
    : QObject(parent),
      file_(dataDir / "policy.json"),
      reach_(std::move(reach)),
      policy_(privacy::Policy::read(file_)) {}

QVariantList PolicyService::groups() const {
    if (!policy_) return {};
    QVariantList out;
    for (const KindGroup group : kKindGroups) {
        QVariantList kinds;
        int common = -1;
        for (const std::string& kind : kindsOf(group)) {
            const int handling = static_cast<int>(policy_->of(kind, destination_));
            common = common < 0 || common == handling ? handling : static_cast<int>(Handling::Mixed);
            kinds.append(QVariantMap{{QStringLiteral("kind"), QString::fromStdString(kind)},
                                     {QStringLiteral("title"), kindText(kind)},
                                     {QStringLiteral("handling"), handling}});
        }
        sortByTitle(kinds);
        out.append(QVariantMap{{QStringLiteral("title"), titleOf(group)},
                               {QStringLiteral("handling"), common},
                               {QStringLiteral("kinds"), kinds}});
    }
    return out;
}

QStringList PolicyService::destinations() const {
    QStringList out{QStringLiteral("*")};
    const auto add = [&](const std::string& host) {
        const QString name = QString::fromStdString(host);
        if (!out.contains(name)) out.append(name);
    };
    for (const privacy::EgressRule& rule : reach_())
        if (rule.purpose == agent::kRemotePurpose) add(rule.host);
    if (policy_)
        for (const auto& [place, handling] : policy_->rules()) add(place.first);
    add(destination_);
    return out;
}

void PolicyService::setDestination(const QString& destination) {
    destination_ = destination.toStdString();
    emit changed();
}

QVariantList PolicyService::hosts() const {
    QVariantList out;
    for (const privacy::EgressRule& rule : reach_())
        out.append(QVariantMap{{QStringLiteral("host"), QString::fromStdString(rule.host)},
                               {QStringLiteral("purpose"), purposeText(rule.purpose)}});
    return out;
}

QString PolicyService::problem() const {
    return policy_ ? QString() : QString::fromStdString(policy_.error().text());
}

void PolicyService::refresh() {
    auto read = privacy::Policy::read(file_);
    const bool same = read && policy_ && read->rules() == policy_->rules();
    policy_ = std::move(read);
    emit changed();
    if (!same) emit heeded();
}

void PolicyService::set(const std::vector<std::string>& kinds, Handling handling) {
    if (!policy_ || handling == Handling::Mixed) return;
    const auto wanted = static_cast<privacy::Handling>(handling);
    std::vector<privacy::PolicyChange> changes;
    for (const std::string& kind : kinds) {
        // What goes without saying is not said.
        const bool usual = policy_->without(kind, destination_) == wanted;
        changes.push_back({kind, destination_, usual ? std::nullopt : std::optional(wanted)});
    }
    if (const auto kept = privacy::changePolicy(file_, changes); !kept)
        emit refused(QString::fromStdString(kept.error().text()));
    refresh();
}

void PolicyService::setKind(const QString& kind, Handling handling) {
    set({kind.toStdString()}, handling);
}

void PolicyService::setGroup(int group, Handling handling) {
    if (group >= 0 && group < static_cast<int>(std::size(kKindGroups)))
        set(kindsOf(kKindGroups[group]), handling);
}

void PolicyService::startAnew() {
    std::error_code failed;
    std::filesystem::rename(file_, file_.string() + ".damaged", failed);
    if (failed)
        emit refused(tr("The file cannot be laid aside: %1").arg(QString::fromStdString(failed.message())));
    refresh();
}

}  // namespace hearth::app
