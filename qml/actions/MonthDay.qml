// A day of a month: its number and what happens on it, as far as there is room.
import QtQuick
import Hearth.Components
import Hearth.Theme

Item {
    id: cell

    required property string day
    required property int number
    required property bool inMonth
    required property bool today
    required property bool chosen
    required property string words
    required property var events
    property bool roomy: true
    property bool focused: false
    readonly property int line: Theme.small + 8
    readonly property int fitting: Math.max(0, Math.floor((height - disc.height - 10) / (line + 2)))
    readonly property int shownCount: Math.min(events.length, fitting)  // the rest is counted beside the number

    signal picked
    signal opened(string key)
    signal newEventRequested

    objectName: "day-" + day
    Accessible.role: Accessible.Cell
    Accessible.name: words
    Accessible.selected: chosen
    Accessible.onPressAction: cell.picked()

    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        radius: Theme.radius
        color: cell.chosen ? Theme.accentSoft : mouse.containsMouse ? Theme.surface2 : "transparent"
    }
    Rectangle {  // hairline between weeks
        width: parent.width
        height: 1
        color: Theme.divider
    }
    MouseArea {
        id: mouse
        anchors.fill: parent
        hoverEnabled: true
        onClicked: cell.picked()
        onDoubleClicked: cell.newEventRequested()
    }
    Rectangle {
        id: disc
        x: cell.roomy ? Theme.leading(parent.width, width, 5) : (parent.width - width) / 2
        y: 5
        width: Math.max(label.implicitWidth + 8, label.implicitHeight + 4)
        height: label.implicitHeight + 4
        radius: height / 2
        color: cell.today ? Theme.accent : "transparent"
        Words {
            id: label
            anchors.centerIn: parent
            text: cell.number
            color: cell.today ? Theme.accentText : cell.inMonth ? Theme.text : Theme.text2
            opacity: cell.inMonth || cell.today ? 1 : 0.85
            font.pixelSize: Theme.small
            font.weight: cell.today || cell.chosen ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }
    }
    Column {
        visible: cell.roomy
        x: 4
        y: disc.y + disc.height + 3
        width: parent.width - 8
        spacing: 2

        Repeater {
            model: cell.roomy ? cell.shownCount : 0
            delegate: Rectangle {
                id: chip
                required property int index
                readonly property var event: cell.events[index]
                width: parent.width
                height: cell.line
                radius: 4
                color: event.allDay ? Theme.local : chipMouse.containsMouse ? Theme.divider : Theme.surface2
                Words {
                    anchors.fill: parent
                    anchors.leftMargin: 5
                    anchors.rightMargin: 3
                    text: chip.event.time === "" ? chip.event.title : chip.event.time + " " + chip.event.title
                    color: chip.event.allDay ? Theme.surface : Theme.text
                    font.pixelSize: Theme.small
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
                MouseArea {
                    id: chipMouse
                    anchors.fill: parent
                    hoverEnabled: true
                    onClicked: {
                        cell.picked();
                        cell.opened(chip.event.key);
                    }
                }
            }
        }
    }
    Words {
        visible: cell.roomy && cell.events.length > cell.shownCount
        x: Theme.leading(parent.width, width, disc.width + 9)
        anchors.verticalCenter: disc.verticalCenter
        width: parent.width - disc.width - 9 - 8
        text: cell.shownCount === 0 ? cell.events.length : qsTr("%n more", "", cell.events.length - cell.shownCount)
        color: Theme.text2
        font.pixelSize: Theme.small
        horizontalAlignment: Theme.mirrored ? Text.AlignLeft : Text.AlignRight
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Row {
        visible: !cell.roomy
        anchors.horizontalCenter: parent.horizontalCenter
        y: disc.y + disc.height + 3
        spacing: 3
        Repeater {
            model: cell.roomy ? 0 : Math.min(3, cell.events.length)
            delegate: Rectangle {
                width: 5
                height: 5
                radius: 3
                color: Theme.accent
            }
        }
    }
    FocusRing {
        shown: cell.focused
        anchors.margins: 0
    }
}
