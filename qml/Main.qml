// The window: side bar, the conversation or another page beside it, and what floats over them.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Hearth.App
import Hearth.Chat
import Hearth.Components
import Hearth.Places
import Hearth.Shell
import Hearth.Theme

ApplicationWindow {
    id: window

    required property Assistant assistant
    property string request: ""
    readonly property ChatService chat: assistant.chat
    readonly property Settings settings: assistant.settings
    property string place: ""  // key of the page that is shown (PlaceTable); "" for the conversation
    property bool quitting: false  // otherwise closing may leave it in the tray
    readonly property bool narrow: width < Theme.narrowWidth
    readonly property bool mirrored: settings.rightToLeft
    readonly property bool docked: !narrow && settings.sideBar

    function toggleSideBar() {
        if (window.narrow) drawer.visible ? drawer.close() : drawer.open();
        else window.settings.sideBar = !window.settings.sideBar;
    }
    function goTo(key) {
        drawer.close();
        window.place = key;
    }
    function goToConversation() {
        goTo("");
        page.focusComposer();
    }
    function quit() {
        window.quitting = true;
        Qt.quit();
    }
    function shownSideBar() {
        if (window.narrow) drawer.open();
        else window.settings.sideBar = true;
        return window.narrow ? drawerBar : bar;
    }
    function findConversation(words) {
        window.shownSideBar().focusSearch(words);
    }
    function renameConversation() {
        window.shownSideBar().renameShown();
    }
    function show_(request) {
        window.show();
        window.raise();
        window.requestActivate();
        if (request === "") return;
        window.goToConversation();
        page.suggest(request);
    }

    width: settings.windowWidth
    height: settings.windowHeight
    LayoutMirroring.enabled: mirrored
    LayoutMirroring.childrenInherit: true
    minimumWidth: 340
    minimumHeight: 420
    visible: true
    title: chat.title === "" ? qsTr("Hearth") : qsTr("%1 – Hearth").arg(chat.title)
    color: Theme.background
    onClosing: close => {
        lastPlace.remember();
        if (window.quitting || !tray.there) return;
        close.accepted = false;
        window.hide();
    }
    Component.onCompleted: {
        lastPlace.restore();
        page.focusComposer();
        if (request !== "") page.suggest(request);
    }

    // What had the keyboard is gone (a card that ran): the composer or the page takes it back.
    readonly property bool focusLost: activeFocusItem === contentItem || activeFocusItem === page.list
                                     || activeFocusItem instanceof Loader
    onFocusLostChanged: if (focusLost) refocus.restart()
    Timer {
        id: refocus
        interval: 0
        onTriggered: {
            if (!window.focusLost) return;
            if (window.place === "") page.focusComposer();
            else places.focusPage();
        }
    }
    WindowPlace {
        id: lastPlace
        window: window
        settings: window.settings
    }
    Tray {
        id: tray
        assistant: window.assistant
        onOpenRequested: window.show_("")
        onNewConversationRequested: {
            window.show_("");
            window.chat.startNew();
            window.goToConversation();
        }
        onQuitRequested: window.quit()
    }
    SystemPalette {
        id: desktop
    }
    Binding {
        target: Theme
        property: "dark"
        value: window.settings.look === Settings.Dark
               || (window.settings.look === Settings.System && desktop.window.hslLightness < 0.5)
    }
    Binding {
        target: Theme.chosen
        property: "wish"
        value: window.settings.accent
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.settings.textScale
    }
    Binding {
        target: Theme
        property: "mirrored"
        value: window.mirrored
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: window.settings.reducedMotion
    }

    SideBar {
        id: bar
        assistant: window.assistant
        width: Theme.sideBarWidth
        height: parent.height
        x: window.mirrored ? window.width - (window.docked ? width : 0) : window.docked ? 0 : -width
        visible: x > -width && x < window.width
        onCollapseRequested: window.toggleSideBar()
        place: window.place
        onPlaceRequested: key => window.goTo(key)
        onConversationChosen: window.goToConversation()
        onExportRequested: id => shell.exportConversation(id)
        Behavior on x {
            enabled: !window.narrow
            NumberAnimation { duration: Theme.duration; easing.type: Easing.OutCubic }
        }
    }
    ConversationPage {
        id: page
        visible: window.place === ""
        assistant: window.assistant
        anchors.left: bar.right
        anchors.right: parent.right
        height: parent.height
        sideBarHidden: !window.docked
        touch: window.narrow
        onSideBarRequested: window.toggleSideBar()
        onCommandChosen: (command, argument) => shell.run(command, argument)
        onModelsRequested: window.goTo("models")
    }
    PlaceStack {
        id: places
        anchors.fill: page
        assistant: window.assistant
        place: window.place
        sideBarHidden: !window.docked
        touch: window.narrow
        onSideBarRequested: window.toggleSideBar()
        onCloseRequested: window.goToConversation()
    }
    Drawer {
        id: drawer
        width: Math.min(window.width - 56, Theme.sideBarWidth + 40)
        height: window.height
        interactive: window.narrow
        edge: window.mirrored ? Qt.RightEdge : Qt.LeftEdge
        padding: 0
        background: Rectangle {
            color: Theme.surface2
        }
        T.Overlay.modal: Rectangle {
            color: Qt.rgba(0, 0, 0, 0.4)
        }
        SideBar {
            id: drawerBar
            anchors.fill: parent
            assistant: window.assistant
            touch: true
            onCollapseRequested: drawer.close()
            place: window.place
            onPlaceRequested: key => window.goTo(key)
            onConversationChosen: window.goToConversation()
            onExportRequested: id => shell.exportConversation(id)
        }
    }
    Notice {
        id: notice
        objectName: "notice"
        anchors.horizontalCenter: page.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 124
        maximumWidth: page.width - 2 * Theme.gap4
        // Either a card that waits is to be shown, or a conversation brought back.
        onActed: {
            if (subject <= 0) return window.assistant.conversations.restore();
            window.goToConversation();
            window.chat.open(subject);
        }
    }
    Connections {
        target: window.assistant
        function onQuickAskWanted() { shell.askQuickly(); }
        function onActivated(request) { window.show_(request); }
        function onPlaceRequested(key) { key === "" ? window.goToConversation() : window.goTo(key); }
        function onNotice(text) { notice.say(text, "", 0); }
        function onProblem(text) { notice.say(text, "", 0); }
    }
    Connections {
        target: window.assistant.conversations
        function onRemoved(id) {
            notice.say(qsTr("The conversation is deleted."), qsTr("Undo"), 0);
        }
        function onWaitingFound(conversation, summary, count) {
            const text = count > 1 ? qsTr("%1 actions still wait for your yes.").arg(count)
                                   : qsTr("This still waits for your yes: %1").arg(summary);
            notice.say(text, qsTr("Show"), conversation);
        }
    }

    Shell {
        id: shell
        assistant: window.assistant
        page: page
        onPlaceWanted: key => key === "" ? window.goToConversation() : window.goTo(key)
        onSideBarToggled: window.toggleSideBar()
        onSearchWanted: words => window.findConversation(words)
        onRenameWanted: window.renameConversation()
        onWindowWanted: { window.show_(""); window.goToConversation(); }
        onCloseWanted: window.quit()
    }
}
