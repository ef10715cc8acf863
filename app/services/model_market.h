// The models that can be got: the catalogue as this machine would run it, and their downloads, each on a
// thread of its own, which pause and go on and also survive the end of the program. Lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QElapsedTimer>
#include <QObject>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>

#include "catalogue/model_download.h"
#include "models/offer_list_model.h"
#include "platform/background_task.h"

namespace hearth::app {

class ModelMarket : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(hearth::app::OfferListModel* list READ list CONSTANT)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(QString memory READ memory NOTIFY changed)
    Q_PROPERTY(QString processor READ processor NOTIFY changed)
    Q_PROPERTY(QString graphics READ graphics NOTIFY changed)
    Q_PROPERTY(QString advice READ advice NOTIFY changed)
  public:
    using Progress = std::function<void(const privacy::DownloadProgress&)>;
    // Runs on a download's thread.
    using Fetch =
        std::function<base::Result<InstalledModel>(const CatalogueModel&, Progress, base::CancelToken)>;
    struct Options {
        std::filesystem::path dataDir;
        std::filesystem::path catalogue;  // the file
        Fetch fetch = {};                 // empty: from the hosts of the catalogue, through privacy/egress
        DownloadPace pace = {};
    };

    explicit ModelMarket(Options options, QObject* parent = nullptr)
        : QObject(parent), options_(std::move(options)), list_(this) {}

    OfferListModel* list() { return &list_; }
    bool loading() const { return loading_; }
    QString error() const { return error_; }  // why there is no catalogue; may be empty
    // The machine, in words; empty until look() is done.
    QString memory() const;
    QString processor() const;
    QString graphics() const;
    QString advice() const;  // which size of model fits

    // Reads the catalogue and looks at the machine, in the background; what runs goes on.
    Q_INVOKABLE void look();
    Q_INVOKABLE void get(const QString& id);  // begins, goes on, or tries again
    Q_INVOKABLE void pause(const QString& id);
    Q_INVOKABLE void forget(const QString& id);  // what has come of it is deleted

  signals:
    void changed();
    void installed(const QString& path, const QString& name);

  private:
    struct Seen {
        Machine machine;
        base::Result<Catalogue> catalogue = Catalogue{};
        std::vector<Offer> offers;
        std::shared_ptr<privacy::Egress> egress;
        QString problem;
    };
    static Seen lookAround(const Options& options);
    void onSeen(Seen seen);
    void onProgress(const std::string& id, const privacy::DownloadProgress& progress);
    void onFetched(const std::string& id, const base::Result<InstalledModel>& result);
    Progress reporter(const std::string& id);

    Options options_;
    OfferListModel list_;
    Machine machine_;
    QString best_;  // name of the model that suits the machine
    bool loading_ = false;
    bool looked_ = false;
    QString error_;
    std::shared_ptr<privacy::Egress> egress_;
    QElapsedTimer clock_;
    BackgroundTask looking_;
    std::map<std::string, BackgroundTask> fetches_;  // destroyed first: they report to what is above
};

}  // namespace hearth::app
