// The privacy policy as the page shows and changes it: what becomes of each kind of personal data, for one
// host or all, and which hosts may be reached for what. Small files, read and written at once. Lives on the
// GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "privacy/egress.h"
#include "privacy/policy.h"

namespace hearth::app {

class PolicyService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    // Maps of title, handling (as Handling) and kinds: maps of kind, title, handling. Empty where there is a
    // problem.
    Q_PROPERTY(QVariantList groups READ groups NOTIFY changed)
    Q_PROPERTY(QStringList destinations READ destinations NOTIFY changed)  // "*" first: all
    Q_PROPERTY(QString destination READ destination WRITE setDestination NOTIFY changed)
    Q_PROPERTY(QVariantList hosts READ hosts NOTIFY changed)  // maps of host, purpose
    Q_PROPERTY(QString problem READ problem NOTIFY changed)   // the file cannot be read; names the line
    Q_PROPERTY(QString file READ file CONSTANT)
  public:
    enum class Handling { Allow, Mask, Never, Mixed };
    Q_ENUM(Handling)
    using Reach = std::function<std::vector<privacy::EgressRule>()>;

    // `reach`: what may be reached now.
    PolicyService(const std::filesystem::path& dataDir, Reach reach, QObject* parent = nullptr);

    QVariantList groups() const;
    QStringList destinations() const;
    QString destination() const { return QString::fromStdString(destination_); }
    void setDestination(const QString& destination);
    QVariantList hosts() const;
    QString problem() const;
    QString file() const { return QString::fromStdString(file_.string()); }

    // Reads the file anew: a person may have edited it.
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void setKind(const QString& kind, Handling handling);
    Q_INVOKABLE void setGroup(int group, Handling handling);
    // Lays a file that cannot be read aside, and begins with the standard policy.
    Q_INVOKABLE void startAnew();

  signals:
    void changed();
    void heeded();  // the policy is another one now
    void refused(const QString& why);

  private:
    void set(const std::vector<std::string>& kinds, Handling handling);

    std::filesystem::path file_;
    Reach reach_;
    base::Result<privacy::Policy> policy_;
    std::string destination_ = "*";
};

}  // namespace hearth::app
