// Every request that went to another host: when, where, what for, how much, and the words in it.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Section {
    id: section

    required property EgressListModel egress

    heading: qsTr("What left this device")
    explanation: section.egress.loading || section.egress.problem !== "" || section.egress.count > 0
                 ? qsTr("Hearth sends no telemetry: nothing about how you use it is counted or sent.")
                 : qsTr("Nothing has left this device. Hearth sends no telemetry: nothing about how you use it is counted or sent.")

    Skeleton {
        visible: section.egress.loading
        lines: 2
        Layout.fillWidth: true
    }
    NoticeLine {
        visible: section.egress.problem !== ""
        text: section.egress.problem
        Layout.fillWidth: true
    }
    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap2
        Layout.fillWidth: true

        Repeater {
            model: section.egress.loading ? null : section.egress
            delegate: EgressRow {
                width: parent ? parent.width : 0
            }
        }
    }
}
