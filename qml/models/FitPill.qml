// Whether a model fits this machine, in a word with an icon.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Row {
    id: pill

    required property int fit
    readonly property color tint: fit === OfferListModel.Fits ? Theme.success
                                : fit === OfferListModel.Slow ? Theme.warning : Theme.danger

    spacing: Theme.gap1

    Icon {
        name: pill.fit === OfferListModel.Fits ? "success" : pill.fit === OfferListModel.Slow ? "clock" : "error"
        tint: pill.tint
        size: 16
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        text: pill.fit === OfferListModel.Fits ? qsTr("Fits")
            : pill.fit === OfferListModel.Slow ? qsTr("Slow") : qsTr("Won't fit")
        color: pill.tint
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
    }
}
