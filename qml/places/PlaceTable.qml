// The pages that the side bar leads to, in its order. A page is a PageFrame with `required property Assistant
// assistant`; to add one, add a line here and its module to qml/CMakeLists.txt.
import QtQuick

QtObject {
    readonly property string folder: "qrc:/qt/qml/Hearth/"
    readonly property var all: [
        { key: "actions", glyph: "calendar", text: qsTr("Actions"), page: folder + "Actions/ActionsPage.qml" },
        { key: "library", glyph: "book", text: qsTr("Library"), page: folder + "Library/LibraryPage.qml" },
        { key: "privacy", glyph: "shield", text: qsTr("Privacy"), page: folder + "Privacy/PrivacyPage.qml" },
        { key: "models", glyph: "model", text: qsTr("Models"), page: folder + "Models/ModelsPage.qml" },
        { key: "settings", glyph: "settings", text: qsTr("Settings"), page: folder + "SettingsPage/SettingsPage.qml" }
    ]
}
