// The page that is shown in place of a conversation. Each is made when it is first gone to, and then kept.
import QtQuick
import Hearth.App

Item {
    id: stack

    required property Assistant assistant
    required property string place
    required property bool sideBarHidden
    property bool touch: false

    signal sideBarRequested
    signal closeRequested

    // Gives the keyboard to the page.
    function focusPage() {
        for (let i = 0; i < pages.count; ++i) {
            const loader = pages.itemAt(i) as Loader;
            if (loader.visible && loader.item !== null) (loader.item as Item).forceActiveFocus(Qt.TabFocusReason);
        }
    }

    visible: place !== ""
    onPlaceChanged: if (place !== "") focusing.restart()

    Timer {
        id: focusing  // when the page is there
        interval: 0
        onTriggered: stack.focusPage()
    }

    PlaceTable {
        id: table
    }
    Repeater {
        id: pages
        model: table.all
        delegate: Loader {
            id: loader
            required property var modelData
            readonly property bool wanted: stack.place === modelData.key

            anchors.fill: parent
            visible: wanted
            onWantedChanged: {
                if (wanted && status === Loader.Null) setSource(modelData.page, { assistant: stack.assistant });
            }
            Component.onCompleted: wantedChanged()

            Binding {
                target: loader.item
                property: "sideBarHidden"
                value: stack.sideBarHidden
            }
            Binding {
                target: loader.item
                property: "touch"
                value: stack.touch
            }
            Binding {
                target: loader.item
                property: "offline"
                value: stack.assistant.settings.offline
            }
            Connections {
                target: loader.item
                function onOfflineToggled() { stack.assistant.settings.offline = !stack.assistant.settings.offline; }
                function onSideBarRequested() { stack.sideBarRequested(); }
                function onCloseRequested() { stack.closeRequested(); }
            }
        }
    }
}
