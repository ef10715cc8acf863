// An event as a line: when, what, where.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: row

    required property string title
    required property string time
    required property string location
    required property string ruleWords
    required property string people
    readonly property string detail: joined(joined(joined(time, location), people), ruleWords)

    function joined(one: string, other: string): string {
        return other === "" ? one : one === "" ? other : one + " · " + other;
    }

    objectName: "eventRow"
    text: title
    implicitHeight: Math.max(48, lines.implicitHeight + Theme.gap3)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1, %2").arg(title).arg(detail)
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    contentItem: Item {}

    Rectangle {
        x: Theme.leading(parent.width, width, Theme.gap2)
        width: 3
        height: parent.height - Theme.gap3
        radius: 2
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
    }
    Column {
        id: lines
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap2 + 3 + Theme.gap3
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap2
        Words {
            width: parent.width
            text: row.title
            elide: Text.ElideRight
            maximumLineCount: 2
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            text: row.detail
            color: Theme.text2
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.hovered || row.down ? Theme.surface2 : "transparent"
        FocusRing {
            shown: row.visualFocus
            anchors.margins: 0
        }
    }
}
