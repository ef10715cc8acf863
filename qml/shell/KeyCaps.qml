// The keys of a shortcut, as they stand on the keyboard.
import QtQuick
import Hearth.Components
import Hearth.Theme

Row {
    id: caps

    required property string keys

    spacing: 2
    LayoutMirroring.enabled: false  // keys are named in their order everywhere
    LayoutMirroring.childrenInherit: true
    visible: keys !== ""

    Repeater {
        // "Ctrl++" ends with the plus itself.
        model: caps.keys === "" ? [] : caps.keys.endsWith("++") ? caps.keys.slice(0, -2).split("+").concat(["+"])
                                                              : caps.keys.split("+")
        delegate: Rectangle {
            id: cap
            required property string modelData
            width: Math.max(height, label.implicitWidth + Theme.gap2)
            height: label.implicitHeight + Theme.gap1
            radius: 4
            color: Theme.surface2
            border.color: Theme.divider
            Words {
                id: label
                anchors.centerIn: parent
                text: cap.modelData
                color: Theme.text2
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
