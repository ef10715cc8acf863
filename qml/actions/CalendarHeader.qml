// Which days are shown, the way to others, how they are shown, and a new event. In one line where there is
// room, else in two or more.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Item {
    id: header

    required property CalendarService calendar
    property bool touch: false
    readonly property bool stacked: width < 620 * Theme.textScale
    readonly property bool tight: width < 300 * Theme.textScale  // hardly two words beside each other

    signal newEventRequested

    implicitHeight: stacked ? where.height + Theme.gap2 + ways.height : Math.max(where.height, ways.height)

    Row {
        id: where
        readonly property real taken: 2 * back.width + 3 * spacing + (today.visible ? today.width : 0)
                                      + (header.stacked ? 0 : ways.width + Theme.gap3)
        anchors.left: parent.left
        spacing: Theme.gap1

        IconButton {
            id: back
            objectName: "calendarBack"
            glyph: "chevron-left"
            text: qsTr("Earlier")
            extent: header.touch ? 44 : 32
            anchors.verticalCenter: parent.verticalCenter
            onClicked: header.calendar.step(-1)
        }
        IconButton {
            objectName: "calendarForward"
            glyph: "chevron-right"
            text: qsTr("Later")
            extent: header.touch ? 44 : 32
            anchors.verticalCenter: parent.verticalCenter
            onClicked: header.calendar.step(1)
        }
        Words {
            objectName: "calendarTitle"
            text: header.calendar.title
            width: Math.max(0, Math.min(implicitWidth, header.width - where.taken))
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
            height: Math.ceil(Theme.heading * 1.3 * maximumLineCount)  // whatever its width
            verticalAlignment: Text.AlignVCenter
            wrapMode: header.tight ? Text.Wrap : Text.NoWrap
            maximumLineCount: header.tight ? 2 : 1
            elide: Text.ElideRight
            anchors.verticalCenter: parent.verticalCenter
            Accessible.role: Accessible.Heading
        }
        TextAction {
            id: today
            visible: !header.tight
            text: qsTr("Today")
            anchors.verticalCenter: parent.verticalCenter
            onClicked: header.calendar.goToday()
        }
    }
    Flow {
        id: ways
        width: header.stacked ? header.width : Math.ceil(views.natural + spacing + create.implicitWidth)
        y: header.stacked ? where.height + Theme.gap2 : 0
        anchors.right: parent.right
        spacing: Theme.gap2

        ChoiceChips {
            id: views
            objectName: "calendarViews"
            names: [qsTr("Month"), qsTr("Week"), qsTr("Agenda")]
            current: header.calendar.view
            label: qsTr("How to show the calendar")
            width: Math.min(natural, header.width)
            onChosen: index => header.calendar.view = index
        }
        TextAction {
            visible: header.tight
            text: qsTr("Today")
            onClicked: header.calendar.goToday()
        }
        TextButton {
            id: create
            objectName: "newEventButton"
            primary: true
            glyph: "plus"
            text: header.stacked ? qsTr("New") : qsTr("New event")
            hint: qsTr("Add an event to the calendar")
            onClicked: header.newEventRequested()
        }
    }
}
