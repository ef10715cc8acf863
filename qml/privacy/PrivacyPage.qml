// What is stored on this device, what left it, what counts as personal, and the seal over all of it.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.SettingsPage
import Hearth.Theme

PageFrame {
    id: page

    required property Assistant assistant
    readonly property PrivacyService privacy: assistant.privacy

    title: qsTr("Privacy")
    onVisibleChanged: if (visible) refresh()
    Component.onCompleted: refresh()

    function refresh() {
        page.assistant.stored.refresh();
        page.privacy.egress.refresh();
        page.assistant.finder.load();
        page.assistant.policy.refresh();
        page.assistant.approvals.refresh();
    }

    SwitchLine {
        objectName: "offlineSwitch"
        focus: true
        text: qsTr("Offline")
        explanation: qsTr("Nothing leaves this device: no downloads, no models elsewhere.")
        checked: page.assistant.settings.offline
        Layout.fillWidth: true
        onToggled: page.assistant.settings.offline = checked
    }
    StoredSection {
        stored: page.assistant.stored
        Layout.fillWidth: true
    }
    TextButton {
        objectName: "privacyWipe"
        glyph: "trash"
        text: qsTr("Delete everything…")
        onClicked: wipeDialog.open()
    }
    WipeDialog {
        id: wipeDialog
        stored: page.assistant.stored
        onConfirmed: page.assistant.wipe()
    }
    EgressSection {
        egress: page.privacy.egress
        Layout.fillWidth: true
    }
    PolicySection {
        policy: page.assistant.policy
        choices: page.assistant.handOverSettings
        Layout.fillWidth: true
    }
    GuestSection {
        guests: page.assistant.guests
        Layout.fillWidth: true
    }
    ApprovalSection {
        approvals: page.assistant.approvals
        Layout.fillWidth: true
    }
    SealSection {
        privacy: page.privacy
        Layout.fillWidth: true
    }
    KindSection {
        finder: page.assistant.finder
        Layout.fillWidth: true
    }
    LookSection {
        privacy: page.privacy
        Layout.fillWidth: true
    }
}
