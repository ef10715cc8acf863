// What the user chose, for the window: the values of SettingsFile, kept at hand and followed when another
// program (the command line) changes them. Lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QFileSystemWatcher>
#include <QObject>
#include <QUrl>
#include <map>
#include <vector>

#include "engine/logits.h"
#include "settings/settings_file.h"

namespace hearth::app {

class Settings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(Look look READ look WRITE setLook NOTIFY changed)
    Q_PROPERTY(QColor accent READ accent NOTIFY changed)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed)
    Q_PROPERTY(bool reducedMotion READ reducedMotion NOTIFY changed)
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY changed)
    Q_PROPERTY(bool offline READ offline WRITE setOffline NOTIFY changed)
    Q_PROPERTY(QString unloadAfter READ unloadAfter WRITE setUnloadAfter NOTIFY changed)
    Q_PROPERTY(bool sideBar READ sideBar WRITE setSideBar NOTIFY changed)
    Q_PROPERTY(bool welcomed READ welcomed WRITE setWelcomed NOTIFY changed)
    Q_PROPERTY(int windowWidth READ windowWidth CONSTANT)
    Q_PROPERTY(int windowHeight READ windowHeight CONSTANT)
    Q_PROPERTY(int windowX READ windowX CONSTANT)  // -30000: not known
    Q_PROPERTY(int windowY READ windowY CONSTANT)
    Q_PROPERTY(bool maximized READ maximized CONSTANT)
    Q_PROPERTY(bool keepInTray READ keepInTray NOTIFY changed)
    Q_PROPERTY(QString remoteUse READ remoteUse WRITE setRemoteUse NOTIFY changed)
  public:
    enum class Look { System, Light, Dark };
    Q_ENUM(Look)

    explicit Settings(const std::filesystem::path& file, QObject* parent = nullptr);

    Look look() const;
    void setLook(Look look);
    QColor accent() const;
    double textScale() const;  // 1 … 2
    void setTextScale(double scale);
    bool reducedMotion() const { return isOn("window.reduced_motion"); }
    bool rightToLeft() const;
    bool offline() const { return isOn("network.offline"); }
    void setOffline(bool offline) { putBool("network.offline", offline); }
    bool sideBar() const { return isOn("window.side_bar"); }
    void setSideBar(bool shown) { putBool("window.side_bar", shown); }
    bool welcomed() const { return isOn("window.welcomed"); }
    void setWelcomed(bool welcomed) { putBool("window.welcomed", welcomed); }
    int windowWidth() const { return QString::fromStdString(value("window.width")).toInt(); }
    int windowHeight() const { return QString::fromStdString(value("window.height")).toInt(); }
    Q_INVOKABLE void rememberSize(int width, int height);  // for the next time
    int windowX() const { return QString::fromStdString(value("window.x")).toInt(); }
    int windowY() const { return QString::fromStdString(value("window.y")).toInt(); }
    bool maximized() const { return isOn("window.maximized"); }
    Q_INVOKABLE void rememberPlace(int x, int y);
    // Whether enough of the top of a window there can be seen to take hold of it.
    Q_INVOKABLE static bool isOnScreen(int x, int y, int width);
    Q_INVOKABLE void rememberMaximized(bool maximized) { putBool("window.maximized", maximized); }
    bool keepInTray() const { return isOn("window.keep_in_tray"); }
    QString language() const { return QString::fromStdString(value("window.language")); }
    // The file that answers in conversation; empty: the built-in model.
    QString chatModel() const { return QString::fromStdString(value("chat.model")); }
    void setChatModel(const QString& path) { put("chat.model", path.toStdString()); }
    // The adapters that worked with that file last.
    std::vector<engine::AdapterFile> chatAdapters(const QString& model) const;
    void setChatAdapters(const QString& model, const std::vector<engine::AdapterFile>& adapters);
    // As the registry has it: "never", "ask", "automatic".
    QString remoteUse() const { return QString::fromStdString(value("remote.use")); }
    void setRemoteUse(const QString& use) { put("remote.use", use.toStdString()); }
    // As the registry has it: "never", "15".
    QString unloadAfter() const { return QString::fromStdString(value("models.unload_after")); }
    void setUnloadAfter(const QString& after) { put("models.unload_after", after.toStdString()); }
    // How long it stays in memory without use; 0: always.
    int unloadAfterMinutes() const;

    // As the registry has it, by its name; the standard value where none was chosen.
    std::string value(const std::string& name) const;
    bool isOn(const std::string& name) const { return value(name) == "true"; }
    // False, and problem(), where the value does not fit or cannot be saved. An equal value changes nothing.
    bool put(const std::string& name, const std::string& text);
    void reset(const std::string& name);

    // What was chosen, to and from a file of the user's.
    Q_INVOKABLE void exportTo(const QUrl& file);
    Q_INVOKABLE void importFrom(const QUrl& file);

  signals:
    void changed();
    void said(const QString& text);     // what an export or import did
    void problem(const QString& text);  // why something could not be

  private:
    void putBool(const std::string& name, bool on) { put(name, on ? "true" : "false"); }
    void read();
    void follow();
    bool done(const base::Result<void>& result);

    SettingsFile file_;
    std::map<std::string, std::string> values_;
    QFileSystemWatcher watcher_;
};

}  // namespace hearth::app
