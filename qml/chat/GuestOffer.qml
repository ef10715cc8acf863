// A text or a prompt of another program, with what must be filled in before it can be had.
import QtQuick
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: offer

    required property var modelData  // name, description
    required property string glyph
    required property string verb
    required property var fields  // maps of name, required and, where it is there, value
    required property bool busy
    property var values: ({})
    property bool complete: false

    signal chosen(var values)

    function look() {
        const given = {};
        let whole = true;
        for (let i = 0; i < boxes.count; ++i) {
            const box = boxes.itemAt(i);
            if (box === null) continue;
            given[box.modelData.name] = box.text;
            whole = whole && (!box.modelData.required || (box.text.trim() !== "" && !/[{}]/.test(box.text)));
        }
        offer.values = given;
        offer.complete = whole;
    }

    spacing: Theme.gap1
    Component.onCompleted: look()

    RowLayout {
        spacing: Theme.gap2
        Layout.fillWidth: true

        Icon {
            name: offer.glyph
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.gap2
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Words {
                text: offer.modelData.name !== "" ? offer.modelData.name : offer.modelData.uri
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: offer.modelData.description
                color: Theme.text2
                font.pixelSize: Theme.small
                Layout.fillWidth: true
            }
        }
        TextButton {
            objectName: "guestOfferButton"
            text: offer.verb
            Accessible.name: qsTr("%1: %2").arg(offer.verb).arg(offer.modelData.name)
            enabled: offer.complete && !offer.busy
            Layout.alignment: Qt.AlignTop
            onClicked: offer.chosen(offer.values)
        }
    }
    Repeater {
        id: boxes
        model: offer.fields
        delegate: TextBox {
            required property var modelData
            objectName: "guestOfferField"
            text: modelData.value ?? ""
            placeholderText: modelData.required ? modelData.name : qsTr("%1 (if you like)").arg(modelData.name)
            Accessible.name: modelData.name
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap6
            onTextChanged: offer.look()
            onAccepted: if (offer.complete && !offer.busy) offer.chosen(offer.values)
        }
        onItemAdded: offer.look()
    }
}
