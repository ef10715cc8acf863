// Trying out what counts as personal: a text, what is found in it, and what another model would see.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Section {
    id: section

    required property PrivacyService privacy

    heading: qsTr("Personal data")
    explanation: qsTr("Before words go to a model elsewhere, names, numbers and addresses are replaced by stand-ins. Try it here; nothing is sent.")

    TextArea {
        id: words
        objectName: "lookWords"
        placeholderText: qsTr("Type or paste a text")
        placeholderTextColor: Theme.text2
        color: Theme.text
        font.pixelSize: Theme.body
        wrapMode: TextArea.Wrap
        selectByMouse: true
        Accessible.name: qsTr("Text to look for personal data in")
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: nextItemInFocusChain()
        Layout.fillWidth: true
        onTextChanged: settle.restart()
        background: Rectangle {
            radius: Theme.radius
            color: Theme.surface
            border.width: words.activeFocus ? 2 : 1
            border.color: words.activeFocus ? Theme.accent : Theme.outline
        }
        Timer {
            id: settle
            interval: 250
            onTriggered: section.privacy.look(words.text)
        }
    }
    Words {
        visible: words.text !== "" && section.privacy.found.length === 0
        text: qsTr("Nothing personal is found in it.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    ColumnLayout {
        visible: section.privacy.found.length > 0
        spacing: Theme.gap2
        Layout.fillWidth: true

        Words {
            text: qsTr("Another model would see:")
            color: Theme.text2
            Layout.fillWidth: true
        }
        Words {
            objectName: "lookMasked"
            text: section.privacy.masked
            color: Theme.remote
            Layout.fillWidth: true
        }
        Column {  // a layout would keep rows that went while the page was hidden
            spacing: Theme.gap2
            Layout.fillWidth: true

            Repeater {
                model: section.privacy.found
                delegate: Words {
                    required property var modelData
                    text: qsTr("%1: %2 (%3)").arg(modelData.words).arg(modelData.kind).arg(modelData.why)
                    font.pixelSize: Theme.small
                    color: Theme.text2
                    width: parent ? parent.width : 0
                }
            }
        }
    }
}
