// The models: what this computer can run, those that are here, how long one stays in memory, and those that can
// be got.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

PageFrame {
    id: page

    required property Assistant assistant
    readonly property ModelMarket market: assistant.market
    readonly property ModelShelf shelf: assistant.models

    title: qsTr("Models")
    headerItems: TextButton {
        objectName: "openModelButton"
        glyph: "folder"
        text: qsTr("Open a file…")
        onClicked: dialog.open()
    }
    onVisibleChanged: if (visible) page.market.look()
    Component.onCompleted: page.market.look()

    ModelLine {
        shelf: page.shelf
        Layout.fillWidth: true
        onOpenRequested: dialog.open()
    }
    MachineCard {
        market: page.market
        Layout.fillWidth: true
    }
    Words {
        text: qsTr("On this computer")
        font.weight: Font.DemiBold
        color: Theme.text2
        Accessible.role: Accessible.Heading
    }
    ColumnLayout {
        spacing: Theme.gap2
        Layout.fillWidth: true

        Column {  // a layout would keep rows that went while the page was hidden
            spacing: Theme.gap2
            Layout.fillWidth: true

            Repeater {
                model: page.shelf.list
                delegate: ModelFileRow {
                    shelf: page.shelf
                    files: page.assistant.modelFiles
                    width: parent ? parent.width : 0
                }
            }
        }
    }
    AdapterSection {
        adapters: page.shelf.adapters
        Layout.fillWidth: true
    }
    RemoteSection {
        remote: page.assistant.remote
        settings: page.assistant.settings
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap2
    }
    GridLayout {
        id: keep
        readonly property var values: ["never", "60", "15", "5"]
        readonly property var titles: [qsTr("Always"), qsTr("60 minutes"), qsTr("15 minutes"), qsTr("5 minutes")]
        columns: page.columnWidth < 420 * Theme.textScale ? 1 : 2
        columnSpacing: Theme.gap3
        Layout.fillWidth: true
        Words {
            text: qsTr("Keep an unused model in memory")
            Layout.fillWidth: true
        }
        ChoiceBox {
            objectName: "keepBox"
            model: keep.titles
            currentIndex: keep.values.indexOf(page.assistant.settings.unloadAfter)
            Accessible.name: qsTr("Keep an unused model in memory")
            Layout.preferredWidth: Math.min(200 * Theme.textScale, page.columnWidth)
            onActivated: index => page.assistant.settings.unloadAfter = keep.values[index]
        }
    }
    Words {
        text: qsTr("To download")
        font.weight: Font.DemiBold
        color: Theme.text2
        Accessible.role: Accessible.Heading
        Layout.topMargin: Theme.gap2
    }
    Words {
        text: qsTr("Well-known models, from their makers' pages. A download can be paused, goes on after a cut, and is checked before it is used. Nothing you write goes there.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    NoticeLine {
        visible: page.assistant.settings.offline
        text: qsTr("You are offline. Downloads wait until you switch that off at the foot of the side bar.")
        Layout.fillWidth: true
    }
    NoticeLine {
        objectName: "catalogueError"
        visible: page.market.error !== ""
        text: page.market.error
        glyph: "error"
        tint: Theme.danger
        Layout.fillWidth: true
    }
    TextButton {
        visible: page.market.error !== ""
        text: qsTr("Try again")
        onClicked: page.market.look()
    }
    Skeleton {
        visible: page.market.loading && page.market.list.count === 0
        lines: 6
        Layout.fillWidth: true
    }
    ColumnLayout {
        spacing: Theme.gap3
        Layout.fillWidth: true

        Column {  // a layout would keep rows that went while the page was hidden
            spacing: Theme.gap3
            Layout.fillWidth: true

            Repeater {
                model: page.market.list
                delegate: OfferRow {
                    market: page.market
                    shelf: page.shelf
                    offline: page.assistant.settings.offline
                    width: parent ? parent.width : 0
                }
            }
        }
    }

    ModelDialog {
        id: dialog
        objectName: "modelsPageDialog"
        shelf: page.shelf
    }
    Notice {
        id: undo
        parent: page
        maximumWidth: page.columnWidth
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap6
        onActed: page.assistant.modelFiles.restore()
    }
    Connections {
        target: page.assistant.modelFiles
        function onRemoved(path, name, inPlace) {
            undo.say(inPlace ? qsTr("%1 is forgotten; its file stays where it is.").arg(name)
                             : qsTr("%1 is deleted.").arg(name), qsTr("Undo"), 0);
        }
    }
}
