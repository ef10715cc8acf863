// Gives the text of a QML TextEdit a line height (in sizes of the type), which TextEdit itself does not
// offer:
//   LineSpacing { document: edit.textDocument; factor: 1.5 }
// Lives on the GUI thread; owned by the page.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointer>
#include <QQmlParserStatus>
#include <QQuickTextDocument>
#include <QTextDocument>

namespace hearth::app {

class LineSpacing : public QObject, public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument* document READ document WRITE setDocument NOTIFY changed)
    Q_PROPERTY(double factor READ factor WRITE setFactor NOTIFY changed)
  public:
    explicit LineSpacing(QObject* parent = nullptr) : QObject(parent) {}

    QQuickTextDocument* document() const { return document_; }
    void setDocument(QQuickTextDocument* document);
    double factor() const { return factor_; }
    void setFactor(double factor);

    // A page sets the properties one by one; the document is changed once, when all are there.
    void classBegin() override { complete_ = false; }
    void componentComplete() override {
        complete_ = true;
        apply();
    }

  signals:
    void changed();

  protected:
    void apply();
    // Before the first change. Who switches the layout off here spares one: it comes on with the first text.
    virtual void begin(QTextDocument& document) { (void)document; }
    // What else is to be changed with it; may change the document.
    virtual void style(QTextDocument& document) { (void)document; }

  private:
    QPointer<QQuickTextDocument> document_;
    double factor_ = 1.5;
    bool applying_ = false;
    bool complete_ = true;
};

}  // namespace hearth::app
