// What is stored on this device, what left it, what counts as personal, and the seal over all of it.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
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
    EgressSection {
        egress: page.privacy.egress
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
