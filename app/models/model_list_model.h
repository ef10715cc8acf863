// The language models that can be chosen: the built-in one, then the files that were opened before. Lives and
// changes on the GUI thread; holds its own copies.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <vector>

namespace hearth::app {

struct ModelFile {
    QString path;  // empty: the built-in one
    QString name;
    QString detail;        // "2.5 GiB"
    bool inPlace = false;  // it lies elsewhere, and stays there when it is removed
    bool there = true;

    bool operator==(const ModelFile&) const = default;
};

class ModelListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
  public:
    enum Role { PathRole = Qt::UserRole + 1, NameRole, DetailRole, CurrentRole, InPlaceRole, ThereRole };

    explicit ModelListModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    const std::vector<ModelFile>& files() const { return files_; }
    const ModelFile* find(const QString& path) const;
    void load(std::vector<ModelFile> files);
    void put(const ModelFile& file);  // adds at the end, or replaces what has the same path
    void remove(const QString& path);
    QString current() const { return current_; }
    void setCurrent(const QString& path);

  private:
    std::vector<ModelFile> files_;
    QString current_;
};

}  // namespace hearth::app
