// What other programs offer for the conversation: a text of theirs that goes with the next message, or words to
// look at and send.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

DialogPage {
    id: dialog

    required property GuestService guests
    readonly property var offering: {
        const out = [];
        for (let i = 0; i < guests.servers.length; ++i)
            if (guests.servers[i].resources.length + guests.servers[i].prompts.length > 0) out.push(guests.servers[i]);
        return out;
    }
    property string problem: ""

    objectName: "guestDialog"
    title: qsTr("From another program")
    onOpened: problem = ""

    Words {
        visible: dialog.offering.length === 0
        text: qsTr("No program offers texts or prompts. Name one under “Tools of other programs” on the page Privacy.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    Column {  // a layout would keep rows that went
        spacing: Theme.gap4
        Layout.fillWidth: true

        Repeater {
            model: dialog.offering
            delegate: Column {
                id: server
                required property var modelData
                width: parent ? parent.width : 0
                spacing: Theme.gap2

                Words {
                    text: server.modelData.name
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                    width: parent.width
                }
                Repeater {
                    model: server.modelData.resources
                    delegate: GuestOffer {
                        width: server.width
                        glyph: "file"
                        verb: qsTr("Attach")
                        fields: modelData.isTemplate ? [{ name: qsTr("Address"), value: modelData.uri, required: true }] : []
                        busy: dialog.guests.busy
                        onChosen: values => dialog.guests.read(server.modelData.name,
                                                               modelData.isTemplate ? values[qsTr("Address")] : modelData.uri)
                    }
                }
                Repeater {
                    model: server.modelData.prompts
                    delegate: GuestOffer {
                        width: server.width
                        glyph: "message"
                        verb: qsTr("Use")
                        fields: modelData.arguments
                        busy: dialog.guests.busy
                        onChosen: values => dialog.guests.usePrompt(server.modelData.name, modelData.name, values)
                    }
                }
            }
        }
    }
    NoticeLine {
        objectName: "guestOfferProblem"
        visible: dialog.problem !== ""
        text: dialog.problem
        glyph: "error"
        tint: Theme.danger
        Layout.fillWidth: true
    }
    Connections {
        target: dialog.guests
        function onArrived() { dialog.close(); }
        function onPrompted() { dialog.close(); }
        function onFailed(why) { dialog.problem = why; }
    }
}
