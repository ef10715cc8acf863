// What can be asked, shown by three examples that can be clicked; at the first start also what else there is.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Models
import Hearth.Theme

Flickable {
    id: empty

    required property int column
    property bool temporary: false
    readonly property bool stacked: width < Theme.narrowWidth

    required property Assistant assistant

    signal chosen(string text)
    signal modelsRequested

    contentHeight: Math.max(height, block.implicitHeight + 2 * Theme.gap6)
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    ScrollBar.vertical: ScrollBar { Accessible.ignored: true }

    Column {
        id: block
        width: empty.column
        x: (empty.width - width) / 2
        y: Math.max(Theme.gap6, (empty.contentHeight - height) * 0.45)
        spacing: Theme.gap2

        Icon {
            name: empty.temporary ? "temporary" : "hearth"
            tint: Theme.accent
            size: 40
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Words {
            text: empty.temporary ? qsTr("A temporary conversation") : qsTr("What can I do for you?")
            width: parent.width
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
        }
        Words {
            text: empty.temporary
                  ? qsTr("What we say here is never written down. It is gone when you leave it. What I do for you, such as an entry in the calendar, stays.")
                  : qsTr("I work on this device, also without a network. I ask before I change anything.")
            width: parent.width
            color: Theme.text2
            horizontalAlignment: Text.AlignHCenter
            bottomPadding: Theme.gap6
        }
        Grid {
            columns: empty.stacked ? 1 : 3
            spacing: Theme.gap3
            width: parent.width

            Repeater {
                model: [
                    { glyph: "calendar", heading: qsTr("Put it in the calendar"),
                      request: qsTr("Set up lunch with my sister tomorrow at noon for 90 minutes") },
                    { glyph: "reminder", heading: qsTr("Remember it for me"),
                      request: qsTr("Remind me to water the plants this evening at 7") },
                    { glyph: "list", heading: qsTr("Keep a list"),
                      request: qsTr("Add olive oil and rice to the shopping list") }
                ]
                delegate: ExampleCard {
                    required property var modelData
                    glyph: modelData.glyph
                    heading: modelData.heading
                    request: modelData.request
                    width: empty.stacked ? empty.column : (empty.column - 2 * Theme.gap3) / 3
                    compact: empty.stacked
                    onClicked: empty.chosen(modelData.request)
                }
            }
        }
        Words {
            visible: Qt.uiLanguage === "de" || Qt.uiLanguage === "zh_CN"
            text: qsTr("I understand requests in English, as in these examples.")
            width: parent.width
            color: Theme.text2
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            topPadding: Theme.gap2
        }
        Item {
            visible: welcome.visible
            width: 1
            height: Theme.gap2
        }
        WelcomeCard {
            id: welcome
            visible: !empty.assistant.settings.welcomed
            assistant: empty.assistant
            width: parent.width
            onModelsRequested: empty.modelsRequested()
        }
    }
}
