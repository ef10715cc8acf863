// Says before an answer that the model was not given all that was said: how much is left out, and the summary
// that stands for it.
import QtQuick

Folded {
    id: mark

    required property int leftOut
    required property int summarized
    required property string summary

    function describe() {
        const lost = mark.leftOut - mark.summarized;
        const about = mark.summarized > 0
            ? qsTr("The conversation is longer than the model can hold: its first %1 messages are summarized")
              .arg(mark.summarized)
            : qsTr("The conversation is longer than the model can hold: its first %1 messages are left out").arg(lost);
        return mark.summarized > 0 && lost > 0 ? qsTr("%1, %2 more are left out").arg(about).arg(lost) : about;
    }

    visible: leftOut > 0
    objectName: "contextMark"
    heading: describe()
    text: summary === "" ? qsTr("What was said there is kept here, but the model did not see it for this answer.")
                         : summary
    glyph: "info"
}
