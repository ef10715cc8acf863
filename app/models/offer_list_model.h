// The models of the catalogue: what each is, how it would run here, and how far its download is. Lives and
// changes on the GUI thread; holds its own copies.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/transfer_speed.h"

namespace hearth::app {

struct Offer {
    enum class State { Available, Downloading, Paused, Failed, Installed };

    CatalogueModel model;
    FitVerdict verdict;
    State state = State::Available;
    std::uint64_t done = 0;   // bytes that are here
    std::uint64_t total = 0;  // of all
    TransferSpeed speed;
    QString problem;  // where Failed
    QString path;     // where Installed
    bool best = false;
};

class OfferListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
  public:
    enum State { Available, Downloading, Paused, Failed, Installed };
    Q_ENUM(State)
    enum FitKind { Fits, Slow, WontFit };
    Q_ENUM(FitKind)
    enum Role {
        IdRole = Qt::UserRole + 1,
        NameRole,
        PurposeRole,  // what it is good for, in one line
        FactsRole,    // "2.3 GiB · needs 3.1 GiB of memory · Apache-2.0"
        FitRole,
        WhyRole,
        BestRole,
        StateRole,
        ShareRole,     // of the download, 0 … 1
        ProgressRole,  // "1.2 of 2.3 GiB · 12 MiB/s · 2 minutes left"
        ProblemRole,
        PathRole,
        SizeRole,
        AbilitiesRole,
    };

    explicit OfferListModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return rowCount(); }

    const std::vector<Offer>& offers() const { return offers_; }
    void load(std::vector<Offer> offers);
    const Offer* find(const std::string& id) const;
    // Changes the one of that id, if there is one.
    template <typename Change>
    void change(const std::string& id, Change how) {
        for (std::size_t row = 0; row < offers_.size(); ++row) {
            if (offers_[row].model.id != id) continue;
            how(offers_[row]);
            const QModelIndex at = index(static_cast<int>(row));
            emit dataChanged(at, at);
        }
    }

  signals:
    void countChanged();

  private:
    std::vector<Offer> offers_;
};

}  // namespace hearth::app
