// The arguments of an action in reading order, each of which can be edited.
import QtQuick
import Hearth.App
import Hearth.Theme

Column {
    id: form

    required property ActionCardData card
    required property ChatService chat
    readonly property int labelWidth: width < 400 ? 0 : Math.round(88 * Theme.textScale)

    spacing: Theme.gap2

    Repeater {
        model: form.card.fields
        ActionField {
            width: form.width
            labelWidth: form.labelWidth
            asked: form.card.questionField === name
            onEdited: value => form.chat.editAction(form.card.actionId, name, value)
        }
    }
}
