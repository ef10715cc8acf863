// The rules by which anything leaves this device: when a larger model elsewhere is asked, what becomes of
// personal data on the way, and which hosts may be reached at all.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.SettingsPage
import Hearth.Theme

Section {
    id: section

    required property PolicyService policy
    required property SettingListModel choices
    readonly property var destinationNames: {
        const out = [];
        for (let i = 0; i < policy.destinations.length; ++i)
            out.push(policy.destinations[i] === "*" ? qsTr("Every host") : policy.destinations[i]);
        return out;
    }
    property string refusal: ""

    heading: qsTr("What may leave")
    explanation: qsTr("These rules hold for every conversation with a larger model elsewhere.")

    Column {
        Layout.fillWidth: true

        Repeater {
            model: section.choices
            delegate: SettingLine {
                width: parent ? parent.width : 0
                onChosen: value => section.choices.choose(name, value)
            }
        }
    }
    NoticeLine {
        objectName: "policyProblem"
        visible: text !== ""
        text: section.policy.problem !== "" ? section.policy.problem : section.refusal
        glyph: "error"
        tint: Theme.danger
        Layout.fillWidth: true
    }
    Words {
        visible: section.policy.problem !== ""
        text: qsTr("Until it can be read, nothing goes to a model elsewhere.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    TextButton {
        objectName: "policyAnew"
        visible: section.policy.problem !== ""
        text: qsTr("Lay it aside and begin anew")
        onClicked: section.policy.startAnew()
    }
    GridLayout {
        id: forWhom
        visible: section.policy.destinations.length > 1
        columns: section.width < 460 * Theme.textScale ? 1 : 2
        columnSpacing: Theme.gap4
        Layout.fillWidth: true

        Words {
            text: qsTr("These rules are for")
            Layout.fillWidth: true
        }
        ChoiceBox {
            objectName: "policyDestination"
            model: section.destinationNames
            currentIndex: section.destinationNames.indexOf(section.policy.destination === "*" ? qsTr("Every host")
                                                                                               : section.policy.destination)
            Accessible.name: qsTr("Host that these rules are for")
            Layout.preferredWidth: forWhom.columns === 1 ? section.width : Math.min(240 * Theme.textScale, section.width / 2)
            onActivated: index => section.policy.destination = section.policy.destinations[index]
        }
    }
    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap1
        Layout.fillWidth: true

        Repeater {
            model: section.policy.groups.length
            delegate: PolicyGroupRow {
                policy: section.policy
                width: parent ? parent.width : 0
            }
        }
    }
    Words {
        text: section.policy.hosts.length > 0 ? qsTr("Hosts that may be reached") : qsTr("No host may be reached.")
        topPadding: Theme.gap2
        Layout.fillWidth: true
    }
    Column {
        spacing: Theme.gap2
        Layout.fillWidth: true

        Repeater {
            model: section.policy.hosts
            delegate: RowLayout {
                id: row
                required property var modelData
                objectName: "policyHost"
                width: parent ? parent.width : 0
                spacing: Theme.gap2
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2").arg(row.modelData.host).arg(row.modelData.purpose)

                Icon {
                    name: "web"
                    tint: Theme.remote
                    Layout.alignment: Qt.AlignTop
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true
                    Words {
                        text: row.modelData.host
                        Accessible.ignored: true
                        Layout.fillWidth: true
                    }
                    Words {
                        text: row.modelData.purpose
                        color: Theme.text2
                        font.pixelSize: Theme.small
                        Accessible.ignored: true
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
    Connections {
        target: section.policy
        function onRefused(why) { section.refusal = why; }
        function onHeeded() { section.refusal = ""; }
    }
}
