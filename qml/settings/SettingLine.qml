// A setting: what it is called, what it does in one line, and its value.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Item {
    id: line

    required property string name
    required property string title
    required property string explanation
    required property int kind
    required property string value
    required property var choices
    required property var choiceTitles
    required property int current
    readonly property bool stacked: width < 460 * Theme.textScale

    signal chosen(string value)

    implicitHeight: Math.max(44, Math.max(toggle.visible ? toggle.implicitHeight : 0,
                                          grid.visible ? grid.implicitHeight : 0)) + Theme.gap2

    SwitchLine {
        id: toggle
        objectName: "setting-" + line.name
        visible: line.kind === SettingListModel.Switch
        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
        text: line.title
        explanation: line.explanation
        checked: line.value === "true"
        onToggled: line.chosen(checked ? "true" : "false")
    }
    GridLayout {
        id: grid
        visible: !toggle.visible
        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
        columns: line.stacked ? 1 : 2
        columnSpacing: Theme.gap4
        rowSpacing: Theme.gap1

        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Words {
                text: line.title
                Layout.fillWidth: true
            }
            Words {
                text: line.explanation
                color: Theme.text2
                font.pixelSize: Theme.small
                Layout.fillWidth: true
            }
        }
        ChoiceBox {
            objectName: "setting-" + line.name
            visible: line.kind === SettingListModel.Choice
            model: line.choiceTitles
            currentIndex: line.current
            Accessible.name: line.title
            Accessible.description: line.explanation
            Layout.preferredWidth: line.stacked ? line.width : Math.min(240 * Theme.textScale, line.width / 2)
            onActivated: index => line.chosen(line.choices[index])
        }
        ColourChoice {
            visible: line.kind === SettingListModel.Colour
            value: visible ? line.value : "#000000"
            choices: visible ? line.choices : []
            titles: line.choiceTitles
            current: line.current
            Layout.preferredWidth: line.stacked ? line.width : Math.min(320 * Theme.textScale, line.width / 2)
            onChosen: value => line.chosen(value)
        }
    }
}
