// The settings, each explained in one line and found by its words; what was chosen as a file; and the end of
// all that is kept.
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

PageFrame {
    id: page

    required property Assistant assistant
    readonly property SettingListModel settings: assistant.settingList

    title: qsTr("Settings")

    SearchField {
        objectName: "settingsSearch"
        focus: true
        placeholderText: qsTr("Search settings")
        Layout.fillWidth: true
        onTextChanged: page.settings.search = text
    }
    Words {
        visible: page.settings.count === 0 && !data.visible
        text: qsTr("No setting has these words.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    ListView {
        id: list
        interactive: false
        model: page.settings
        implicitHeight: contentHeight
        // All rows are there, so that the keyboard goes through them and the page has its height.
        cacheBuffer: 100000
        spacing: Theme.gap1
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Settings")
        Layout.fillWidth: true
        section.property: "group"
        section.delegate: Words {
            required property string section
            text: section
            width: list.width
            font.weight: Font.DemiBold
            color: Theme.text2
            topPadding: Theme.gap4
            bottomPadding: Theme.gap1
            Accessible.role: Accessible.Heading
        }
        delegate: SettingLine {
            width: list.width
            onChosen: value => page.settings.choose(name, value)
        }
    }
    ColumnLayout {
        id: data
        //: Words by which the buttons below are found
        readonly property string words: qsTr("your data, export and import settings, show the welcome again, delete everything, wipe")
        visible: words.toLowerCase().includes(page.settings.search.trim().toLowerCase())
        spacing: Theme.gap2
        Layout.fillWidth: true

        Words {
            text: qsTr("Your data")
            font.weight: Font.DemiBold
            color: Theme.text2
            Accessible.role: Accessible.Heading
        }
        Flow {
            spacing: Theme.gap2
            Layout.fillWidth: true
            TextButton {
                objectName: "exportSettings"
                text: qsTr("Export settings…")
                onClicked: exportDialog.open()
            }
            TextButton {
                objectName: "importSettings"
                text: qsTr("Import settings…")
                onClicked: importDialog.open()
            }
            TextButton {
                objectName: "welcomeAgain"
                text: qsTr("Show the welcome again")
                onClicked: {
                    page.assistant.settings.welcomed = false;
                    page.assistant.chat.startNew();
                    page.closeRequested();
                }
            }
            TextButton {
                objectName: "wipeButton"
                glyph: "trash"
                text: qsTr("Delete everything…")
                onClicked: wipeDialog.open()
            }
        }
    }

    WipeDialog {
        id: wipeDialog
        stored: page.assistant.stored
        onConfirmed: page.assistant.wipe()
    }
    FileDialog {
        id: exportDialog
        objectName: "exportDialog"
        title: qsTr("Export settings")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "json"
        nameFilters: [qsTr("Settings (*.json)")]
        onAccepted: page.assistant.settings.exportTo(selectedFile)
    }
    FileDialog {
        id: importDialog
        objectName: "importDialog"
        title: qsTr("Import settings")
        nameFilters: [qsTr("Settings (*.json)"), qsTr("All files (*)")]
        onAccepted: page.assistant.settings.importFrom(selectedFile)
    }
}
