#include "models/offer_list_model.h"

#include <algorithm>
#include <utility>

namespace hearth::app {
namespace {

QString size(std::uint64_t bytes) {
    return QString::fromStdString(sizeText(bytes));
}

QString facts(const Offer& offer) {
    const QString bytes = offer.model.bytesExact
                              ? size(offer.model.bytes)
                              : OfferListModel::tr("about %1").arg(size(offer.model.bytes));
    return OfferListModel::tr("%1 · needs %2 of memory · licence: %3")
        .arg(bytes, size(offer.verdict.memoryBytes), QString::fromStdString(offer.model.licence));
}

QString sizeWord(const CatalogueModel& model) {
    switch (sizeOf(model)) {
        case ModelSize::Small:
            return OfferListModel::tr("Small");
        case ModelSize::Balanced:
            return OfferListModel::tr("Balanced");
        case ModelSize::Large:
            break;
    }
    return OfferListModel::tr("Large");
}

// Maps of a picture's name and a word.
QVariantList abilities(const CatalogueModel& model) {
    QVariantList out;
    const auto add = [&](const char* ability, const char* glyph, const QString& word) {
        if (std::find(model.abilities.begin(), model.abilities.end(), ability) == model.abilities.end())
            return;
        out.append(
            QVariantMap{{QStringLiteral("glyph"), QLatin1String(glyph)}, {QStringLiteral("word"), word}});
    };
    add("tools", "action", OfferListModel::tr("Does things"));
    add("reasoning", "lamp", OfferListModel::tr("Can think first"));
    add("languages", "translate", OfferListModel::tr("Many languages"));
    return out;
}

// The verdict in the window's language, by its numbers.
QString why(const FitVerdict& verdict) {
    constexpr double kWordsOfAToken = 0.75;  // in English
    const int speed = static_cast<int>(verdict.tokensPerSecond * kWordsOfAToken + 0.5);
    switch (verdict.fit) {
        case Fit::WontFit:
            return OfferListModel::tr("Needs more memory than this computer has");
        case Fit::Slow:
            return speed > 0 && verdict.tokensPerSecond < kReadingSpeed
                       ? OfferListModel::tr("About %1 words a second: you would wait for them")
                             .arg(std::max(speed, 1))
                       : OfferListModel::tr("Other programs use the memory it needs: close some first");
        case Fit::Fits:
            break;
    }
    return speed > 0 ? OfferListModel::tr("Runs well: about %1 words a second").arg(speed)
                     : OfferListModel::tr("There is memory enough");
}

QString timeLeft(std::int64_t seconds) {
    if (seconds < 60) return OfferListModel::tr("%1 s left").arg(seconds);
    if (seconds < 5400) return OfferListModel::tr("%1 min left").arg((seconds + 59) / 60);
    return OfferListModel::tr("%1 h left").arg((seconds + 1800) / 3600);
}

QString progress(const Offer& offer) {
    if (offer.state == Offer::State::Downloading && offer.total > 0 && offer.done >= offer.total)
        return OfferListModel::tr("All is here; checking it…");
    QString text = OfferListModel::tr("%1 of %2").arg(size(offer.done), size(offer.total));
    if (offer.state != Offer::State::Downloading) return text;
    const double rate = offer.speed.bytesPerSecond();
    if (rate <= 0) return text;
    text += OfferListModel::tr(" · %1/s").arg(size(static_cast<std::uint64_t>(rate)));
    const auto left = offer.speed.secondsLeft(offer.total);
    return left < 0 ? text : text + QStringLiteral(" · ") + timeLeft(left);
}

}  // namespace

int OfferListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(offers_.size());
}

QVariant OfferListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Offer& offer = offers_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case IdRole:
            return QString::fromStdString(offer.model.id);
        case Qt::DisplayRole:
        case NameRole:
            return QString::fromStdString(offer.model.name);
        case PurposeRole:
            return QString::fromStdString(offer.model.goodFor);
        case SizeRole:
            return sizeWord(offer.model);
        case AbilitiesRole:
            return abilities(offer.model);
        case FactsRole:
            return facts(offer);
        case FitRole:
            return static_cast<int>(offer.verdict.fit);
        case WhyRole:
            return why(offer.verdict);
        case BestRole:
            return offer.best;
        case StateRole:
            return static_cast<int>(offer.state);
        case ShareRole:
            return offer.total == 0
                       ? 0.0
                       : std::min(1.0, static_cast<double>(offer.done) / static_cast<double>(offer.total));
        case ProgressRole:
            return progress(offer);
        case ProblemRole:
            return offer.problem;
        case PathRole:
            return offer.path;
        default:
            return {};
    }
}

QHash<int, QByteArray> OfferListModel::roleNames() const {
    return {{IdRole, "offerId"},      {NameRole, "name"},
            {PurposeRole, "purpose"}, {FactsRole, "facts"},
            {FitRole, "fit"},         {WhyRole, "why"},
            {BestRole, "best"},       {StateRole, "offerState"},
            {ShareRole, "share"},     {ProgressRole, "progress"},
            {ProblemRole, "problem"}, {PathRole, "path"},
            {SizeRole, "sizeWord"},   {AbilitiesRole, "abilities"}};
}

void OfferListModel::load(std::vector<Offer> offers) {
    // The same models again: their rows stay, and with them the keyboard's place.
    const bool same = !offers.empty() &&
                      std::equal(offers.begin(), offers.end(), offers_.begin(), offers_.end(),
                                 [](const Offer& a, const Offer& b) { return a.model.id == b.model.id; });
    if (same) {
        offers_ = std::move(offers);
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    offers_ = std::move(offers);
    endResetModel();
    emit countChanged();
}

const Offer* OfferListModel::find(const std::string& id) const {
    const auto it = std::find_if(offers_.begin(), offers_.end(),
                                 [&](const Offer& offer) { return offer.model.id == id; });
    return it == offers_.end() ? nullptr : &*it;
}

}  // namespace hearth::app
