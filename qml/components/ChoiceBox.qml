// One of a few.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

ComboBox {
    id: box

    implicitHeight: Math.max(36, Theme.body + Theme.gap3 + Theme.gap2)
    font.pixelSize: Theme.body
    hoverEnabled: true

    contentItem: Text {
        leftPadding: box.mirrored ? Theme.gap8 : Theme.gap3
        rightPadding: box.mirrored ? Theme.gap3 : Theme.gap8
        text: box.displayText
        color: Theme.text
        font: box.font
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
    }
    indicator: Icon {
        name: "chevron-down"
        size: 16
        x: box.mirrored ? Theme.gap2 : box.width - width - Theme.gap2
        anchors.verticalCenter: parent.verticalCenter
    }
    background: Rectangle {
        radius: Theme.radius
        color: box.hovered ? Theme.surface2 : Theme.surface
        border.width: box.activeFocus ? 2 : 1
        border.color: box.activeFocus ? Theme.accent : Theme.outline
    }
    delegate: ItemDelegate {
        id: entry

        required property int index
        required property string modelData

        width: box.width
        height: Math.max(32, Theme.body + Theme.gap4)
        highlighted: box.highlightedIndex === index
        contentItem: Text {
            text: entry.modelData
            color: Theme.text
            font.pixelSize: Theme.body
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
        }
        background: Rectangle {
            color: entry.highlighted ? Theme.accentSoft : "transparent"
        }
    }
    popup: Popup {
        y: box.height + 2
        width: box.width
        padding: 1
        implicitHeight: Math.min(contentItem.implicitHeight + 2, 320)
        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: box.popup.visible ? box.delegateModel : null
            currentIndex: box.highlightedIndex
        }
        background: Rectangle {
            color: Theme.surface
            radius: Theme.radius
            border.color: Theme.outline
        }
    }
}
