// Where the words of the search stand in all conversations, with the text around them; a click leads there.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

ListView {
    id: list

    required property Assistant assistant
    property bool touch: false

    signal opened

    function openCurrent() {
        const row = list.currentItem as SearchRow;
        if (row !== null) row.open();
    }

    clip: true
    cacheBuffer: 0  // the rows change with every letter
    spacing: 2
    model: assistant.conversations.hits
    activeFocusOnTab: true
    keyNavigationEnabled: true
    boundsBehavior: Flickable.StopAtBounds
    onCountChanged: currentIndex = count > 0 ? 0 : -1
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Found places")
    ScrollBar.vertical: ScrollBar { Accessible.ignored: true }

    delegate: SearchRow {
        width: list.width
        onOpened: {
            list.assistant.chat.openAt(conversationId, messageId);
            list.opened();
        }
    }
    Words {
        visible: list.count === 0 && list.assistant.conversations.hits.searched
        width: parent.width
        padding: Theme.gap2
        color: Theme.text2
        text: qsTr("No conversation has these words.")
    }
}
