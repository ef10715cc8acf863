// Asks for the passphrase, a new one, or both.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hearth.Components

DialogPage {
    id: dialog

    required property string verb
    property string explanation: ""
    property bool asksOld: false
    property bool asksNew: false
    property bool offersKeyring: false
    readonly property bool same: first.text === second.text
    readonly property bool complete: (!asksOld || old.text !== "") && (!asksNew || (first.text.length >= 8 && same))

    signal chosen(string old, string next, bool keyring)

    function finish() {
        if (!dialog.complete) return;
        dialog.close();
        dialog.chosen(old.text, first.text, ring.checked);
    }

    onOpened: (asksOld ? old : first).forceActiveFocus()
    onClosed: { old.clear(); first.clear(); second.clear(); }

    Words {
        visible: dialog.explanation !== ""
        text: dialog.explanation
        Layout.fillWidth: true
    }
    PassphraseBox {
        id: old
        objectName: "oldPassphrase"
        visible: dialog.asksOld
        placeholderText: qsTr("Your passphrase")
        Layout.fillWidth: true
        onAccepted: dialog.finish()
    }
    PassphraseBox {
        id: first
        objectName: "newPassphrase"
        visible: dialog.asksNew
        placeholderText: qsTr("New passphrase, at least 8 characters")
        Layout.fillWidth: true
        onAccepted: second.forceActiveFocus()
    }
    PassphraseBox {
        id: second
        objectName: "newPassphraseAgain"
        visible: dialog.asksNew
        placeholderText: qsTr("The same again")
        faulty: text !== "" && !dialog.same
        Layout.fillWidth: true
        onAccepted: dialog.finish()
    }
    NoticeLine {
        visible: second.text !== "" && !dialog.same
        text: qsTr("These are not the same.")
        Layout.fillWidth: true
    }
    SwitchLine {
        id: ring
        objectName: "keyringSwitch"
        visible: dialog.offersKeyring
        text: qsTr("Open by itself when I am logged in")
        explanation: qsTr("The desktop's keyring keeps a key to it. The passphrase opens it always.")
        Layout.fillWidth: true
    }

    verbs: [
        TextButton {
            objectName: "passphraseConfirm"
            text: dialog.verb
            primary: true
            enabled: dialog.complete
            onClicked: dialog.finish()
        },
        TextButton {
            text: qsTr("Not now")
            onClicked: dialog.close()
        }
    ]
}
