// How full the model's memory of this conversation is.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Item {
    id: meter

    required property ChatService chat
    property bool compact: false
    readonly property int used: chat.contextTokens
    readonly property int most: chat.contextCapacity
    readonly property real share: most > 0 ? Math.min(1, used / most) : 0
    readonly property color tint: share > 0.85 ? Theme.warning : Theme.text2

    function shortly(tokens) {
        return tokens < 1000 ? String(tokens) : qsTr("%1k").arg((tokens / 1000).toFixed(tokens < 10000 ? 1 : 0));
    }

    visible: most > 0
    implicitWidth: ring.width + (label.visible ? label.implicitWidth + Theme.gap1 : 0)
    implicitHeight: 32
    Accessible.role: Accessible.Indicator
    Accessible.name: tip.text

    HoverHandler {
        id: hover
    }
    Canvas {
        id: ring
        width: 16
        height: 16
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        onPaint: {
            const c = getContext("2d");
            c.reset();
            c.lineWidth = 3;
            c.strokeStyle = Theme.divider;
            c.beginPath();
            c.arc(8, 8, 6, 0, 2 * Math.PI);
            c.stroke();
            c.strokeStyle = meter.tint;
            c.beginPath();
            c.arc(8, 8, 6, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * meter.share);
            c.stroke();
        }
        Connections {
            target: meter
            function onShareChanged() { ring.requestPaint(); }
            function onTintChanged() { ring.requestPaint(); }
        }
    }
    Text {
        id: label
        visible: !meter.compact
        text: qsTr("%1 of %2").arg(meter.shortly(meter.used)).arg(meter.shortly(meter.most))
        color: meter.tint
        font.pixelSize: Theme.small
        anchors.left: ring.right
        anchors.leftMargin: Theme.gap1
        anchors.verticalCenter: parent.verticalCenter
    }
    Tip {
        id: tip
        shown: hover.hovered
        text: qsTr("The model holds %1 of the %2 tokens it can").arg(meter.used).arg(meter.most)
    }
}
