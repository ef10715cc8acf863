// A small month to pick a day from.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

Popup {
    id: picker

    signal picked(string day)

    property int chosenMonth: 0
    property int chosenYear: 2026
    property string marked: ""

    function openAt(day) {
        const parts = (day === "" ? Qt.formatDate(new Date(), "yyyy-MM-dd") : day).split("-");
        chosenYear = Number(parts[0]);
        chosenMonth = Number(parts[1]) - 1;
        marked = day;
        open();
    }
    function step(by) {
        const month = chosenYear * 12 + chosenMonth + by;
        chosenYear = Math.floor(month / 12);
        chosenMonth = month % 12;
    }

    focus: true
    padding: Theme.gap2
    width: Math.round(260 * Theme.textScale)
    background: Rectangle {
        color: Theme.surface
        radius: Theme.cardRadius
        border.color: Theme.outline
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap1
        RowLayout {
            IconButton {
                glyph: "chevron-left"
                text: qsTr("Earlier")
                onClicked: picker.step(-1)
            }
            Words {
                text: Qt.locale().standaloneMonthName(picker.chosenMonth) + " " + picker.chosenYear
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
            IconButton {
                glyph: "chevron-right"
                text: qsTr("Later")
                onClicked: picker.step(1)
            }
        }
        MonthGrid {
            id: grid
            month: picker.chosenMonth
            year: picker.chosenYear
            spacing: 0
            Layout.fillWidth: true
            delegate: AbstractButton {
                id: cell
                required property var model
                readonly property string iso: Qt.formatDate(model.date, "yyyy-MM-dd")
                implicitHeight: Math.max(32, Theme.body + Theme.gap3)
                focusPolicy: Qt.StrongFocus
                hoverEnabled: true
                Accessible.role: Accessible.Button
                Accessible.name: iso
                Keys.onReturnPressed: cell.clicked()
                onClicked: {
                    picker.picked(cell.iso);
                    picker.close();
                }
                contentItem: Words {
                    text: cell.model.day
                    color: cell.model.month === grid.month ? Theme.text : Theme.text2
                    font.weight: cell.model.today ? Font.DemiBold : Font.Normal
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
                background: Rectangle {
                    radius: Theme.radius
                    color: cell.iso === picker.marked ? Theme.accentSoft : cell.hovered ? Theme.surface2 : "transparent"
                    border.width: cell.model.today ? 1 : 0
                    border.color: Theme.accent
                    FocusRing {
                        shown: cell.visualFocus
                        anchors.margins: 0
                    }
                }
            }
        }
    }
}
