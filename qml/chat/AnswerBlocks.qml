// The blocks of an answer one below the other: prose, tables, code, formulas.
import QtQuick
import Hearth.App
import Hearth.Theme

Column {
    id: blocks

    required property string text
    property bool rested: true  // its buttons may be made

    signal copyRequested(string text)
    signal sourceWanted(int number)
    // A citation's link or that of an unsupported sentence, empty when the pointer leaves it; `y` is here.
    signal pointed(string link, real y)

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
            sourceComponent: kind === MessageBlocks.Code ? code : kind === MessageBlocks.Formula ? formula
                           : kind === MessageBlocks.Table ? table : prose

            Component {
                id: prose
                Item {  // a Loader asks for the natural width, for which the text would be laid out once more
                    implicitHeight: words.implicitHeight

                    ProseBlock {
                        id: words
                        width: block.width  // before it is laid out
                        text: block.text
                        onSourceWanted: number => blocks.sourceWanted(number)
                        onPointedAtChanged: blocks.pointed(pointedAt, block.y + pointedY)
                    }
                }
            }
            Component {
                id: table
                TableBlock {
                    width: block.width
                    text: block.text
                    onSourceWanted: number => blocks.sourceWanted(number)
                    onPointedAtChanged: blocks.pointed(pointedAt, block.y + pointedY)
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
