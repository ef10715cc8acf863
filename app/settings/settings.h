// What the user chose, kept in one small file (settings.ini in the data folder). Lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QSettings>

namespace hearth::app {

class Settings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(Look look READ look WRITE setLook NOTIFY lookChanged)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    Q_PROPERTY(bool sideBar READ sideBar WRITE setSideBar NOTIFY sideBarChanged)
    Q_PROPERTY(int windowWidth READ windowWidth WRITE setWindowWidth NOTIFY windowSizeChanged)
    Q_PROPERTY(int windowHeight READ windowHeight WRITE setWindowHeight NOTIFY windowSizeChanged)
  public:
    enum class Look { System, Light, Dark };
    Q_ENUM(Look)

    explicit Settings(const QString& file, QObject* parent = nullptr);

    Look look() const;
    void setLook(Look look);
    double textScale() const;  // 1 … 2
    void setTextScale(double scale);
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    bool sideBar() const;
    void setSideBar(bool shown);
    int windowWidth() const;
    void setWindowWidth(int width);
    int windowHeight() const;
    void setWindowHeight(int height);
    // The file that answers in conversation; empty: the built-in model.
    QString chatModel() const;
    void setChatModel(const QString& path);

  signals:
    void lookChanged();
    void textScaleChanged();
    void reducedMotionChanged();
    void sideBarChanged();
    void windowSizeChanged();

  private:
    QSettings file_;
};

}  // namespace hearth::app
