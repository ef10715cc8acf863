// A week: seven columns of hours with their events side by side, whole days above them.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

FocusScope {
    id: view

    required property CalendarService calendar
    readonly property int gutter: Math.round(Math.min(60 * Theme.textScale, width * 0.22))
    readonly property real columnWidth: (width - gutter - 2) / 7
    readonly property int hourHeight: Math.round(44 * Theme.textScale)
    readonly property int lane: Theme.small + 10

    signal opened(var row)
    signal newEventRequested(string day)

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        radius: Theme.cardRadius
        border.color: Theme.divider
    }
    Row {
        id: heads
        x: Theme.leading(view.width, width, view.gutter)
        height: Theme.small + Theme.body + Theme.gap4
        Repeater {
            model: view.calendar.days
            delegate: Item {
                id: head
                required property int index
                required property string day
                required property int number
                required property bool today
                required property bool chosen
                required property string words
                visible: index < 7  // while the days of another view are still there
                width: view.columnWidth
                height: heads.height
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: words

                Rectangle {
                    anchors.fill: parent
                    anchors.margins: 2
                    radius: Theme.radius
                    color: head.chosen ? Theme.accentSoft : headMouse.containsMouse ? Theme.surface2 : "transparent"
                }
                Column {
                    anchors.centerIn: parent
                    Words {
                        width: view.columnWidth - 2
                        horizontalAlignment: Text.AlignHCenter
                        wrapMode: Text.NoWrap
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 8
                        text: view.calendar.weekdays[head.index] ?? ""
                        color: Theme.text2
                        font.pixelSize: Theme.small
                        Accessible.ignored: true
                    }
                    Words {
                        width: view.columnWidth - 2
                        horizontalAlignment: Text.AlignHCenter
                        wrapMode: Text.NoWrap
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 8
                        text: head.number
                        color: head.today ? Theme.accent : Theme.text
                        font.weight: head.today ? Font.DemiBold : Font.Normal
                        Accessible.ignored: true
                    }
                }
                MouseArea {
                    id: headMouse
                    anchors.fill: parent
                    hoverEnabled: true
                    onClicked: view.calendar.choose(head.day)
                    onDoubleClicked: view.newEventRequested(head.day)
                }
            }
        }
    }
    Item {
        id: wholeDays
        y: heads.height
        x: Theme.mirrored ? 0 : view.gutter
        width: parent.width - view.gutter
        height: view.calendar.allDayLanes * view.lane
        Repeater {
            model: view.calendar.blocks
            delegate: EventBlock {
                visible: allDay
                x: Theme.leading(wholeDays.width, width, column * view.columnWidth + 1)
                y: lane * view.lane
                width: columns * view.columnWidth - 2
                height: view.lane - 2
                onOpened: view.opened(view.calendar.blocks.row(index))
            }
        }
    }
    Flickable {
        id: hours
        objectName: "weekHours"
        y: wholeDays.y + wholeDays.height + 2
        width: parent.width
        height: parent.height - y - 1
        contentHeight: 24 * view.hourHeight
        contentY: 7 * view.hourHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Hours of the week")
        Keys.onUpPressed: contentY = Math.max(0, contentY - view.hourHeight)
        Keys.onDownPressed: contentY = Math.min(contentHeight - height, contentY + view.hourHeight)
        ScrollBar.vertical: ScrollBar {}

        Repeater {
            model: 24
            delegate: Item {
                id: hour
                required property int index
                y: index * view.hourHeight
                width: hours.width
                height: view.hourHeight
                Rectangle {
                    width: parent.width
                    height: 1
                    color: Theme.divider
                }
                Words {
                    x: Theme.leading(hour.width, width, 4)
                    y: 2
                    text: view.calendar.timeText((hour.index < 10 ? "0" : "") + hour.index + ":00")
                    color: Theme.text2
                    font.pixelSize: Theme.small
                    width: view.gutter - 6
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 8
                    Accessible.ignored: true
                }
            }
        }
        Repeater {
            model: view.calendar.blocks
            delegate: EventBlock {
                visible: !allDay
                x: Theme.leading(hours.width, width,
                                 view.gutter + (column + lane / Math.max(1, lanes)) * view.columnWidth + 1)
                y: startMinute / 60 * view.hourHeight + 1
                width: view.columnWidth / Math.max(1, lanes) - 2
                height: length / 60 * view.hourHeight - 2
                onOpened: view.opened(view.calendar.blocks.row(index))
            }
        }
    }
    FocusRing {
        shown: hours.activeFocus
        corner: Theme.cardRadius
        anchors.margins: 0
    }
}
