// Notes and lists: both are files that any editor may write too.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: tab

    required property NoteService notes
    required property DeskService desk
    property bool touch: false
    readonly property bool wide: width >= 720 * Theme.textScale

    spacing: Theme.gap3
    Component.onCompleted: notes.start()

    Flow {
        spacing: Theme.gap2
        Layout.fillWidth: true
        TextButton {
            objectName: "newNoteButton"
            primary: true
            glyph: "plus"
            text: qsTr("New note")
            onClicked: form.begin()
        }
        TextButton {
            objectName: "newListButton"
            glyph: "list"
            text: qsTr("New list")
            onClicked: listForm.begin()
        }
    }
    Skeleton {
        visible: tab.notes.loading
        lines: 5
        Layout.fillWidth: true
    }
    Words {
        visible: !tab.notes.loading && tab.notes.notes.count === 0 && tab.notes.lists.count === 0
        text: qsTr("There are no notes and no lists. You can also just say it: “make a note that the key is under "
                   + "the mat”, “put milk on the shopping list”.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    Flow {  // no layouts in it: they would keep heights from while the page was hidden
        id: parts
        readonly property real share: tab.wide ? (width - spacing) / 2 : width
        visible: !tab.notes.loading
        spacing: Theme.gap4
        Layout.fillWidth: true

        Column {
            visible: tab.notes.notes.count > 0
            spacing: Theme.gap1
            width: parts.share
            Words {
                text: qsTr("Notes")
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
                width: parent.width
            }
            Repeater {
                model: tab.notes.notes
                delegate: NoteRow {
                    required property int index
                    width: parts.share
                    onClicked: form.edit(tab.notes.notes.row(index))
                }
            }
        }
        Column {
            visible: tab.notes.lists.count > 0
            spacing: Theme.gap3
            width: parts.share
            Words {
                text: qsTr("Lists")
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
                width: parent.width
            }
            Repeater {
                model: tab.notes.lists
                delegate: ListCard {
                    notes: tab.notes
                    touch: tab.touch
                    width: parts.share
                }
            }
        }
    }
    NoteForm {
        id: form
        notes: tab.notes
        desk: tab.desk
    }
    NoteForm {
        id: listForm
        notes: tab.notes
        desk: tab.desk
        list: true
    }
}
