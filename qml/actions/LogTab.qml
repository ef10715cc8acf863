// What was done, when, at which words, and the way to take it back.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: tab

    required property Assistant assistant
    required property ActionLogService log

    spacing: Theme.gap3
    Component.onCompleted: log.start()

    ChoiceChips {
        objectName: "logFilters"
        names: [qsTr("All"), qsTr("Calendar"), qsTr("Reminders"), qsTr("Notes and lists"), qsTr("Failed")]
        current: tab.log.filter
        label: qsTr("What to show")
        Layout.fillWidth: true
        onChosen: index => tab.log.filter = index
    }
    NoticeLine {
        visible: tab.log.problem !== ""
        glyph: "error"
        tint: Theme.danger
        text: tab.log.problem
        Layout.fillWidth: true
    }
    Skeleton {
        visible: tab.log.loading
        lines: 6
        Layout.fillWidth: true
    }
    Words {
        visible: !tab.log.loading && tab.log.list.count === 0 && tab.log.problem === ""
        text: tab.log.filter === ActionLogService.All
              ? qsTr("Nothing has been done yet. Whatever I do for you is written down here before it is done.")
              : qsTr("Nothing of this kind has been done.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap3
        Layout.fillWidth: true

        Repeater {
            model: tab.log.list
            delegate: ColumnLayout {
                id: entry
                required property int index
                required property string key
                required property string verb
                required property string glyph
                required property string text
                required property string when
                required property string section
                required property string phase
                required property bool undoable
                required property string request
                required property double conversation
                required property string source
                required property bool automatic
                readonly property bool first: index === 0 || tab.log.list.row(index - 1).section !== section

                spacing: Theme.gap1
                width: parent ? parent.width : 0

                Words {
                    visible: entry.first
                    text: entry.section
                    font.weight: Font.DemiBold
                    topPadding: entry.index === 0 ? 0 : Theme.gap3
                    Accessible.role: Accessible.Heading
                    Layout.fillWidth: true
                }
                LogRow {
                    glyph: entry.glyph
                    text: entry.text
                    when: entry.when
                    phase: entry.phase
                    undoable: entry.undoable
                    request: entry.request
                    conversation: entry.conversation
                    byForm: entry.source === "page"
                    automatic: entry.automatic
                    Layout.fillWidth: true
                    onUndoRequested: tab.assistant.desk.undo(Number(entry.key))
                    onConversationRequested: {
                        tab.assistant.goTo("");
                        tab.assistant.chat.open(entry.conversation);
                    }
                }
            }
        }
    }
    TextAction {
        visible: tab.log.more
        text: qsTr("Show older ones")
        onClicked: tab.log.readMore()
    }
}
