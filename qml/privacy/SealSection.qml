// The seal over all that is stored: on, off, and another passphrase.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Section {
    id: section

    required property PrivacyService privacy

    heading: qsTr("Seal")
    explanation: section.privacy.sealed
                 ? section.privacy.opensByKeyring
                   ? qsTr("Your conversations and the log are sealed. Your passphrase opens them, and the desktop's keyring.")
                   : qsTr("Your conversations and the log are sealed. Your passphrase opens them.")
                 : qsTr("Whoever gets hold of this computer's disk could read your conversations. Sealed, they open with a passphrase alone.")

    Flow {
        spacing: Theme.gap2
        Layout.fillWidth: true

        TextButton {
            objectName: "sealButton"
            visible: !section.privacy.sealed
            glyph: "shield"
            text: qsTr("Seal my data…")
            onClicked: sealing.open()
        }
        TextButton {
            objectName: "passphraseButton"
            visible: section.privacy.sealed
            text: qsTr("Change the passphrase…")
            onClicked: changing.open()
        }
        TextButton {
            objectName: "unsealButton"
            visible: section.privacy.sealed
            text: qsTr("Unseal…")
            onClicked: unsealing.open()
        }
    }
    NoticeLine {
        id: answer
        visible: text !== ""
        text: ""
        Layout.fillWidth: true
    }
    Connections {
        target: section.privacy
        function onRefused(text) { answer.text = text; }
        function onSaid() { answer.text = ""; }
    }

    PassphraseDialog {
        id: sealing
        title: qsTr("Seal my data")
        verb: qsTr("Seal")
        explanation: qsTr("The window closes for a moment and opens again. Without the passphrase nobody can read your data, and nobody can bring it back.")
        asksNew: true
        offersKeyring: true
        onChosen: (old, next, keyring) => section.privacy.seal(next, keyring)
    }
    PassphraseDialog {
        id: changing
        title: qsTr("Change the passphrase")
        verb: qsTr("Change")
        asksOld: true
        asksNew: true
        onChosen: (old, next) => section.privacy.changePassphrase(old, next)
    }
    PassphraseDialog {
        id: unsealing
        title: qsTr("Unseal my data")
        verb: qsTr("Unseal")
        explanation: qsTr("The window closes for a moment and opens again.")
        asksOld: true
        onChosen: old => section.privacy.unseal(old)
    }
}
