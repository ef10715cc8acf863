// Files that go with the next message: their text becomes part of it. Lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QUrl>
#include <vector>

namespace hearth::app {

class Attachments : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the chat")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
  public:
    enum Role { NameRole = Qt::UserRole + 1, DetailRole, ErrorRole };

    explicit Attachments(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(files_.size()); }

    // Reads them all. One that is no text, too large or gone is listed with the reason and not sent.
    Q_INVOKABLE void add(const QList<QUrl>& files);
    Q_INVOKABLE void remove(int row);

    // The message with the text of the files behind it, each under its name; they are no longer attached.
    QString appendTo(const QString& message);

  signals:
    void countChanged();

  private:
    struct File {
        QString name;
        QString text;
        QString error;
    };
    static File read(const QUrl& url);

    std::vector<File> files_;
};

}  // namespace hearth::app
