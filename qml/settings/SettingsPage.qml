// The few settings there are, each explained in one line. A dialog, or a page where the window is narrow.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Popup {
    id: page

    required property Settings settings
    readonly property bool full: parent !== null && parent.width < Theme.narrowWidth
    readonly property var scales: [1, 1.15, 1.3, 1.5, 2]

    function nearest(scale) {
        let best = 0;
        scales.forEach((s, i) => { if (Math.abs(s - scale) < Math.abs(scales[best] - scale)) best = i; });
        return best;
    }

    modal: true
    focus: true
    anchors.centerIn: parent
    width: full ? parent.width : Math.min(460 * Theme.textScale, parent.width - 2 * Theme.gap6)
    height: full ? parent.height : Math.min(implicitContentHeight + 2 * Theme.gap6, parent.height - 2 * Theme.gap6)
    padding: full ? Theme.gap4 : Theme.gap6
    background: Rectangle {
        color: Theme.surface
        radius: page.full ? 0 : Theme.cardRadius
        border.width: page.full ? 0 : 1
        border.color: Theme.divider
    }
    T.Overlay.modal: Rectangle {
        color: Qt.rgba(0, 0, 0, 0.4)
    }

    contentItem: ColumnLayout {
        spacing: Theme.gap4

        RowLayout {
            Words {
                text: qsTr("Settings")
                font.pixelSize: Theme.heading
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
            }
            IconButton {
                glyph: "close"
                text: qsTr("Close (Esc)")
                onClicked: page.close()
            }
        }
        ColumnLayout {
            spacing: Theme.gap1
            Words {
                text: qsTr("Colours")
            }
            ChoiceBox {
                objectName: "lookBox"
                model: [qsTr("As the desktop"), qsTr("Light"), qsTr("Dark")]
                currentIndex: page.settings.look
                Accessible.name: qsTr("Colours")
                Layout.fillWidth: true
                onActivated: index => page.settings.look = index
            }
        }
        ColumnLayout {
            spacing: Theme.gap1
            Words {
                text: qsTr("Text size")
            }
            ChoiceBox {
                model: page.scales.map(s => qsTr("%1 %").arg(Math.round(s * 100)))
                currentIndex: page.nearest(page.settings.textScale)
                Accessible.name: qsTr("Text size")
                Layout.fillWidth: true
                onActivated: index => page.settings.textScale = page.scales[index]
            }
        }
        SwitchLine {
            text: qsTr("Less motion")
            explanation: qsTr("What changes place does so at once.")
            checked: page.settings.reducedMotion
            Layout.fillWidth: true
            onToggled: page.settings.reducedMotion = checked
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
