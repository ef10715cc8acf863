// The commands that fit a slash and the letters behind it, above the composer.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: menu

    required property string typed
    property string dismissed: ""
    readonly property bool open: typed.startsWith("/") && !/\s/.test(typed) && table.count > 0 && dismissed !== typed

    signal completed(string text)
    signal chosen(string command, string argument)

    function commandOf(text) {
        return table.slashCommand(text);
    }
    function argumentOf(text) {
        return table.slashArgument(text);
    }
    function move(step) {
        if (!menu.open) return false;
        list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + step));
        return true;
    }
    function complete() {
        if (!menu.open) return false;
        menu.completed("/" + (list.currentItem as SlashRow).slash + " ");
        return true;
    }
    function take() {
        if (!menu.open) return false;
        menu.chosen((list.currentItem as SlashRow).command, "");
        return true;
    }
    function dismiss() {
        if (!menu.open) return false;
        menu.dismissed = menu.typed;
        return true;
    }

    visible: open
    height: Math.min(list.contentHeight + 2 * Theme.gap1, Math.round(300 * Theme.textScale))
    z: 10
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.outline

    ListView {
        id: list
        objectName: "slashMenu"
        cacheBuffer: 0  // the rows change with every letter
        anchors.fill: parent
        anchors.margins: Theme.gap1
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: CommandModel {
            id: table
            scope: CommandModel.Slash
            filter: menu.typed.startsWith("/") ? menu.typed.slice(1) : ""
        }
        onCountChanged: currentIndex = 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Commands")
        ScrollBar.vertical: ScrollBar { Accessible.ignored: true }
        delegate: SlashRow {
            width: list.width
            onClicked: menu.chosen(command, "")
        }
    }
}
