import QtQuick
import theme

// How much of a programme is over. Grows along the direction in which is read.
Rectangle {
    id: root

    required property real progress
    property color tint: Theme.accent

    implicitHeight: Theme.gapSmall
    implicitWidth: Theme.plateWidth
    radius: height / 2
    color: "transparent"
    border.color: tint
    border.width: Theme.hairline
    Accessible.ignored: true

    Rectangle {
        anchors.left: parent.left
        width: Math.max(parent.height, parent.width * root.progress)
        height: parent.height
        radius: height / 2
        color: root.tint
    }
}
