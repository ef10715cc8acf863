// A request that can be tried with one click.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hearth.Theme

AbstractButton {
    id: card

    required property string glyph
    required property string heading
    required property string request
    property bool compact: false

    text: qsTr("Try: %1").arg(request)
    implicitHeight: compact ? Math.max(68, layout.implicitHeight + 2 * Theme.gap3)
                            : Math.max(132, layout.implicitHeight + 2 * Theme.gap4)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.onPressAction: card.clicked()
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: card.clicked()

    Item {
        anchors.fill: parent

        GridLayout {
            id: layout
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: card.compact ? Theme.gap3 : Theme.gap4
            y: card.compact ? (parent.height - height) / 2 : Theme.gap4
            columns: card.compact ? 2 : 1
            columnSpacing: Theme.gap3
            rowSpacing: Theme.gap1

            Icon {
                name: card.glyph
                tint: Theme.accent
                Layout.rowSpan: card.compact ? 2 : 1
                Layout.bottomMargin: card.compact ? 0 : Theme.gap1
            }
            Words {
                text: card.heading
                font.weight: Font.DemiBold
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Words {
                text: card.request
                color: Theme.text2
                Accessible.ignored: true
                Layout.fillWidth: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.cardRadius
        color: card.hovered || card.down ? Theme.surface2 : Theme.surface
        border.color: card.hovered ? Theme.outline : Theme.divider

        FocusRing {
            shown: card.visualFocus
            corner: Theme.cardRadius
        }
    }
}
