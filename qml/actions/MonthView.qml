// A month: six weeks of days. The arrow keys go from day to day, Enter makes an event there.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

FocusScope {
    id: view

    required property CalendarService calendar
    property bool roomy: true  // events are named; otherwise dots tell that there are some
    readonly property int names: Theme.small + Theme.gap3

    signal opened(string key)
    signal newEventRequested(string day)

    function moveBy(days) {
        const parts = view.calendar.chosenDay.split("-");
        const day = new Date(Number(parts[0]), Number(parts[1]) - 1, Number(parts[2]) + days, 12);
        view.calendar.choose(Qt.formatDate(day, "yyyy-MM-dd"));
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        radius: Theme.cardRadius
        border.color: Theme.divider
    }
    Row {
        id: heads
        x: 1
        width: parent.width - 2
        height: view.names
        Repeater {
            model: view.calendar.weekdays
            delegate: Words {
                required property string modelData
                width: heads.width / 7
                height: heads.height
                text: modelData
                color: Theme.text2
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 8
            }
        }
    }
    GridView {
        id: grid
        objectName: "monthGrid"
        x: 1
        y: heads.height
        width: parent.width - 2
        height: parent.height - y - 1
        cellWidth: Math.floor(width / 7)
        cellHeight: Math.floor(height / 6)
        interactive: false
        focus: true
        activeFocusOnTab: true
        model: view.calendar.days
        Accessible.role: Accessible.Table
        Accessible.name: view.calendar.title
        Keys.onLeftPressed: view.moveBy(-1)
        Keys.onRightPressed: view.moveBy(1)
        Keys.onUpPressed: view.moveBy(-7)
        Keys.onDownPressed: view.moveBy(7)
        Keys.onReturnPressed: view.newEventRequested(view.calendar.chosenDay)
        Keys.onEnterPressed: view.newEventRequested(view.calendar.chosenDay)
        delegate: MonthDay {
            width: grid.cellWidth
            height: grid.cellHeight
            roomy: view.roomy
            focused: grid.activeFocus && chosen
            onPicked: {
                view.calendar.choose(day);
                grid.forceActiveFocus(Qt.MouseFocusReason);
            }
            onOpened: key => view.opened(key)
            onNewEventRequested: view.newEventRequested(day)
        }
    }
}
