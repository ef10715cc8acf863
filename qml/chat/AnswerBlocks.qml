// The blocks of an answer one below the other: prose, code, formulas.
import QtQuick
import Hearth.App
import Hearth.Theme

Column {
    id: blocks

    required property string text
    property bool rested: true  // its buttons may be made

    signal copyRequested(string text)

    spacing: Theme.gap2

    Repeater {
        model: MessageBlocks {
            text: blocks.text
        }
        delegate: Loader {
            id: block
            required property int kind
            required property string text
            required property string language

            width: blocks.width
            sourceComponent: kind === MessageBlocks.Code ? code : kind === MessageBlocks.Formula ? formula : prose

            Component {
                id: prose
                ProseBlock {
                    text: block.text
                }
            }
            Component {
                id: code
                CodeBlock {
                    text: block.text
                    language: block.language
                    rested: blocks.rested
                    onCopyRequested: blocks.copyRequested(block.text)
                }
            }
            Component {
                id: formula
                FixedText {
                    text: block.text
                    size: Theme.message
                }
            }
        }
    }
}
