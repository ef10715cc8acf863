// The adapters of the model that answers: small files that change its manner, each as strongly as one likes.
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: section

    required property AdapterShelf adapters
    readonly property var scales: [0, 0.25, 0.5, 0.75, 1, 1.5, 2]

    function nearest(scale) {
        let best = 0;
        scales.forEach((s, i) => { if (Math.abs(s - scale) < Math.abs(scales[best] - scale)) best = i; });
        return best;
    }

    visible: adapters.available
    spacing: Theme.gap1

    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap1
        Layout.fillWidth: true

        Repeater {
            model: section.adapters.list
            delegate: RowLayout {
                id: line
                required property var modelData
                spacing: Theme.gap2
                width: parent ? parent.width : 0
                Words {
                    text: line.modelData.there ? qsTr("Adapter: %1").arg(line.modelData.name)
                                               : qsTr("Adapter that is no longer there: %1").arg(line.modelData.name)
                    color: line.modelData.there ? Theme.text : Theme.warning
                    Layout.fillWidth: true
                }
                ChoiceBox {
                    model: section.scales.map(s => s === 0 ? qsTr("Off") : qsTr("%1 %").arg(Math.round(s * 100)))
                    currentIndex: section.nearest(line.modelData.scale)
                    enabled: !section.adapters.busy
                    Accessible.name: qsTr("How strongly %1 works").arg(line.modelData.name)
                    Layout.preferredWidth: 110 * Theme.textScale
                    onActivated: index => section.adapters.setScale(line.modelData.path, section.scales[index])
                }
                IconButton {
                    glyph: "trash"
                    text: qsTr("Take “%1” away").arg(line.modelData.name)
                    onClicked: section.adapters.remove(line.modelData.path)
                }
            }
        }
    }
    NoticeLine {
        visible: section.adapters.error !== ""
        text: section.adapters.error
        Layout.fillWidth: true
    }
    TextAction {
        objectName: "addAdapter"
        glyph: "plus"
        text: qsTr("Add an adapter…")
        onClicked: dialog.open()
    }
    FileDialog {
        id: dialog
        title: qsTr("Add an adapter")
        nameFilters: [qsTr("Adapters (*.gguf)"), qsTr("All files (*)")]
        onAccepted: section.adapters.add(dialog.selectedFile)
    }
}
