// The conversations by day, the way to a new one and to the other pages, and the state of the model.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Places
import Hearth.Theme

Rectangle {
    id: bar

    required property Assistant assistant
    property string place: ""  // key of the page that is shown; "" for a conversation
    property bool touch: false

    signal collapseRequested
    signal placeRequested(string key)
    signal conversationChosen
    signal exportRequested(var conversation)

    function focusSearch(words) {
        if (words !== "") search.text = words;
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }
    // Edits the title of the conversation on show, where it stands in the list.
    function renameShown() {
        search.clear();
        const row = bar.assistant.conversations.list.rowOf(bar.assistant.chat.conversationId);
        if (row < 0) return;
        list.positionViewAtIndex(row, ListView.Contain);
        (list.itemAtIndex(row) as ConversationRow).rename();
    }

    color: Theme.surface2

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap3
        spacing: Theme.gap2

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap1
            spacing: Theme.gap2

            Icon {
                name: "hearth"
                tint: Theme.accent
                size: 22
            }
            Words {
                text: qsTr("Hearth")
                font.pixelSize: Theme.heading
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
            }
            IconButton {
                glyph: "sidebar"
                text: qsTr("Hide the side bar (Ctrl+B)")
                extent: bar.touch ? 44 : 32
                onClicked: bar.collapseRequested()
            }
        }
        TextButton {
            glyph: "plus"
            text: qsTr("New conversation")
            hint: qsTr("Ctrl+N")
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap1
            onClicked: {
                bar.assistant.chat.startNew();
                bar.conversationChosen();
            }
        }
        SearchField {
            id: search
            placeholderText: qsTr("Search conversations")
            Layout.fillWidth: true
            onTextChanged: bar.assistant.conversations.search = text
            Keys.onDownPressed: results.forceActiveFocus()
            onAccepted: results.openCurrent()
        }

        ListView {
            id: list

            visible: search.text === ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Theme.gap1
            clip: true
            spacing: 2
            model: bar.assistant.conversations.list
            activeFocusOnTab: true
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            currentIndex: -1
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Conversations")
            onActiveFocusChanged: if (activeFocus && currentIndex < 0 && count > 0) currentIndex = 0
            section.property: "day"
            section.delegate: Words {
                required property string section
                width: list.width
                text: section
                color: Theme.text2
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                leftPadding: Theme.gap2
                topPadding: Theme.gap3
                bottomPadding: Theme.gap1
                Accessible.role: Accessible.Heading
            }
            delegate: ConversationRow {
                width: list.width
                assistant: bar.assistant
                chosen: bar.place === "" && bar.assistant.chat.conversationId === conversationId
                touch: bar.touch
                onOpened: bar.conversationChosen()
                onExportRequested: bar.exportRequested(conversationId)
            }
            ScrollBar.vertical: ScrollBar { Accessible.ignored: true }

            Skeleton {
                visible: list.model.loading
                anchors.fill: parent
                anchors.margins: Theme.gap3
                lines: 4
            }
            Words {
                visible: !list.model.loading && list.count === 0
                width: parent.width
                padding: Theme.gap2
                color: Theme.text2
                text: qsTr("Your conversations will be listed here.")
            }
        }
        SearchResults {
            id: results
            objectName: "searchResults"
            visible: search.text !== ""
            assistant: bar.assistant
            touch: bar.touch
            Layout.fillWidth: true
            Layout.fillHeight: true
            onOpened: bar.conversationChosen()
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            color: Theme.divider
        }
        PlaceList {
            place: bar.place
            touch: bar.touch
            compact: bar.height < 560 * Theme.textScale
            Layout.fillWidth: true
            onChosen: key => bar.placeRequested(key)
        }
        SideBarFoot {
            assistant: bar.assistant
            Layout.fillWidth: true
        }
    }
    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.divider
    }
}
