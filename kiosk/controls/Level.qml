pragma ComponentBehavior: Bound
import QtQuick
import theme

// How much of something there is, as a row of marks.
Row {
    id: root

    required property real value
    property int marks: 10

    spacing: Theme.gapSmall / 2

    Repeater {
        model: root.marks

        Rectangle {
            required property int index
            readonly property bool lit: index < Math.round(root.value * root.marks)

            width: (root.width - root.spacing * (root.marks - 1)) / root.marks
            height: root.height
            radius: Theme.gapSmall / 2
            color: lit ? Theme.accent : "transparent"
            border.color: lit ? Theme.accent : Theme.line
            border.width: Theme.hairline
        }
    }
}
